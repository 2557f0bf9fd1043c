#pragma once

#include "query/record.hpp"
#include <optional>
#include <span>
#include <vector>

namespace motaudit {

// Where a record is searched for phrases and figures.
using Window = std::span<const Stretch>;

// Whether fields count wherever the record has them, or only inside the window.
enum class Fields : std::uint8_t { everywhere, told };

// Where an item (text/lexicon.hpp) is first seen in a record: a phrase of its list, a filled field, a figure. Nothing where it
// is not. Guards are applied; what `with` asks for stands in the same sentence or field.
std::optional<Evidence> item_in(const Talk& talk, ListId item, Window told, Fields fields = Fields::everywhere);

// The same for any of several; and whether one is there.
std::optional<Evidence> any_in(const Talk& talk, std::span<const ListId> items, Window told);

// The first of the words of a list in a stretch.
std::optional<Match> said_in(const Talk& talk, ListId list, Window told);

// Whether a word belongs to a phrase of one of the lists.
bool is_of(const Talk& talk, std::span<const ListId> lists, std::uint32_t turn, std::uint32_t word);

// The sentences of the story in which something is said.
std::vector<Stretch> sentences_with(const Talk& talk, std::span<const ListId> lists, Window told);

// The first filled field or part with one of these labels; null where there is none. `blank`: also those left empty.
const Field* field_of(const CaseRecord& record, std::span<const ListId> labels, bool blank = false);

} // namespace motaudit
