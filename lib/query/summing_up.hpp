#pragma once

#include "query/concern.hpp"
#include "query/talk.hpp"
#include <cstdint>
#include <span>
#include <vector>

namespace motaudit {

// The phrases by which a summing-up is known.
struct SummingUpLists {
    std::span<const ListId> lead_ins = {};      // "as I understand it"
    std::span<const ListId> restatings = {};    // "you would like to": weaker
    std::span<const ListId> openings = {};      // "so the …"
    std::span<const ListId> confirmations = {}; // "is that right?"
    std::span<const ListId> understood = {};    // "have I understood you?": of them, the plainest
    std::span<const ListId> denied = {};        // the sentence asks for something or denies
    std::span<const ListId> addressed = {};     // "you", "your"
    std::span<const ListId> identity = {};      // items of identification: reading them back sums up nothing
    std::span<const ListId> steps = {};         // of a solution
    std::span<const ListId> affirmations = {};  // "yes", "exactly": the customer's, right behind it

    bool operator==(const SummingUpLists& other) const;
};

// Words [first, last) of a turn in which the agent sums up what the customer said.
struct SummingUp {
    std::uint32_t turn = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

// Every place where the agent sums up the concern after the customer stated it and before it is solved, in order.
const std::vector<SummingUp>& summings_up(const Talk& talk, const SummingUpLists& lists);

} // namespace motaudit
