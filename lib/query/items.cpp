#include "query/items.hpp"

#include "query/figures.hpp"
#include <algorithm>
#include <array>

namespace motaudit {
namespace {

// The sentence that a match stands in, as a stretch.
Stretch sentence_of(const Talk& talk, const Match& match) {
    const auto words = talk.sentence_words(match.turn, talk.sentence(match));
    return {match.turn, {words.front().span.begin, words.back().span.end}};
}

// The words of a stretch: [first, second).
std::pair<std::uint32_t, std::uint32_t> words_of(const Talk& talk, const Stretch& in) {
    const auto words = talk.words(in.turn);
    const auto at = [&](std::uint32_t byte) {
        const auto word = std::ranges::lower_bound(words, byte, {}, [](const Word& w) { return w.span.begin; });
        return static_cast<std::uint32_t>(word - words.begin());
    };
    return {at(in.span.begin), at(in.span.end)};
}

// The matches of a list that begin in a stretch: a long record has many of both.
std::span<const Match> matches_in(const Talk& talk, ListId list, const Stretch& in) {
    const auto matches = talk.matches(list);
    if (matches.empty()) return {};
    const auto [begin, end] = words_of(talk, in);
    const auto place = [](const Match& m) { return std::pair(m.turn, m.first); };
    return {std::ranges::lower_bound(matches, std::pair(in.turn, begin), {}, place),
            std::ranges::lower_bound(matches, std::pair(in.turn, end), {}, place)};
}

// What a list's `with` asks for; in the label of a field it will do as well.
bool has_all(const Talk& talk, std::span<const ListId> items, const Stretch& in);

bool shows(const Talk& talk, std::string_view figure_name, const Stretch& in, Evidence& where) {
    if (figure_name == "address" || figure_name == "handle" || figure_name == "code") {
        const auto kind = figure_name == "address"  ? WordKind::address
                          : figure_name == "handle" ? WordKind::handle
                                                    : WordKind::code;
        const auto [begin, end] = words_of(talk, in);
        for (const auto& word : talk.words(in.turn).subspan(begin, end - begin))
            if (word.kind == kind && holds(in, in.turn, word.span)) {
                where = {in.turn, word.span, {}};
                return true;
            }
    }
    for (const auto& figure : figures_in(talk, in.turn, in.span))
        if (holds(in, figure.turn, figure.span) && is_figure(figure, figure_name)) {
            where = {figure.turn, figure.span, {}};
            return true;
        }
    return false;
}

// The words of a label say what is asked for, not what is there.
bool is_label(const Talk& talk, std::uint32_t turn, Span span) {
    const auto& record = record_of(talk);
    return std::ranges::any_of(std::array{&record.fields, &record.parts}, [&](const std::vector<Field>* labelled) {
        auto after = std::ranges::upper_bound(*labelled, std::pair(turn, span.begin), {},
                                              [](const Field& f) { return std::pair(f.name.turn, f.name.span.begin); });
        return after != labelled->begin() && holds((--after)->name, turn, span);
    });
}

std::optional<Evidence> said_or_shown(const Talk& talk, const PhraseList& list, ListId item, Window told, bool labels) {
    for (const auto& stretch : told)
        for (const auto& match : matches_in(talk, item, stretch)) {
            const auto span = talk.span(match);
            if (!holds(stretch, match.turn, span) || (!labels && is_label(talk, match.turn, span))) continue;
            if (list.with.empty() || has_all(talk, list.with, sentence_of(talk, match))) return talk.evidence(match);
        }
    Evidence where;
    for (const auto& figure : list.figures)
        for (const auto& stretch : told)
            if (shows(talk, figure, stretch, where)) return where;
    return {};
}

bool has_all(const Talk& talk, std::span<const ListId> items, const Stretch& in) {
    const auto& lexicon = talk.standard().lexicon;
    return std::ranges::all_of(
        items, [&](ListId item) { return said_or_shown(talk, lexicon.list(item), item, std::span(&in, 1), true).has_value(); });
}

} // namespace

std::optional<Evidence> item_in(const Talk& talk, ListId item, Window told, Fields fields) {
    const auto& list = talk.standard().lexicon.list(item);
    const auto& record = record_of(talk);
    for (const auto* labelled : {&record.fields, &record.parts})
        for (const auto& field : *labelled) {
            if (field.blank || std::ranges::find(list.fields, field.label) == list.fields.end()) continue;
            if (fields == Fields::told && !holds(told, field.value.turn, field.value.span)) continue;
            if (has_all(talk, list.with, field.value)) return Evidence{field.value.turn, field.value.span, {}};
        }
    return said_or_shown(talk, list, item, told, false);
}

std::optional<Evidence> any_in(const Talk& talk, std::span<const ListId> items, Window told) {
    for (const auto item : items)
        if (auto seen = item_in(talk, item, told)) return seen;
    return {};
}

std::optional<Match> said_in(const Talk& talk, ListId list, Window told) {
    for (const auto& stretch : told)
        for (const auto& match : matches_in(talk, list, stretch))
            if (holds(stretch, match.turn, talk.span(match)) && !is_label(talk, match.turn, talk.span(match))) return match;
    return {};
}

bool is_of(const Talk& talk, std::span<const ListId> lists, std::uint32_t turn, std::uint32_t word) {
    return std::ranges::any_of(lists, [&](ListId list) {
        const auto matches = talk.matches(list); // of one list they do not overlap
        const auto match =
            std::ranges::lower_bound(matches, std::pair(turn, word), {}, [](const Match& m) { return std::pair(m.turn, m.last); });
        return match != matches.end() && match->turn == turn && match->first <= word;
    });
}

std::vector<Stretch> sentences_with(const Talk& talk, std::span<const ListId> lists, Window told) {
    std::vector<Stretch> out;
    for (const auto list : lists)
        for (const auto& stretch : told)
            for (const auto& match : matches_in(talk, list, stretch))
                if (holds(stretch, match.turn, talk.span(match))) out.push_back(sentence_of(talk, match));
    return out;
}

const Field* field_of(const CaseRecord& record, std::span<const ListId> labels, bool blank) {
    for (const auto* labelled : {&record.fields, &record.parts})
        for (const auto& field : *labelled)
            if ((blank || !field.blank) && std::ranges::find(labels, field.label) != labels.end()) return &field;
    return nullptr;
}

} // namespace motaudit
