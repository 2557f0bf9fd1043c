#include "intake/transcript_layout.hpp"

#include "intake/ascii.hpp"
#include "intake/labels.hpp"

namespace motaudit {
namespace {

using namespace ascii;

// "-", "–" or "-->" between the two times of a range; 0 bytes where there is none.
std::size_t range_sign(std::string_view text) {
    for (const std::string_view sign : {"-->", "->", "–", "-"}) {
        if (text.starts_with(sign)) return sign.size();
    }
    return 0;
}

// One time, or two as a range, at `at`; returns where they end, or `at`.
std::size_t read_times(std::string_view text, std::size_t at, Line& line) {
    Stamp stamp;
    const std::size_t size = read_stamp(text.substr(at), stamp);
    if (size == 0 || !stamp.has_time) return at;
    line.start = stamp;
    std::size_t end = at + size;
    const std::size_t sign = skip_blanks(text, end), sign_size = range_sign(text.substr(sign));
    if (sign_size == 0) return end;
    const std::size_t second = skip_blanks(text, sign + sign_size), second_size = read_stamp(text.substr(second), stamp);
    if (second_size == 0 || !stamp.has_time) return end;
    line.end = stamp;
    return second + second_size;
}

// The time at the line's front; returns where the rest begins.
std::size_t read_front(std::string_view text, Line& line) {
    const std::size_t begin = skip_blanks(text, 0);
    if (begin == text.size()) return begin;
    const bool bracket = text[begin] == '[', parenthesis = text[begin] == '(';
    std::size_t at = begin;
    if (bracket || parenthesis) {
        at = skip_blanks(text, begin + 1);
        const std::size_t end = read_times(text, at, line), close = skip_blanks(text, end);
        if (end == at || close == text.size() || text[close] != (bracket ? ']' : ')')) {
            line.start = line.end = std::nullopt;
            return begin;
        }
        line.time_place = bracket ? TimePlace::brackets : TimePlace::parentheses;
        at = close + 1;
    } else {
        at = read_times(text, begin, line);
        if (at == begin) return begin;
        if (line.start->units || (at < text.size() && blank_size(text.substr(at)) == 0)) { // "3m long", "10:30-ish"
            line.start = line.end = std::nullopt;
            return begin;
        }
        line.time_place = TimePlace::bare;
    }
    at = skip_blanks(text, at);
    // WhatsApp puts a dash between time and name, others a bar.
    for (const std::string_view sign : {"- ", "– ", "| "}) {
        if (text.substr(at).starts_with(sign)) return skip_blanks(text, at + sign.size());
    }
    return at;
}

// A time behind the label: "Jamie (10:32 AM)", "Jamie [10:32]", and where `bare`, "Jamie  10:32 AM".
bool split_time(std::string_view& label, bool bare, Line& line) {
    std::size_t open = std::string_view::npos;
    const char last = label.empty() ? '\0' : label.back();
    const bool closed = last == ')' || last == ']';
    if (closed) open = label.rfind(last == ')' ? '(' : '[');
    if (closed && open != std::string_view::npos) {
        const std::size_t begin = skip_blanks(label, open + 1);
        const std::size_t end = read_times(label, begin, line);
        if (end != begin && skip_blanks(label, end) == label.size() - 1) {
            label = trim(label.substr(0, open));
            return true;
        }
        line.start = line.end = std::nullopt;
        return false;
    }
    if (!bare) return false;
    for (std::size_t at = 1; at < label.size() && at < 64; ++at) {
        if (blank_size(label.substr(at - 1)) == 0 || !is_digit(label[at])) continue;
        const std::size_t end = read_times(label, at, line);
        if (end == label.size() && !line.start->units) {
            label = trim(label.substr(0, at));
            return true;
        }
        line.start = line.end = std::nullopt;
    }
    return false;
}

// Where the colon is that ends a label: before a blank, the line's end, or as wide as an ideograph.
struct Colon {
    std::size_t at = std::string_view::npos;
    std::size_t size = 1;
};
Colon find_colon(std::string_view text) {
    text = text.substr(0, 140);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at).starts_with("：")) return {at, std::string_view("：").size()};
        if (text[at] == ':' && (at + 1 == text.size() || blank_size(text.substr(at + 1)) != 0)) return {at, 1};
    }
    return {};
}

// "[SPEAKER_00]: t", also without the colon.
bool read_bracketed_label(std::string_view rest, Line& line) {
    if (!rest.starts_with('[')) return false;
    const auto close = rest.substr(0, 64).find(']');
    if (close == std::string_view::npos) return false;
    const auto label = trim(rest.substr(1, close - 1));
    auto after = rest.substr(close + 1);
    const bool colon = after.starts_with(':');
    if ((!colon && !same(label.substr(0, 8), "speaker_")) || !is_label(label, true)) return false;
    if (colon) after.remove_prefix(1);
    line.label = label;
    line.text = trim(after);
    return true;
}

} // namespace

Line read_line(std::string_view whole, std::uint32_t number) {
    Line line;
    line.whole = whole;
    line.number = number;
    const auto rest = whole.substr(read_front(whole, line));
    line.text = trim(rest);
    if (line.text.empty() || read_bracketed_label(rest, line)) return line;

    const Colon colon = find_colon(rest);
    if (colon.at != std::string_view::npos) {
        auto label = trim(rest.substr(0, colon.at));
        if (line.time_place == TimePlace::none && split_time(label, false, line)) line.time_place = TimePlace::after_label;
        if (is_label(label, line.time_place != TimePlace::none)) {
            line.label = label;
            line.text = trim(rest.substr(colon.at + colon.size));
            return line;
        }
        if (line.time_place == TimePlace::after_label) {
            line.time_place = TimePlace::none;
            line.start = line.end = std::nullopt;
        }
    }
    // A label with its text below: a role's word, or any name with a time.
    auto label = line.text;
    if (label.size() > 80) return line;
    if (line.time_place == TimePlace::none && split_time(label, true, line)) {
        line.time_place = TimePlace::after_label;
        line.alone = is_label(label, false);
        if (!line.alone) {
            line.time_place = TimePlace::none;
            line.start = line.end = std::nullopt;
        }
    } else {
        const auto role = role_of(label);
        line.alone = role && role->plain && !ascii::is_digit(label.back()) && (is_upper(label[0]) || !ascii::is_letter(label[0]));
    }
    if (line.alone) {
        line.label = label;
        line.text = {};
    }
    return line;
}

std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

} // namespace motaudit
