#include "standard/image.hpp"

#include "standard/image_fields.hpp"
#include <algorithm>

namespace motaudit {
namespace {

constexpr std::string_view person = "person";

std::vector<std::string> kinds_of(const Standard& standard) {
    std::vector<std::string> kinds;
    for (const auto& parameter : standard.parameters) kinds.emplace_back(parameter.check ? parameter.check->name : person);
    return kinds;
}

// False where the program has no such check, or one with other settings.
bool give_kinds(const std::vector<std::string>& kinds, std::span<const CheckKind> checks, Standard& standard) {
    if (kinds.size() != standard.parameters.size()) return false;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        auto& parameter = standard.parameters[i];
        if (parameter.by_person) continue;
        const auto kind = std::ranges::find(checks, kinds[i], &CheckKind::name);
        if (kind == checks.end() || kind->settings.size() != parameter.values.size()) return false;
        parameter.check = &*kind;
    }
    return true;
}

} // namespace

std::string write_image(std::span<const Standard* const> standards) {
    ImageWriter io;
    io(ImageFields::image_version, static_cast<std::uint32_t>(standards.size()));
    for (const auto* standard : standards) {
        io(standard->name);
        const auto began = io.begin_part();
        io(*standard, kinds_of(*standard));
        io.end_part(began);
    }
    return io.bytes();
}

std::unique_ptr<Standard> read_image(std::string_view image, std::string_view name, const Vocabulary& vocabulary) {
    ImageReader io(image);
    std::uint32_t version = 0, left = 0;
    io(version, left);
    if (version != ImageFields::image_version) return nullptr;
    for (; left > 0 && !io.failed(); --left) {
        std::string there;
        io(there);
        if (there != name) {
            io.pass_part();
            continue;
        }
        auto standard = std::make_unique<Standard>();
        std::vector<std::string> kinds;
        std::uint32_t length = 0;
        io(length, *standard, kinds);
        if (io.failed() || standard->roles.size() != vocabulary.roles.size() || !give_kinds(kinds, vocabulary.checks, *standard))
            return nullptr;
        return standard;
    }
    return nullptr;
}

} // namespace motaudit
