// LivePerson: the string "undefined" stands for what is missing.

#include "intake/exports/exports.hpp"
#include <map>

namespace motaudit::exports {
namespace {

std::string_view defined(Json value) { return value.text() == "undefined" ? std::string_view{} : value.text(); }

void read_one(Json talk, Export& to) {
    const auto info = talk["info"];
    Draft draft(to);
    draft.id = defined(info["conversationId"]);
    draft.channel = Channel::chat;
    draft.by_clock = true;
    draft.began = info["startTimeL"].number_over(1000);
    draft.agent = defined(info["latestAgentNickname"]);
    draft.agent_id = defined(info["latestAgentId"]);
    const auto closed = defined(info["closeReason"]);
    draft.ended_by = closed == "AGENT"      ? EndedBy::agent
                     : closed == "CONSUMER" ? EndedBy::customer
                     : closed.empty()       ? EndedBy::unknown
                                            : EndedBy::system;
    struct Person {
        std::string_view name;
        bool is_bot;
    };
    std::map<std::string_view, Person> people;
    for (const char* key : {"agentParticipants", "agentParticipant"}) {
        talk[key].each([&](Json one) {
            const auto name = defined(one["agentNickname"]).empty() ? defined(one["agentFullName"]) : defined(one["agentNickname"]);
            const bool is_bot = one["userTypeName"].text() == "Bot" || one["userType"].text() == "2";
            for (const char* id : {"participantId", "agentId", "agentPid"})
                if (const auto text = one[id].label(to.arena); !text.empty()) people[text] = {name, is_bot};
        });
    }
    for (const char* key : {"consumerParticipants", "consumerParticipant"}) {
        talk[key].each([&](Json one) {
            if (draft.customer.empty()) draft.customer = defined(one["firstName"]);
            if (draft.known.email.empty()) draft.known.email = defined(one["email"]);
            if (draft.known.phone.empty()) draft.known.phone = defined(one["phone"]);
        });
    }
    talk["messageRecords"].each([&](Json one) {
        Utterance said{.text = one["messageData"]["msg"]["text"].text(), .start = one["timeL"].number_over(1000)};
        const auto sent_by = one["sentBy"].text();
        said.speaker = role_word(sent_by);
        const auto who = people.find(one["participantId"].label(to.arena));
        if (said.speaker == Speaker::agent && who != people.end()) {
            said.name = who->second.name;
            if (who->second.is_bot) said.speaker = Speaker::bot;
        }
        if (said.speaker == Speaker::unknown) said.label = sent_by;
        said.is_private = one["audience"].text() == "AGENTS_AND_MANAGERS";
        draft.say(said);
    });
    draft.finish();
}

} // namespace

void read_liveperson(Json value, Export& to) {
    value["conversationHistoryRecords"].each([&](Json talk) { read_one(talk, to); });
}

} // namespace motaudit::exports
