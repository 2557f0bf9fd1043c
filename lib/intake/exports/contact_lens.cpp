// Amazon Connect: Contact Lens of calls and chats, finished or in real time, the chat transcript itself, and Transcribe Call
// Analytics, which is shaped alike. A participant is named by role, or by an id that another list joins to a role.

#include "intake/exports/exports.hpp"
#include "intake/exports/inner_json.hpp"
#include <map>

namespace motaudit::exports {
namespace {

class ContactLens {
public:
    ContactLens(Json value, Draft& draft) : value_(value), draft_(draft) {
        value["Participants"].each([&](Json one) {
            people_[one["ParticipantId"].text()] = {one["ParticipantRole"].text(), one["DisplayName"].text()};
        });
    }

    void line(Json one) {
        const auto type = one["ContentType"].text(), kind = one["Type"].text();
        Utterance said = who(one);
        said.start = one["BeginOffsetMillis"].number_over(1000);
        said.end = one["EndOffsetMillis"].number_over(1000);
        if (const auto at = instant_of(one["AbsoluteTime"].text())) {
            said.start = at;
            draft_.by_clock = true;
        }
        said.text = one["Content"].text();
        if (kind == "EVENT" || type.find(".connect.event.") != std::string_view::npos) {
            said.event = event_of(type);
            said.speaker = Speaker::system;
            said.label = {};
            if (said.event == Event::none && said.text.empty()) return;
        } else if (type == "text/html") {
            said.text = text_of_html(said.text, draft_.arena());
        } else if (type.find("application/") == 0) {
            // A card or a list to choose from: what it shows is its title.
            const InnerJson card(said.text);
            const auto content = card.value()["data"]["content"];
            said.text = draft_.arena().keep((content["title"] ? content : content["body"])["title"].text());
        }
        draft_.say(said);
    }

private:
    struct Participant {
        std::string_view role = {}, name = {};
    };

    Utterance who(Json one) const {
        Utterance said;
        const auto id = one["ParticipantId"].text();
        const auto joined = people_.find(id);
        said.name = one["DisplayName"].text();
        auto role = one["ParticipantRole"].text();
        if (joined != people_.end()) {
            if (role.empty()) role = joined->second.role;
            if (said.name.empty()) said.name = joined->second.name;
        }
        said.speaker = role_word(role.empty() ? id : role);
        if (said.speaker == Speaker::system) said.name = {};
        if (said.speaker == Speaker::unknown) said.label = role.empty() ? id : role;
        return said;
    }

    static Event event_of(std::string_view type) {
        const auto ends = [&](std::string_view what) { return type.ends_with(what); };
        if (ends("participant.joined")) return Event::join;
        if (ends("participant.left")) return Event::leave;
        if (ends("transfer.succeeded")) return Event::transfer;
        if (ends("chat.ended")) return Event::end;
        return Event::none;
    }

    Json value_;
    Draft& draft_;
    std::map<std::string_view, Participant> people_ = {};
};

} // namespace

void read_contact_lens(Json value, Export& to) {
    Draft draft(to);
    const auto first_of = [&](std::initializer_list<Json> ids) {
        for (const auto& id : ids)
            if (const auto text = id.label(to.arena); !text.empty()) return text;
        return std::string_view{};
    };
    draft.id = first_of({value["CustomerMetadata"]["ContactId"], value["ContactId"], value["InitialContactId"], value["JobName"]});
    draft.language = value["LanguageCode"].text();
    const auto channel = value["Channel"].text();
    const bool has_times = bool(value["Transcript"].first()["BeginOffsetMillis"]) || value["Segments"];
    if (channel == "CHAT" || (channel.empty() && !has_times))
        draft.channel = Channel::chat;
    else if (channel == "EMAIL")
        draft.channel = Channel::email;
    ContactLens lens(value, draft);
    value["Transcript"].each([&](Json one) { lens.line(one); });
    value["Segments"].each([&](Json one) {
        if (one["Transcript"].is_object()) lens.line(one["Transcript"]);
    });
    draft.is_recognised = !draft.channel;
    draft.finish();
}

} // namespace motaudit::exports
