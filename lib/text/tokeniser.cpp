#include "text/tokeniser.hpp"

#include "text/fold.hpp"
#include "text/lexicon.hpp"
#include "text/token_shapes.hpp"
#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace motaudit {
namespace {

// What a byte can be. High bytes begin characters that ICU classifies.
enum : std::uint8_t { letter = 1, digit = 2, space = 4, line = 8, stop = 16, special = 32, high = 64 };

constexpr auto byte_class = [] {
    std::array<std::uint8_t, 256> table = {};
    for (int c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32] = letter;
    for (int c = '0'; c <= '9'; ++c) table[c] = digit;
    for (const char c : {' ', '\t', '\r', '\v', '\f', '\0'}) table[static_cast<unsigned char>(c)] = space;
    table['\n'] = line;
    for (const char c : {'.', '!', '?'}) table[static_cast<unsigned char>(c)] = stop;
    for (const char c : {'@', '#', '/', '_', '\\', '<', '{', '[', '%', '$', '*'}) table[static_cast<unsigned char>(c)] = special;
    for (int c = 0x80; c < 0x100; ++c) table[static_cast<std::size_t>(c)] = high;
    return table;
}();
std::uint8_t class_of(char c) { return byte_class[static_cast<unsigned char>(c)]; }

// Behind these a full stop ends no sentence.
constexpr std::array<std::string_view, 21> abbreviations = {"mr",  "mrs",  "ms",  "dr",  "prof", "st", "sr",
                                                            "jr",  "vs",   "e.g", "i.e", "eg",   "ie", "approx",
                                                            "tel", "dept", "inc", "ltd", "ext",  "mx", "no"};

// A character at `at`: its code point and size; invalid bytes are one byte each.
struct Character {
    UChar32 point = 0;
    int size = 1;
};
Character character_at(std::string_view text, std::size_t at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
    const int size = static_cast<int>(std::min<std::size_t>(4, text.size() - at));
    int i = 0;
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    return {c, i};
}

enum class CharKind : std::uint8_t { other, letter, ideograph, space, ignorable, stop, quote_open, quote_close, apostrophe };
CharKind kind_of(UChar32 c) {
    switch (c) {
    case 0x2019:
    case 0x02BC:
    case 0x2018:
    case 0x201B:
    case 0x2032:
    case 0xFF07:
        return CharKind::apostrophe;
    case 0x201C:
    case 0x00AB:
    case 0x201E:
    case 0x300C:
    case 0x300E:
        return CharKind::quote_open;
    case 0x201D:
    case 0x00BB:
    case 0x300D:
    case 0x300F:
        return CharKind::quote_close;
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0x203C:
    case 0x2049:
    case 0xFF0E:
        return CharKind::stop;
    case 0x00A0:
    case 0x3000:
        return CharKind::space;
    default:
        break;
    }
    if (c < 0) return CharKind::other;
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return CharKind::ignorable;
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || (c >= 0x3040 && c <= 0x30FF)) return CharKind::ideograph;
    if (u_isUWhiteSpace(c)) return CharKind::space;
    const auto type = u_charType(c);
    if (u_isalnum(c) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK) return CharKind::letter;
    return CharKind::other;
}

// How far a token that is no word is looked at: keeps a megabyte without white space from costing its square.
constexpr std::size_t longest_look = 512;

// What is known of a word's bytes.
template <class Find>
struct LookUp {
    const Find& find;
    template <class Put>
    void operator()(std::string_view bytes, WordKind, const Put& put) const {
        for (const auto& word : find(bytes)) put(word.hash, word.id, word.flags);
    }
    bool is_masked(std::string_view bytes) const { return (find(bytes).front().flags & Word::disguised) != 0; }
};

// One run over a text.
class Run {
public:
    Run(std::string_view text, TextKind kind, Segmenter& segmenter, std::vector<Word>& out)
        : text_(text), kind_(kind), segmenter_(segmenter), out_(out), first_(out.size()) {}

    template <class LookUp>
    void split(const LookUp& look_up) {
        while (at_ < text_.size()) {
            const auto c = class_of(text_[at_]);
            if (c & letter) {
                if (chunk_begins() && special_token(look_up)) continue;
                word(look_up);
            } else if (c & space)
                ++at_;
            else if (c & line)
                line_break();
            else if (c & stop)
                full_stop();
            else if (c & digit) {
                if (!special_token(look_up)) ++at_;
            } else if (c & special) {
                if (!bracketed(look_up) && !special_token(look_up)) ++at_;
            } else if (c & high)
                other_script(look_up);
            else if (text_[at_] == '"')
                straight_quote();
            else
                ++at_;
        }
    }

private:
    bool chunk_begins() const { return at_ == 0 || at_ >= chunk_end_; }

    // Looks ahead to the next white space: is there anything but letters? If so, is it a link, a code …?
    template <class LookUp>
    bool special_token(const LookUp& look_up) {
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
        put(shape->kind, at_, at_ + size, look_up);
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

    template <class LookUp>
    bool bracketed(const LookUp& look_up) {
        const auto rest = text_.substr(at_);
        if (kind_.spoken && rest[0] == '[') {
            const auto close = rest.substr(0, 64).find(']');
            if (close != std::string_view::npos) {
                put(WordKind::annotation, at_, at_ + close + 1, look_up);
                at_ += close + 1;
                return true;
            }
        }
        const auto size = placeholder_at(rest);
        if (size == 0) return false;
        put(WordKind::placeholder, at_, at_ + size, look_up);
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

    template <class LookUp>
    void word(const LookUp& look_up) {
        const auto begin = at_;
        bool ascii = true;
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
                    ascii = false;
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
            if (const auto end = mask_end(begin, at_); end != 0 && look_up.is_masked(text_.substr(begin, end - begin))) at_ = end;
        const bool hyphen_before = begin >= 2 && text_[begin - 1] == '-' && class_of(text_[begin - 2]) & (letter | digit);
        const bool hyphen_after = at_ + 1 < text_.size() && text_[at_] == '-' && class_of(text_[at_ + 1]) & (letter | digit);
        put(WordKind::word, begin, at_, look_up);
        if (hyphen_before) out_.back().flags |= Word::hyphen_before;
        if (hyphen_after) out_.back().flags |= Word::hyphen_after;
        if (!ascii) out_.back().flags |= Word::not_ascii;
    }

    template <class LookUp>
    void other_script(const LookUp& look_up) {
        const auto c = character_at(text_, at_);
        const auto size = static_cast<std::size_t>(c.size);
        switch (kind_of(c.point)) {
        case CharKind::letter:
            if (is_wide_digit(c.point)) return wide_number(look_up);
            word(look_up);
            return;
        case CharKind::ideograph:
            if (at_ >= segmented_) segment();
            put(WordKind::word, at_, at_ + size, look_up);
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

    static bool is_wide_digit(UChar32 c) { return c >= 0xFF10 && c <= 0xFF19; }

    // １２：３０ and １，３００ are numbers like 12:30 and 1,300; the kinds of mark are those of number_size.
    template <class LookUp>
    void wide_number(const LookUp& look_up) {
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
        put(WordKind::number, begin, at_, look_up);
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

    template <class LookUp>
    void put(WordKind kind, std::size_t begin, std::size_t end, const LookUp& look_up) {
        std::uint16_t flags = 0;
        if (pending_stop_ && out_.size() > first_) ++sentence_;
        if (pending_stop_ || out_.size() == first_) flags |= Word::sentence_start;
        if (pending_line_ || begin == 0) flags |= Word::line_start;
        if (begin < quote_end_) flags |= Word::quoted;
        pending_stop_ = pending_line_ = false;
        const Span span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        look_up(text_.substr(begin, end - begin), kind, [&](std::uint64_t hash, WordId id, std::uint16_t known) {
            out_.push_back({.span = span,
                            .id = id,
                            .sentence = sentence_,
                            .hash = hash,
                            .kind = kind,
                            .flags = static_cast<std::uint16_t>(flags | known)});
            flags &= static_cast<std::uint16_t>(~(Word::sentence_start | Word::line_start));
        });
    }

    std::string_view text_;
    TextKind kind_;
    Segmenter& segmenter_;
    std::vector<Word>& out_;
    std::size_t first_;
    std::size_t at_ = 0, chunk_end_ = 0, line_begin_ = 0, quote_end_ = 0, segmented_ = 0;
    std::uint32_t sentence_ = 0;
    bool pending_stop_ = false, pending_line_ = false;
};

constexpr std::size_t memo_size = std::size_t{1} << 15;

} // namespace

Tokeniser::Tokeniser(const WordRules& rules, const Lexicon* lexicon, FlagsOf flags_of)
    : rules_(rules), lexicon_(lexicon), flags_of_(std::move(flags_of)) {}

void Tokeniser::split(std::string_view text, TextKind kind, std::vector<Word>& out) {
    std::size_t high_bytes = 0;
    for (const char c : text) high_bytes += static_cast<unsigned char>(c) >= 0x80;
    const bool in_latin_text = high_bytes * 2 <= text.size();
    const auto find = [&](std::string_view bytes) { return look_up(bytes, in_latin_text); };
    Run(text, kind, segmenter_, out).split(LookUp<decltype(find)>{find});
}

std::span<const Tokeniser::Known> Tokeniser::look_up(std::string_view bytes, bool in_latin_text) {
    constexpr std::size_t told_by_hash = 8; // bytes
    const auto key = hash_of(bytes);
    const auto size = static_cast<std::uint8_t>(std::min<std::size_t>(bytes.size(), 0xff));
    if (memo_.empty()) memo_.resize(memo_size);
    std::size_t at = key >> 20 & (memo_size - 1);
    for (; memo_[at].known != 0; at = (at + 1) & (memo_size - 1)) {
        const auto& slot = memo_[at];
        // The same bytes may mean another word in a text of another script: the memo's state never shows in a verdict.
        if (slot.key != key || slot.size != size || slot.in_latin_text != in_latin_text) continue;
        if (size > told_by_hash && bytes_of_[slot.known - 1] != bytes) continue;
        return std::span(known_).subspan(slot.known - 1, known_[slot.known - 1].count);
    }
    if (known_.size() > memo_size / 2) { // full of words seen once: begin anew
        std::ranges::fill(memo_, Slot{});
        known_.clear();
        bytes_of_.clear();
        bytes_.clear();
        at = key >> 20 & (memo_size - 1);
    }
    const auto place = known_.size();
    make(bytes, in_latin_text);
    bytes_of_.resize(known_.size());
    bytes_of_[place] = bytes_.keep(bytes);
    memo_[at] = {key, static_cast<std::uint32_t>(place + 1), size, in_latin_text};
    return std::span(known_).subspan(place);
}

// Adds what is known of a word.
void Tokeniser::make(std::string_view bytes, bool in_latin_text) {
    fold_into(bytes, folded_);
    if (folded_.size() > 2 && folded_[1] == '-') folded_.erase(1, 1); // e-mail
    std::uint16_t flags = 0;
    const auto first = class_of(bytes[0]);
    if (first & letter ? bytes[0] <= 'Z' : (first & high) && u_isupper(character_at(bytes, 0).point)) flags |= Word::capital;
    if (bytes.size() > 1 && is_ascii(bytes) && std::ranges::all_of(bytes, [](char c) { return c >= 'A' && c <= 'Z'; }))
        flags |= Word::all_caps;
    if (rules_.fillers.contains(folded_)) flags |= Word::filler;
    if (flags_of_) flags |= flags_of_(bytes);

    const auto place = known_.size();
    const auto add = [&](std::string_view word) {
        const auto hash = hash_of(word);
        known_.push_back({.hash = hash, .id = lexicon_ != nullptr ? lexicon_->id_of(hash) : 0, .flags = flags});
        flags = static_cast<std::uint16_t>((flags & ~(Word::capital | Word::filler)) | Word::second_half);
    };
    if (const auto contraction = rules_.contractions.find(folded_);
        contraction != rules_.contractions.end() && !contraction->second.empty()) {
        for (std::size_t i = 0; i < std::min<std::size_t>(contraction->second.size(), 3); ++i) add(contraction->second[i]);
    } else if (folded_.size() > 2 && folded_.ends_with("'s")) { // "Maria's": the name, and what belongs to it
        add(std::string_view(folded_).substr(0, folded_.size() - 2));
        add("'s");
    } else
        add(folded_);
    known_[place].count = static_cast<std::uint8_t>(known_.size() - place);
    if (lexicon_ != nullptr && known_[place].count == 1 && known_[place].id == 0) find_disguised(known_[place], in_latin_text);
}

// A word with marks for letters or between them: the letters that the marks look like, any vowel for an asterisk.
template <class Take>
bool Tokeniser::find_masked(const Take& take) {
    constexpr std::string_view vowels = "aeiou";
    constexpr std::size_t most_stars = 2;
    plain_.clear();
    std::array<std::size_t, most_stars> stars = {};
    std::size_t starred = 0;
    for (const char c : folded_) {
        constexpr std::string_view marks = "@$!|013457", letters = "asiloleast";
        if (const auto i = marks.find(c); i != std::string_view::npos)
            plain_ += letters[i];
        else if (c == '*') {
            if (starred == most_stars) return false;
            stars[starred++] = plain_.size();
            plain_ += c;
        } else if (class_of(c) & letter)
            plain_ += c;
    }
    if (plain_.size() < 3) return false;
    if (starred == 0) return take(plain_);
    for (const char first : vowels) {
        plain_[stars[0]] = first;
        if (starred == 1 && take(plain_)) return true;
        if (starred == 1) continue;
        for (const char second : vowels) {
            plain_[stars[1]] = second;
            if (take(plain_)) return true;
        }
    }
    return false;
}

// A word that no phrase has: is it one in disguise? Letters of other scripts that look alike, digits for letters (0key),
// letters held down (hiiii). Only a form that a phrase has is taken, and never for a word of the dictionaries.
void Tokeniser::find_disguised(Known& word, bool in_latin_text) {
    const auto take = [&](std::string_view form) {
        const auto hash = hash_of(form);
        const auto id = lexicon_->id_of(hash);
        if (id == 0) return false;
        word.hash = hash;
        word.id = id;
        return true;
    };
    if (folded_.size() > 2 && folded_.find_first_of("*@$!|.-_ ") != std::string::npos) {
        if (find_masked(take)) word.flags |= Word::disguised;
        return;
    }
    if (word.flags & Word::spelled) return;
    if (!is_ascii(folded_)) {
        constexpr std::size_t short_word = 4; // bytes: "у" and "ου" are words of their own languages
        const bool mixed = std::ranges::any_of(folded_, [](char c) { return (class_of(c) & letter) != 0; });
        if (in_latin_text && (mixed || folded_.size() > short_word) && unmask(folded_, plain_) && is_ascii(plain_) && take(plain_))
            word.flags |= Word::disguised;
        return;
    }
    bool letters = false, digits = false;
    for (const char c : folded_) {
        letters |= (class_of(c) & letter) != 0;
        digits |= (class_of(c) & digit) != 0;
    }
    if (digits && letters && folded_.size() > 3) {
        for (const std::string_view to : {"oleast", "oieast"}) {
            plain_ = folded_;
            for (char& c : plain_)
                if (const auto i = std::string_view("013457").find(c); i != std::string_view::npos) c = to[i];
            if (!take(plain_)) continue;
            word.flags |= Word::disguised;
            return;
        }
        return;
    }
    if (digits || !letters) return;
    // Held-down letters: three or more of one become two, then one.
    for (const std::size_t keep : {std::size_t{2}, std::size_t{1}}) {
        plain_.clear();
        bool shortened = false;
        for (std::size_t i = 0; i < folded_.size();) {
            std::size_t run = 1;
            while (i + run < folded_.size() && folded_[i + run] == folded_[i]) ++run;
            shortened |= run > 2;
            plain_.append(run > 2 ? keep : run, folded_[i]);
            i += run;
        }
        if (!shortened) return;
        if (take(plain_)) return;
    }
}

} // namespace motaudit
