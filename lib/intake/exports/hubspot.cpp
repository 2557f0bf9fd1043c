// HubSpot: messages of one thread or of many; comments are the house's own notes.

#include "intake/exports/exports.hpp"
#include <map>

namespace motaudit::exports {
namespace {

// The ids of HubSpot's own channels.
std::optional<Channel> channel_of(std::string_view id) {
    if (id == "1000") return Channel::chat;
    if (id == "1001") return Channel::social; // Facebook Messenger
    if (id == "1002") return Channel::email;
    if (id == "1007") return Channel::chat; // WhatsApp
    return {};
}

Utterance said_in(Json one, bool is_note, Arena& arena) {
    const auto sender = one["senders"].first();
    Utterance said{.name = sender["name"].text(), .text = one["text"].text(), .start = instant_of(one["createdAt"].text())};
    if (said.text.empty() || one["truncationStatus"].text() == "TRUNCATED_TO_MOST_RECENT_REPLY")
        if (const auto rich = text_of_html(one["richText"].text(), arena); rich.size() > said.text.size()) said.text = rich;
    const auto direction = one["direction"].text();
    const auto actor = sender["actorId"].text();
    if (is_note || direction == "OUTGOING")
        said.speaker = actor.starts_with("B-") ? Speaker::bot : actor.starts_with("S-") ? Speaker::system : Speaker::agent;
    else if (direction == "INCOMING")
        said.speaker = Speaker::customer;
    else
        said.label = actor.empty() ? std::string_view("sender") : actor;
    said.is_private = is_note;
    return said;
}

} // namespace

void read_hubspot(Json value, Export& to) {
    std::vector<std::string_view> order;
    std::map<std::string_view, std::vector<Json>> threads;
    value["results"].each([&](Json one) {
        const auto type = one["type"].text();
        if (type != "MESSAGE" && type != "COMMENT" && type != "WELCOME_MESSAGE") return;
        const auto id = one["conversationsThreadId"].label(to.arena);
        if (threads[id].empty()) order.push_back(id);
        threads[id].push_back(one);
    });
    to.is_one_of_many = to.is_one_of_many || order.size() > 1;
    for (const auto id : order) {
        Draft draft(to);
        draft.id = id;
        draft.by_clock = true;
        draft.unless_told = Channel::chat;
        bool cut = false;
        for (const auto& one : threads[id]) {
            if (!draft.channel) draft.channel = channel_of(one["channelId"].label(to.arena));
            if (draft.subject.empty()) draft.subject = one["subject"].text();
            const auto type = one["type"].text();
            auto said = said_in(one, type == "COMMENT", to.arena);
            if (type == "WELCOME_MESSAGE") said.speaker = Speaker::bot, said.label = {};
            cut = cut || one["truncationStatus"].text() == "TRUNCATED";
            draft.say(said);
        }
        if (cut) to.sink.hint({std::string(to.record.path), 0, 0, "the export holds messages that are cut short"});
        draft.finish();
    }
}

} // namespace motaudit::exports
