#include "query/sentence_ends.hpp"

#include "query/own_words.hpp"
#include <algorithm>

namespace motaudit {
namespace {

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// The last character before `at` that is neither white space nor a closing mark; and whether a blank line lies between.
struct Before {
    char mark = 0;
    std::size_t at = 0;
    bool blank_line = false;
};
Before before(std::string_view text, std::size_t at) {
    Before out;
    std::size_t line_ends = 0;
    while (at > 0) {
        const char c = text[at - 1];
        if (c == '\n') ++line_ends;
        if (std::string_view(" \t\r\n\"')").find(c) == std::string_view::npos) {
            out.mark = c;
            out.at = at - 1;
            break;
        }
        --at;
    }
    out.blank_line = line_ends > 1;
    return out;
}

constexpr std::size_t shortest_sentence = 6; // words; a shorter paragraph may be a heading

bool is_list_item(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return false;
    line.remove_prefix(begin);
    if (std::string_view("-*+>~=#|").find(line[0]) != std::string_view::npos || static_cast<unsigned char>(line[0]) >= 0x80)
        return true;
    const auto label = line.substr(0, 4);
    const auto mark = label.find_first_of(".):");
    return mark != std::string_view::npos && mark <= 2 && mark > 0; // "1." "12)" "a)"
}

} // namespace

bool is_mail(const Talk& talk) {
    const auto& conversation = talk.conversation();
    return conversation.channel == Channel::email ||
           (conversation.channel == Channel::template_ && conversation.template_for.value_or(Channel::email) == Channel::email);
}

std::vector<Span> small_beginnings(const Talk& talk, std::uint32_t turn) {
    std::vector<Span> out;
    const auto words = talk.words(turn);
    const auto text = talk.turn(turn).text;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto& word = words[i];
        if (!word.is(Word::sentence_start) || word.kind != WordKind::word || !is_own(word) || word.is(Word::second_half)) continue;
        const auto written = talk.text(word, turn);
        if (written.size() < 2 || !std::ranges::all_of(written, [](char c) { return is_small(c) || c == '\''; }) ||
            !word.is(Word::spelled))
            continue;
        const auto mark = before(text, word.span.begin);
        if (mark.mark != '.' && mark.mark != '!' && mark.mark != '?') continue;
        if (mark.at > 0 && text[mark.at - 1] == '.') continue; // a pause
        // Behind a full stop that may belong to the word before: "etc.", "min.", "p.m.", "1."
        const auto& last = words[i - 1];
        if (mark.mark == '.' && (last.kind != WordKind::word || last.span.size() < 4 || !last.is(Word::spelled))) continue;
        if (is_list_item(text.substr(text.rfind('\n', word.span.begin) + 1, word.span.begin))) {
            const auto line = text.rfind('\n', word.span.begin);
            if (mark.at < (line == std::string_view::npos ? 0 : line)) continue;
        }
        out.push_back(word.span);
    }
    return out;
}

std::vector<Span> open_ends(const Talk& talk, std::uint32_t turn) {
    std::vector<Span> out;
    const auto words = talk.words(turn);
    const auto text = talk.turn(turn).text;
    std::size_t sentence_begin = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].sentence != words[sentence_begin].sentence) sentence_begin = i;
        const auto& word = words[i];
        if (!is_own(word) || word.kind != WordKind::word || !word.is(Word::spelled) || i + 1 - sentence_begin < shortest_sentence)
            continue;
        if (i + 1 < words.size() && words[i + 1].span.begin == word.span.begin) continue; // the first half of a contraction
        const auto rest = text.substr(word.span.end);
        const auto next = rest.find_first_not_of(" \t\r");
        const bool at_end = next == std::string_view::npos;
        if (!at_end && rest[next] != '\n') continue;
        if (!at_end && rest.find_first_not_of(" \t\r\n", next) != std::string_view::npos) {
            const auto second = rest.find_first_not_of(" \t\r", next + 1);
            if (rest[second] != '\n') continue; // the paragraph goes on
        }
        const auto line = text.rfind('\n', words[sentence_begin].span.begin);
        const auto line_begin = line == std::string_view::npos ? 0 : line + 1;
        if (is_list_item(text.substr(line_begin, word.span.end - line_begin))) continue;
        const auto first = talk.text(words[sentence_begin], turn);
        if (first.empty() || words[sentence_begin].kind != WordKind::word) continue;
        out.push_back(word.span);
    }
    return out;
}

} // namespace motaudit
