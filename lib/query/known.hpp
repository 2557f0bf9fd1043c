#pragma once

#include "query/names.hpp"
#include "query/requests.hpp"
#include <array>
#include <optional>
#include <vector>

namespace motaudit {

// Where an item is given. A turn's words are `first` to `last`; on file it has no place.
struct Given {
    bool on_file = false;
    std::uint32_t turn = 0, first = 0, last = 0;
    Speaker by = Speaker::customer;
    bool on_record = false; // by the agent, who calls with the record open
};

// What is literally given of each item, and when, in order; what stands on file comes first.
class KnownItems {
public:
    void read(const Talk& talk); // anew

    // The first place before a word of a turn where the customer gave it, or that it is on file.
    std::optional<Given> given_before(Item item, std::uint32_t turn, std::uint32_t word) const;
    // By the end, by anybody.
    bool known(Item item) const { return !given_[static_cast<std::size_t>(item)].empty(); }

private:
    std::array<std::vector<Given>, item_names.size()> given_ = {};
};

const KnownItems& known_items(const Talk& talk);

} // namespace motaudit
