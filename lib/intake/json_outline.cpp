#include "intake/json_outline.hpp"

#include <algorithm>
#include <unordered_set>

namespace motaudit {
namespace {

// A format is known by what stands near the root; a hostile text may have no end of keys.
constexpr std::size_t deepest = 8, most_paths = 4096, longest_key = 64;

// Walks over JSON without building anything of it. Keys are taken as they are written: none that we look for has an escape.
class Walk {
public:
    Walk(std::string_view text, std::unordered_set<std::string>& paths) : text_(text), paths_(paths) {}

    void go() {
        while (at_ < text_.size() && paths_.size() < most_paths) {
            switch (text_[at_]) {
            case '{':
                open("");
                break;
            case '[':
                open(depth_ == 0 && path_.empty() ? "" : "[]");
                break;
            case '}':
            case ']':
                if (depth_ == 0 || --depth_ == 0) return;
                if (depth_ < deepest) path_.resize(ends_[depth_]);
                break;
            case '"':
                string();
                continue;
            default:
                break;
            }
            ++at_;
        }
    }

private:
    void open(std::string_view mark) {
        if (depth_ < deepest) {
            if (depth_ != 0 || !mark.empty()) path_ += mark;
            ends_[depth_] = path_.size();
        }
        ++depth_;
        if (depth_ <= deepest) ends_[depth_ - 1] = path_.size();
    }

    void string() {
        const auto begin = ++at_;
        while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
        if (at_ >= text_.size()) return;
        const auto key = text_.substr(begin, at_++ - begin);
        const auto colon = text_.find_first_not_of(" \t\r\n", at_);
        if (colon == std::string_view::npos || text_[colon] != ':' || depth_ == 0 || depth_ > deepest || key.size() > longest_key)
            return;
        path_.resize(ends_[depth_ - 1]);
        if (!path_.empty()) path_ += '.';
        path_ += key;
        paths_.insert(path_);
    }

    std::string_view text_;
    std::unordered_set<std::string>& paths_;
    std::size_t at_ = 0, depth_ = 0;
    std::size_t ends_[deepest + 1] = {}; // where the path of what is open ends
    std::string path_ = {};
};

// Calls `take(path, wanted)` for each path of an alternative, and `end()` after each alternative.
template <class Take, class End>
void each_alternative(std::string_view keys, Take take, End end) {
    while (!keys.empty()) {
        const auto space = std::min(keys.find(' '), keys.size());
        auto word = keys.substr(0, space);
        keys.remove_prefix(std::min(space + 1, keys.size()));
        if (word == "|") {
            end();
            continue;
        }
        const bool wanted = word[0] != '!';
        if (!wanted) word.remove_prefix(1);
        take(word, wanted);
    }
    end();
}

} // namespace

JsonOutline::JsonOutline(std::string_view text) {
    std::unordered_set<std::string> paths;
    Walk(text, paths).go();
    paths_.assign(paths.begin(), paths.end());
    std::ranges::sort(paths_);
}

bool JsonOutline::has(std::string_view path) const {
    return std::ranges::binary_search(paths_, path, std::ranges::less{}, [](const std::string& p) { return std::string_view(p); });
}

int fit(const JsonOutline& outline, std::string_view keys) {
    int best = 0, there = 0;
    bool fits = true;
    each_alternative(
        keys,
        [&](std::string_view path, bool wanted) {
            fits = fits && outline.has(path) == wanted;
            there += wanted ? 1 : 0;
        },
        [&] {
            if (fits) best = std::max(best, there);
            fits = true;
            there = 0;
        });
    return best;
}

NearFit near_fit(const JsonOutline& outline, std::string_view keys) {
    NearFit best, one;
    each_alternative(
        keys,
        [&](std::string_view path, bool wanted) {
            if (wanted && outline.has(path))
                ++one.there;
            else if (wanted && one.missing.empty())
                one.missing = path;
        },
        [&] {
            if (one.there > best.there) best = one;
            one = {};
        });
    return best;
}

} // namespace motaudit
