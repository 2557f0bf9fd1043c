#include "report/redact_parts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

// E-mail addresses as they are ("maria@mail.com"), parted ("maria (at) mail (dot) com") and spoken ("maria dot lopez at gmail dot
// com"); street addresses: a number, a name or two, and what the way is.

namespace motaudit {
namespace {

constexpr std::string_view mail_hosts[] = {"gmail",  "googlemail", "yahoo",      "ymail", "hotmail",   "outlook",
                                           "icloud", "live",       "msn",        "me",    "proton",    "gmx",
                                           "aol",    "mail",       "rocketmail", "qq",    "protonmail"};
constexpr std::string_view full_ways[] = {"street",  "road",    "avenue", "lane",      "drive",   "crescent", "boulevard",
                                          "highway", "terrace", "parade", "esplanade", "circuit", "court",    "jalan"};
constexpr std::string_view short_ways[] = {"st", "rd", "ave",   "ln",    "dr",  "cres",   "blvd", "hwy",   "tce",    "pde",
                                           "ct", "pl", "place", "close", "way", "square", "sq",   "grove", "gardens"};
// Between a number and "street" they show that it is no address: "5 minutes down the street".
constexpr std::string_view no_names[] = {"minutes", "minute", "hours",  "days",   "the",  "of",        "a",       "in",
                                         "on",      "from",   "this",   "that",   "your", "my",        "people",  "shops",
                                         "times",   "km",     "blocks", "stores", "to",   "at",        "is",      "and",
                                         "down",    "metres", "more",   "pm",     "am",   "different", "working", "business"};

template <class List>
bool has(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != std::end(list);
}

std::size_t skip_blanks(const FoldedView& view, std::size_t i) {
    while (view[i] == U' ') ++i;
    return i;
}

bool is_local(const FoldedView& view, std::size_t i) {
    const auto c = view[i];
    return view.is_word(i) || c == U'.' || c == U'_' || c == U'%' || c == U'+' || c == U'-';
}

// A mark as a sign, in brackets, or as a word between blanks: how much is known from its form.
enum class Form { none, sign, word };
struct Mark {
    Form form = Form::none;
    std::size_t end = 0; // what follows it, past blanks
};

Mark mark_at(const FoldedView& view, std::size_t i, char32_t sign, std::u32string_view word) {
    const auto from = skip_blanks(view, i);
    if (view[from] == sign) return {Form::sign, skip_blanks(view, from + 1)};
    const auto c = view[from];
    const bool opened = c == U'(' || c == U'[' || c == U'{' || c == U'<' || c == U'_' || c == U'*';
    const auto at = skip_blanks(view, opened ? from + 1 : from);
    if (view.text.compare(at, word.size(), word) != 0 || view.is_letter(at + word.size())) return {};
    const auto end = skip_blanks(view, at + word.size());
    if (opened) return {Form::sign, skip_blanks(view, end + 1)};
    return from > i && end > at + word.size() ? Mark{Form::word, end} : Mark{};
}

struct Domain {
    std::size_t end = 0; // 0: none
    bool has_dot = false, spoken = false, is_mail_host = false;
};

Domain domain_at(const FoldedView& view, std::size_t begin) {
    Domain domain;
    std::string room;
    std::size_t at = begin;
    for (int labels = 0; labels < 6; ++labels) {
        auto end = at;
        while (view.is_word(end) || (end > at && view[end] == U'-' && view.is_word(end + 1))) ++end;
        if (end == at) break;
        if (labels == 0) domain.is_mail_host = has(mail_hosts, view.word_at(at, room));
        if (labels > 0) {
            // What ends an address is letters: "@ 10.50" is a price.
            const bool letters = end - at >= 2 && view.is_letter(at) && view.is_letter(end - 1);
            domain.has_dot = domain.has_dot || letters;
            if (!letters && end - at < 2) break;
        }
        domain.end = end;
        const auto dot = mark_at(view, end, U'.', U"dot");
        // "gmail.com. Thanks": a full stop and a blank end it.
        if (dot.form == Form::none || (dot.form == Form::sign && dot.end > end + 1 && view[end] == U'.')) break;
        domain.spoken = domain.spoken || dot.form == Form::word || view[skip_blanks(view, end)] != U'.';
        at = dot.end;
    }
    return domain;
}

// Where the part before "at" begins: also "maria dot lopez", "m a r i a".
std::size_t local_before(const FoldedView& view, std::size_t end, bool spoken) {
    auto begin = end;
    while (begin > 0 && end - begin < 100 && is_local(view, begin - 1)) --begin;
    constexpr std::u32string_view joints[] = {U" dot ", U" underscore ", U" dash ",  U" hyphen ",
                                              U"(dot)", U"[dot]",        U" (dot) ", U" [dot] "};
    for (bool more = true; more && begin > 0;) {
        more = false;
        for (const auto joint : joints) {
            if (begin < joint.size() + 1 || view.text.compare(begin - joint.size(), joint.size(), joint) != 0) continue;
            auto before = begin - joint.size();
            const auto stop = before;
            while (before > 0 && stop - before < 100 && is_local(view, before - 1)) --before;
            if (before == stop) continue;
            begin = before;
            more = true;
            break;
        }
        // Letters that are spelled out.
        if (!more && spoken && begin >= 2 && view[begin - 1] == U' ' && view.is_word(begin - 2) && view[begin + 1] == U' ' &&
            (begin == 2 || view[begin - 3] == U' ')) {
            begin -= 2;
            more = true;
        }
    }
    return begin;
}

} // namespace

void hide_mail_addresses(const FoldedView& view, std::vector<Hidden>& out) {
    std::size_t done = 0;
    for (std::size_t i = 1; i < view.size(); ++i) {
        const auto c = view[i];
        if (c != U'@' && c != U' ' && c != U'(' && c != U'[' && c != U'{' && c != U'<' && c != U'_') continue;
        if (!is_local(view, i - 1) || i <= done) continue;
        const auto mark = mark_at(view, i, U'@', U"at");
        if (mark.form == Form::none) continue;
        const auto domain = domain_at(view, mark.end);
        if (domain.end == 0) continue;
        const bool tight = c == U'@' && mark.end == i + 1;
        // "It is at oppo.com" is a page; "at gmail.com" and "at oppo dot com" are addresses.
        const bool is_address = mark.form == Form::word ? domain.has_dot && (domain.spoken || domain.is_mail_host)
                                                        : domain.has_dot || (tight && view.is_letter(mark.end));
        if (!is_address) continue;
        const auto begin = std::max(done, local_before(view, i, mark.form == Form::word));
        if (begin >= i) continue;
        out.push_back({view.bytes(begin, domain.end), "[e-mail]"});
        done = domain.end;
        i = domain.end - 1;
    }
}

void hide_street_addresses(const FoldedView& view, std::vector<Hidden>& out) {
    std::string room;
    for (std::size_t i = 0; i < view.size(); ++i) {
        if (!view.is_digit(i) || (i > 0 && view.is_word(i - 1))) continue;
        auto at = i;
        while (view.is_digit(at)) ++at;
        if (at - i > 5) {
            i = at;
            continue;
        }
        if (view.is_letter(at) && !view.is_word(at + 1)) ++at; // 12a
        if (view[at] == U',') ++at;
        if (view[at] != U' ') continue;
        at = skip_blanks(view, at);
        bool capitals = true;
        for (int names = 0; names < 4; ++names) {
            const bool capital = at < view.size() && view.capital[at];
            const std::string word(view.word_at(at, room));
            if (word.empty() || has(no_names, word)) break;
            const auto end = at + word.size();
            if (names > 0 && (has(full_ways, word) ? capitals || names == 1 : has(short_ways, word) && capitals && capital)) {
                auto begin = i;
                // "5/12 Smith Street", "Unit 5, 12 …"
                if (begin >= 2 && view[begin - 1] == U'/')
                    for (--begin; begin > 0 && view.is_digit(begin - 1);) --begin;
                out.push_back({view.bytes(begin, end), "[address]"});
                i = end - 1;
                break;
            }
            capitals = capitals && capital;
            if (view[end] == U'.' || view[end] == U'\'' || view[end] != U' ') break;
            at = skip_blanks(view, end);
        }
    }
}

} // namespace motaudit
