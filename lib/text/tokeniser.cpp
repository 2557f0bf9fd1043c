#include "text/tokeniser.hpp"

#include "base/utf8.hpp"
#include "text/byte_class.hpp"
#include "text/characters.hpp"
#include "text/placeholders.hpp"
#include "text/token_shapes.hpp"
#include <algorithm>
#include <array>

namespace motaudit {
namespace {

using namespace byte_class;

// Behind these a full stop ends no sentence.
constexpr std::array<std::string_view, 21> abbreviations = {"mr",  "mrs",  "ms",  "dr",  "prof", "st", "sr",
                                                            "jr",  "vs",   "e.g", "i.e", "eg",   "ie", "approx",
                                                            "tel", "dept", "inc", "ltd", "ext",  "mx", "no"};

// How far a token that is no word is looked at: keeps a megabyte without white space from costing its square.
constexpr std::size_t longest_look = 512;

// One run over a text.
class Run {
public:
    Run(std::string_view text, TextKind kind, bool in_latin_text, WordMemo& memo, Segmenter& segmenter, std::vector<Word>& out)
        : text_(text), kind_(kind), in_latin_text_(in_latin_text), memo_(memo), segmenter_(segmenter), out_(out),
          first_(out.size()) {}

    void split() {
        while (at_ < text_.size()) {
            const auto c = class_of(text_[at_]);
            if (c & letter) {
                if (plain_word() || (chunk_begins() && special_token())) continue;
                word();
            } else if (c & space)
                ++at_;
            else if (c & line)
                line_break();
            else if (c & stop)
                full_stop();
            else if (c & digit) {
                if (!special_token()) ++at_;
            } else if (c & special) {
                if (!bracketed() && !special_token()) ++at_;
            } else if (c & high)
                other_script();
            else if (text_[at_] == '"')
                straight_quote();
            else
                ++at_;
        }
    }

private:
    bool chunk_begins() const { return at_ == 0 || at_ >= chunk_end_; }

    // Nearly every word: letters between white space, perhaps with a mark behind them.
    bool plain_word() {
        const char* const text = text_.data();
        const auto size = text_.size();
        if (at_ > 0 && !(class_of(text[at_ - 1]) & (space | line))) return false;
        auto end = at_ + 1;
        while (end < size && class_of(text[end]) & letter) ++end;
        if (end == at_ + 1) return false; // "s t u p i d"
        if (end < size && !(class_of(text[end]) & (space | line))) {
            const char mark = text[end];
            if (mark != '.' && mark != ',' && mark != '!' && mark != '?' && mark != ':' && mark != ';' && mark != ')') return false;
            if (end + 1 < size && !(class_of(text[end + 1]) & (space | line))) return false;
        }
        put(WordKind::word, at_, end);
        at_ = end;
        return true;
    }

    // Looks ahead to the next white space: is there anything but letters? If so, is it a link, a code …?
    bool special_token() {
        std::size_t end = at_;
        std::uint8_t seen = 0;
        bool inner_stop = false;
        const auto limit = std::min(text_.size(), at_ + longest_look);
        while (end < limit) {
            const auto c = class_of(text_[end]);
            if (c & (space | line)) break;
            if (c & high) {
                const auto next = character_at(text_, end);
                if (const auto kind = kind_of(next.point); kind == CharKind::space || kind == CharKind::ideograph) break;
                end += static_cast<std::size_t>(next.size);
                seen |= high;
                continue;
            }
            if (text_[end] == '{' && end > at_) {
                // "https://…/{{ ticket.id }}" is one link.
                if (const auto size = placeholder_at(text_.substr(end)); size != 0) {
                    seen |= special;
                    end += size;
                    continue;
                }
            }
            if ((c & stop) && end + 1 < text_.size() && class_of(text_[end + 1]) & (letter | digit)) inner_stop = true;
            seen |= c;
            ++end;
        }
        if (!(class_of(text_[at_]) & (digit | special))) chunk_end_ = end;
        if (!(seen & (digit | special)) && !inner_stop) return false;
        const auto shape = shape_of(text_.substr(at_, end - at_));
        if (!shape) {
            chunk_end_ = at_; // ordinary words with a slash or such between: look again behind it
            if (class_of(text_[at_]) & letter) chunk_end_ = next_break(end);
            return false;
        }
        auto size = shape->size;
        if (shape->kind == WordKind::link && end == limit && end < text_.size())
            while (at_ + size < text_.size() && !(class_of(text_[at_ + size]) & (space | line))) ++size;
        put(shape->kind, at_, at_ + size);
        at_ += size;
        chunk_end_ = at_;
        return true;
    }

    // The end of the word that begins here: after it a new chunk is looked at.
    std::size_t next_break(std::size_t end) const {
        std::size_t i = at_;
        while (i < end && (class_of(text_[i]) & (letter | high) || text_[i] == '\'')) ++i;
        return i;
    }

    bool bracketed() {
        const auto rest = text_.substr(at_);
        if (kind_.spoken && rest[0] == '[') {
            const auto close = rest.substr(0, 64).find(']');
            if (close != std::string_view::npos) {
                put(WordKind::annotation, at_, at_ + close + 1);
                at_ += close + 1;
                return true;
            }
        }
        if (rest[0] == '%' && at_ > 0 && class_of(text_[at_ - 1]) & digit) return false; // "50%off%"
        const auto size = placeholder_at(rest);
        if (size == 0) return false;
        put(WordKind::placeholder, at_, at_ + size);
        at_ += size;
        chunk_end_ = at_;
        return true;
    }

    // Where a masked word may begin at a letter: the end of what belongs to it, else 0. "st*pid" and "id!ot" have marks for
    // letters; in "s.t.u.p.i.d" and "s t u p i d" the letters stand apart.
    std::size_t mask_end(std::size_t begin, std::size_t end) const {
        constexpr std::size_t longest = 24;
        const auto is_letter = [&](std::size_t i) { return i < text_.size() && (class_of(text_[i]) & letter); };
        const auto limit = std::min(text_.size(), begin + 2 * longest);
        if (end < limit && std::string_view("*@$!|").find(text_[end]) != std::string_view::npos) {
            auto behind = end;
            while (behind < limit && (is_letter(behind) || class_of(text_[behind]) & digit ||
                                      std::string_view("*@$!|").find(text_[behind]) != std::string_view::npos))
                ++behind;
            while (behind > end && !is_letter(behind - 1)) --behind;
            return behind > end ? behind : 0;
        }
        if (end != begin + 1 || end >= limit) return 0;
        const char mark = text_[end];
        if (mark != '.' && mark != '-' && mark != '_' && (mark != ' ' || kind_.spoken)) return 0;
        auto behind = end;
        while (behind + 1 < limit && text_[behind] == mark && is_letter(behind + 1) && !is_letter(behind + 2)) behind += 2;
        const std::size_t letters = (behind - begin + 1) / 2, least = mark == ' ' ? 4 : 3;
        return letters >= least ? behind : 0;
    }

    void word() {
        const auto begin = at_;
        bool ascii = true, ascii_letters = true;
        while (at_ < text_.size()) {
            const auto c = class_of(text_[at_]);
            if (c & letter) {
                ++at_;
                continue;
            }
            if (text_[at_] == '\'' && at_ + 1 < text_.size() && class_of(text_[at_ + 1]) & letter && at_ > begin) {
                ++at_;
                continue;
            }
            if (c & high) {
                const auto next = character_at(text_, at_);
                const auto kind = kind_of(next.point);
                const auto behind = at_ + static_cast<std::size_t>(next.size);
                if (kind == CharKind::letter || kind == CharKind::ignorable) {
                    ascii = ascii_letters = false;
                    at_ = behind;
                    continue;
                }
                if (kind == CharKind::apostrophe && at_ > begin && behind < text_.size() &&
                    class_of(text_[behind]) & (letter | high)) {
                    ascii = false;
                    at_ = behind;
                    continue;
                }
            }
            // "e-mail" and "t-shirt" are one word.
            if (text_[at_] == '-' && at_ - begin == 1 && at_ + 3 < text_.size() &&
                class_of(text_[at_ + 1]) & class_of(text_[at_ + 2]) & class_of(text_[at_ + 3]) & letter &&
                !(begin >= 2 && text_[begin - 1] == '-')) {
                ++at_;
                continue;
            }
            break;
        }
        if (ascii)
            if (const auto end = mask_end(begin, at_); end != 0 && is_masked(begin, end)) at_ = end;
        const bool hyphen_before = begin >= 2 && text_[begin - 1] == '-' && class_of(text_[begin - 2]) & (letter | digit);
        const bool hyphen_after = at_ + 1 < text_.size() && text_[at_] == '-' && class_of(text_[at_ + 1]) & (letter | digit);
        put(WordKind::word, begin, at_);
        if (hyphen_before) out_.back().flags |= Word::hyphen_before;
        if (hyphen_after) out_.back().flags |= Word::hyphen_after;
        if (!ascii_letters) out_.back().flags |= Word::not_ascii;
    }

    void other_script() {
        const auto c = character_at(text_, at_);
        const auto size = static_cast<std::size_t>(c.size);
        switch (kind_of(c.point)) {
        case CharKind::letter:
            if (is_wide_digit(c.point)) return wide_number();
            word();
            return;
        case CharKind::ideograph:
            if (at_ >= segmented_) segment();
            put(WordKind::word, at_, at_ + size);
            out_.back().flags |= Word::not_ascii;
            if (!segmenter_.begins_word(at_)) out_.back().flags |= Word::joined;
            at_ += size;
            return;
        case CharKind::stop:
            pending_stop_ = true;
            break;
        case CharKind::quote_open: {
            const std::string_view close = c.point == 0x201C || c.point == 0x201E ? "”"
                                           : c.point == 0x00AB                    ? "»"
                                           : c.point == 0x300C                    ? "」"
                                                                                  : "』";
            quote_until(text_.substr(0, at_ + 600).find(close, at_ + size));
            break;
        }
        default:
            break;
        }
        at_ += size;
    }

    static bool is_wide_digit(std::int32_t c) { return c >= 0xFF10 && c <= 0xFF19; }

    // １２：３０ and １，３００ are numbers like 12:30 and 1,300; the kinds of mark are those of number_size.
    void wide_number() {
        const auto begin = at_;
        std::size_t end = at_;
        while (end < text_.size()) {
            const auto c = character_at(text_, end);
            const bool digit_here = is_wide_digit(c.point) || (c.point >= '0' && c.point <= '9');
            if (digit_here)
                at_ = end + static_cast<std::size_t>(c.size);
            else if (at_ != end || (c.point != 0xFF1A && c.point != 0xFF0F && c.point != 0xFF0E && c.point != 0xFF0C &&
                                    c.point != '/' && c.point != '.' && c.point != ':'))
                break;
            end += static_cast<std::size_t>(c.size);
        }
        put(WordKind::number, begin, at_);
        out_.back().flags |= Word::not_ascii;
        chunk_end_ = at_;
    }

    // Finds the words of the run of ideographs that begins here. Long runs go piece by piece: memory stays small.
    void segment() {
        constexpr std::size_t longest_piece = 4096;
        segmented_ = at_;
        while (segmented_ < text_.size() && segmented_ - at_ < longest_piece) {
            const auto c = character_at(text_, segmented_);
            if (c.point < 0x80 || kind_of(c.point) != CharKind::ideograph) break;
            segmented_ += static_cast<std::size_t>(c.size);
        }
        segmenter_.open(text_.substr(at_, segmented_ - at_), at_);
    }

    void quote_until(std::size_t close) {
        if (close == std::string_view::npos) return;
        if (text_.substr(at_, close - at_).find("\n\n") != std::string_view::npos) return;
        quote_end_ = close;
    }

    // Opens where it stands before a word and is closed in the same paragraph; inches and stray marks open nothing.
    void straight_quote() {
        if (at_ >= quote_end_) {
            const bool opens = (at_ == 0 || !(class_of(text_[at_ - 1]) & (letter | digit))) && at_ + 1 < text_.size() &&
                               !(class_of(text_[at_ + 1]) & (space | line));
            if (opens) quote_until(text_.substr(0, std::min(text_.size(), at_ + 600)).find('"', at_ + 1));
        }
        ++at_;
    }

    void full_stop() {
        std::size_t end = at_;
        while (end < text_.size() && class_of(text_[end]) & stop) ++end;
        const auto marks = text_.substr(at_, end - at_);
        const bool dots_only = marks.find_first_not_of('.') == std::string_view::npos;
        bool ends = true;
        if (marks == "." && out_.size() > first_) {
            const auto& last = out_.back();
            const auto before = text_.substr(last.span.begin, last.span.size());
            if (last.span.end == at_ && is_abbreviation(before, end)) ends = false;
        }
        if (dots_only && marks.size() > 1) { // "so… what": a pause, not an end, before a small letter
            std::size_t next = end;
            while (next < text_.size() && class_of(text_[next]) & space) ++next;
            if (next < text_.size() && text_[next] >= 'a' && text_[next] <= 'z') ends = false;
        }
        if (ends) pending_stop_ = true;
        at_ = end;
    }

    bool is_abbreviation(std::string_view word, std::size_t behind) const {
        if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I') return true; // an initial
        if (word.size() > 6) return false;
        std::string lower(word);
        for (char& c : lower)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
        if (std::ranges::find(abbreviations, lower) == abbreviations.end()) return false;
        if (lower != "no" && lower != "st") return true;
        while (behind < text_.size() && class_of(text_[behind]) & space) ++behind;
        return behind < text_.size() && class_of(text_[behind]) & digit; // "No. 12"
    }

    // A blank line ends a sentence, and so does a line that was not broken for its length: short, or before a list.
    void line_break() {
        const auto line_size = at_ - line_begin_;
        std::size_t next = at_ + 1;
        while (next < text_.size() && class_of(text_[next]) & space) ++next;
        const char follows = next < text_.size() ? text_[next] : '\n';
        const bool list =
            follows == '-' || follows == '*' || (class_of(follows) & digit) || static_cast<unsigned char>(follows) >= 0x80;
        const char before = at_ > 0 ? text_[at_ - 1] : '\n';
        if (follows == '\n' || list || before == ',' || before == ':' || before == '\n' ||
            (line_size < 50 && follows >= 'A' && follows <= 'Z'))
            pending_stop_ = true;
        ++at_;
        line_begin_ = at_;
        pending_line_ = true;
    }

    std::span<const WordMemo::Known> known(std::size_t begin, std::size_t end) {
        return memo_.look_up(text_.substr(begin, end - begin), text_.data() + text_.size(), in_latin_text_);
    }
    bool is_masked(std::size_t begin, std::size_t end) { return (known(begin, end).front().flags & Word::disguised) != 0; }

    void put(WordKind kind, std::size_t begin, std::size_t end) {
        std::uint16_t flags = 0;
        if (pending_stop_ && out_.size() > first_) ++sentence_;
        if (pending_stop_ || out_.size() == first_) flags |= Word::sentence_start;
        if (pending_line_ || begin == 0) flags |= Word::line_start;
        if (begin < quote_end_) flags |= Word::quoted;
        pending_stop_ = pending_line_ = false;
        const Span span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        for (const auto& word : known(begin, end)) {
            out_.push_back({.span = span,
                            .id = word.id,
                            .sentence = sentence_,
                            .hash = word.hash,
                            .kind = kind,
                            .flags = static_cast<std::uint16_t>(flags | word.flags)});
            flags &= static_cast<std::uint16_t>(~(Word::sentence_start | Word::line_start));
        }
    }

    std::string_view text_;
    TextKind kind_;
    bool in_latin_text_;
    WordMemo& memo_;
    Segmenter& segmenter_;
    std::vector<Word>& out_;
    std::size_t first_;
    std::size_t at_ = 0, chunk_end_ = 0, line_begin_ = 0, quote_end_ = 0, segmented_ = 0;
    std::uint32_t sentence_ = 0;
    bool pending_stop_ = false, pending_line_ = false;
};

} // namespace

void Tokeniser::split(std::string_view text, TextKind kind, std::vector<Word>& out) {
    const bool in_latin_text = count_high_bytes(text) * 2 <= text.size();
    Run(text, kind, in_latin_text, memo_, segmenter_, out).split();
}

} // namespace motaudit
