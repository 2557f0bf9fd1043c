#pragma once

#include "query/requests.hpp"
#include "query/talk.hpp"
#include <cstdint>
#include <optional>
#include <vector>

namespace motaudit {

// Who the customer is, as the file and the conversation say.
struct CustomerName {
    std::vector<std::uint64_t> words = {};       // of every name, folded and without diacritics; titles and particles left out
    std::vector<std::uint64_t> short_forms = {}; // what a given name may be cut to: "Beth" for Bethany
    bool redacted = false;                       // names were taken out of the texts
    std::optional<std::uint32_t> said = {};      // the first turn in which the customer gives a name
    std::size_t said_words = 0;                  // how many words it has there, or later

    bool known() const { return !words.empty(); }
    // Ready for the next conversation; keeps memory.
    void clear() {
        words.clear();
        short_forms.clear();
        redacted = false;
        said.reset();
        said_words = 0;
    }
};

const CustomerName& customer_name(const Talk& talk);

// Where the agent addresses the customer by name; uses in one sentence are one. What is no address is added to `others`: the
// person is asked for, the name read back.
std::vector<Match> name_uses(const Talk& talk, const CustomerName& name, std::vector<Match>& others);

} // namespace motaudit
