#include "report/region.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace motaudit {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::size_t most_looked_back = 1 << 16;

// The place in characters as far as the turn itself tells: what stands before it in its line is taken for ASCII.
Place in_characters(Place place, std::string_view text, std::size_t at) {
    const auto from = std::min(at, text.size());
    for (std::size_t i = from; i > 0 && from - i < most_looked_back && text[i - 1] != '\n'; --i)
        if ((static_cast<unsigned char>(text[i - 1]) & 0xc0) == 0x80 && place.column > 1) --place.column;
    return place;
}

} // namespace

RegionFinder::RegionFinder(const Conversation& talk, const ReportStyle& style)
    : talk_(talk), places_(talk), record_(style.record), first_line_(style.record_line) {
    if (first_line_ == 1 && record_.starts_with(byte_order_mark)) record_.remove_prefix(byte_order_mark.size()); // no column
}

// Stands at the byte of a place and has counted the characters before it in its line; false where the record has no such byte.
bool RegionFinder::go_to(Place place) {
    if (place.line < first_line_) return false;
    const auto line = place.line - first_line_ + 1;
    if (line < line_ || (line == line_ && line_begin_ + place.column - 1 < at_)) {
        if (line < line_) line_ = 1, line_begin_ = 0;
        at_ = line_begin_;
        column_ = 1;
    }
    for (; line_ < line; ++line_) {
        const auto end = record_.find('\n', line_begin_);
        if (end == std::string_view::npos) return false;
        at_ = line_begin_ = end + 1;
        column_ = 1;
    }
    const auto target = line_begin_ + place.column - 1;
    if (target >= record_.size()) return false;
    for (; at_ < target; ++column_) at_ += decode(record_, at_).size;
    return at_ == target;
}

Region RegionFinder::of(const Evidence& evidence) {
    const auto place = places_.of(evidence);
    if (place.line == 0) return {};
    const auto words = words_of(evidence, talk_);
    if (!go_to(place) || (!words.empty() && record_[at_] != words.front()))
        return {in_characters(place, talk_.turns[evidence.turn].text, evidence.span.begin), {}};
    Region found = {{place.line, column_}, {}};
    if (words.empty() || record_.substr(at_, words.size()) != words) return found;
    found.end = found.begin;
    for (std::size_t at = 0; at < words.size();) {
        const auto c = decode(words, at);
        at += c.size;
        ++found.end.column;
        if (c.value == '\n') found.end = {found.end.line + 1, 1};
    }
    return found;
}

} // namespace motaudit
