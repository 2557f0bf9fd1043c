#include "intake/cast.hpp"

#include "intake/labels.hpp"
#include "intake/shape.hpp"
#include <fmt/core.h>

namespace motaudit {

Member& Cast::member(std::string_view label, std::uint32_t line) {
    const auto [at, is_new] = index_.try_emplace(label, nullptr);
    if (!is_new) return *at->second;
    Member& one = members_.emplace_back(Member{.label = label, .first_line = line});
    at->second = &one;
    one.sure = label.empty(); // nobody can map it
    if (one.sure) return one;
    const auto role = role_of(label);
    const bool is_name =
        !is_voice_number(label) && label.size() > 1 && label.find_first_not_of("0123456789") != std::string_view::npos;
    one.name = role ? role->name : is_name ? label : std::string_view{};
    if (const auto user = mapped(label, options_)) {
        one.speaker = *user;
        one.sure = true;
        agent_is_named_ = agent_is_named_ || (*user == Speaker::agent && !options_.agent_names.empty());
    } else if (role) {
        one.speaker = role->speaker;
        one.sure = true;
    }
    return one;
}

void Cast::settle() {
    if (!agent_is_named_) return;
    for (auto& one : members_) {
        if (!one.sure) one.speaker = Speaker::customer;
    }
}

void Cast::hint(std::string_view path, Sink& sink) const {
    const Member* first = nullptr;
    std::string names;
    std::size_t others = 0;
    for (const auto& one : members_) {
        if (one.sure || one.speaker != Speaker::unknown) continue;
        if (first == nullptr) first = &one;
        if (++others <= 3)
            names += fmt::format("{}{}={}", others == 1 ? "" : ",", shown(one.label), others == 1 ? "agent" : "customer");
    }
    if (first != nullptr) sink.hint(hint_who_is(path, first->first_line, shown(first->label), !first->name.empty(), names));
}

Error hint_who_is(std::string_view path, std::uint32_t line, std::string_view label, bool is_name, std::string_view names) {
    const auto flag = is_name ? fmt::format("--agent-name '{}' if this is the agent, or ", label) : std::string{};
    return {std::string(path), line, 0, fmt::format("who is '{}'? Add {}--speaker-map '{}'", label, flag, names)};
}

Error hint_inbound(std::string_view path) {
    return {std::string(path), 0, 0, "taken for an inbound call; --channel outbound if it is not"};
}

} // namespace motaudit
