#include "query/timeline.hpp"

#include <algorithm>
#include <charconv>

namespace motaudit {

std::optional<double> begin_of(const Turn& turn) { return turn.start ? turn.start : turn.end; }
std::optional<double> end_of(const Turn& turn) { return turn.end ? turn.end : turn.start; }

bool has_times(const Conversation& conversation) {
    return std::ranges::any_of(conversation.turns, [](const Turn& turn) { return turn.start || turn.end; });
}

double connected_at(const Talk& talk) {
    double at = 0;
    for (std::uint32_t t = 0; t < talk.turn_count(); ++t) {
        const auto& turn = talk.turn(t);
        if (turn.speaker == Speaker::agent && !turn.is_private && !turn.text.empty()) break;
        if (turn.speaker != Speaker::system || !begin_of(turn)) continue;
        if (turn.event == Event::join ||
            talk.says(talk.list(Role::event_connected), {.speaker = Speaker::system, .from = t, .to = t + 1}))
            at = *end_of(turn);
    }
    return at;
}

namespace {

// The value that a phrase's note holds; 0 where it holds none.
double value_of(const Talk& talk, const Match& match) {
    const auto& note = talk.standard().lexicon.list(match.list).phrases[match.phrase].note;
    double value = 0;
    std::from_chars(note.data(), note.data() + note.size(), value);
    return value;
}

// The number that ends with word `last`: digits, or a numeral of the standard's words.
std::optional<std::pair<double, std::uint32_t>> number_before(const Talk& talk, std::uint32_t turn, std::uint32_t unit) {
    const auto words = talk.words(turn);
    if (unit == 0) return {};
    const auto& word = words[unit - 1];
    if (word.kind == WordKind::number) {
        const auto text = talk.text(word, turn);
        double value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return std::pair(value, unit - 1);
    }
    for (const auto& match : talk.matches(talk.list(Role::numeral)))
        if (match.turn == turn && match.last + 1 == unit) return std::pair(value_of(talk, match), match.first);
    return {};
}

} // namespace

std::vector<Length> lengths_in(const Talk& talk, std::uint32_t turn) {
    std::vector<Length> out;
    for (const auto& unit : talk.matches(talk.list(Role::unit_of_time))) {
        if (unit.turn != turn) continue;
        const auto number = number_before(talk, turn, unit.first);
        if (!number) continue;
        Length length = {number->first * value_of(talk, unit), number->second, unit.last};
        // "a minute and a half"
        for (const auto& more : talk.matches(talk.list(Role::and_a_half)))
            if (more.turn == turn && more.first == unit.last + 1) {
                length.seconds += value_of(talk, more) * value_of(talk, unit);
                length.last = more.last;
            }
        out.push_back(length);
    }
    return out;
}

} // namespace motaudit
