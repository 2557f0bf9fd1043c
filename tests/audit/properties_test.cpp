// What never changes a verdict: how a text is dressed, whom it names, how it is cut into messages. Each property is tried on every
// conversation of the corpora; a change that may rightly change a verdict names the parameter and says why.

#include "audit/auditor.hpp"
#include "intake/reader.hpp"
#include "support/judge.hpp"
#include "support/intake.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <functional>
#include <map>
#include <set>

using namespace motaudit;

namespace {

using Verdicts = std::map<std::string, std::string>; // of a conversation, a parameter each

class Judge {
public:
    Verdicts operator()(const Conversation& talk) {
        Verdicts verdicts;
        if (const auto* card = auditor_.judge(talk))
            for (const auto& one : card->all()) verdicts[one.parameter->id] = name_of(one.finding.verdict);
        return verdicts;
    }

private:
    Bar bar_ = {};
    std::array<const Standard*, 1> standards_ = {&test::oppo_hq()};
    Auditor auditor_{standards_, bar_, false};
};

// The conversations of the corpora; their text lives as long as they do.
class Corpora : public Sink {
public:
    Corpora() {
        const auto& reader = *readers::find("jsonl");
        for (const auto* name : {"oppo-cases", "real-chats", "fresh-cases"}) {
            const auto bytes = test::file_bytes(fmt::format("corpora/{}.jsonl", name));
            REQUIRE(!bytes.empty());
            std::uint64_t number = 0;
            Arena scratch;
            for (std::string_view rest = bytes; !rest.empty();) {
                const auto size = std::max<std::size_t>(1, reader.cut(rest));
                ++number;
                reader.read({.bytes = rest.substr(0, size), .path = name, .number = number, .line = number}, {}, scratch, *this);
                scratch.clear();
                rest.remove_prefix(size);
            }
        }
        Judge judge;
        for (const auto& talk : talks) verdicts.push_back(judge(talk));
    }
    // A reader's conversation is valid during the call alone: its text is kept here.
    void conversation(Conversation& talk) override {
        talks.push_back(talk);
        auto& own = talks.back();
        for (auto* text : {&own.id, &own.agent, &own.agent_id, &own.customer, &own.language, &own.brand, &own.account, &own.subject,
                           &own.started_at, &own.known.phone, &own.known.email, &own.known.model, &own.known.imei, &own.known.order,
                           &own.known.location, &own.known.purchase_date, &own.known.os_version, &own.known.account})
            *text = arena_.keep(*text);
        for (auto& turn : own.turns) {
            turn.name = arena_.keep(turn.name);
            turn.text = arena_.keep(turn.text);
        }
    }
    void unreadable(Error error) override { FAIL_CHECK(error.text()); }
    void hint(Error) override {}

    std::vector<Conversation> talks = {};
    std::vector<Verdicts> verdicts = {}; // one each

private:
    Arena arena_ = {};
};

const Corpora& corpora() {
    static const Corpora all;
    return all;
}

// Changes a copy of each conversation and compares the verdicts; `may_differ` says which parameters may rightly do so.
using Change = std::function<bool(Conversation&, Arena&)>; // false: does not concern it
void never_changes(const Change& change, const std::set<std::string>& may_differ = {}, std::size_t at_least = 100) {
    Judge judge;
    Arena arena;
    std::string differing;
    std::size_t tried = 0, differ = 0;
    for (std::size_t i = 0; i < corpora().talks.size(); ++i) {
        auto talk = corpora().talks[i];
        if (corpora().verdicts[i].empty() || !change(talk, arena)) continue;
        ++tried;
        for (const auto& [id, verdict] : judge(talk)) {
            const auto& before = corpora().verdicts[i].at(id);
            if (verdict == before || may_differ.contains(id)) continue;
            ++differ;
            differing += fmt::format("\n  {} {}: {} became {}", talk.id, id, before, verdict);
        }
        arena.clear();
    }
    const auto told = fmt::format("{} verdicts differ in {} conversations{}", differ, tried, differing);
    INFO(told);
    CHECK(tried >= at_least);
    CHECK(differ == 0);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Every turn's text through a function.
Change each_text(std::function<std::string(std::string_view)> of) {
    return [of](Conversation& talk, Arena& arena) {
        for (auto& turn : talk.turns) turn.text = arena.keep(of(turn.text));
        return true;
    };
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
    std::string out;
    for (std::size_t at = 0;;) {
        const auto next = text.find(what, at);
        out += text.substr(at, next - at);
        if (next == std::string_view::npos) return out;
        out += with;
        at = next + what.size();
    }
}

std::string in_case(std::string_view text, bool upper) {
    std::string out(text);
    for (char& c : out)
        if (is_letter(c)) c = static_cast<char>(upper ? c & ~0x20 : c | 0x20);
    return out;
}

} // namespace

TEST_CASE("invisible characters inside words change no verdict") {
    for (const std::string_view invisible : {"\u200B", "\u00AD", "\u200D", "\u2060", "\uFEFF", "\u180E"}) {
        CAPTURE(invisible);
        never_changes(each_text([&](std::string_view text) {
            std::string out;
            std::size_t letters = 0;
            for (std::size_t i = 0; i < text.size(); ++i) {
                out += text[i];
                letters = is_letter(text[i]) ? letters + 1 : 0;
                if (letters == 2 && i + 1 < text.size() && is_letter(text[i + 1])) out += invisible;
            }
            return out;
        }));
    }
}

TEST_CASE("invisible characters between words change no verdict") {
    never_changes(each_text([&](std::string_view text) { return replaced(text, " ", "\u200B \u2060"); }));
}

TEST_CASE("quotes and spaces of another style change no verdict") {
    never_changes(each_text([](std::string_view text) { return replaced(text, "'", "’"); }));
    never_changes(each_text([](std::string_view text) { return replaced(text, "’", "'"); }));
    never_changes(each_text([](std::string_view text) { return replaced(replaced(text, "“", "\""), "”", "\""); }));
    never_changes(each_text([](std::string_view text) { return replaced(text, " ", "\u00A0"); }));
}

TEST_CASE("letters of full width change no verdict") {
    never_changes([](Conversation& talk, Arena& arena) {
        for (auto& turn : talk.turns) {
            std::string out;
            bool word = true; // full-width forms of what is no plain word are not the same thing
            (void)word;
            for (std::size_t i = 0; i < turn.text.size(); ++i) {
                const char c = turn.text[i];
                if (is_letter(c)) {
                    const unsigned point = 0xFF21u + (static_cast<unsigned>(c & ~0x20) - 'A') + (c >= 'a' ? 0x20u : 0u);
                    out += static_cast<char>(0xE0 | point >> 12);
                    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
                    out += static_cast<char>(0x80 | (point & 0x3F));
                } else
                    out += c;
            }
            turn.text = arena.keep(out);
        }
        return true;
    });
}

TEST_CASE("the case of a call's transcript changes no verdict") {
    for (const bool upper : {false, true})
        never_changes(
            [&](Conversation& talk, Arena& arena) {
                if (!is_voice(talk.channel)) return false;
                for (auto& turn : talk.turns) turn.text = arena.keep(in_case(turn.text, upper));
                return true;
            },
            {}, 20);
}

TEST_CASE("the case of what is written changes no verdict but those on writing") {
    for (const bool upper : {false, true})
        never_changes(
            [&](Conversation& talk, Arena& arena) {
                if (is_voice(talk.channel)) return false;
                for (auto& turn : talk.turns) turn.text = arena.keep(in_case(turn.text, upper));
                return true;
            },
            {"writing.brand_case", "writing.grammar", "writing.spelling", "template.placeholder"}, 100);
}

TEST_CASE("events and bots between turns change no verdict") {
    never_changes([](Conversation& talk, Arena&) {
        if (!is_voice(talk.channel) && talk.channel != Channel::chat && talk.channel != Channel::social) return false;
        std::vector<Turn> turns;
        for (const auto& turn : talk.turns) {
            if (!turns.empty()) {
                turns.push_back({.speaker = Speaker::bot, .text = "Typing…"});
                turns.push_back({.speaker = Speaker::system, .text = ""});
            }
            turns.push_back(turn);
        }
        talk.turns = turns;
        return true;
    });
}

TEST_CASE("a turn sent in several messages changes no verdict") {
    never_changes([](Conversation& talk, Arena&) {
        if (talk.channel != Channel::chat && talk.channel != Channel::social) return false;
        std::vector<Turn> turns;
        for (const auto& turn : talk.turns) {
            auto rest = turn.text;
            if (turn.speaker != Speaker::agent && turn.speaker != Speaker::customer) rest = {};
            for (;;) {
                auto end = rest.find_first_of(".!?");
                while (end != std::string_view::npos && !(end + 2 < rest.size() && rest[end + 1] == ' ' && rest[end + 2] >= 'A' && rest[end + 2] <= 'Z'))
                    end = rest.find_first_of(".!?", end + 1);
                if (end == std::string_view::npos) break;
                auto part = turn;
                part.text = rest.substr(0, end + 1);
                turns.push_back(part);
                rest.remove_prefix(end + 2);
            }
            turns.push_back(turn);
            if (!rest.empty()) turns.back().text = rest;
        }
        talk.turns = turns;
        return true;
    });
}

TEST_CASE("a sentence sent in two messages changes no verdict") {
    never_changes([](Conversation& talk, Arena&) {
        if (talk.channel != Channel::chat && talk.channel != Channel::social) return false;
        std::vector<Turn> turns;
        for (const auto& turn : talk.turns) {
            turns.push_back(turn);
            if (turn.speaker != Speaker::agent) continue;
            auto cut = turn.text.size() < 40 ? std::string_view::npos : turn.text.find(' ', turn.text.size() / 2);
            while (cut != std::string_view::npos && !(cut + 1 < turn.text.size() && turn.text[cut + 1] >= 'a' && turn.text[cut + 1] <= 'z' && is_letter(turn.text[cut - 1])))
                cut = turn.text.find(' ', cut + 1);
            if (cut == std::string_view::npos) continue;
            turns.back().text = turn.text.substr(0, cut);
            turns.push_back(turn);
            turns.back().text = turn.text.substr(cut + 1);
        }
        talk.turns = turns;
        return true;
    });
}
