#include "report/sarif_text.hpp"

#include "report/json_text.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace motaudit {
namespace {

bool is_unreserved(unsigned char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
           std::string_view("-._~/!").find(static_cast<char>(c)) != std::string_view::npos;
}

} // namespace

void append_sarif_text(std::string_view key, std::string_view text, std::string& out) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        if (c == '[' || c == ']' || c == '\\') escaped += '\\';
        if (c == '{' || c == '}') escaped += c;
        escaped += c;
    }
    append_json_key(key, out);
    out += '{';
    append_json_key("text", out);
    append_json_string(escaped, out);
    out += '}';
}

std::string uri_of(std::string_view path) {
    const auto normal = std::filesystem::path(path).lexically_normal().native(); // a file URI holds no "..": SARIF 3.10.2
    std::string out = normal.starts_with('/') ? "file://" : "";
    for (const char c : normal) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_unreserved(byte))
            out += c;
        else
            out += fmt::format("%{:02X}", byte);
    }
    return out;
}

std::string fingerprint(std::string_view standard, std::string_view path, std::string_view conversation,
                        std::string_view parameter) {
    // FNV-1a: the same for all time and on every machine, and nobody gains by a collision.
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto mix = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3; };
    for (const auto part : {standard, path, conversation, parameter}) {
        for (const char c : part) mix(static_cast<unsigned char>(c));
        mix(0xff); // in no UTF-8: parts do not run together
    }
    return fmt::format("{:016x}", hash);
}

} // namespace motaudit
