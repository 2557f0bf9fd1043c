#include "fix/fixer.hpp"

#include "fix/diff.hpp"
#include "fix/protected.hpp"
#include "support/judge.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

using namespace motaudit;

namespace {

ReadOptions as_template() {
    ReadOptions options;
    options.channel = Channel::template_;
    return options;
}

std::string fixed(const std::string& text, const std::string& path = "reply.md") {
    static const ReadOptions options = as_template();
    static Fixer fixer(test::oppo_hq(), options);
    const auto made = fixer.fix(path, text);
    REQUIRE_MESSAGE(made, made.error().text());
    CHECK((made->changes > 0) == (made->text != text));
    const auto again = fixer.fix(path, made->text);
    REQUIRE(again);
    CHECK(again->text == made->text);
    return made->text;
}

} // namespace

TEST_CASE("what has one right answer is mended") {
    struct {
        const char *text, *right;
    } const cases[] = {
        {"Thank you for contacting Oppo.", "Thank you for contacting OPPO."},
        {"Update coloros over wifi, please.", "Update ColorOS over Wi-Fi, please."},
        {"We recieved your mail.", "We received your mail."},
        {"Recieved with thanks.", "Received with thanks."},
        {"Unfortunatly the the phone is out of waranty.", "Unfortunately the phone is out of warranty."},
        {"It is the the the box.", "It is the box."},
        {"Yep, we are gonna look at it.", "Yes, we are going to look at it."},
        {"Pls reply asap.", "Please reply as soon as possible."},
        {"Reply ASAP. FYI, we close at six.", "Reply as soon as possible. For your information, we close at six."},
        {"Dear {{first_name}},\r\n\r\nWe recieved it.\r\n", "Dear {{first_name}},\r\n\r\nWe received it.\r\n"},
        {"\xef\xbb\xbfWe recieved it.", "\xef\xbb\xbfWe received it."},
        {"---\ntitle: recieved\n---\n\nWe recieved it.\n", "---\ntitle: recieved\n---\n\nWe received it.\n"},
        {"{{intro}}\n\nWe recieved it.", "{{intro}}\n\nWe received it."},
    };
    for (const auto& c : cases) CHECK(fixed(c.text) == c.right);
}

TEST_CASE("what could be meant otherwise is left") {
    for (const char* text : {
             "It was not ment so.",                       // meant, mint, lent
             "The phnoe of Mr Recieved is here.",         // with a capital inside a sentence it may be a name
             "An asap reply is what you get.",            // "an as soon as possible reply"
             "Thx for all.",                              // "many thx"
             "That is cool.",                             // what is said instead depends on the sentence
             "Let me know if that that you saw is gone.", // may stand twice
             "He had had the phone for a year.",
             "Our colleague in Bora Bora knows.",
             "The colour of the organisation's programme.",
             "You are welcome at our centre.",
         }) {
        CAPTURE(text);
        const auto made = fixed(text);
        if (std::string_view(text).find("phnoe") == std::string_view::npos)
            CHECK(made == text);
        else
            CHECK(made.find("Recieved") != std::string::npos);
    }
}

TEST_CASE("placeholders, links, code, tags and front matter are never touched") {
    for (const char* text : {
             "Dear {{recieved}}, %{recieved} and ${recieved} and {% if recieved %}.",
             "Dear {{recieved, we are glad.",
             "See https://oppo.com/recieved or www.recieved.com today.",
             "Write to recieved@oppo.com today.",
             "Open /data/recieved or canned/recieved.txt or recieved_file now.",
             "See [recieved mail](https://x.com/a \"recieved\") and [recieved][recieved].",
             "![recieved](recieved.png)",
             "[recieved]: https://x.com/recieved",
             "Type `recieved` and ``a ` recieved`` now.",
             "Type this:\n\n```\nrecieved\n```\n",
             "Type this:\n\n~~~ text\nrecieved\n\nrecieved\n~~~~\n",
             "Type this:\n\n    recieved\n",
             "A <span title=\"recieved\" class='recieved'>word</span>.",
             "A <!-- recieved --> word.",
             "A <code>recieved</code> and <a href=\"x\">recieved <b>recieved</b></a> word.",
             "A <recieved@oppo.com> word.",
         }) {
        CAPTURE(text);
        CHECK(fixed(text) == text);
    }
    CHECK(
        fixed("<p class=\"recieved\">We recieved &lt;First Name&gt;'s <b>oppo</b> &amp; <pre>recieved</pre>.</p>", "reply.html") ==
        "<p class=\"recieved\">We received &lt;First Name&gt;'s <b>OPPO</b> &amp; <pre>recieved</pre>.</p>");
}

TEST_CASE("what is no template of its own is refused") {
    const auto options = as_template();
    Fixer fixer(test::oppo_hq(), options);
    CHECK_FALSE(fixer.fix("a.jsonl",
                          "{\"id\":\"a\",\"channel\":\"template\",\"turns\":[{\"speaker\":\"agent\",\"text\":\"recieved\"}]}\n"));
    CHECK_FALSE(fixer.fix("a.txt", ""));
    CHECK_FALSE(fixer.fix("a.txt", " \n"));
}

TEST_CASE("canned replies in real use are mended once and for all, and what is protected in them stays") {
    std::ifstream file(TESTS_FOLDER "/corpora/canned/canned.jsonl");
    REQUIRE(file);
    int all = 0;
    const auto untouched = [](const std::string& text) {
        std::string kept;
        for (const auto& stretch : protected_in(text, true)) kept += text.substr(stretch.begin, stretch.end - stretch.begin) + "\n";
        return kept;
    };
    for (std::string line; std::getline(file, line); ++all) {
        const std::string text = nlohmann::json::parse(line)["text"];
        CAPTURE(text);
        CHECK(untouched(fixed(text)) == untouched(text));
    }
    CHECK(all == 72);
}

TEST_CASE("a template cut off at any byte is mended or left, never broken") {
    const std::string text =
        "# A [b](c) `d` {{e}} <a href=\"f\">g</a> {% h %}\n\n```\ni\n```\n[j]: k & &amp; l@m we recieved oppo \xf0\x9f\x98\x80\xff";
    const auto options = as_template();
    Fixer fixer(test::oppo_hq(), options);
    for (std::size_t size = 0; size <= text.size(); ++size) static_cast<void>(fixer.fix("a.md", text.substr(0, size)));
}

TEST_CASE("a hostile template takes no endless time") {
    for (const std::string piece : {"`", "<a ", "[", "{{", "<!--", "</", "[a](", "```\n", "&", "<code>"}) {
        std::string text;
        while (text.size() < 300'000) text += piece;
        CHECK(protected_in(text, true).size() <= text.size());
    }
}

TEST_CASE("a diff is what patch takes") {
    std::string out;
    append_diff("a.txt", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12", "1\nb\n3\n4\n5\n6\n7\n8\n9\n10\n11\nl", out);
    CHECK(out == "--- a/a.txt\n+++ b/a.txt\n@@ -1,5 +1,5 @@\n 1\n-2\n+b\n 3\n 4\n 5\n@@ -9,4 +9,4 @@\n 9\n 10\n 11\n-12\n"
                 "\\ No newline at end of file\n+l\n\\ No newline at end of file\n");
    out.clear();
    append_diff("/x/a.txt", "same\n", "same\n", out);
    CHECK(out.empty());
}
