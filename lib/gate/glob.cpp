#include "gate/glob.hpp"

#include <cstddef>

namespace motaudit {
namespace {

// Where to go on from when what follows a star does not fit: the star takes one letter more.
struct Star {
    std::size_t pattern = std::string_view::npos, text = 0;
    bool seen() const { return pattern != std::string_view::npos; }
};

} // namespace

// Only the last star of each kind is gone back to: what an earlier one would reach, the later one reaches as well.
bool matches_glob(std::string_view pattern, std::string_view text) {
    std::size_t p = 0, t = 0;
    Star one, two;
    const auto retry = [&] {
        if (one.seen() && one.text < text.size() && text[one.text] != '/') {
            p = one.pattern;
            t = ++one.text;
            return true;
        }
        if (!two.seen() || two.text >= text.size()) return false;
        one = {};
        p = two.pattern;
        t = ++two.text;
        return true;
    };
    while (true) {
        if (pattern.substr(p, 2) == "**") {
            p += 2;
            two = {p, t};
            one = {};
        } else if (p < pattern.size() && pattern[p] == '*') {
            one = {++p, t};
        } else if (p == pattern.size() && t == text.size()) {
            return true;
        } else if (p < pattern.size() && t < text.size() && (pattern[p] == text[t] || (pattern[p] == '?' && text[t] != '/'))) {
            ++p;
            ++t;
        } else if (!retry()) {
            return false;
        }
    }
}

bool matches_path(std::string_view pattern, std::string_view path) {
    while (path.starts_with("./")) path.remove_prefix(2);
    while (true) {
        if (matches_glob(pattern, path)) return true;
        const auto slash = path.find('/');
        if (slash == path.npos) return false;
        path.remove_prefix(slash + 1);
    }
}

} // namespace motaudit
