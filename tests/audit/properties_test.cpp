// What never changes a verdict: how a text is dressed, whom it names, how it is cut into messages. Each property is tried on every
// conversation of the corpora; a change that may rightly change a verdict names the parameter and says why.

#include "audit/auditor.hpp"
#include "intake/reader.hpp"
#include "support/intake.hpp"
#include "support/judge.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

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
    never_changes(each_text([](std::string_view text) {
        std::string out;
        for (const char c : text) {
            if (!is_letter(c)) {
                out += c;
                continue;
            }
            const unsigned point = 0xFF00u + static_cast<unsigned char>(c) - 0x20u;
            for (const unsigned byte : {0xE0u | point >> 12, 0x80u | (point >> 6 & 0x3Fu), 0x80u | (point & 0x3Fu)})
                out += static_cast<char>(byte);
        }
        return out;
    }));
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
                // The head of a quoted mail is written by a program; a placeholder's case tells it from an aside: "[Name]",
                // "[sic]".
                if (is_voice(talk.channel) || talk.channel == Channel::email) return false;
                if (std::ranges::any_of(talk.turns, [](const Turn& turn) { return turn.text.find('[') != std::string_view::npos; }))
                    return false;
                for (auto& turn : talk.turns) turn.text = arena.keep(in_case(turn.text, upper));
                return true;
            },
            // What is judged there is the case itself; names of placeholders have theirs.
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

namespace {

bool is_messaging(const Conversation& talk) { return talk.channel == Channel::chat || talk.channel == Channel::social; }
bool is_talker(const Turn& turn) { return turn.speaker == Speaker::agent || turn.speaker == Speaker::customer; }

// Where a text may be cut into two messages behind a sentence; npos where it may not.
std::size_t sentence_end(std::string_view text) {
    for (auto end = text.find_first_of(".!?"); end != std::string_view::npos; end = text.find_first_of(".!?", end + 1)) {
        if (end + 2 >= text.size() || text[end + 1] != ' ' || text[end + 2] < 'A' || text[end + 2] > 'Z') continue;
        const bool title = text[end] == '.' && end >= 2 && text.substr(0, end).find_last_of(' ') + 4 > end; // "Dr. Morgan"
        if (!title) return end + 1;
    }
    return std::string_view::npos;
}

} // namespace

TEST_CASE("a turn sent in several messages changes no verdict") {
    never_changes([](Conversation& talk, Arena&) {
        if (!is_messaging(talk)) return false;
        std::vector<Turn> turns;
        for (const auto& turn : talk.turns) {
            turns.push_back(turn);
            if (!is_talker(turn)) continue;
            for (auto rest = turn.text;;) {
                turns.back().text = rest;
                const auto end = sentence_end(rest);
                if (end == std::string_view::npos) break;
                turns.back().text = rest.substr(0, end);
                rest.remove_prefix(end + 1);
                turns.push_back(turn);
            }
        }
        talk.turns = turns;
        return true;
    });
}

TEST_CASE("a sentence sent in two messages changes no verdict") {
    never_changes(
        [](Conversation& talk, Arena&) {
            // Who begins every message small shows nobody where one goes on.
            const auto small = [](const Turn& turn) {
                return turn.speaker == Speaker::agent && !turn.text.empty() && turn.text[0] >= 'a' && turn.text[0] <= 'z';
            };
            if (!is_messaging(talk) || std::ranges::any_of(talk.turns, small)) return false;
            std::vector<Turn> turns;
            for (const auto& turn : talk.turns) {
                turns.push_back(turn);
                if (turn.speaker != Speaker::agent || turn.text.size() < 40) continue;
                const auto text = turn.text;
                auto cut = text.find(' ', text.size() / 2);
                while (cut != std::string_view::npos &&
                       !(cut + 1 < text.size() && text[cut + 1] >= 'a' && text[cut + 1] <= 'z' && is_letter(text[cut - 1])))
                    cut = text.find(' ', cut + 1);
                if (cut == std::string_view::npos) continue;
                turns.back().text = text.substr(0, cut);
                turns.push_back(turn);
                turns.back().text = text.substr(cut + 1);
            }
            talk.turns = turns;
            return true;
        },
        {}, 50);
}

namespace {

struct NewName {
    std::string_view given, family;
};

// Whether a word stands by itself: not inside another, nor in an address or a handle.
bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
    const auto joins = [&](std::size_t i) {
        const char c = text[i];
        return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '@' || static_cast<unsigned char>(c) >= 0x80;
    };
    if (begin > 0 && (joins(begin - 1) || (text[begin - 1] == '.' && begin > 1 && joins(begin - 2)))) return false;
    return end == text.size() || !(joins(end) || (text[end] == '.' && end + 1 < text.size() && joins(end + 1)));
}

// In the case in which the old name was written.
std::string renamed(std::string_view text, std::string_view old, std::string_view name) {
    std::string out;
    const auto lower = in_case(text, false), wanted = in_case(old, false);
    for (std::size_t at = 0;;) {
        const auto next = lower.find(wanted, at);
        out += text.substr(at, next - at);
        if (next == std::string::npos) return out;
        at = next + old.size();
        const auto written = text.substr(next, old.size());
        if (!stands_alone(text, next, at))
            out += written;
        else if (written == in_case(old, false))
            out += in_case(name, false);
        else
            out += name;
    }
}

} // namespace

TEST_CASE("the customer's name changes no verdict, whatever its shape") {
    // Names that are words as well are left as they are: to tell them apart is what the names' own tests are for.
    const std::set<std::string, std::less<>> words = {"will", "grace", "may", "mark", "joy", "hope", "rose",
                                                      "art",  "bill",  "de",  "van",  "wyk", "so"};
    for (const auto& name : {NewName{"Maria", "Lopez"},
                             {"Siobhán", "O'Brien"},
                             {"José", "García-Márquez"},
                             {"Nkosazana", "Dlamini-Zuma"},
                             {"Jo", "Ng"},
                             {"Ümit", "Yıldırım"},
                             {"Oluwaseun", "Adeyemi"},
                             {"Siti", "Nurhaliza"},
                             {"Wei", "Zhang"},
                             {"Björk", "Guðmundsdóttir"},
                             {"Xzyqpha", "Vrrknl"}}) {
        CAPTURE(name.given);
        never_changes(
            [&](Conversation& talk, Arena& arena) {
                const auto space = talk.customer.find(' ');
                if (space == std::string_view::npos || space != talk.customer.rfind(' ')) return false;
                const std::string given(talk.customer.substr(0, space)), family(talk.customer.substr(space + 1));
                for (const auto* part : {&given, &family})
                    if (part->size() < 3 || words.contains(in_case(*part, false)) || !std::ranges::all_of(*part, is_letter) ||
                        talk.agent.find(*part) != std::string_view::npos)
                        return false;
                const auto change = [&](std::string_view text) {
                    return arena.keep(renamed(renamed(text, given, "\x01"), family, "\x02"));
                };
                const auto settle = [&](std::string_view text) {
                    return arena.keep(replaced(replaced(change(text), "\x01", name.given), "\x02", name.family));
                };
                for (auto& turn : talk.turns) {
                    turn.text = settle(turn.text);
                    turn.name = settle(turn.name);
                }
                talk.customer = settle(talk.customer);
                return true;
            },
            {}, 60);
    }
}

namespace {

// The first conversation that a reader makes of a text.
class First : public Sink {
public:
    explicit First(std::function<void(const Conversation&)> take) : take_(std::move(take)) {}
    void conversation(Conversation& talk) override {
        if (read++ == 0) take_(talk);
    }
    void unreadable(Error error) override { FAIL_CHECK(error.text()); }
    void hint(Error) override {}
    int read = 0;

private:
    std::function<void(const Conversation&)> take_;
};

using Write = std::function<std::string(const Conversation&)>; // empty: the format cannot hold it
void same_in(std::string_view reader, const Write& write, const ReadOptions& options, std::size_t at_least) {
    Judge judge;
    std::string differing;
    std::size_t tried = 0;
    for (std::size_t i = 0; i < corpora().talks.size(); ++i) {
        const auto bytes = write(corpora().talks[i]);
        if (corpora().verdicts[i].empty() || bytes.empty()) continue;
        ++tried;
        Arena arena;
        First first([&](const Conversation& talk) {
            for (const auto& [id, verdict] : judge(talk))
                if (const auto& before = corpora().verdicts[i].at(id); verdict != before)
                    differing += fmt::format("\n  {} {}: {} became {}", corpora().talks[i].id, id, before, verdict);
        });
        auto of = options;
        of.channel = corpora().talks[i].channel;
        readers::find(reader)->read({.bytes = bytes, .path = "talk.txt"}, of, arena, first);
        CHECK(first.read == 1);
    }
    INFO(differing);
    CHECK(tried >= at_least);
    CHECK(differing.empty());
}

nlohmann::json as_json(const Conversation& talk) {
    nlohmann::json out = {{"id", talk.id}, {"channel", name_of(talk.channel)}, {"turns", nlohmann::json::array()}};
    const auto put = [](nlohmann::json& to, const char* key, std::string_view value) {
        if (!value.empty()) to[key] = value;
    };
    for (const auto& [key, value] : {std::pair("agent", talk.agent),
                                     {"customer", talk.customer},
                                     {"language", talk.language},
                                     {"brand", talk.brand},
                                     {"account", talk.account},
                                     {"subject", talk.subject},
                                     {"reply", name_of(talk.reply)},
                                     {"ended_by", name_of(talk.ended_by)}})
        put(out, key, value);
    if (talk.template_for) out["for"] = name_of(*talk.template_for);
    for (const auto& [key, value] : {std::pair("phone", talk.known.phone),
                                     {"email", talk.known.email},
                                     {"model", talk.known.model},
                                     {"imei", talk.known.imei},
                                     {"order", talk.known.order},
                                     {"location", talk.known.location},
                                     {"purchase_date", talk.known.purchase_date},
                                     {"os_version", talk.known.os_version},
                                     {"account", talk.known.account}})
        put(out["known"], key, value);
    if (out["known"].is_null()) out.erase("known");
    for (const auto& turn : talk.turns) {
        nlohmann::json one = {{"speaker", name_of(turn.speaker)}, {"text", turn.text}};
        put(one, "name", turn.name);
        put(one, "event", name_of(turn.event));
        if (turn.start) one["start"] = *turn.start;
        if (turn.end) one["end"] = *turn.end;
        if (turn.is_private) one["private"] = true;
        out["turns"].push_back(one);
    }
    return out;
}

// A transcript as people write one. It holds no events, notes, accounts and lines within a turn, and names its speakers by their
// part: who goes by a display name alone is not known from it. A name in small letters could be the first message.
std::string as_transcript(const Conversation& talk) {
    if (!is_messaging(talk) && !is_voice(talk.channel)) return {};
    if (!talk.known.account.empty() || talk.turns.empty()) return {};
    for (const auto name : {talk.agent, talk.customer})
        if (!name.empty() && name == in_case(name, false) && is_letter(name[0])) return {};
    const bool timed = std::ranges::all_of(talk.turns, [](const Turn& turn) { return turn.start && turn.end; });
    std::string out;
    const auto head = [&](const char* key, std::string_view value) {
        if (!value.empty()) out += fmt::format("{}: {}\n", key, value);
    };
    head("Channel", name_of(talk.channel));
    head("Agent", talk.agent);
    head("Customer", talk.customer);
    head("Language", talk.language);
    head("Brand", talk.brand);
    head("Ended by", name_of(talk.ended_by));
    head("Phone", talk.known.phone);
    head("Email", talk.known.email);
    head("Model", talk.known.model);
    head("IMEI", talk.known.imei);
    head("Order", talk.known.order);
    head("Location", talk.known.location);
    head("Purchase date", talk.known.purchase_date);
    head("OS version", talk.known.os_version);
    out += "\n";
    const auto clock = [](double seconds) {
        const auto ms = static_cast<int>(seconds * 1000 + 0.5);
        return fmt::format("{:02}:{:02}:{:02}.{:03}", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
    };
    for (const auto& turn : talk.turns) {
        if (turn.event != Event::none || turn.is_private || turn.speaker == Speaker::unknown || turn.text.empty() ||
            turn.text.find('\n') != std::string_view::npos || !turn.name.empty() || (!timed && turn.start))
            return {};
        if (timed) out += fmt::format("[{} - {}] ", clock(*turn.start), clock(*turn.end));
        std::string label(name_of(turn.speaker));
        label[0] = static_cast<char>(label[0] & ~0x20);
        out += fmt::format("{}: {}\n", label, turn.text);
    }
    return out;
}

} // namespace

TEST_CASE("the same conversation in another format has the same verdicts") {
    same_in(
        "jsonl", [](const Conversation& talk) { return as_json(talk).dump() + "\n"; }, {}, 190);
    same_in(
        "json", [](const Conversation& talk) { return as_json(talk).dump(2); }, {}, 190);
    same_in("text", as_transcript, {}, 60);
    // A canned reply needs no more than its text.
    same_in(
        "document",
        [](const Conversation& talk) {
            const bool whole =
                talk.channel == Channel::template_ && talk.turns.size() == 1 && talk.agent.empty() && !talk.template_for;
            return whole ? std::string(talk.turns[0].text) : std::string();
        },
        {}, 5);
}
