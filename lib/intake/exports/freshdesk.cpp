// Freshdesk: the description is the first message, the conversations follow.

#include "intake/exports/exports.hpp"

namespace motaudit::exports {
namespace {

// 1 e-mail, 2 portal, 3 phone, 7 chat, 9 feedback widget, 10 e-mail sent by the house.
std::optional<Channel> channel_of(std::optional<double> source) {
    if (!source) return {};
    if (*source == 7) return Channel::chat;
    if (*source == 5 || *source == 6) return Channel::social; // Twitter, Facebook
    return Channel::email;
}

std::string_view body(Json holder, const char* plain, const char* html, Arena& arena) {
    const auto text = holder[plain].text();
    return text.empty() ? text_of_html(holder[html].text(), arena) : text;
}

void read_one(Json ticket, Export& to) {
    Draft draft(to);
    draft.id = (ticket["display_id"] ? ticket["display_id"] : ticket["id"]).label(to.arena);
    draft.subject = ticket["subject"].text();
    draft.channel = channel_of(ticket["source"].number());
    draft.unless_told = Channel::email;
    draft.by_clock = true;
    draft.began_text = ticket["created_at"].text();
    const auto requester = ticket["requester"];
    draft.customer = requester["name"].text();
    draft.known.email = requester["email"].text();
    draft.known.phone = requester["phone"].text();
    const auto agent = ticket["responder"]["name"].text();
    const bool by_house = ticket["source"].number() == 10.0;
    draft.say({.speaker = by_house ? Speaker::agent : Speaker::customer,
               .name = by_house ? agent : draft.customer,
               .text = body(ticket, "description_text", "description", to.arena),
               .start = instant_of(draft.began_text)});
    const auto list = ticket["conversations"] ? ticket["conversations"] : ticket["notes"];
    list.each([&](Json one) {
        Utterance said{.text = body(one, "body_text", "body", to.arena), .start = instant_of(one["created_at"].text())};
        const auto incoming = one["incoming"].flag();
        const auto user = one["user_id"].label(to.arena);
        if (incoming)
            said.speaker = *incoming ? Speaker::customer : Speaker::agent;
        else
            said.label = user.empty() ? std::string_view("user") : user;
        said.name = said.speaker == Speaker::customer ? draft.customer : one["user_name"].text();
        said.is_private = one["private"].flag().value_or(false);
        if (said.speaker == Speaker::agent && !said.is_private && draft.agent_id.empty()) draft.agent_id = user;
        draft.say(said);
    });
    draft.finish();
}

} // namespace

void read_freshdesk(Json value, Export& to) {
    if (value["helpdesk_ticket"].is_object())
        read_one(value["helpdesk_ticket"], to);
    else if (value["tickets"].is_array())
        value["tickets"].each([&](Json one) { read_one(one, to); });
    else
        read_one(value, to);
}

} // namespace motaudit::exports
