#include "report/example.hpp"
#include "report/payloads.hpp"

#include "base/utf8.hpp"
#include "report/html_text.hpp"

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace motaudit;

namespace {

const Reporter& html() { return *reporters::find("html"); }

std::string escaped(std::string_view text) {
    std::string out;
    append_html(text, out);
    return out;
}

std::string marked(std::string_view text, const std::vector<MarkedSpan>& marks) {
    std::string out;
    append_marked(text, marks, "c1", out);
    return out;
}

bool holds(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

// How often each element begins; a tag is "<name" or "</name" as a browser would take it.
std::map<std::string, int> tags(const std::string& page) {
    std::map<std::string, int> out;
    for (std::size_t at = page.find("<body"); (at = page.find('<', at)) != std::string::npos; ++at) {
        if (page.compare(at, 8, "<script>") == 0) at = page.find("</script>", at); // its own text is not markup
        const auto end = page.find_first_of(" >\n", at);
        ++out[page.substr(at, end - at)];
    }
    return out;
}

struct Pages {
    std::unique_ptr<Collector> collector;
    Summary summary = {};
    explicit Pages(const ReportStyle& style = {}) : collector(html().collect(style)) {}
    void add(const ScoreCard& card) {
        std::string fragment;
        collector->card(card, fragment);
        collector->add(facts_of(card), fragment);
        summary.add(card);
    }
    std::string page() {
        std::string out;
        collector->end(summary, [&](std::string_view piece) {
            out += piece;
            return true;
        });
        return out;
    }
};

} // namespace

TEST_CASE("text on a page is never markup, and controls show") {
    CHECK(escaped("<b a=\"1\" c='2'>&amp;") == "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;");
    CHECK(escaped("a\nb\tc\r\nd") == "a\nb\tc\nd");
    CHECK(escaped("\x1b[31m\x01") == "\\x1b[31m\\x01");
    CHECK(escaped("\xe2\x80\xae") == "\\u{202e}");
    CHECK(escaped("caf\xc3\xa9 \xff") == "caf\xc3\xa9 \xef\xbf\xbd");
}

TEST_CASE("evidence is marked, that of a markdown with a link to what is said of it") {
    CHECK(marked("Yep, hang on", {{{0, 3}, 2}}) ==
          "<mark class=\"no\">Yep</mark><sup><a href=\"#c1-2\" aria-label=\"markdown 2\">2</a></sup>, hang on");
    CHECK(marked("Hello", {{{0, 5}, 0}}) == "<mark class=\"yes\">Hello</mark>");
    CHECK(marked("plain", {}) == "plain");
    CHECK(marked("plain", {{{2, 2}, 1}, {{9, 12}, 1}}) == "plain"); // the turn as a whole; beyond its text
    CHECK(marked("<i>", {{{0, 1}, 0}}) == "<mark class=\"yes\">&lt;</mark>i&gt;");
}

TEST_CASE("marks that overlap are cut into stretches") {
    CHECK(marked("abcdef", {{{0, 4}, 0}, {{2, 6}, 1}}) ==
          "<mark class=\"yes\">ab</mark><mark class=\"no\">cd</mark><mark class=\"no\">ef</mark>"
          "<sup><a href=\"#c1-1\" aria-label=\"markdown 1\">1</a></sup>");
}

TEST_CASE("a mark never cuts a character") {
    CHECK(marked("a\xc3\xa9z", {{{2, 3}, 0}}) == "a<mark class=\"yes\">\xc3\xa9</mark>z");
}

TEST_CASE("the page allows its own style and script and nothing else") {
    example::Scene scene;
    example::fill(scene);
    const auto page = example::report(html(), scene.card);
    const auto between = [&](std::string_view begin, std::string_view end) {
        const auto at = page.find(begin) + begin.size();
        return page.substr(at, page.find(end, at) - at);
    };
    const auto policy = between("http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    CHECK(policy == "default-src 'none'; style-src '" + policy_hash(between("<style>", "</style>")) + "'; script-src '" +
                        policy_hash(between("<script>", "</script>")) + "'; base-uri 'none'; form-action 'none'");
    CHECK(policy_hash("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    CHECK_FALSE(holds(page, "{{"));
    CHECK_FALSE(holds(page, "http://"));
    CHECK_FALSE(holds(page, "https://"));
}

TEST_CASE("a conversation shows its turns, and each markdown beside the turn where it is seen") {
    example::Scene scene;
    example::fill(scene);
    const auto page = example::report(html(), scene.card);
    CHECK(holds(page, "<mark class=\"no\">hang on</mark>"));
    CHECK(holds(page, "<mark class=\"yes\">my name is Jamie</mark>"));
    CHECK(holds(page, "id=\"c1-1\""));
    CHECK(holds(page, "id=\"c1-2\""));
    CHECK(holds(page, "Say \u201cyes\u201d, \u201cone moment please\u201d."));
    CHECK(holds(page, "one more use of the customer&#39;s name"));
    CHECK(holds(page, "SOP 2"));
    CHECK(holds(page, "<tr data-p=\" 1 2 \">"));
    CHECK(holds(page, "Jamie (a-17)"));
    CHECK(holds(page, "1 conversation read: 1 judged, 0 skipped, 0 unreadable."));
}

TEST_CASE("a brief page has rows and no turns") {
    example::Scene scene;
    example::fill(scene);
    const auto page = example::report(html(), scene.card, {.brief = true});
    CHECK_FALSE(holds(page, "<li class=\"turn"));
    CHECK_FALSE(holds(page, "href=\"#c1\""));
    CHECK(holds(page, "<tr data-p=\" 1 2 \">"));
}

TEST_CASE("the worst thousand open to their turns, in order, whatever order they come in; the others are lines") {
    for (const bool worst_first : {true, false}) {
        CAPTURE(worst_first);
        example::Scene scene;
        example::fill(scene);
        Pages pages;
        for (int i = 0; i < 1500; ++i) {
            const int nth = worst_first ? i : 1499 - i;
            const auto id = "talk-" + std::to_string(nth);
            scene.talk.id = id;
            scene.card.score = nth / 15; // ties: the first that came is kept
            pages.add(scene.card);
        }
        const auto page = pages.page();
        CHECK(tags(page)["<details"] == 2 * 1000 + 1);
        CHECK(holds(page, "id=\"c1000\""));
        CHECK_FALSE(holds(page, "id=\"c1001\""));
        CHECK(page.find(">talk-0<") < page.find(">talk-500<"));
        const auto rest = page.find("<pre id=\"rest\">");
        CHECK(page.find("talk-1499\t") > rest);
        CHECK(holds(page, "The other 500 conversations"));
    }
}

TEST_CASE("what passed without a markdown is left out of the list where that is asked for, and still counted") {
    example::Scene scene;
    example::fill(scene);
    scene.card.passed = true;
    for (auto& judged : scene.card.judgements)
        if (judged.finding.verdict == Verdict::no) judged.finding.verdict = Verdict::yes;
    const auto page = example::report(html(), scene.card, {.show_passed = false});
    CHECK_FALSE(holds(page, "<tr data-p"));
    CHECK(holds(page, "1 conversation read: 1 judged"));
}

TEST_CASE("nothing judged is still a page") {
    Pages pages;
    const auto page = pages.page();
    CHECK(page.ends_with("</html>\n"));
    CHECK(holds(page, "0 conversations read"));
}

TEST_CASE("hostile texts bring no element, no attribute and no control to the page") {
    example::Scene plain;
    example::fill(plain);
    plain.talk.turns[1].text = "x";
    std::set<std::string> ours;
    for (const auto& [tag, count] : tags(example::report(html(), plain.card))) ours.insert(tag);
    for (const auto payload : example::hostile) {
        CAPTURE(payload);
        example::Scene scene;
        example::fill(scene);
        auto& talk = scene.talk;
        talk.id = talk.path = talk.agent = talk.agent_id = talk.customer = talk.team = talk.started_at = talk.meta = payload;
        for (auto& turn : talk.turns) turn.name = payload;
        talk.turns[1].text = payload;
        for (auto& judged : scene.card.judgements) {
            judged.finding.reason = payload;
            for (auto& seen : judged.finding.evidence) seen.note = payload;
        }
        scene.card.judgements[2].finding.missing = {std::string(payload)};
        for (auto& p : scene.standard.parameters) p.id = p.title = p.section = p.clause = p.advice = payload;
        scene.standard.name = scene.standard.version = payload;
        const auto page = example::report(html(), scene.card, {.version = std::string(payload)});
        for (const auto& [tag, count] : tags(page)) CHECK_MESSAGE(ours.contains(tag), tag);
        bool clean = true;
        for (std::size_t at = 0; at < page.size();) {
            const auto c = decode(page, at);
            clean = clean && c.valid && (c.value == '\n' || c.value == '\t' || !is_control(c.value));
            at += c.size;
        }
        CHECK(clean);
    }
}

TEST_CASE("a turn of a megabyte with thousands of findings is cut, and said to be") {
    example::Scene scene;
    example::fill(scene);
    std::string text;
    auto& evidence = scene.card.judgements[1].finding.evidence;
    evidence.clear();
    while (text.size() < (1u << 20)) {
        evidence.push_back({2, {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size() + 3)}, {}});
        text += "Yep, <well>\xff ";
    }
    scene.talk.turns[2].text = text;
    CHECK(example::report(html(), scene.card).size() < 400000);
    scene.talk.turns.assign(5000, scene.talk.turns[0]);
    const auto page = example::report(html(), scene.card);
    CHECK(holds(page, "4000 more turns are left out here."));
}
