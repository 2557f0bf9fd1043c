#include "text/mail_parts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
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
        "Den 12. nov. 2026 kl. 16.02 skrev Oppo <support@oppo.com>:",
        "2026年11月12日 16:02、Oppo <support@oppo.com>のメッセージ:",
        "2026년 11월 12일 (목) 오후 4:02, Oppo <support@oppo.com>님이 작성:",
        "-----Oprindelig meddelelse-----",
        "-----Mensaje original-----",
        "Van: Oppo <support@oppo.com>\nVerzonden: donderdag\nAan: Joy\nOnderwerp: Cashback\n",
        "Fra: Oppo <support@oppo.com>\nSendt: torsdag\nTil: Joy\nEmne: Cashback\n",
        "Från: Oppo <support@oppo.com>\nSkickat: torsdag\nTill: Joy\nÄmne: Cashback\n",
        "Da: Oppo <support@oppo.com>\nInviato: giovedì\nA: Joy\nOggetto: Cashback\n",
        "De: Oppo <support@oppo.com>\nEnviado: quinta-feira\nPara: Joy\nAssunto: Cashback\n",
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

TEST_CASE("a mail that only passes another on says what that one says") {
    const std::string passed_on = "From: Lee <lee@oppo.com>\nDate: Thu, 12 Nov 2026\nSubject: hot phone\nTo: Ana <a@b.c>\n\n"
                                  "Dear Ana,\n\nThank you.\n\nKind regards,\nLee\n";
    for (const std::string above : {"", "\n\n"}) {
        const std::string text = above + "---------- Forwarded message ---------\n" + passed_on;
        CHECK(reply(text) == "Dear Ana,\n\nThank you.");
        CHECK(sign_off(text) == "Kind regards,\nLee");
        CHECK(trimmed(text_of(text, {MailPart::head})).ends_with("To: Ana <a@b.c>"));
    }
    CHECK(reply("FYI\n\n---------- Forwarded message ---------\n" + passed_on) == "FYI");
    CHECK(reply("-----Original Message-----\n" + passed_on) == "");
    CHECK(reply("Begin forwarded message:\n\n" + passed_on + "\nOn Wed, 11 Nov 2026, Ana wrote:\n> hot\n") ==
          "Dear Ana,\n\nThank you.");
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
