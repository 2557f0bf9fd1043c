#include "report/redact.hpp"

#include "report/redact_parts.hpp"

#include <algorithm>
#include <cstdint>

namespace motaudit {
namespace {

constexpr std::u32string_view titles[] = {U"mr", U"mrs", U"ms", U"miss", U"dr", U"sir", U"madam", U"mx"};
// Words before what somebody gives as a name.
constexpr std::u32string_view introductions[] = {U"my name is ", U"my names ", U"my name's ",      U"full name is ",
                                                 U"full name: ", U"name: ",    U"my full name is "};

void hide_name(const FoldedView& view, const std::u32string& name, const std::string& token, bool needs_capital,
               std::vector<Hidden>& out) {
    for (auto at = view.text.find(name); at != std::u32string::npos; at = view.text.find(name, at + 1)) {
        const auto end = at + name.size();
        if ((at > 0 && view.is_word(at - 1)) || (view.is_word(end) && view[end] != U'\'')) continue;
        if (needs_capital && !view.capital[at]) continue;
        out.push_back({view.bytes(at, end), token});
    }
}

// "My name is Maria Lopez": one to three words with capitals, or the first where there is none.
void hide_introductions(const FoldedView& view, std::vector<Hidden>& out) {
    for (const auto lead : introductions) {
        for (auto at = view.text.find(lead); at != std::u32string::npos; at = view.text.find(lead, at + 1)) {
            if (at > 0 && view.is_word(at - 1)) continue;
            const auto begin = at + lead.size();
            auto end = begin;
            for (auto i = begin; i < view.size() && end < begin + 60;) {
                if (!view.is_letter(i) || (i > begin && !view.capital[i])) break;
                while (view.is_letter(i) || (view[i] == U'\'' && view.is_letter(i + 1)) ||
                       (view[i] == U'-' && view.is_letter(i + 1)))
                    ++i;
                end = i;
                if (!view.capital[begin] || view[i] != U' ') break;
                ++i;
            }
            if (end > begin) out.push_back({view.bytes(begin, end), "[name]"});
        }
    }
}

bool is_title(std::u32string_view word) { return std::ranges::find(titles, word) != std::end(titles); }

// Longer stretches win; neighbours with the same token and only blanks between are one.
std::vector<Hidden> arranged(std::vector<Hidden> all, std::string_view text) {
    std::ranges::stable_sort(all, [](const Hidden& a, const Hidden& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::vector<Hidden> kept;
    for (auto& one : all) {
        if (kept.empty() || one.span.begin >= kept.back().span.end) {
            auto* const last = kept.empty() ? nullptr : &kept.back();
            if (last != nullptr && last->shown == one.shown && one.shown.find("\u2026") == std::string::npos &&
                text.substr(last->span.end, one.span.begin - last->span.end).find_first_not_of(" .") == std::string_view::npos)
                last->span.end = one.span.end;
            else
                kept.push_back(std::move(one));
            continue;
        }
        // Two that overlap without one holding the other: nothing of either may show.
        if (one.span.end > kept.back().span.end) kept.back().span.end = one.span.end;
    }
    return kept;
}

} // namespace

void Redactor::add_name(std::string_view name, std::string_view token, bool is_ordinary_word) {
    const FoldedView view(name);
    for (std::size_t begin = 0; begin < view.size();) {
        auto end = begin;
        while (view.is_word(end) || (end > begin && (view[end] == U'-' || view[end] == U'\'') && view.is_word(end + 1))) ++end;
        const auto word = view.text.substr(begin, end - begin);
        if (word.size() >= 2 && !is_title(word)) names_.push_back({word, std::string(token), is_ordinary_word || word.size() == 2});
        begin = std::max(end, begin + 1);
    }
}

void Redactor::add_words(std::string_view words, std::string_view token) {
    const FoldedView view(words);
    if (view.size() >= 3) names_.push_back({view.text, std::string(token), false});
}

std::vector<Hidden> Redactor::find(std::string_view text) const {
    const FoldedView view(text);
    std::vector<Hidden> all;
    for (const auto& name : names_) hide_name(view, name.folded, name.token, name.needs_capital, all);
    hide_introductions(view, all);
    hide_mail_addresses(view, all);
    hide_street_addresses(view, all);
    hide_numbers(view, all);
    return arranged(std::move(all), text);
}

std::string Redactor::redact(std::string_view text) const { return hide(text, find(text)); }

std::string hide(std::string_view text, const std::vector<Hidden>& hidden) {
    std::string out;
    std::size_t at = 0;
    for (const auto& one : hidden) {
        out.append(text.substr(at, one.span.begin - at)).append(one.shown);
        at = one.span.end;
    }
    return out.append(text.substr(at));
}

std::string agent_token(std::string_view name) {
    const FoldedView view(name);
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const auto c : view.text) hash = (hash ^ c) * 0x100000001b3;
    hash ^= hash >> 29;
    hash *= 0xbf58476d1ce4e5b9;
    hash ^= hash >> 32;
    constexpr std::string_view signs = "abcdefghijkmnpqrstuvwxyz23456789"; // without those that look alike
    std::string token = "[agent ";
    for (int i = 0; i < 5; ++i, hash >>= 5) token += signs[hash & 31];
    return token += ']';
}

} // namespace motaudit
