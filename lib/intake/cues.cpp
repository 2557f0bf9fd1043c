// WebVTT: the block parser of https://www.w3.org/TR/webvtt1/#file-parsing, without regions and styles, whose blocks are read over
// like comments. SubRip: what its players agree on.

#include "intake/cues.hpp"

#include "intake/ascii.hpp"
#include <optional>

namespace motaudit {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF", arrow = "-->";

std::string_view without_mark(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return text;
}

// Lines one after another; they end in LF, CR LF or CR.
class Lines {
public:
    explicit Lines(std::string_view text) : text_(text), has_returns_(text.find('\r') != std::string_view::npos) {}

    bool at_end() const { return at_ >= text_.size(); }
    std::uint32_t number() const { return number_; } // of the line that next() gives

    std::string_view next() {
        auto line = text_.substr(at_, text_.find('\n', at_) - at_);
        std::size_t end_size = 1;
        if (const auto returns = has_returns_ ? line.find('\r') : std::string_view::npos; returns != std::string_view::npos) {
            line = line.substr(0, returns);
            end_size = text_.substr(at_ + returns, 2) == "\r\n" ? 2 : 1;
        }
        at_ = std::min(at_ + line.size() + end_size, text_.size());
        ++number_;
        return line;
    }

private:
    std::string_view text_;
    bool has_returns_;
    std::size_t at_ = 0;
    std::uint32_t number_ = 1;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

// What a caption's times may look like.
struct Rules {
    bool comma = false;   // may part the milliseconds off
    bool lenient = false; // one digit for hours, minutes and seconds, one or two for milliseconds
};

// Takes a time off the front.
std::optional<double> take_time(std::string_view& text, Rules rules) {
    std::size_t at = 0;
    const auto digits = [&](std::size_t& count) {
        double value = 0;
        for (count = 0; at < text.size() && ascii::is_digit(text[at]); ++at, ++count) value = value * 10 + (text[at] - '0');
        return value;
    };
    double part[3] = {};
    std::size_t parts = 0, first_count = 0;
    while (parts < 3) {
        std::size_t count = 0;
        part[parts] = digits(count);
        if (parts == 0) first_count = count;
        if (count == 0 || (parts > 0 && count != 2 && !(rules.lenient && count == 1))) return {};
        ++parts;
        if (at >= text.size() || text[at] != ':') break;
        if (parts < 3) ++at;
    }
    // Two parts are minutes and seconds; a first part of another length than two can only be hours.
    if (parts < 2 || (parts == 2 && first_count != 2 && !rules.lenient)) return {};
    const double hours = parts == 3 ? part[0] : 0, minutes = part[parts - 2], seconds = part[parts - 1];
    if (minutes > 59 || seconds > 59) return {};
    double fraction = 0;
    if (at < text.size() && (text[at] == '.' || (rules.comma && text[at] == ','))) {
        ++at;
        std::size_t count = 0;
        fraction = digits(count);
        if (count != 3 && !(rules.lenient && (count == 1 || count == 2))) return {};
        for (; count > 0; --count) fraction /= 10;
    } else if (!rules.lenient) {
        return {};
    }
    text.remove_prefix(at);
    return hours * 3600 + minutes * 60 + seconds + fraction;
}

// "00:00.000 --> 00:02.000 align:start": settings are not looked at.
bool read_times(std::string_view line, Rules rules, Cue& cue) {
    const auto skip = [&] {
        while (!line.empty() && is_blank(line[0])) line.remove_prefix(1);
    };
    skip();
    const auto start = take_time(line, rules);
    skip();
    if (!start || !line.starts_with(arrow)) return false;
    line.remove_prefix(arrow.size());
    skip();
    const auto end = take_time(line, rules);
    if (!end) return false;
    cue.start = *start;
    cue.end = *end;
    return true;
}

void note_bad(Cues& cues, std::string_view line, std::uint32_t number) {
    if (cues.bad++ != 0) return;
    cues.first_bad = number;
    cues.what_is_bad = line;
}

bool has_arrow(std::string_view line) { return line.find(arrow) != std::string_view::npos; }

// From the beginning of `first` to the end of `last`, which is of the same text and not before it.
std::string_view joined(std::string_view first, std::string_view last) {
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

constexpr Rules webvtt_rules = {}, srt_rules = {.comma = true, .lenient = true};

bool is_index(std::string_view line) {
    line = ascii::trim(line);
    return !line.empty() && line.size() <= 9 && line.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

bool is_webvtt(std::string_view text) {
    text = without_mark(text);
    constexpr std::string_view signature = "WEBVTT";
    if (!text.starts_with(signature)) return false;
    return text.size() == signature.size() || std::string_view(" \t\r\n").find(text[signature.size()]) != std::string_view::npos;
}

Cues webvtt_cues(std::string_view text) {
    Cues cues;
    if (!is_webvtt(text)) return cues;
    Lines lines(without_mark(text));
    lines.next();
    // The header goes on to a blank line, or to the first cue.
    std::string_view held = {}; // a line that belongs to the next block
    std::uint32_t held_number = 0;
    bool holds = false;
    while (!lines.at_end()) {
        held_number = lines.number();
        held = lines.next();
        if (held.empty()) break;
        holds = has_arrow(held);
        if (holds) break;
    }
    while (holds || !lines.at_end()) {
        Cue cue;
        bool is_cue = false, seen_arrow = false;
        std::string_view first = {}; // line of a block that may be an id
        for (std::uint32_t count = 1; holds || !lines.at_end(); ++count) {
            const auto number = holds ? held_number : lines.number();
            const auto line = holds ? held : lines.next();
            holds = false;
            if (has_arrow(line)) {
                if (seen_arrow || count > 2) { // a cue begins without a blank line before it
                    held = line;
                    held_number = number;
                    holds = true;
                    break;
                }
                seen_arrow = true;
                cue.id = first;
                cue.line = number;
                is_cue = read_times(line, webvtt_rules, cue);
                if (!is_cue) note_bad(cues, line, number);
            } else if (line.empty()) {
                break;
            } else if (!seen_arrow) {
                if (count == 1) first = line;
            } else if (cue.text.data() == nullptr) {
                cue.text = line;
                cue.line = number;
            } else {
                cue.text = joined(cue.text, line);
            }
        }
        if (is_cue) cues.all.push_back(cue);
    }
    return cues;
}

Cues srt_cues(std::string_view text) {
    Cues cues;
    Lines lines(without_mark(text));
    std::string_view last = {}; // the line before, and where the text ended before it
    std::string_view text_before_last = {};
    bool was_blank = true; // two lines ago
    Cue* open = nullptr;
    while (!lines.at_end()) {
        const auto number = lines.number();
        const auto line = lines.next();
        Cue cue;
        if (has_arrow(line) && read_times(line, srt_rules, cue)) {
            cue.line = number;
            // The index above it is not the end of the cue before.
            if (is_index(last) && (was_blank || open == nullptr)) {
                cue.id = ascii::trim(last);
                if (open != nullptr) open->text = text_before_last;
            }
            cues.all.push_back(cue);
            open = &cues.all.back();
            last = text_before_last = {};
            was_blank = true;
            continue;
        }
        if (has_arrow(line) && (was_blank || is_index(last))) note_bad(cues, line, number);
        was_blank = ascii::trim(last).empty();
        last = line;
        if (open == nullptr) continue;
        text_before_last = open->text;
        if (ascii::trim(line).empty()) continue;
        if (open->text.empty()) open->line = number;
        open->text = open->text.empty() ? line : joined(open->text, line);
    }
    return cues;
}

bool is_srt(std::string_view text) {
    Lines lines(without_mark(text));
    std::string_view line = {};
    while (!lines.at_end() && ascii::trim(line).empty()) line = lines.next();
    Cue cue;
    if (has_arrow(line) && read_times(line, srt_rules, cue)) return true;
    return is_index(line) && !lines.at_end() && read_times(lines.next(), srt_rules, cue);
}

} // namespace motaudit
