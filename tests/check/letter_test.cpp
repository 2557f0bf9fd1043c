#include "support/judge.hpp"

using namespace motaudit;
using test::judged;

namespace {
struct Case {
    const char* text;
    Verdict verdict;
};
void check_all(std::string_view id, std::span<const Case> cases) {
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(judged(id, c.text, Channel::email).verdict == c.verdict);
    }
}
using enum Verdict;
} // namespace

TEST_CASE("a letter greets with the given name where it is known") {
    const Case cases[] = {
        {"customer: Grace Adeyemi\nA: Dear Grace,\n\nThank you.", yes},
        {"customer: Grace Adeyemi\nA: Dear Grace, thank you for writing to OPPO.", yes},
        {"customer: Putri Ayu Lestari\nA: Dear Putri Ayu,\n\nThank you.", yes},
        {"customer: Jean-Luc Moreau\nA: Dear Jean-Luc,\n\nThank you.", yes},
        {"customer: Zoë Baker-Reid\nA: Dear Zoe,\n\nThank you.", yes},
        {"customer: Trần Văn Minh\nA: Dear Minh,\n\nThank you.", yes},
        {"account: VN\ncustomer: Tran Van Minh\nA: Dear Minh,\n\nThank you.", yes},
        {"customer: Lopez, Maria\nA: Dear Maria,\n\nThank you.", yes},
        {"customer: Okonkwo\nA: Dear Mr. Okonkwo,\n\nThank you.", yes},
        {"A: Dear Valued Customer,\n\nThank you.", yes},
        {"customer: Grace Adeyemi\nA: Dear Valued Customer,\n\nThank you.", no},
        {"customer: Grace Adeyemi\nA: Hello Grace,\n\nThank you.", no},
        {"customer: Grace Adeyemi\nA: Dear Grace Adeyemi,\n\nThank you.", no},
        {"customer: Grace Adeyemi\nA: Dear Ms Adeyemi,\n\nThank you.", no},
        {"customer: Trần Văn Minh\nA: Dear Trần,\n\nThank you.", no},
        {"customer: Grace Adeyemi\nA: Dear,\n\nThank you.", no},
        {"A: Dear Customer,\n\nThank you.", no},
        {"A: Thank you for contacting OPPO.", no},
        {"C: hello", na},
    };
    check_all("email.salutation", cases);
    CHECK(judged("email.salutation", "A: Dear [Customer Name],\n\nThank you.", Channel::template_).verdict == yes);
    CHECK(judged("email.salutation", "A: Dear Sir or Madam,\n\nThank you.", Channel::template_).verdict == no);
}

TEST_CASE("a letter's welcome is that of its kind") {
    const Case cases[] = {
        {"reply: first\nA: Dear Ana,\n\nThank you for writing to OPPO.", yes},
        {"reply: first\nA: Dear Ana,\n\nThank you for your enquiry to OPPO.", yes},
        {"reply: followup\nA: Dear Ana,\n\nWe appreciate the information and the photos.", yes},
        {"reply: followup\nA: Dear Ana,\n\nThanks for getting back to us so quickly.", yes},
        {"A: Dear Ana,\n\nWe appreciate your reply.", yes},
        {"reply: first\nA: Dear Ana,\n\nThank you for your e-mail.", no},
        {"reply: first\nA: Dear Ana,\n\nThank you for choosing an OPPO phone.", no},
        {"reply: followup\nA: Dear Ana,\n\nThank you for contacting OPPO.", no},
        {"reply: followup\nA: Dear Ana,\n\nWe appreciate your patience.", no},
    };
    check_all("email.welcome", cases);
}

TEST_CASE("a signature names the agent, the team and a way to reach it") {
    const std::string letter =
        "agent: Imogen Clark\nA: Dear Ana,\n\nPlease restart the phone and tell us what you see.\n\nKind regards,\n\n";
    struct {
        const char* signature;
        std::vector<std::string> missing;
    } const cases[] = {
        {"Imogen\nOPPO Customer Care UK\nwww.oppo.com/uk/support", {}},
        {"Imogen C.\nCustomer Service Department\nOPPO Malaysia\n1300 555 010", {}},
        {"Imogen\nTeam OPPO\nsupport@oppo.com", {}},
        {"Imogen\nOPPO Customer Care", {"a way to reach the team"}},
        {"OPPO Customer Care\nwww.oppo.com", {"your name"}},
        {"Imogen\nwww.example.com", {"the brand's team or department"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.signature);
        const auto finding = judged("email.signature", letter + c.signature, Channel::email);
        CHECK(finding.missing == c.missing);
        CHECK(finding.verdict == (c.missing.empty() ? yes : no));
    }
}
