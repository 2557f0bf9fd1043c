#pragma once

#include "intake/reader.hpp"
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace motaudit {

// One voice of a conversation, by what its file calls it: "0", "SPEAKER_00", "Jamie Tan".
struct Member {
    std::string_view label = {};
    Speaker speaker = Speaker::unknown;
    std::string_view name = {};   // the person's, where the label is or holds one
    bool sure = false;            // the user, the file or the label's own words say who it is
    std::uint32_t first_line = 0; // where it speaks first, 0 = not known
};

// Who speaks in a file whose voices are labels. Roles are never guessed: what nobody says is unknown, and the user is told once
// which option says it.
class Cast {
public:
    explicit Cast(const ReadOptions& options) : options_(options) {}

    // The voice of that label, which lives as long as the cast's file; `line` of its first words.
    Member& member(std::string_view label, std::uint32_t line = 0);

    // When all have spoken: where the user named the agent, whoever else is a person is the customer.
    void settle();

    // The hint that names the option to add; nothing where all are known.
    void hint(std::string_view path, Sink& sink) const;

private:
    const ReadOptions& options_;
    std::deque<Member> members_ = {}; // in order of first appearance; references stay valid
    std::unordered_map<std::string_view, Member*> index_ = {};
    bool agent_is_named_ = false;
};

// The one hint a file about labels that are nobody's yet: `names` are "SPEAKER_00=agent,SPEAKER_01=customer".
Error hint_who_is(std::string_view path, std::uint32_t line, std::string_view label, bool is_name, std::string_view names);

// A recording does not say who called.
Error hint_inbound(std::string_view path);

} // namespace motaudit
