#include "model/conversation.hpp"

#include <algorithm>

namespace motaudit {
namespace {

template <class Value, std::size_t size>
std::optional<Value> value_named(const std::array<std::string_view, size>& names, std::string_view name) {
    const auto at = std::ranges::find(names, name);
    if (name.empty() || at == names.end()) return {};
    return static_cast<Value>(at - names.begin());
}

} // namespace

std::optional<Channel> channel_named(std::string_view name) { return value_named<Channel>(channel_names, name); }
std::optional<Speaker> speaker_named(std::string_view name) { return value_named<Speaker>(speaker_names, name); }
std::optional<Event> event_named(std::string_view name) { return value_named<Event>(event_names, name); }

} // namespace motaudit
