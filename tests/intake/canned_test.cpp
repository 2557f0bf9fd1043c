#include "support/intake.hpp"

#include "intake/canned.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace motaudit;

namespace {

test::Read read(const std::string& bytes, const std::string& path) {
    ReadOptions options;
    options.channel = Channel::template_;
    return test::read_file_bytes(bytes, options, path);
}

// "line:column" of the first place of `words` in a talk's only turn.
std::string place_of(const test::Read::Talk& talk, std::string_view words) {
    const auto at = talk.texts.at(0).find(words);
    REQUIRE(at != std::string::npos);
    Place place = talk.turns[0].place;
    std::size_t from = 0;
    for (const auto& mark : talk.marks[0])
        if (mark.at <= at) {
            place = mark.place;
            from = mark.at;
        }
    if (place.line == 0) return "nowhere";
    place = place_behind(std::string_view(talk.texts[0]).substr(from, at - from), place);
    return std::to_string(place.line) + ":" + std::to_string(place.column);
}

// The same of the first place of `raw` in a file.
std::string place_in(std::string_view file, std::string_view raw) {
    const auto at = file.find(raw);
    REQUIRE(at != std::string_view::npos);
    const auto place = place_behind(file.substr(0, at), {1, 1});
    return std::to_string(place.line) + ":" + std::to_string(place.column);
}

const std::string macros = R"({"count": 3, "macros": [
 {"id": 25, "title": "First reply", "active": true, "actions": [
   {"field": "status", "value": "solved"},
   {"field": "comment_value", "value": "Dear {{ticket.requester.first_name}},\n\nIt\u2019s \"OPPO\" {{agent.name}}"}]},
 {"id": 26, "title": "Only a status", "actions": [{"field": "status", "value": "open"}]},
 {"title": "Rich", "actions": [{"field": "comment_value", "value": ["channel:all", "plain"]},
   {"field": "comment_value_html", "value": "<p>Dear {{name}},<\/p>\n<ul><li>back&nbsp;up<\/li><li>restart &amp; wait<\/li><\/ul>"},
   {"field": "comment_mode_is_public", "value": "false"}]}
], "next_page": null})";

} // namespace

TEST_CASE("each macro with a reply is a template, and its words lead back into the file") {
    const auto all = read(macros, "macros.json");
    REQUIRE(all.errors.empty());
    REQUIRE(all.talks.size() == 2);
    CHECK(all.talks[0].id == "25");
    CHECK(all.talks[0].channel == Channel::template_);
    CHECK(all.talks[0].texts[0] == "Dear {{ticket.requester.first_name}},\n\nIt\u2019s \"OPPO\" {{agent.name}}");
    CHECK(place_of(all.talks[0], "Dear") == place_in(macros, "Dear"));
    CHECK(place_of(all.talks[0], "{{ticket") == place_in(macros, "{{ticket"));
    CHECK(place_of(all.talks[0], "It") == place_in(macros, "It\\u2019"));
    CHECK(place_of(all.talks[0], "OPPO") == place_in(macros, "OPPO"));
    CHECK(place_of(all.talks[0], "{{agent") == place_in(macros, "{{agent"));
    CHECK(all.talks[1].id == "Rich");
    CHECK(all.talks[1].turns[0].is_private);
    CHECK(all.talks[1].texts[0] == "Dear {{name}},\n\n- back up\n- restart & wait");
    CHECK(place_of(all.talks[1], "{{name}}") == place_in(macros, "{{name}}"));
    CHECK(place_of(all.talks[1], "back") == place_in(macros, "back&nbsp"));
    CHECK(place_of(all.talks[1], "& wait") == place_in(macros, "&amp;"));
    CHECK(place_of(all.talks[1], "- back") == "nowhere");
}

TEST_CASE("macros are known by their keys, one alone and one a line too") {
    const std::string one = R"({"macro": {"id": 7, "title": "a", "actions": [{"field": "comment_value", "value": "Hi"}]}})";
    CHECK(test::read_file_bytes(one, {}, "macro.json").talks.size() == 1);
    const std::string line = R"({"id": 7, "title": "a", "actions": [{"field": "comment_value", "value": "Hi"}]})";
    const auto lines = test::read_file_bytes(line + "\n" + line + "\n", {}, "macros.jsonl");
    REQUIRE(lines.talks.size() == 2);
    CHECK(place_of(lines.talks[1], "Hi") == "2:" + place_in(line, "Hi").substr(2));
    CHECK(test::read_file_bytes(R"({"macros": [{"title": "a", "actions": []}]})", {}, "m.json").errors.size() == 1);
}

TEST_CASE("a table of canned replies gives one a row") {
    const auto all = read("\xEF\xBB\xBFTitle;Locale;Body\r\nFirst;en-au;\"Dear {{name}},\r\n\r\nplease \"\"wait\"\" {{x}\"\r\n"
                          "Second;en;plain [First Name]\r\nThird\r\nFourth;en;\r\n",
                          "macros.csv");
    REQUIRE(all.talks.size() == 2);
    CHECK(all.talks[0].id == "First");
    CHECK(all.talks[0].language == "en-au");
    CHECK(all.talks[0].texts[0] == "Dear {{name}},\n\nplease \"wait\" {{x}");
    CHECK(place_of(all.talks[0], "Dear") == "2:14");
    CHECK(place_of(all.talks[0], "wait") == "4:10");
    CHECK(place_of(all.talks[0], "{{x}") == "4:17");
    CHECK(place_of(all.talks[1], "[First") == "5:17");
    REQUIRE(all.errors.size() == 2);
    CHECK(all.errors[0] == "macros.csv:6: a row of 1 cells: none holds the text");
    CHECK(all.errors[1] == "macros.csv:7: a canned reply without text");
}

TEST_CASE("the usual names of columns are known, and no other table is one of canned replies") {
    for (const std::string header : {"name,text", "Template Name,Template Body", "ID\ttitle\tmessage", "title;body;locale",
                                     "Name,HTML Body", "\"title\",\"content\"", "shortcut,response"}) {
        CAPTURE(header);
        const char parts = header.find('\t') != std::string::npos ? '\t' : header.find(';') != std::string::npos ? ';' : ',';
        std::string row = "one";
        for (const char c : header) row += c == parts ? std::string(1, parts) + "two" : "";
        CHECK(read(header + "\n" + row + "\n", "a.csv").talks.size() == 1);
    }
    for (const std::string text : {"Dear {{name}},\nthank you, and the text follows", "title\nbody",
                                   "conversation,role,time\n1,a,2", "# Title, and body\n\nDear Ana,"}) {
        CAPTURE(text);
        const auto all = read(text, "a.md");
        REQUIRE(all.talks.size() == 1);
        CHECK(all.talks[0].texts[0] == text);
    }
}

TEST_CASE("an HTML template is what a person sees of it") {
    const auto all =
        read("<!DOCTYPE html>\n<html><head><title>t</title><style>p { a: b }</style></head>\n<body>\n"
             "<p>Dear &lt;First Name&gt;,</p>\n<p>see <a href=\"https://oppo.com\">our\n site</a> {{x}</p></body></html>\n",
             "reply.html");
    REQUIRE(all.talks.size() == 1);
    CHECK(all.talks[0].id == "reply");
    CHECK(all.talks[0].texts[0] == "Dear <First Name>,\n\nsee our site {{x}");
    CHECK(place_of(all.talks[0], "Dear") == "4:4");
    CHECK(place_of(all.talks[0], "<First") == "4:9");
    CHECK(place_of(all.talks[0], "site") == "6:2");
    CHECK(place_of(all.talks[0], "{{x}") == "6:11");
    CHECK(read("Dear <First Name>,\n<b>thank</b> you", "reply.txt").talks[0].texts[0] == "Dear <First Name>,\n<b>thank</b> you");
}

TEST_CASE("a placeholder that HTML takes for a tag is told") {
    const auto all = read("<p>Dear\n<First Name>,</p>", "a.html");
    REQUIRE(all.hints.size() == 1);
    CHECK(all.hints[0] == "a.html:2: '<First Name>' is a tag in HTML, and nobody sees it; write &lt;First Name&gt;");
    CHECK(read("<P ALIGN=left><TABLE BORDER><TR NOWRAP>Dear &lt;First Name&gt;", "a.html").hints.empty());
}

TEST_CASE("canned replies cut off anywhere are read or refused") {
    const std::string table = "title,body\na,\"Dear {{name}},\n\"\"x\"\"\"\nb,<p>c &amp; d</p>\n";
    const std::string html = "<html><!-- c --><body><p>Dear &lt;Name&gt;</p><ul><li>a</ul></body>";
    for (const auto& [bytes, path] : {std::pair{macros, "m.json"}, {table, "t.csv"}, {html, "h.html"}})
        for (std::size_t size = 1; size < bytes.size(); ++size) {
            const auto all = read(bytes.substr(0, size), path);
            REQUIRE(all.talks.size() + all.errors.size() >= 1);
        }
    std::string hostile = macros;
    for (std::size_t at = 0; at < macros.size(); at += 3) {
        hostile[at] = '\xFF';
        CHECK(read(hostile, "m.json").talks.size() <= 2);
        hostile[at] = macros[at];
    }
    CHECK(read("<p>" + std::string(200'000, 'a') + "<b>x</b></p>", "h.html").talks.size() == 1);
}
