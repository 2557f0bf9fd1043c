#include "report/snippet.hpp"

#include "base/utf8.hpp"
#include "report/screen.hpp"
#include "report/visible.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

// A turn may be a megabyte long and have a thousand findings: only the neighbourhood of the evidence is ever looked at.

namespace motaudit {
namespace {

constexpr std::string_view gutter = "| ";
constexpr std::string_view ellipsis = "\u2026";

// One character of the turn as it is shown.
struct Glyph {
    std::size_t at = 0; // its byte in the turn
    std::size_t columns = 0;
    std::string shown = {};
    bool is_space() const { return shown == " "; }
};

// A stretch of one line, and whether more of the line stands before and after it.
struct Window {
    std::vector<Glyph> glyphs = {};
    std::size_t first = 0; // of the glyphs, those shown: [first, last)
    std::size_t last = 0;
    std::size_t end = 0; // the byte behind the last glyph
    bool cut_before = false;
    bool cut_after = false;

    std::size_t begin_byte() const { return first < glyphs.size() ? glyphs[first].at : end; }
    std::size_t end_byte() const { return last < glyphs.size() ? glyphs[last].at : end; }
};

Glyph glyph_at(std::string_view text, std::size_t at, std::size_t& next) {
    const auto c = decode(text, at);
    next = at + c.size;
    Glyph glyph = {at, 0, {}};
    if (c.value == '\t' || c.value == '\r')
        glyph.shown = " ";
    else if (c.value == '#' && is_ci_command(text.substr(at)))
        glyph.shown = "\\x23";
    else
        append_visible(c, text.substr(at, c.size), glyph.shown);
    glyph.columns = columns_of(glyph.shown);
    return glyph;
}

// The glyphs of the line that the span begins in, from at most `reach` bytes before it to `reach` bytes behind its begin.
Window neighbourhood(std::string_view text, Span span, std::size_t reach) {
    const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
    std::size_t from = begin;
    while (from > 0 && begin - from < reach && text[from - 1] != '\n') --from;
    Window window;
    window.cut_before = from > 0 && text[from - 1] != '\n';
    const auto is_inside = [&](std::size_t at) { return at < begin && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80; };
    if (window.cut_before)
        while (is_inside(from)) ++from;
    std::size_t at = from;
    while (at < text.size() && at < begin + reach && text[at] != '\n') window.glyphs.push_back(glyph_at(text, at, at));
    window.end = at;
    window.cut_after = at < text.size() && text[at] != '\n';
    window.last = window.glyphs.size();
    return window;
}

std::size_t columns_between(const Window& window, std::size_t first, std::size_t last) {
    std::size_t columns = 0;
    for (auto i = first; i < last; ++i) columns += window.glyphs[i].columns;
    return columns;
}

// Narrows the window to so many columns around the span, and to whole words where one ends near the cut.
void narrow(Window& window, Span span, std::size_t room) {
    const auto& glyphs = window.glyphs;
    while (window.first < window.last && glyphs[window.first].is_space()) ++window.first;
    while (window.last > window.first && glyphs[window.last - 1].is_space()) --window.last;
    if (!window.cut_before && !window.cut_after && columns_between(window, window.first, window.last) <= room) return;
    const auto index_of = [&](std::size_t byte) {
        const auto found = std::ranges::lower_bound(glyphs, byte, {}, &Glyph::at);
        return std::clamp(static_cast<std::size_t>(found - glyphs.begin()), window.first, window.last);
    };
    const auto match = index_of(span.begin);
    const auto match_end = std::max(match, index_of(span.end));
    auto first = match;
    auto last = match;
    std::size_t used = 2; // an ellipsis at either end
    const auto take = [&](const Glyph& glyph) { return used + glyph.columns <= room && ((used += glyph.columns), true); };
    while (last < match_end && take(glyphs[last])) ++last;
    // By turns a glyph of the left and one of the right, until the room or the line is used up.
    for (bool left = true, right = last == match_end; left || right;) {
        left = left && first > window.first && take(glyphs[first - 1]) && (--first, true);
        right = right && last < window.last && take(glyphs[last]) && (++last, true);
    }
    constexpr std::size_t longest_piece = 14;
    window.cut_before = window.cut_before || first > window.first;
    if (window.cut_before && first > 0 && !glyphs[first - 1].is_space())
        for (auto i = first; i < match && i < first + longest_piece; ++i)
            if (glyphs[i].is_space()) {
                first = i + 1;
                break;
            }
    // What the left does not need is the right's.
    used = columns_between(window, first, last) + (window.cut_before ? 2 : 1);
    while (last >= match_end && last < window.last && take(glyphs[last])) ++last;
    window.cut_after = window.cut_after || last < window.last;
    if (window.cut_after && last < glyphs.size() && !glyphs[last].is_space())
        for (auto i = last; i > match_end && i + longest_piece > last; --i)
            if (glyphs[i - 1].is_space()) {
                last = i - 1;
                break;
            }
    window.first = first;
    window.last = last;
}

bool is_in(const Glyph& glyph, const Evidence& seen) { return seen.span.begin <= glyph.at && glyph.at < seen.span.end; }

void append_marks(const Window& window, std::span<const Evidence> marked, std::string_view note, std::size_t indent,
                  const ReportStyle& style, std::string& out) {
    std::string marks;
    for (auto i = window.first; i < window.last; ++i) {
        const auto& glyph = window.glyphs[i];
        const bool hit = std::ranges::any_of(marked, [&](const Evidence& seen) { return is_in(glyph, seen); });
        marks.append(glyph.columns, hit ? '^' : ' ');
    }
    marks.erase(marks.find_last_not_of(' ') + 1);
    if (window.cut_before && !marks.empty()) marks.insert(0, " ");
    const auto label = visible(note);
    if (marks.empty() && label.empty()) return;
    const auto lead = [&] {
        out.append(indent, ' ');
        paint(Ink::dim, gutter, style, out);
    };
    lead();
    paint(Ink::red, marks, style, out);
    const auto end = width_of(style);
    const auto used = indent + gutter.size() + marks.size() + 1;
    if (!label.empty() && used + columns_of(label) > end) {
        out += '\n';
        lead();
        paint(Ink::red, fit(label, end - indent - gutter.size()), style, out);
    } else if (!label.empty()) {
        if (!marks.empty()) out += ' ';
        paint(Ink::red, label, style, out);
    }
    out += '\n';
}

} // namespace

std::size_t append_snippet(const Turn& turn, std::span<const Evidence> evidence, std::size_t indent, const ReportStyle& style,
                           std::string& out) {
    const std::size_t room = width_of(style) - indent - gutter.size();
    auto window = neighbourhood(turn.text, evidence.front().span, room * 4);
    narrow(window, evidence.front().span, room);

    std::size_t count = 1;
    while (count < evidence.size() && evidence[count].span.begin >= window.begin_byte() &&
           evidence[count].span.end <= window.end_byte() && !evidence[count].span.empty())
        ++count;
    const auto marked = evidence.first(count);

    out.append(indent, ' ');
    if (window.first == window.last) {
        paint(Ink::dim, gutter.substr(0, 1), style, out);
        out += '\n';
        return count;
    }
    paint(Ink::dim, gutter, style, out);
    if (window.cut_before) paint(Ink::dim, ellipsis, style, out);
    for (auto i = window.first; i < window.last;) {
        const auto hit = [&](std::size_t at) {
            return std::ranges::any_of(marked, [&](const Evidence& seen) { return is_in(window.glyphs[at], seen); });
        };
        std::string run;
        const bool is_hit = hit(i);
        for (; i < window.last && hit(i) == is_hit; ++i) run += window.glyphs[i].shown;
        paint(is_hit ? Ink::bold : Ink::plain, run, style, out);
    }
    if (window.cut_after) paint(Ink::dim, ellipsis, style, out);
    out += '\n';

    const auto notes = std::ranges::count_if(marked, [](const Evidence& seen) { return !seen.note.empty(); });
    if (notes <= 1) {
        const auto noted = std::ranges::find_if(marked, [](const Evidence& seen) { return !seen.note.empty(); });
        append_marks(window, marked, noted == marked.end() ? "" : std::string_view(noted->note), indent, style, out);
    } else {
        for (std::size_t i = 0; i < marked.size(); ++i)
            append_marks(window, marked.subspan(i, 1), marked[i].note, indent, style, out);
    }
    return count;
}

} // namespace motaudit
