#pragma once

#include "query/talk.hpp"
#include <cstdint>
#include <vector>

namespace motaudit {

// What the customer contacts the brand for, as the customer's own words show it.
struct Concern {
    bool stated = false;              // something is asked, wished or reported
    bool problem = false;             // something bad happened to the customer: a fault, a loss, a complaint
    bool elsewhere = false;           // meant for somebody else: a wrong number, another maker's product
    std::uint32_t turn = 0;           // the first turn that states it; 0 where none does
    std::vector<Match> problems = {}; // every place that reports something bad, in order
    std::vector<Match> wishes = {};   // every question and wish, in order

    // Ready for the next conversation; keeps memory.
    void clear() {
        stated = problem = elsewhere = false;
        turn = 0;
        problems.clear();
        wishes.clear();
    }
};

const Concern& concern_of(const Talk& talk);

} // namespace motaudit
