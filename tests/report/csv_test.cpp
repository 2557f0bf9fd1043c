#include "report/example.hpp"
#include "report/payloads.hpp"

#include "base/utf8.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace motaudit;

namespace {

using Row = std::vector<std::string>;

// RFC 4180, strictly: anything else is a row that holds "?".
std::vector<Row> parse(std::string_view csv) {
    std::vector<Row> rows;
    Row row;
    std::size_t at = 0;
    while (at < csv.size()) {
        std::string cell;
        if (csv[at] == '"') {
            for (++at; at < csv.size(); ++at) {
                if (csv[at] != '"')
                    cell += csv[at];
                else if (at + 1 < csv.size() && csv[at + 1] == '"')
                    cell += csv[at++];
                else
                    break;
            }
            ++at;
        } else {
            while (at < csv.size() && csv[at] != ',' && csv[at] != '\r' && csv[at] != '\n' && csv[at] != '"') cell += csv[at++];
        }
        row.push_back(cell);
        if (at < csv.size() && csv[at] == ',') {
            ++at;
            continue;
        }
        if (csv.substr(at, 2) != "\r\n") return {{"?"}};
        at += 2;
        rows.push_back(std::move(row));
        row.clear();
    }
    return rows;
}

std::string cell(const std::vector<Row>& rows, std::size_t row, std::string_view column) {
    const auto found = std::ranges::find(rows[0], column);
    return found == rows[0].end() ? "?" : rows[row][static_cast<std::size_t>(found - rows[0].begin())];
}

// The cell that a text should become: guarded or not, controls shown, broken bytes replaced.
bool is_kept(std::string_view text, std::string_view cell) {
    std::string want;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = decode(text, at);
        if (is_control(c.value) && c.value != '\t' && c.value != '\r' && c.value != '\n') return true; // shown in another way
        append_utf8(want, c.value);
        at += c.size;
    }
    return cell == want || cell == "'" + want;
}

} // namespace

TEST_CASE("every parameter of a conversation is a row") {
    example::Scene scene;
    example::fill(scene);
    const auto rows = parse(example::report(*reporters::find("csv"), scene.card));
    REQUIRE(rows.size() == 6);
    for (const auto& row : rows) CHECK(row.size() == rows[0].size());
    CHECK(cell(rows, 2, "conversation") == "chat-000412");
    CHECK(cell(rows, 2, "parameter") == "language.jargon");
    CHECK(cell(rows, 2, "verdict") == "no");
    CHECK(cell(rows, 2, "weight") == "5");
    CHECK(cell(rows, 2, "score") == "54.5");
    CHECK(cell(rows, 2, "evidence") == "2: Yep (yes); 2: hang on (one moment please)");
    CHECK(cell(rows, 3, "missing") == "one more use of the customer's name");
    CHECK(cell(rows, 4, "na") == "not-visible");
    CHECK(cell(rows, 1, "advice") == "");
}

TEST_CASE("brief rows leave the last four columns out") {
    example::Scene scene;
    example::fill(scene);
    const auto rows = parse(example::report(*reporters::find("csv"), scene.card, {.brief = true}));
    REQUIRE(rows.size() == 6);
    CHECK(rows[0].back() == "passed");
    CHECK(rows[3].size() == rows[0].size());
}

TEST_CASE("no cell of text is a formula, and every text comes back") {
    constexpr std::u32string_view starts = U"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    for (const auto payload : example::hostile) {
        CAPTURE(payload);
        example::Scene scene;
        example::fill(scene);
        scene.talk.id = scene.talk.customer = scene.talk.agent = scene.talk.path = scene.talk.topic = payload;
        scene.card.judgements[1].finding.reason = payload;
        const auto rows = parse(example::report(*reporters::find("csv"), scene.card));
        REQUIRE(rows.size() == 6);
        for (const auto* const column : {"conversation", "customer", "agent", "source", "topic", "reason"}) {
            const auto text = cell(rows, 2, column);
            CHECK(is_kept(payload, text));
            if (!text.empty()) CHECK(starts.find(decode(text, 0).value) == std::u32string_view::npos);
        }
        CHECK(cell(rows, 2, "record") == "412");
    }
}

TEST_CASE("what hides before a formula does not unguard it") {
    for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"})
        for (const std::string_view hidden : {"", " ", "\u00a0", "\u200b", "\ufeff", "\u3000 \u200b"}) {
            example::Scene scene;
            example::fill(scene);
            scene.talk.customer = scene.keep(std::string(hidden) + std::string(start) + "1");
            const auto rows = parse(example::report(*reporters::find("csv"), scene.card));
            CHECK(cell(rows, 1, "customer") == "'" + std::string(scene.talk.customer));
        }
}

TEST_CASE("ordinary text is not guarded") {
    for (const std::string_view text : {"Maria", "a=b", "5-6", " x", "\u4f60\u597d", "'quoted'", "#1"}) {
        example::Scene scene;
        example::fill(scene);
        scene.talk.customer = text;
        CHECK(cell(parse(example::report(*reporters::find("csv"), scene.card)), 1, "customer") == text);
    }
}
