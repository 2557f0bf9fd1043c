#include "audit/auditor.hpp"
#include "support/judge.hpp"

#include <algorithm>

using namespace motaudit;

namespace {

std::string said_at(const Evidence& seen, const Conversation& talk) {
    return std::string(talk.turns[seen.turn].text.substr(seen.span.begin, seen.span.size()));
}

// "words (note)" of each piece.
std::string shown(const std::vector<Evidence>& all, const Conversation& talk) {
    std::string out;
    for (const auto& seen : all) {
        if (!out.empty()) out += "; ";
        out += said_at(seen, talk);
        if (!seen.note.empty()) out += (seen.span.empty() ? "(" : " (") + seen.note + ")";
    }
    return out;
}

std::string joined(const std::vector<std::string>& all) {
    std::string out;
    for (const auto& one : all) out += (out.empty() ? "" : "; ") + one;
    return out;
}

// What a whole audit says of one parameter.
struct Audited {
    Arena arena = {};
    Conversation talk = {};
    Bar bar = {};
    std::array<const Standard*, 1> standards = {};
    Finding finding = {};

    Audited(std::string_view id, std::string_view text, Channel channel, const Standard& standard, bool detailed = true)
        : standards{&standard} {
        auto read = read_example(text, channel, arena);
        REQUIRE(read);
        talk = std::move(*read);
        Auditor auditor(standards, bar, detailed);
        const auto* card = auditor.judge(talk);
        REQUIRE(card);
        for (const auto& judged : card->all())
            if (judged.parameter->id == id) finding = judged.finding;
    }
};

} // namespace

TEST_CASE("a no shows the nearest thing said and what it lacks") {
    struct {
        const char* id;
        Channel channel;
        const char* text;
        const char* missing;
        const char* near;
    } const cases[] = {
        {"willingness.used", Channel::chat,
         "A: Hi, how may I help you?\nC: My screen is green.\nA: One moment please.\nC: ok\nA: Restart it.",
         "a promise of help, or a step taken for the customer", "how may I help; One moment please"},
        {"willingness.used", Channel::chat, "C: My screen is cracked.\nA: Restart it.\nC: ok\nA: Good.",
         "a promise of help, or a step taken for the customer", "(what help was asked for)"},
        {"empathy.used", Channel::chat,
         "C: The screen keeps flickering.\nA: Sorry, could you repeat that?\nC: It flickers.\nA: Restart it.",
         "a word of empathy or an apology for what the customer met", "keeps flickering (what the customer reports); Sorry, could"},
        {"information.known", Channel::chat,
         "C: Hi, it's ben@example.com, my A57 is slow.\nA: What is your email address?\nC: again?", "",
         "ben@example.com (given here)"},
        {"information.mandatory", Channel::inbound,
         "customer: Ben Osei\nA: How can I help?\nC: When do you open?\nA: At nine.\nC: Thanks.", "phone number",
         "(nothing is asked for after this)"},
        {"paraphrase.not_repeat", Channel::chat,
         "C: My speaker makes a strange noise.\nA: So your speaker makes a strange noise, is that correct?", "words of your own",
         "(the customer's words)"},
        {"closing.further_assistance", Channel::chat,
         "A: Hi, how may I help?\nC: slow phone\nA: Restart it.\nC: works\nA: Thank you for contacting OPPO!",
         "an offer of more help before the farewell", "Thank you for contacting (the farewell, with no offer before it)"},
        {"closing.survey", Channel::chat,
         "A: Hi, how may I help?\nC: slow phone\nA: Please rate our app in the Play Store. Have a nice day!",
         "an invitation to the survey", "rate our app in the Play Store"},
        {"email.welcome", Channel::email, "reply: first\nC: Hello.\nA: Dear Ana,\n\nThank you for contacting us.",
         "thanks for contacting or writing to the brand, by its name", "Thank you for contacting"},
        {"email.salutation", Channel::email, "customer: Maria Lopez\nC: Hello.\nA: Hi Maria,\n\nThank you for contacting OPPO.",
         "the greeting of the script with the customer's first name", ""},
        {"name.usage", Channel::outbound,
         "customer: Sunita Rao\nA: May I speak to Sunita?\nC: Yes.\nA: Your phone is ready.\nC: Good.",
         "the customer's name in what is said to them, twice", "Sunita (speaks of the customer, not to them)"},
        {"name.usage", Channel::chat, "customer: Petra Novak\nA: Hi Petra!\nC: my A57 is slow\nA: Please restart it.\nC: ok",
         "the customer's name in what is said to them, once more", ""},
        {"conduct.hang_up", Channel::chat, "A: Hi, how may I help?\nC: slow phone\nA: Goodbye.",
         "thanks, a wish, an offer of more help or the survey before the end", ""},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.id));
        CAPTURE(std::string(c.text));
        const Audited audited(c.id, c.text, c.channel, test::oppo_hq());
        CHECK(audited.finding.verdict == Verdict::no);
        CHECK(joined(audited.finding.missing) == c.missing);
        CHECK(shown(audited.finding.near, audited.talk) == c.near);
    }
}

TEST_CASE("a record's no points at the field or the part that should hold it, and at nothing where there is none") {
    struct {
        const char* id;
        const char* text;
        const char* missing;
        const char* near;
    } const cases[] = {
        {"record.purchase_date", "Model: A3\nPurchase date:", "the date of purchase, or an approximate one",
         "Purchase date: (nothing is said here)"},
        {"record.purchase_date", "Model: A3\nReason: rude agent", "the date of purchase, or an approximate one", ""},
        {"record.gender", "Customer name: Aroha Ngata\nPhone: 021 555 0170", "Mr., Mrs. or Ms.",
         "Customer name: Aroha Ngata (belongs here)"},
        {"record.name", "Customer name: Aroha\nPhone: 021 555 0170", "the other one of first and last name", "Aroha"},
        {"handling.verified", "Reason: rude agent\nHandling\n3 Nov: apologized and sent a new phone.",
         "whether what the customer says is true", "Handling (looked for in this part)"},
        {"handling.daily", "Handling\n3 Nov: received.\n6 Nov: replaced, case closed.",
         "an entry for 4 Nov, 5 Nov, or a note why there is none", "3 Nov: received.; 6 Nov: replaced, case closed."},
        {"record.level", "Complaint level: General\nDescription: smoke came out of the phone.", "major, in place of general",
         "General (chosen); smoke (calls for major)"},
        {"record.imei", "IMEI: 490154203237517", "an IMEI whose last digit fits the others",
         "490154203237517 (the check digit would be 8)"},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.id));
        const Audited audited(c.id, c.text, Channel::case_, test::built_in("complaint-record"));
        CHECK(audited.finding.verdict == Verdict::no);
        CHECK(joined(audited.finding.missing) == c.missing);
        CHECK(shown(audited.finding.near, audited.talk) == c.near);
    }
}

TEST_CASE("every no among the standards' examples says what is wrong: its words, or what is missing and where it was looked for") {
    for (const auto* name : {"oppo-hq", "phone-monitor", "complaint-record"}) {
        const auto& standard = test::built_in(name);
        for (const auto& parameter : standard.parameters)
            for (const auto& example : parameter.examples) {
                if (example.verdict != Verdict::no || parameter.by_person) continue;
                CAPTURE(parameter.id);
                CAPTURE(example.text);
                const Audited audited(parameter.id, example.text, parameter.channels.front(), standard);
                const auto& finding = audited.finding;
                CHECK_FALSE(finding.reason.empty());
                CHECK((!finding.evidence.empty() || !finding.missing.empty()));
                const bool is_record = audited.talk.channel == Channel::case_; // its reason says that it is not in the record
                CHECK((is_record || !finding.evidence.empty() || !finding.near.empty()));
            }
    }
}

TEST_CASE("where only verdicts are wanted nothing is looked for beside them") {
    const auto& standard = test::oppo_hq();
    for (const auto* id : {"willingness.used", "empathy.used", "paraphrase.used", "paraphrase.not_repeat", "information.known",
                           "information.deducible", "information.mandatory", "closing.further_assistance", "closing.survey",
                           "closing.order", "name.usage", "email.salutation", "conduct.hang_up"})
        for (const auto& parameter : standard.parameters)
            for (const auto& example : parameter.examples) {
                if (example.verdict != Verdict::no || parameter.id != id) continue;
                CAPTURE(parameter.id);
                CAPTURE(example.text);
                const Audited audited(parameter.id, example.text, parameter.channels.front(), standard, false);
                CHECK(audited.finding.verdict == Verdict::no);
                CHECK(audited.finding.near.empty());
            }
}
