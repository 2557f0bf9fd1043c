// Intercom: the first message is the source, the parts come after it; bodies are HTML, and null where a part only assigns.

#include "intake/exports/exports.hpp"

namespace motaudit::exports {
namespace {

Channel channel_of(std::string_view type) {
    if (type == "email") return Channel::email;
    return type == "facebook" || type == "instagram" || type == "twitter" ? Channel::social : Channel::chat;
}

void read_one(Json value, Export& to) {
    Draft draft(to);
    const auto source = value["source"];
    draft.id = value["id"].label(to.arena);
    draft.subject = text_of_html(source["subject"].text(), to.arena);
    draft.channel = channel_of(source["type"].text());
    draft.by_clock = true;
    draft.began = value["created_at"].number();
    const auto say = [&](Json part, std::optional<double> at) {
        const auto author = part["author"];
        Utterance said{.name = author["name"].text(), .text = text_of_html(part["body"].text(), to.arena), .start = at};
        said.speaker = author["from_ai_agent"].flag().value_or(false) ? Speaker::bot : role_word(author["type"].text());
        said.is_private = part["part_type"].text().find("note") == 0;
        if (said.speaker == Speaker::unknown) said.label = author["type"].text();
        if (said.speaker == Speaker::agent && draft.agent_id.empty() && !said.is_private)
            draft.agent_id = author["id"].label(to.arena);
        if (said.speaker == Speaker::customer && draft.known.email.empty()) draft.known.email = author["email"].text();
        draft.say(said);
    };
    say(source, draft.began);
    const auto parts = value["conversation_parts"];
    const auto list = parts.is_array() ? parts : parts["conversation_parts"];
    std::size_t count = 0;
    list.each([&](Json part) {
        ++count;
        say(part, part["created_at"].number());
    });
    if (const auto total = parts["total_count"].number(); total && *total > static_cast<double>(count))
        to.sink.hint({std::string(to.record.path), 0, 0, "a conversation has more parts than the export holds"});
    draft.finish();
}

} // namespace

void read_intercom(Json value, Export& to) {
    if (value["conversations"].is_array())
        value["conversations"].each([&](Json one) { read_one(one, to); });
    else
        read_one(value, to);
}

} // namespace motaudit::exports
