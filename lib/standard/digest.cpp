#include "standard/digest.hpp"

#include <fmt/format.h>

extern "C" {
#include <sha2.h>
}

namespace motaudit {

struct Digest::State {
    SHA2_CTX context = {};
    void add(std::string_view bytes) { SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()); }
};

Digest::Digest() : state_(std::make_unique<State>()) { SHA256Init(&state_->context); }
Digest::~Digest() = default;

void Digest::add(std::string_view name, std::string_view bytes) {
    state_->add(fmt::format("{}:{}:", name.size(), bytes.size()));
    state_->add(name);
    state_->add(bytes);
}

std::string Digest::text() const {
    SHA2_CTX copy = state_->context;
    std::uint8_t hash[SHA256_DIGEST_LENGTH];
    SHA256Final(hash, &copy);
    std::string out = "sha256:";
    for (const auto byte : hash) fmt::format_to(std::back_inserter(out), "{:02x}", byte);
    return out;
}

} // namespace motaudit
