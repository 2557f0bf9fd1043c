#include "text/mail_parts.hpp"

#include <doctest/doctest.h>
#include <simdjson.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <string>

using namespace motaudit;

namespace {

std::vector<MailSpan> split(std::string_view text) {
    std::vector<MailSpan> parts;
    split_mail(text, parts);
    return parts;
}

// The words of the given parts, one after another.
std::string text_of(std::string_view text, std::initializer_list<MailPart> wanted) {
    std::string out;
    for (const auto& part : split(text))
        if (std::ranges::find(wanted, part.part) != wanted.end()) out += text.substr(part.span.begin, part.span.size());
    return out;
}

std::string trimmed(std::string text) {
    std::erase(text, '\r');
    const auto begin = text.find_first_not_of(" \t\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

std::string reply(std::string_view text) { return trimmed(text_of(text, {MailPart::reply})); }
std::string sign_off(std::string_view text) { return trimmed(text_of(text, {MailPart::sign_off})); }

} // namespace

TEST_CASE("what introduces a quotation begins history, in the languages of mail programs") {
    const char* const introductions[] = {
        "On Thu, Nov 12, 2026 at 4:02 PM Oppo Support <support@oppo.com> wrote:",
        "On Thu, Nov 12, 2026 at 4:02 PM Oppo Support\n<support@oppo.com> wrote:",
        "On Thu, Nov 12, 2026 at 4:02 PM\nOppo Support\n<support@oppo.com>\nwrote:",
        "Le jeu. 12 nov. 2026 à 16:02, Oppo <support@oppo.com> a écrit\xC2\xA0:",
        "Am Do., 12. Nov. 2026 um 16:02 Uhr schrieb Oppo <support@oppo.com>:",
        "Oppo <support@oppo.com> schrieb am Do., 12. Nov.\n2026, 16:02:",
        "El jue, 12 nov 2026 a las 16:02, Oppo (<support@oppo.com>) escribió:",
        "Il giorno gio 12 nov 2026 alle ore 16:02 Oppo <support@oppo.com> ha scritto:",
        "Em qui., 12 de nov. de 2026 às 16:02, Oppo <support@oppo.com> escreveu:",
        "Op do 12 nov 2026 om 16:02 schreef Oppo <support@oppo.com>:",
        "W dniu 12.11.2026 o 16:02, Oppo napisał(a):",
        "Den tors 12 nov. 2026 kl 16:02 skrev Oppo <support@oppo.com>:",
        "Vào 16:02, Th 5, 12 thg 11, 2026 Oppo <support@oppo.com> đã viết:",
        "在 2026年11月12日，16:02，Oppo <support@oppo.com> 写道：",
        "2026年11月12日(木) 16:02 Oppo <support@oppo.com>:",
        "2026-11-12 16:02 GMT+02:00 Oppo <\nsupport@oppo.com>:",
        "-----Original Message-----",
        "--- Original message ---",
        "-----Ursprüngliche Nachricht-----",
        "-------- Message d'origine --------",
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "From: Oppo <support@oppo.com>\nSent: Thursday\nTo: Joy\nSubject: Cashback\n",
        "_____________________\nFrom: Oppo <support@oppo.com>\nSent: Thursday\nTo: Joy\nSubject: Cashback\n",
        "*Von:* Oppo <support@oppo.com>\n*Gesendet:* Donnerstag\n*An:* Joy\n*Betreff:* Cashback\n",
        "De : Oppo <support@oppo.com>\nEnvoyé le : jeudi\nÀ : Joy\nObjet : Cashback\n",
        "发件人: Oppo <support@oppo.com>\n发送时间: 2026年\n收件人: Joy\n主题: Cashback\n",
    };
    for (const std::string introduction : introductions) {
        CAPTURE(introduction);
        CHECK(reply("It works now.\n\n" + introduction + "\nDear Joy,\nplease try it again.") == "It works now.");
        CHECK(reply("It works now.\n\n" + introduction + "\n\n> Dear Joy,\n> please try it again.") == "It works now.");
    }
}

TEST_CASE("ordinary words are no history") {
    const char* const texts[] = {
        "On Monday I wrote to you.\nOn Tuesday nobody answered.",
        "I tried these steps:\n1. restart\n2. update",
        "Your colleague wrote:\nplease wait.",
        "Invitation:\n\nDate: Wednesday\nTime: 7:00\nAddress: 130 Fox St",
        "My trip was\nFrom: Berlin\nTo: Rome\nand the phone broke.",
        "Please choose\n--> Settings\n--> About",
        "a > b\nand so on",
        "Service  Date\n-------------\nRepair  June\n\nThis is a table and then the mail simply goes on with a few more of the "
        "writer's words.",
        "",
        "\n\n\n",
        "one line",
    };
    for (const std::string text : texts) {
        CAPTURE(text);
        CHECK(reply(text) == trimmed(text));
    }
}

TEST_CASE("answers between and below quotes are the writer's own") {
    CHECK(reply("On 04/19/2026 07:10 AM, Joy wrote:\n\n> Which model?\n\nThe A98.\n\n> Since when?\n\nMarch.\n") ==
          "The A98.\n\nMarch.");
    CHECK(reply("> Which model?\nThe A98.") == "The A98.");
    CHECK(reply("Hi,\n> see (http://example.com/a\n_b=3) >\n> more\nFine.") == "Hi,\nFine.");
    CHECK(reply("Yes On Wed, Apr 4, 2026 at 3:59 PM, joy@example.com wrote:\n> Hi") == "Yes");
}

TEST_CASE("a sign-off begins with its valediction or is a last line that is a name") {
    const struct {
        const char* text;
        const char* sign_off;
    } cases[] = {
        {"Dear Grace,\n\nThank you.\n\nKind regards,\n\nImogen\nOPPO Customer Care UK\nwww.oppo.com/uk/support",
         "Kind regards,\n\nImogen\nOPPO Customer Care UK\nwww.oppo.com/uk/support"},
        {"Dear Grace,\n\nPlease wait.\n\nWith kind regards,\n\nBeatriz\n0800 555 0100 | support.de@oppo.com",
         "With kind regards,\n\nBeatriz\n0800 555 0100 | support.de@oppo.com"},
        {"Dear Customer,\n\nFeel free to write.\n\nOppo care team", "Oppo care team"},
        {"Dear Customer,\n\nStay tuned!\nThe Oppo Team", "The Oppo Team"},
        {"Hi Zoë,\n\nLet me know.\n\nCallum", "Callum"},
        {"Hi,\n\nLet me know.\n\nAhmad Hakim bin Yusof", "Ahmad Hakim bin Yusof"},
        {"Hi,\n\nLet me know.\n\nBest,\nLee", "Best,\nLee"},
        {"Hi,\n\nLet me know.\n\nThanks!\nRoman", "Thanks!\nRoman"},
        {"Dear {{name}},\n\nWe will see.\n\nYours sincerely,\n[AGENT NAME]\nOPPO Service",
         "Yours sincerely,\n[AGENT NAME]\nOPPO Service"},
        {"Hallo,\n\nbis bald.\n\nMit freundlichen Grüßen\nHannes Müller", "Mit freundlichen Grüßen\nHannes Müller"},
        {"Hi,\n\nall fine.\n\nKind regards,\nLee\n\nOn Mon, 9 Nov 2026, OPPO Support wrote:\n> Kind regards,\n> Ana",
         "Kind regards,\nLee"},
        // none
        {"Hello,\n\nPlease restart it.\n\nThank you for your patience.", ""},
        {"Hello,\n\nIs it still broken?\n\nThanks", ""},
        {"Hello,\n\nThe code is below.\n\nYes", ""},
        {"Callum", ""},
        {"Hello,\n\nBest of all is the second way, which keeps your data.\nIt needs a computer.", ""},
        {"Dear Ana,\n\nthese are the steps.\n\n1. Open Settings\n2. Restart", ""},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(sign_off(c.text) == c.sign_off);
    }
}

TEST_CASE("a postscript below the sign-off is the writer's own again") {
    CHECK(reply("Hi,\n\nfine.\n\nKind regards,\nLee\n\nPS: bring the receipt.") == "Hi,\n\nfine.\n\nPS: bring the receipt.");
}

TEST_CASE("what a program puts below a mail is its signature") {
    const auto signature = [](std::string_view text) { return trimmed(text_of(text, {MailPart::signature})); };
    CHECK(signature("Hi.\n-- \nLee\nOPPO") == "-- \nLee\nOPPO");
    CHECK(signature("Hi.\n--\nLee\n\nDnia 14 lip 2026 o godz. 00:25 Joy <joy@example.com> napisał(a):\n\n> x") == "--\nLee");
    CHECK(signature("Hi.\n\nSent from my iPhone") == "Sent from my iPhone");
    CHECK(signature("Hi.\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: a@b.c\nSent: "
                    "Monday\nTo: d@e.f\n\nHi") == "Get Outlook for iOS<https://aka.ms/o0ukef>");
    CHECK(signature("--\nLee") == "");
    CHECK(signature("I sent from my old phone a picture.") == "");
}

TEST_CASE("header fields copied above a mail's text are its head") {
    const std::string_view text = "From: Grace <grace@example.com>\nSubject: camera\n\nHello,\n\nit closes.";
    CHECK(text_of(text, {MailPart::head}) == "From: Grace <grace@example.com>\nSubject: camera\n\n");
    CHECK(reply(text) == "Hello,\n\nit closes.");
}

TEST_CASE("the parts cover the text, whatever it holds") {
    std::string seed = "Hi\n> a\n\nOn 1/2/2026 10:00 b wrote:\n-- \nFrom: a@b\nTo: c\n\nKind regards,\nLee\n_____\nSent from my "
                       "x\r\n\xC2\xA0\xFF\x80\n:";
    std::uint32_t state = 1;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int piece = 0; piece < 6; ++piece) {
            state = state * 1664525 + 1013904223;
            const std::size_t at = (state >> 8) % seed.size();
            text += seed.substr(at, (state >> 20) % 40);
        }
        std::uint32_t end = 0;
        for (const auto& part : split(text)) {
            REQUIRE(part.span.begin == end);
            REQUIRE(part.span.end > end);
            end = part.span.end;
        }
        REQUIRE(end == text.size());
    }
}

TEST_CASE("replies of four projects' test mails are found") {
    // What those projects' own tests say, not what their programs happen to answer. Left over are matters of taste: whether a
    // forwarded mail's text is a reply, and quotes without any mark.
    std::ifstream file(TESTS_FOLDER "/corpora/email-quote/cases.jsonl");
    REQUIRE(file);
    simdjson::dom::parser parser;
    int right = 0;
    int all = 0;
    std::string wrong;
    for (std::string line; std::getline(file, line);) {
        simdjson::dom::element row = parser.parse(line);
        const std::string_view kind = row["kind"];
        const std::string_view basis = row["basis"];
        if (kind == "html" || basis.find("output") != std::string_view::npos) continue;
        const std::string_view input = row["input"];
        const auto expected = [&row](const char* key) {
            std::string_view text;
            return row["expected"][key].get(text) == simdjson::SUCCESS ? trimmed(std::string(text)) : std::string();
        };
        const std::string visible = trimmed(text_of(input, {MailPart::reply, MailPart::sign_off, MailPart::head}));
        const std::string below = trimmed(text_of(input, {MailPart::sign_off, MailPart::signature}));
        bool same = visible == expected(kind == "forwarded" ? "before" : "visible");
        if (kind == "signature")
            same = below == expected("signature") && (expected("visible").empty() || reply(input) == expected("visible"));
        right += same;
        ++all;
        if (!same) wrong += std::string(std::string_view(row["id"])) + " ";
    }
    CAPTURE(wrong);
    CHECK(all == 84);
    CHECK(right >= 80);
}
