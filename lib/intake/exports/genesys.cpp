// Genesys Cloud: a phrase is said by "internal" or "external". Internal is whoever of the house was on the line then, the
// announcements too: only the participants' times tell.

#include "intake/exports/exports.hpp"
#include <algorithm>

namespace motaudit::exports {
namespace {

constexpr std::size_t most_participants = 1000; // each phrase is looked for among them

struct Participant {
    Speaker speaker = Speaker::unknown;
    std::string_view name = {}, id = {};
    double begin = 0, end = 0;
};

std::vector<Participant> house(Json value, Arena& arena) {
    std::vector<Participant> all;
    value["participants"].each([&](Json one) {
        const auto purpose = one["participantPurpose"] ? one["participantPurpose"].text() : one["purpose"].text();
        Participant person{.name = one["name"].text(), .id = one["userId"].label(arena)};
        person.speaker = purpose == "agent" || purpose == "user"          ? Speaker::agent
                         : purpose == "customer" || purpose == "external" ? Speaker::customer
                         : purpose == "ivr" || purpose == "acd" || purpose == "bot" || purpose == "botflow" || purpose == "workflow"
                             ? Speaker::bot
                             : Speaker::unknown;
        person.begin = one["startTimeMs"].number().value_or(0);
        person.end = one["endTimeMs"].number().value_or(1e18);
        if (person.speaker != Speaker::customer && all.size() < most_participants) all.push_back(person);
    });
    // Who came last is who speaks: an agent takes over from the announcements.
    std::ranges::stable_sort(all, std::ranges::greater{}, &Participant::begin);
    return all;
}

} // namespace

void read_genesys(Json value, Export& to) {
    Draft draft(to);
    draft.id = value["conversationId"].text();
    draft.by_clock = true;
    draft.began = value["conversationStartTime"].number_over(1000);
    const auto media = value["mediaType"].text();
    if (media == "chat" || media == "message" || media == "webchat")
        draft.channel = Channel::chat;
    else if (media == "email")
        draft.channel = Channel::email;
    else
        draft.is_recognised = true;
    const auto people = house(value, to.arena);
    value["transcripts"].each([&](Json transcript) {
        if (draft.language.empty()) draft.language = transcript["language"].text();
        transcript["phrases"].each([&](Json one) {
            Utterance said{.text = (one["decoratedText"] ? one["decoratedText"] : one["text"]).text()};
            const auto at = one["startTimeMs"].number();
            said.start = one["startTimeMs"].number_over(1000);
            const auto length = one["duration"]["milliseconds"].number_over(1000);
            if (said.start && length) said.end = *said.start + *length;
            const auto side = one["participantPurpose"].text();
            if (side == "external") {
                said.speaker = Speaker::customer;
            } else if (side == "internal") {
                const auto who =
                    std::ranges::find_if(people, [&](const Participant& p) { return at && p.begin <= *at && *at <= p.end; });
                if (who != people.end()) {
                    said.speaker = who->speaker;
                    said.name = who->name;
                    if (said.speaker == Speaker::agent && draft.agent_id.empty()) draft.agent_id = who->id;
                }
            } else {
                said.speaker = role_word(side);
            }
            if (said.speaker == Speaker::unknown) said.label = side;
            draft.say(said);
        });
    });
    draft.finish();
}

} // namespace motaudit::exports
