#include "fix/diff.hpp"

#include "report/visible.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace motaudit {
namespace {

constexpr std::size_t context = 3;

// Lines with their ends.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto size = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

void line(char mark, std::string_view text, std::string& out) {
    out += mark;
    out += text;
    if (!text.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

} // namespace

// Lines stay lines, so that they are compared one by one.
void append_diff(std::string_view path, std::string_view before, std::string_view after, std::string& out) {
    const auto old_lines = lines_of(before), new_lines = lines_of(after);
    const auto count = std::min(old_lines.size(), new_lines.size());
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < count; ++i)
        if (old_lines[i] != new_lines[i]) changed.push_back(i);
    if (changed.empty()) return;
    const auto name = visible(path);
    const bool rooted = name.starts_with('/');
    out += fmt::format("--- {0}{1}\n+++ {2}{1}\n", rooted ? "" : "a/", name, rooted ? "" : "b/");
    for (std::size_t first = 0; first < changed.size();) {
        auto last = first;
        while (last + 1 < changed.size() && changed[last + 1] - changed[last] <= 2 * context) ++last;
        const auto begin = changed[first] - std::min(changed[first], context);
        const auto end = std::min(changed[last] + context + 1, count);
        out += fmt::format("@@ -{0},{1} +{0},{1} @@\n", begin + 1, end - begin);
        for (auto at = begin; at < end;) {
            if (old_lines[at] == new_lines[at]) {
                line(' ', old_lines[at++], out);
                continue;
            }
            auto behind = at; // of the lines in a row that are changed
            while (behind < end && old_lines[behind] != new_lines[behind]) ++behind;
            for (auto i = at; i < behind; ++i) line('-', old_lines[i], out);
            for (auto i = at; i < behind; ++i) line('+', new_lines[i], out);
            at = behind;
        }
        first = last + 1;
    }
}

} // namespace motaudit
