#include "intake/placed_text.hpp"

#include "base/utf8.hpp"
#include "intake/entities.hpp"
#include "intake/html.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace motaudit {
namespace {

using std::string_view;

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

char32_t hex4(string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + std::min<std::size_t>(digits.size(), 4), value, 16);
    return value;
}

} // namespace

Place place_behind(string_view text, Place place) {
    for (const char c : text) {
        ++place.column;
        if (c == '\n') place = {place.line + 1, 1};
    }
    return place;
}

void PlacedText::add(string_view bytes, Place place) {
    if (bytes.empty()) return;
    const bool follows = !text_.empty() && place.line == next_.line && (place.line == 0 || place.column == next_.column);
    if (!follows) marks_.push_back({static_cast<std::uint32_t>(text_.size()), place});
    text_ += bytes;
    next_ = place.line == 0 ? Place() : place_behind(bytes, place);
}

Place PlacedText::at(std::size_t offset) const {
    const auto behind = std::ranges::upper_bound(marks_, offset, {}, &PlaceMark::at);
    if (behind == marks_.begin()) return {};
    const auto& mark = *std::prev(behind);
    return mark.place.line == 0 ? Place() : place_behind(string_view(text_).substr(mark.at, offset - mark.at), mark.place);
}

std::vector<Place> PlacedText::places() const {
    std::vector<Place> out;
    out.reserve(text_.size());
    Place here;
    auto mark = marks_.begin();
    for (std::size_t at = 0; at < text_.size(); ++at) {
        if (mark != marks_.end() && mark->at == at) here = (mark++)->place;
        out.push_back(here);
        if (here.line != 0) here = place_behind(string_view(text_).substr(at, 1), here);
    }
    return out;
}

void PlacedText::trim() {
    while (!text_.empty() && is_blank(text_.back())) text_.pop_back();
    const auto begin = static_cast<std::size_t>(std::ranges::find_if_not(text_, is_blank) - text_.begin());
    if (begin == 0) return;
    const auto first = at(begin);
    text_.erase(0, begin);
    std::erase_if(marks_, [&](const PlaceMark& mark) { return mark.at <= begin; });
    for (auto& mark : marks_) mark.at -= static_cast<std::uint32_t>(begin);
    marks_.insert(marks_.begin(), {0, first});
}

void PlacedText::give(Turn& turn) const {
    turn.text = text_;
    turn.place = at(0);
    turn.marks = marks_;
    if (turn.place.line != 0) return;
    // A turn that stands nowhere has no places at all: one that begins with a made-up mark has the first there is.
    for (const auto& mark : marks_)
        if (turn.place.line == 0) turn.place = mark.place;
}

PlacedText json_string(string_view quoted, Place place) {
    PlacedText out;
    for (std::size_t at = 1; at + 1 < quoted.size();) {
        const Place here = {place.line, place.column + static_cast<std::uint32_t>(at)}; // no line ends within
        if (quoted[at] != '\\') {
            const auto end = std::min(quoted.find('\\', at), quoted.size() - 1);
            out.add(quoted.substr(at, end - at), here);
            at = end;
            continue;
        }
        const char escape = quoted[at + 1];
        if (escape != 'u') {
            constexpr string_view escapes = "bfnrt", meanings = "\b\f\n\r\t";
            const auto known = escapes.find(escape);
            if (escape != 'r') out.add(known == string_view::npos ? quoted.substr(at + 1, 1) : meanings.substr(known, 1), here);
            at += 2;
            continue;
        }
        char32_t point = hex4(quoted.substr(at + 2));
        at += 6;
        if (point >= 0xD800 && point < 0xDC00 && quoted.substr(at).starts_with("\\u")) {
            point = 0x10000 + ((point - 0xD800) << 10) + (hex4(quoted.substr(at + 2)) - 0xDC00);
            at += 6;
        }
        std::string bytes;
        append_utf8(bytes, point);
        out.add(bytes, here);
    }
    return out;
}

// The HTML parser tells no places. What it made of a text is laid beside what is seen of the source with tags passed over and
// entities read: what agrees stands there. Lists and quotes begin with marks of their own; hidden elements are passed over as
// soon as the next few letters are found behind them.
PlacedText html_text(const PlacedText& html) {
    struct Seen {
        std::string text = {};
        std::vector<std::uint32_t> at = {};
    } seen;
    const auto source = html.text();
    for (std::size_t at = 0; at < source.size();) {
        const char next = at + 1 < source.size() ? source[at + 1] : ' ';
        if (source.substr(at).starts_with("<!--")) {
            const auto end = source.find("-->", at);
            at = end == string_view::npos ? source.size() : end + 3;
        } else if (source[at] == '<' && ((next | 0x20) >= 'a' && (next | 0x20) <= 'z' ? true : next == '/' || next == '!')) {
            const auto end = source.find('>', at);
            at = end == string_view::npos ? source.size() : end + 1;
        } else {
            std::string bytes;
            auto size = source[at] == '&' ? read_entity(source.substr(at), bytes) : 0;
            if (size == 0) {
                bytes = source[at];
                size = 1;
            }
            for (const char c : bytes) {
                if (is_blank(c)) continue;
                seen.text += c;
                seen.at.push_back(static_cast<std::uint32_t>(at));
            }
            at += size;
        }
    }

    constexpr std::size_t likely = 8, far = 4096;
    const auto places = html.places();
    const std::string text = html_to_text(source);
    PlacedText out;
    std::size_t from = 0, line = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto one = string_view(text).substr(at, 1);
        if (is_blank(one[0])) {
            out.add(one, out.next());
            if (one[0] == '\n') line = at + 1;
            continue;
        }
        if (from >= seen.text.size() || seen.text[from] != one[0]) {
            const auto before = string_view(text).substr(line, at - line);
            const bool is_made_up = before.find_first_not_of("-> 0123456789._") == string_view::npos &&
                                    string_view("->0123456789._").find(one[0]) != string_view::npos;
            std::string wanted;
            for (auto ahead = at; ahead < text.size() && wanted.size() < likely && text[ahead] != '\n'; ++ahead)
                if (!is_blank(text[ahead])) wanted += text[ahead];
            const auto found = is_made_up ? string_view::npos : string_view(seen.text).substr(0, from + far).find(wanted, from);
            if (found == string_view::npos) {
                out.add(one, {});
                continue;
            }
            from = found;
        }
        out.add(one, places[seen.at[from++]]);
    }
    return out;
}

} // namespace motaudit
