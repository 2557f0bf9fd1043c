#pragma once

#include "query/talk.hpp"
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace motaudit {

// What customers are asked for, and standards list as known or mandatory. In alphabetical order, as are the roles of their lists.
enum class Item : std::uint8_t {
    account,
    date,
    document,
    email,
    identity,
    imei,
    location,
    model,
    name,
    order,
    os_version,
    phone,
    count_
};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Item::count_)> item_names = {
    "account", "date", "document", "email", "identity", "imei", "location", "model", "name", "order", "os_version", "phone",
};
std::optional<Item> item_named(std::string_view name);

// The lists of requests for an item, and of the bare words for it.
ListId ask_list(const Talk& talk, Item item);
ListId item_list(const Talk& talk, Item item);

// A place where the agent asks for an item.
struct Request {
    Item item = Item::name;
    Match words = {};
    std::optional<Match> reason = {}; // why, in the same sentence or a neighbouring one
    bool checks = false;              // asks to confirm what may be on file
    bool other = false;               // asks for another one than was given
    bool whole_name = false;          // asks for the full or the family name
    bool elliptic = false;            // a sentence of nothing but the item: "And your email?"
};

// In the order of the conversation. Reading back ("your number is 0412…, right?") and offers are none.
const std::vector<Request>& requests_of(const Talk& talk);

} // namespace motaudit
