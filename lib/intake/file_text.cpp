#include "intake/ascii.hpp"
#include "intake/readers.hpp"

namespace motaudit {

std::string plain_head(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) return std::string(head.substr(3));
    const bool little = head.starts_with("\xFF\xFE");
    if (!little && !head.starts_with("\xFE\xFF")) return std::string(head);
    std::string text;
    for (std::size_t i = 2; i + 1 < head.size(); i += 2) {
        const char low = head[little ? i : i + 1], high = head[little ? i + 1 : i];
        text += high == 0 && static_cast<unsigned char>(low) < 0x80 ? low : '?';
    }
    return text;
}

namespace {

// A file packed as a whole is called as it was before: chat.txt.gz is chat.txt.
std::string_view without_packing(std::string_view path) {
    for (const std::string_view ending : {".gz", ".zst"}) {
        if (path.size() > ending.size() && ascii::same(path.substr(path.size() - ending.size()), ending))
            return path.substr(0, path.size() - ending.size());
    }
    return path;
}

} // namespace

std::string_view stem_of(std::string_view path) {
    path = without_packing(path);
    const auto slash = path.rfind('/');
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    const auto dot = path.rfind('.');
    return dot == 0 || dot == std::string_view::npos ? path : path.substr(0, dot);
}

bool has_extension(std::string_view path, std::string_view extension) {
    path = without_packing(path);
    return path.size() >= extension.size() && ascii::same(path.substr(path.size() - extension.size()), extension);
}

std::string_view without_carriage_returns(std::string_view text, Arena& arena) {
    if (text.find("\r\n") == std::string_view::npos) return text;
    char* to = arena.take(text.size());
    std::size_t size = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') to[size++] = text[i];
    }
    return {to, size};
}

} // namespace motaudit
