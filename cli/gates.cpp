#include "gates.hpp"

#include "base/faults.hpp"
#include "base/input.hpp"
#include "message.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace motaudit {
namespace {

// A file that people keep; a longer one is something else.
constexpr std::size_t longest_file = std::size_t{256} << 20;

std::optional<std::string> content_of(const std::string& path) {
    std::string text;
    auto error = read_pieces(path, [&](std::string_view piece) {
        text += piece;
        return text.size() <= longest_file;
    });
    if (!error && text.size() > longest_file) error = Error{path, 0, 0, "longer than 256 MiB"};
    if (!error) return text;
    say(error->text());
    return {};
}

struct Taker {
    std::vector<const Standard*> standards = {};
    bool right = true;

    void wrong(const std::string& text) {
        say(text);
        right = false;
    }

    ParameterIds named(std::string_view option, const std::vector<std::string>& names) {
        ParameterIds ids;
        for (const auto& name : names) {
            auto some = parameters_named(name, standards);
            if (some)
                ids.merge(*some);
            else
                wrong(fmt::format("{}: {}", option, some.error().message));
        }
        return ids;
    }
};

} // namespace

bool take_gate(AuditArguments& arguments, const Standards& standards, Gate& gate) {
    Taker taker;
    for (const auto& standard : standards) taker.standards.push_back(standard.get());

    if (!arguments.select.empty() || !arguments.ignore.empty()) {
        auto counted = taker.named("--select", arguments.select);
        if (arguments.select.empty())
            for (const auto id : parameter_ids(standards)) counted.emplace(id);
        for (const auto& id : taker.named("--ignore", arguments.ignore)) counted.erase(id);
        gate.counted = std::move(counted);
    }
    for (const auto& id : arguments.bar.on_parameters) {
        auto right = parameter_ids(standards);
        if (std::ranges::find(right, id) == right.end()) {
            right.insert(right.end(), {"fatal", "markdown"});
            taker.wrong("--fail-on: " + unknown("parameter", id, right));
        } else if (taker.right && gate.counted && !gate.counted->contains(id)) {
            taker.wrong(fmt::format("--fail-on {}: --select and --ignore leave it out", id));
        }
    }
    if (!arguments.suppressions.empty()) {
        const auto text = content_of(arguments.suppressions);
        gate.suppressions.emplace();
        gate.suppressions->path = arguments.suppressions;
        if (!text) taker.right = false;
        const auto errors = parse_suppressions(text.value_or(""), taker.standards, arguments.today, *gate.suppressions);
        for (const auto& error : errors) taker.wrong(error.text());
    }
    if (!arguments.baseline.empty()) {
        const auto text = content_of(arguments.baseline);
        if (!text) return false;
        auto baseline = Baseline::parse(*text, arguments.baseline);
        if (baseline)
            gate.baseline.emplace(std::move(*baseline));
        else
            taker.wrong(baseline.error().text());
    }
    gate.writes_baseline = !arguments.write_baseline.empty();
    gate.today = arguments.today;
    return taker.right;
}

} // namespace motaudit
