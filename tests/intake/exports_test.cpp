#include "intake/exports/exports.hpp"
#include "intake/json_outline.hpp"
#include "support/intake.hpp"
#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <set>

using namespace motaudit;
using test::read_file_bytes;

namespace {

// The samples: NAME.json or NAME.html, and beside each what is read of it, NAME.talk.
std::vector<std::filesystem::path> samples() {
    std::vector<std::filesystem::path> all;
    for (const auto& file : std::filesystem::directory_iterator(std::string(TESTS_FOLDER) + "/intake/exports"))
        if (file.path().extension() != ".talk") all.push_back(file.path());
    std::ranges::sort(all);
    return all;
}

std::string bytes_of(const std::filesystem::path& path) { return test::file_bytes("intake/exports/" + path.filename().string()); }

std::string show(const test::Read& read) {
    std::string out;
    for (const auto& talk : read.talks) {
        out += fmt::format("{} {} #{} {}", name_of(talk.channel), talk.id, talk.record, talk.started_at);
        if (!talk.agent.empty()) out += fmt::format(", agent {}", talk.agent);
        if (!talk.customer.empty()) out += fmt::format(", customer {}", talk.customer);
        if (!talk.language.empty()) out += fmt::format(", {}", talk.language);
        out += '\n';
        for (std::size_t i = 0; i < talk.turns.size(); ++i) {
            const auto& turn = talk.turns[i];
            out += "  ";
            if (turn.start) out += fmt::format("{:.3f}", *turn.start);
            if (turn.end) out += fmt::format("-{:.3f}", *turn.end);
            out += fmt::format(" {}", name_of(turn.speaker));
            if (!talk.names[i].empty()) out += fmt::format(" ({})", talk.names[i]);
            if (turn.is_private) out += " privately";
            if (turn.event != Event::none) out += fmt::format(" [{}]", name_of(turn.event));
            out += fmt::format(": {}\n", talk.texts[i]);
        }
    }
    for (const auto& error : read.errors) out += "error " + error + "\n";
    for (const auto& hint : read.hints) out += "hint " + hint + "\n";
    return out;
}

// The bytes behind a JSON value that begins at `at`.
std::size_t value_end(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at) at += text[at] == '\\' ? 1 : 0;
            if (depth == 0) return at + 1;
        } else if (text[at] == '{' || text[at] == '[') {
            ++depth;
        } else if (text[at] == '}' || text[at] == ']') {
            if (depth == 0) return at;
            if (--depth == 0) return at + 1;
        } else if (depth == 0 && (text[at] == ',' || text[at] == '\n')) {
            return at;
        }
    }
    return at;
}

} // namespace

TEST_CASE("each export is read as its sample says") {
    for (const auto& path : samples()) {
        CAPTURE(path.filename().string());
        const auto shown = show(read_file_bytes(bytes_of(path), {}, path.filename().string()));
        auto beside = path;
        beside.replace_extension(".talk");
        if (std::getenv("MOTAUDIT_ACCEPT") != nullptr) std::ofstream(beside, std::ios::binary) << shown;
        CHECK(shown == test::file_bytes("intake/exports/" + beside.filename().string()));
    }
}

TEST_CASE("a sample is recognised as what it is named after, and every format has one") {
    std::set<std::string> seen;
    for (const auto& path : samples()) {
        const auto file = path.filename().string();
        CAPTURE(file);
        const auto reader = readers::recognise(bytes_of(path), file, {});
        REQUIRE_MESSAGE(reader, reader.error().message);
        CHECK((*reader)->name == file.substr(0, file.find('.')));
        seen.insert(std::string((*reader)->name));
    }
    for (const auto& format : exports::table) CHECK_MESSAGE(seen.contains(std::string(format.name)), format.name);
}

TEST_CASE("an export that breaks off anywhere is an error or fewer turns") {
    for (const auto& path : samples()) {
        const auto bytes = bytes_of(path);
        const auto whole = read_file_bytes(bytes, {}, path.filename().string());
        for (std::size_t size = 1; size < bytes.size(); ++size) {
            if (bytes.find_first_not_of(" \n", size) == std::string::npos) break;
            const auto read = read_file_bytes(bytes.substr(0, size), {}, path.filename().string());
            REQUIRE(read.talks.size() + read.errors.size() >= 1);
            if (path.extension() == ".json") REQUIRE(read.talks.empty());
        }
        CHECK(whole.talks.size() + whole.errors.size() >= 1);
    }
}

TEST_CASE("an encrypted vCon is refused in every form, and a signed one that holds none too") {
    for (const std::string bytes :
         {R"({"ciphertext":"AA","recipients":[],"iv":"AA","tag":"AA"})",
          R"({"ciphertext":"AA","encrypted_key":"AA","iv":"AA","tag":"AA"})", R"({"ciphertext":"AA","protected":"e30"})"}) {
        const auto read = read_file_bytes(bytes, {}, "talk.json");
        REQUIRE(read.errors.size() == 1);
        CHECK(read.errors[0] == "talk.json:1: an encrypted vCon; decrypt it first");
    }
    for (const std::string payload : {"", "!!", "AA", "e30", "eyJwYXlsb2FkIjoiZTMwIn0"}) { // the last one signs a signed one
        const auto read = read_file_bytes(R"({"payload":")" + payload + R"(","signature":"AA"})", {}, "talk.json");
        REQUIRE(read.errors.size() == 1);
        CHECK(read.talks.empty());
    }
}

TEST_CASE("no value of a wrong type, no null, no huge number breaks a reader") {
    const std::string deep = std::string(500, '[') + std::string(500, ']');
    const std::string hostile[] = {"null", "true", "-1",     "1e300", "99999999999999999", "\"\"", "\"\\u0000x\"",
                                   "[]",   "{}",   "[null]", deep};
    for (const auto& path : samples()) {
        if (path.extension() != ".json") continue;
        const auto name = path.filename().string();
        const auto bytes = bytes_of(path);
        const auto reader = readers::recognise(bytes, name, {});
        REQUIRE(reader);
        ReadOptions options;
        options.from = (*reader)->name;
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            const bool begins =
                at > 1 && bytes[at] != ' ' && bytes[at] != '\n' && bytes[at] != ']' && bytes[at] != '}' &&
                (bytes.substr(at - 2, 2) == ": " || (bytes[at - 1] == ' ' && (bytes[at] == '"' || bytes[at] == '{')));
            if (!begins) continue;
            const auto end = std::min(value_end(bytes, at), bytes.size());
            for (const auto& value : hostile) {
                const auto changed = bytes.substr(0, at) + value + bytes.substr(end);
                const auto read = read_file_bytes(changed, options, name);
                CAPTURE(changed);
                REQUIRE(read.talks.size() + read.errors.size() >= 1);
            }
        }
    }
}

TEST_CASE("lines, an array and one export alone give the same conversations") {
    const auto one = test::file_bytes("intake/exports/zendesk.json");
    std::string line;
    for (const char c : one)
        if (c != '\n') line += c;
    const auto alone = read_file_bytes(one);
    const auto lines = read_file_bytes(line + "\n" + line + "\n{\"broken\": \"x\n" + line + "\n");
    const auto array = read_file_bytes("[" + one + "," + one + "]");
    REQUIRE(alone.talks.size() == 1);
    CHECK(lines.talks.size() == 3);
    CHECK(lines.errors.size() == 1);
    CHECK(array.talks.size() == 2);
    CHECK(array.talks[1].record == 2);
    CHECK(array.talks[1].texts == alone.talks[0].texts);
}

TEST_CASE("a byte-order mark may stand before an empty line, spaces or the first export") {
    std::string line;
    for (const char c : test::file_bytes("intake/exports/twilio.json"))
        if (c != '\n') line += c;
    for (const char* before : {"\xEF\xBB\xBF", "\xEF\xBB\xBF\n", "\xEF\xBB\xBF \t\r\n", "\xEF\xBB\xBF\n\n  "}) {
        CAPTURE(before);
        const auto read = read_file_bytes(before + line + "\n" + line + "\n", {.from = "twilio"});
        CHECK(read.talks.size() == 2);
        CHECK(read.errors.empty());
    }
    CHECK(read_file_bytes("\xEF\xBB\xBF\n", {.from = "twilio"}).talks.empty());
}

TEST_CASE("exports in UTF-16 are read, lines too") {
    const auto one = test::file_bytes("intake/exports/zendesk.json");
    std::string wide = "\xFF\xFE";
    for (int i = 0; i < 2; ++i) {
        for (const char c : one)
            if (c != '\n') wide += {c, '\0'};
        wide += {'\n', '\0'};
    }
    const auto read = read_file_bytes(wide);
    CHECK(read.errors.empty());
    CHECK(read.talks.size() == 2);
}

TEST_CASE("keys far from the beginning of a file are found all the same") {
    const auto read =
        read_file_bytes("{\"conversation_info\": \"" + std::string(100'000, 'x') +
                        "\", \"entries\": [{\"start_timestamp_usec\": 1740967200000000, \"text\": \"Hi\", \"role\": \"AGENT\"}]}");
    REQUIRE(read.talks.size() == 1);
    CHECK(read.talks[0].turns[0].speaker == Speaker::agent);
}

TEST_CASE("JSON of no known kind says what was expected and what is near") {
    const auto read = read_file_bytes(R"({"id": 1, "requester_id": 5, "subject": "x"})", {}, "ticket.json");
    REQUIRE(read.errors.size() == 1);
    CHECK_MESSAGE(read.errors[0].find("zendesk (no 'comments')") != std::string::npos, read.errors[0]);
    const auto none = read_file_bytes(R"({"foo": 1})", {}, "foo.json");
    REQUIRE(none.errors.size() == 1);
    CHECK_MESSAGE(none.errors[0].find("--from") != std::string::npos, none.errors[0]);
}

TEST_CASE("two formats that fit as well are an error that names both") {
    const auto read = read_file_bytes(R"({"conversationHistoryRecords": [], "conversationEntries": []})", {}, "both.json");
    REQUIRE(read.errors.size() == 1);
    CHECK_MESSAGE(read.errors[0].find("could be liveperson or salesforce-enhanced-chat; --from says which") != std::string::npos,
                  read.errors[0]);
    ReadOptions options;
    options.from = "liveperson";
    CHECK(read_file_bytes(R"({"conversationHistoryRecords": [], "conversationEntries": []})", options).errors.size() == 1);
}

TEST_CASE("voices that are numbers or letters are who the user says they are") {
    struct {
        const char *file, *agent, *customer;
    } const cases[] = {
        {"deepgram.words.json", "0", "1"},    {"assemblyai.json", "A", "B"},   {"whisper.x.json", "0", "1"},
        {"transcribe.json", "0", "1"},        {"twilio.json", "1", "2"},       {"transcribe.channels.json", "0", "1"},
        {"deepgram.channels.json", "0", "1"}, {"google-speech.json", "1", "2"}};
    for (const auto& c : cases) {
        CAPTURE(c.file);
        ReadOptions options;
        options.channel = Channel::outbound;
        options.speaker_map = {{c.agent, Speaker::agent}, {c.customer, Speaker::customer}};
        const auto read = read_file_bytes(test::file_bytes(std::string("intake/exports/") + c.file), options, c.file);
        REQUIRE(read.talks.size() == 1);
        CHECK(read.talks[0].turns[0].speaker == Speaker::agent);
        CHECK(read.talks[0].turns[1].speaker == Speaker::customer);
        CHECK(read.talks[0].channel == Channel::outbound);
        CHECK(read.hints.empty());
    }
}

TEST_CASE("the outline of a JSON text holds its key paths") {
    const JsonOutline outline(
        R"([{"a": {"b": [{"c": 1}, {"d\"": "x: {\"no\": 1}"}]}, "e": [[{"f": null}]]}, {"g": "\\"}, {"cut": {"in)");
    CHECK(outline.paths() == std::vector<std::string>{"a", "a.b", "a.b[].c", "a.b[].d\\\"", "cut", "e", "e[][].f", "g"});
    CHECK(fit(outline, "a.b g") == 2);
    CHECK(fit(outline, "a.b !g") == 0);
    CHECK(fit(outline, "a x | cut") == 1);
    CHECK(near_fit(outline, "x y | a x").missing == "x");
}

TEST_CASE("real exports are read, and what has no text is refused") {
    struct {
        const char* file;
        std::size_t turns; // 0 = refused
        Speaker first;
    } const cases[] = {
        {"exports/azure/transcriptSample.json", 3, Speaker::unknown},
        {"exports/azure/Json_input_customer_support.json", 17, Speaker::agent},
        {"exports/azure/transcriptionresult_v2024-11-15.schema.json", 0, {}},
        {"exports/ccai/chat_0.json", 14, Speaker::agent},
        {"exports/ccai/chat_4.json", 14, Speaker::agent},
        {"transcripts/deepgram-captions-dg_speakers_no_utterances.json", 15, Speaker::unknown},
        {"transcripts/deepgram-captions-dg_transcription.json", 1, Speaker::unknown},
        {"transcripts/vcon-server-05cec3d4-0561-4010-9fb8-23cc7edef146.vcon.json", 11, Speaker::agent},
        {"transcripts/vcon-fake-0370604b-3af8-4baf-ad2c-55110764a382.vcon.json", 11, Speaker::unknown},
        {"transcripts/pyvcon-pre_0.0.1_vcon_trans.vcon", 0, {}},
        {"transcripts/vcon-invalid-bad_mimetype.json", 0, {}},
        {"transcripts/vcon-invalid-empty_vcon.json", 0, {}},
        {"transcripts/vcon-invalid-invalid_dialog_url.json", 0, {}},
        {"transcripts/vcon-invalid-missing_uuid_and_vcon_version.json", 0, {}},
        {"transcripts/vcon-invalid-null_dialog_string_analysis.json", 0, {}},
        {"transcripts/vcon-invalid-out_of_range_party_indices.json", 0, {}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.file);
        const auto read = read_file_bytes(test::file_bytes(std::string("corpora/") + c.file), {}, c.file);
        CHECK(read.talks.size() == (c.turns == 0 ? 0 : 1));
        CHECK(read.errors.size() == (c.turns == 0 ? 1 : 0));
        if (read.talks.empty()) continue;
        CHECK(read.talks[0].turns.size() == c.turns);
        CHECK(read.talks[0].turns[0].speaker == c.first);
    }
}

TEST_CASE("the manual tells of every format") {
    const auto manual = test::file_bytes("../man/motaudit-formats.5");
    REQUIRE(!manual.empty());
    for (const auto& reader : readers::all()) {
        CAPTURE(reader.name);
        bool told = false;
        for (std::size_t at = 0; (at = manual.find(".It Cm ", at)) != std::string::npos; ++at) {
            const auto line = " " + manual.substr(at + 7, manual.find('\n', at) - at - 7) + " ";
            told = told || line.find(" " + std::string(reader.name) + " ") != std::string::npos;
        }
        CHECK(told);
    }
}
