// Zendesk: tickets with their comments, and chats. Who an author is tells the ticket (the requester is the customer) and, where the
// export has one, the list of users.

#include "intake/exports/exports.hpp"
#include <map>
#include <set>

namespace motaudit::exports {
namespace {

Channel channel_of(std::string_view via) {
    if (via == "chat" || via == "native_messaging" || via == "messaging" || via == "sunshine_conversations_api" ||
        via == "whatsapp" || via == "line" || via == "sms")
        return Channel::chat;
    if (via == "twitter" || via == "facebook" || via == "instagram_dm" || via == "twitter_dm" || via == "any_channel")
        return Channel::social;
    return Channel::email;
}

struct User {
    std::string_view name, role, email;
};
using Users = std::map<std::string_view, User>;

void add_users(Json list, Users& users, Arena& arena) {
    list.each([&](Json one) { users[one["id"].label(arena)] = {one["name"].text(), one["role"].text(), one["email"].text()}; });
}

std::string_view body_of(Json comment, Arena& arena) {
    for (const char* key : {"plain_body", "body"})
        if (const auto text = comment[key].text(); !text.empty())
            return text.find("&nbsp;") == std::string_view::npos ? text : text_of_html(text, arena);
    return text_of_html(comment["html_body"].text(), arena);
}

void read_ticket(Json ticket, Json comments, const Users& users, Export& to) {
    Draft draft(to);
    draft.id = ticket["id"].label(to.arena);
    draft.subject = ticket["subject"].text();
    draft.by_clock = true;
    draft.began_text = ticket["created_at"].text();
    const auto via = (ticket["via"] ? ticket["via"] : comments.first()["via"])["channel"].text();
    const auto requester =
        ticket["requester_id"] ? ticket["requester_id"].label(to.arena) : ticket["requester"]["id"].label(to.arena);
    if (!via.empty())
        draft.channel = channel_of(via);
    else
        draft.unless_told = Channel::email;
    if (ticket["requester"]["name"]) draft.customer = ticket["requester"]["name"].text();
    comments.each([&](Json one) {
        const auto author = one["author_id"] ? one["author_id"].label(to.arena) : one["author"]["id"].label(to.arena);
        const auto user = users.find(author);
        Utterance said{
            .name = one["author"]["name"].text(), .text = body_of(one, to.arena), .start = instant_of(one["created_at"].text())};
        const auto role = user != users.end() ? user->second.role : one["author"]["role"].text();
        if (user != users.end()) said.name = user->second.name;
        if (!author.empty() && author == requester)
            said.speaker = Speaker::customer;
        else if (author == "-1")
            said.speaker = Speaker::system;
        else if (role == "end-user")
            said.speaker = Speaker::customer; // somebody in copy
        else if (!role.empty() || !requester.empty())
            said.speaker = Speaker::agent;
        else
            said.label = author;
        said.is_private = !one["public"].flag().value_or(true);
        if (said.speaker == Speaker::agent && !said.is_private && draft.agent_id.empty()) draft.agent_id = author;
        if (said.speaker == Speaker::customer && user != users.end()) draft.known.email = user->second.email;
        draft.say(said);
    });
    draft.finish();
}

void read_chat(Json chat, Export& to) {
    Draft draft(to);
    draft.id = chat["id"].label(to.arena);
    draft.channel = Channel::chat;
    draft.by_clock = true;
    draft.began_text = (chat["timestamp"] ? chat["timestamp"] : chat["session"]["start_date"]).text();
    draft.customer = chat["visitor"]["name"].text();
    draft.known.email = chat["visitor"]["email"].text();
    draft.known.phone = chat["visitor"]["phone"].text();
    std::set<std::string_view> agents;
    chat["agent_names"].each([&](Json one) { agents.insert(one.text()); });
    if (!chat["history"].is_array()) { // left while nobody was there
        draft.say({.speaker = Speaker::customer,
                   .name = draft.customer,
                   .text = chat["message"].text(),
                   .start = instant_of(draft.began_text)});
        return draft.finish();
    }
    chat["history"].each([&](Json one) {
        const auto nick = one["nick"].text(), type = one["type"].text();
        Utterance said{.name = one["name"].text(), .text = one["msg"].text(), .start = instant_of(one["timestamp"].text())};
        if (type == "chat.memberjoin" || type == "chat.memberleave") {
            said.event = type.ends_with("join") ? Event::join : Event::leave;
            said.speaker = Speaker::system;
            said.text = {};
        } else if (nick.starts_with("agent:trigger") || one["sender_type"].text() == "Trigger" || nick == "agent:bot") {
            said.speaker = Speaker::bot;
        } else if (nick.starts_with("agent") || (nick.empty() && !said.name.empty() && agents.contains(said.name))) {
            said.speaker = Speaker::agent;
        } else if (nick.starts_with("visitor") || (nick.empty() && !said.name.empty() && said.name == draft.customer)) {
            said.speaker = Speaker::customer;
        } else if (type == "chat.system") {
            said.speaker = Speaker::system;
        } else {
            said.label = said.name;
        }
        draft.say(said);
    });
    draft.finish();
}

} // namespace

void read_zendesk(Json value, Export& to) {
    Users users;
    add_users(value["users"], users, to.arena);
    const auto one = [&](Json ticket) {
        const auto comments = ticket["comments"] ? ticket["comments"] : value["comments"];
        Users own;
        add_users(ticket["users"], own, to.arena);
        read_ticket(ticket, comments, own.empty() ? users : own, to);
    };
    if (value["tickets"].is_array())
        value["tickets"].each(one);
    else
        one(value["ticket"].is_object() ? value["ticket"] : value);
}

void read_zendesk_chat(Json value, Export& to) {
    if (value["chats"].is_array())
        value["chats"].each([&](Json chat) { read_chat(chat, to); });
    else
        read_chat(value, to);
}

} // namespace motaudit::exports
