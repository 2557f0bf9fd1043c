// Salesforce: rows of a REST query, each with the type of its object, and the entries of enhanced chats. Mails of one case are one
// conversation.

#include "intake/ascii.hpp"
#include "intake/exports/chat_body.hpp"
#include "intake/exports/exports.hpp"
#include "intake/exports/inner_json.hpp"
#include <map>

namespace motaudit::exports {
namespace {

constexpr std::size_t cut_at = 32000; // characters of a mail's body that Salesforce keeps

void say_mail(Json row, Draft& draft, Export& to) {
    const auto plain = row["TextBody"].text();
    Utterance said{.text = plain.empty() ? text_of_html(row["HtmlBody"].text(), to.arena) : plain};
    const auto incoming = row["Incoming"].flag();
    if (incoming)
        said.speaker = *incoming ? Speaker::customer : Speaker::agent;
    else
        said.label = row["FromAddress"].text().empty() ? std::string_view("sender") : row["FromAddress"].text();
    said.name = row["FromName"].text();
    said.start = instant_of(row["MessageDate"] ? row["MessageDate"].text() : row["CreatedDate"].text());
    if (draft.subject.empty()) draft.subject = row["Subject"].text();
    if (said.speaker == Speaker::customer && draft.known.email.empty()) draft.known.email = row["FromAddress"].text();
    if (plain.size() >= cut_at)
        to.sink.hint({std::string(to.record.path), 0, 0, "a body of 32,000 characters: Salesforce has cut it"});
    draft.say(said);
}

void read_case(Json row, Export& to) {
    Draft draft(to);
    draft.id = (row["CaseNumber"] ? row["CaseNumber"] : row["Id"]).text();
    draft.subject = row["Subject"].text();
    draft.topic = row["Type"].text();
    draft.by_clock = true;
    draft.began_text = row["CreatedDate"].text();
    draft.customer = (row["Contact"]["Name"] ? row["Contact"]["Name"] : row["SuppliedName"]).text();
    draft.known.email = row["SuppliedEmail"].text();
    draft.known.phone = row["SuppliedPhone"].text();
    const bool is_record = to.options.channel == Channel::case_;
    draft.unless_told = Channel::email;
    const auto mails = row["EmailMessages"]["records"];
    if (is_record || !mails.first())
        draft.say({.speaker = is_record ? Speaker::agent : Speaker::customer,
                   .name = is_record ? row["Owner"]["Name"].text() : draft.customer,
                   .text = row["Description"].text(),
                   .start = instant_of(draft.began_text)});
    if (!is_record) mails.each([&](Json mail) { say_mail(mail, draft, to); });
    row["CaseComments"]["records"].each([&](Json one) {
        draft.say({.speaker = Speaker::agent,
                   .name = one["CreatedBy"]["Name"].text(),
                   .text = one["CommentBody"].text(),
                   .start = instant_of(one["CreatedDate"].text()),
                   .is_private = !one["IsPublished"].flag().value_or(false)});
    });
    draft.finish();
}

void read_live_chat(Json row, Export& to) {
    Draft draft(to);
    draft.id = (row["Name"] ? row["Name"] : row["Id"]).text();
    draft.agent = row["Owner"]["Name"].text();
    draft.began_text = row["StartTime"].text();
    draft.customer = (row["Contact"]["Name"] ? row["Contact"]["Name"] : row["Case"]["Contact"]["Name"]).text();
    const auto ended = row["EndedBy"].text();
    draft.ended_by = ended == "Agent" ? EndedBy::agent : ended == "Visitor" ? EndedBy::customer : EndedBy::unknown;
    read_chat_body(row["Body"].text(), draft);
    draft.finish();
}

// "Agent", "Bot", "EndUser", "Supervisor", "System" of rows of ConversationEntry.
void say_entry(Json row, Draft& draft) {
    Utterance said{.name = row["ActorName"].text(), .text = row["Message"].text(), .start = instant_of(row["EntryTime"].text())};
    said.speaker = role_word(row["ActorType"].text());
    if (said.speaker == Speaker::unknown) said.label = row["ActorType"].text();
    draft.say(said);
}

// Rows that are parts of one conversation, by what joins them.
class Threads {
public:
    explicit Threads(Export& to) : to_(to) {}

    void add(std::string_view id, Json row) {
        auto& rows = threads_[id];
        if (rows.empty()) order_.push_back(id);
        rows.push_back(row);
    }

    template <class Say>
    void finish(Channel channel, Say say) {
        for (const auto id : order_) {
            Draft draft(to_);
            draft.id = id;
            draft.channel = channel;
            draft.by_clock = true;
            for (const auto& row : threads_[id]) say(row, draft);
            draft.finish();
        }
    }

    std::size_t size() const { return order_.size(); }

private:
    Export& to_;
    std::vector<std::string_view> order_ = {};
    std::map<std::string_view, std::vector<Json>> threads_ = {};
};

// What is said in an entry's payload.
std::string_view static_text(Json payload, Arena& arena) {
    if (payload["entryType"] && payload["entryType"].text() != "Message") return {};
    const auto message = payload["abstractMessage"];
    auto text = message["staticContent"]["text"].text();
    if (text.empty()) text = message["choices"]["text"].text();
    return arena.keep(text);
}

} // namespace

void read_salesforce(Json value, Export& to) {
    Threads mails(to), entries(to);
    std::size_t others = 0;
    to.is_one_of_many = to.is_one_of_many || value["records"].at(1);
    value["records"].each([&](Json row) {
        const auto type = row["attributes"]["type"].text();
        if (type == "EmailMessage")
            mails.add((row["ParentId"] ? row["ParentId"] : row["Id"]).text(), row);
        else if (type == "ConversationEntry")
            entries.add(row["ConversationId"].text(), row);
        else if (type == "Case")
            read_case(row, to);
        else if (type == "LiveChatTranscript")
            read_live_chat(row, to);
        else
            ++others;
    });
    mails.finish(Channel::email, [&](Json row, Draft& draft) { say_mail(row, draft, to); });
    entries.finish(Channel::chat, [](Json row, Draft& draft) { say_entry(row, draft); });
    if (others != 0 && to.count == 0) to.refuse("no rows of EmailMessage, Case, LiveChatTranscript or ConversationEntry");
    if (value["done"].flag() == false || value["nextRecordsUrl"])
        to.sink.hint({std::string(to.record.path), 0, 0, "one page of several: rows are missing"});
}

void read_enhanced_chat(Json value, Export& to) {
    Draft draft(to);
    draft.id = (value["conversationIdentifier"] ? value["conversationIdentifier"] : value["conversationId"]).text();
    draft.channel = Channel::chat;
    draft.by_clock = true;
    value["conversationEntries"].each([&](Json one) {
        const auto payload = one["entryPayload"];
        const auto time = one["clientTimestamp"] ? one["clientTimestamp"] : one["transcriptedTimestamp"];
        Utterance said{.name = one["senderDisplayName"].text(), .start = time.number_over(1000)};
        const InnerJson inner(payload.text());
        said.text = static_text(payload.is_object() ? payload : inner.value(), to.arena);
        said.speaker = role_word(one["sender"]["role"].text());
        if (said.speaker == Speaker::agent && draft.agent_id.empty()) draft.agent_id = one["sender"]["subject"].text();
        if (said.speaker == Speaker::unknown) said.label = one["sender"]["role"].text();
        draft.say(said);
    });
    draft.finish();
}

} // namespace motaudit::exports
