#pragma once

#include "intake/reader.hpp"
#include "model/conversation.hpp"
#include <optional>
#include <string_view>

namespace motaudit {

// Who a transcript's label is, by its words alone: "Agent", "Support Agent", "Agent Jamie", "Jamie (Agent)", "Visitor 12".
// Nothing for a person's name: roles are never guessed.
struct Role {
    Speaker speaker = Speaker::unknown;
    std::string_view name = {}; // the person's, out of the label; may be empty
    bool plain = false;         // nothing but the role and perhaps a number
};
std::optional<Role> role_of(std::string_view label);

// What the user says of a label: --speaker-map by label or by its number (0 = SPEAKER_00), --agent-name.
std::optional<Speaker> mapped(std::string_view label, const ReadOptions& options);

// What a recogniser calls the voices it tells apart: "SPEAKER_00", "Speaker 1", "spk_0".
bool is_voice_number(std::string_view label);

// May these words before a colon be a speaker's label? Beside a time of day nearly anything may be one.
bool is_label(std::string_view text, bool beside_time);

// "Note", "IMEI", "Re": words that stand before a colon inside a message.
bool is_field_word(std::string_view label);

} // namespace motaudit
