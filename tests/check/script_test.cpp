#include "support/judge.hpp"

using namespace motaudit;
using test::judged;

namespace {
struct Case {
    const char* text;
    Verdict verdict;
};
void check_all(std::string_view id, Channel channel, std::span<const Case> cases, const std::string& before = {},
               const std::string& behind = {}) {
    for (const auto& c : cases) {
        const auto text = before + c.text + behind;
        CAPTURE(text);
        const auto finding = judged(id, text, channel);
        CHECK(finding.verdict == c.verdict);
        CHECK((finding.verdict != Verdict::no || !finding.reason.empty()));
    }
}
using enum Verdict;
} // namespace

TEST_CASE("an inbound call is opened with thanks, brand, name and offer, in any order") {
    const Case cases[] = {
        {"agent: Ravi\nA: thank you for calling o p p o this is ravi how may i help you today\nC: hi", yes},
        {"agent: Ravi\nA: Thanks for ringing OPPO, Ravi speaking. What can I do for you?\nC: hi", yes},
        {"agent: Ravi\nA: Hi, you're speaking with Ravi from OPPO. Thank you for your call! How can I be of service?\nC: hi", yes},
        {"A: Good day and thank you for contacting OPPO, my name is Zanele. I'd be delighted to assist you.\nC: hi", yes},
        {"agent: Ravi\nA: oppo hotline ravi here\nC: hi", no},
        {"agent: Ravi\nA: Thank you for calling, this is OPPO. How may I help?\nC: hi", no},
        {"agent: Ravi\nA: Thank you for calling OPPO, this is Ravi.\nC: hi\nA: Please hold.", no},
        {"agent: Ravi\nA: Thank you for calling OPPO, this is Ravi. I can't help you today.\nC: hi", no},
    };
    check_all("opening.script", Channel::inbound, cases);
}

TEST_CASE("an outbound call asks for the customer by first name") {
    const Case cases[] = {
        {"agent: Haruka\ncustomer: Sunita Rao\nA: good afternoon this is haruka from oppo customer care may i speak to sunita "
         "please\nC: yes",
         yes},
        {"agent: Haruka\ncustomer: Sunita Rao\nA: Hello, Haruka here from OPPO. Am I talking to Sunita?\nC: yes", yes},
        {"agent: Haruka\ncustomer: Sunita Rao\nA: Hello, Haruka here from OPPO. Am I talking to Mrs. Rao?\nC: yes", no},
        {"agent: Haruka\ncustomer: Sunita Rao\nA: Hello, Haruka here about your OPPO phone. Is this Sunita?\nC: yes", no},
    };
    check_all("opening.script", Channel::outbound, cases);
}

TEST_CASE("the closing names the brand in its thanks and wishes well") {
    const std::string before = "A: Thank you for calling OPPO, have I got Ana there?\nC: yes\nA: Restart it.\nC: ok\n";
    const Case cases[] = {
        {"A: Thanks for chatting with OPPO and enjoy the rest of your day!", yes},
        {"A: thanks for contacting oppo ana have a good one", yes},
        {"A: so please don't hang up thank you for contacting o p p o and have a beautiful day", yes},
        {"A: OPPO thanks you for your patience. I wish you a safe flight.", yes},
        {"A: Thank you for being an OPPO customer. Take care!\nC: you too\nA: Bye.", yes},
        {"A: Thank you for contacting us, have a nice day!", no},
        {"A: Thank you for contacting OPPO. Bye for now.", no},
        {"A: Thank you for the IMEI of your OPPO. Have a nice day!", no},
        {"A: Thank you for contacting OPPO. We will take care of it.", no},
    };
    check_all("closing.script", Channel::chat, cases, before);
}

TEST_CASE("the survey is invited to, not any rating") {
    const std::string before = "A: Hi.\nC: slow phone\n";
    const Case cases[] = {
        {"A: Please don't forget to fill in our survey. Bye!", yes},
        {"A: Could you rate my service with a five? Bye!", yes},
        {"A: Two short questions about this call will follow. Goodbye.", yes},
        {"A: We'd love to hear your feedback on this chat. Bye!", yes},
        {"A: Please rate our app in the Play Store. Bye!", no},
        {"A: I appreciate your feedback. Bye!", no},
        {"A: There is no survey today. Bye!", no},
        {"A: The survey you completed reached us. Bye!", no},
    };
    check_all("closing.survey", Channel::chat, cases, before);
}

TEST_CASE("more help is offered, and not only a step of the matter in hand") {
    const std::string before = "A: Hi, how may I help?\nC: slow phone\n",
                      behind = "\nC: no\nA: Thank you for contacting OPPO. Bye!";
    const Case cases[] = {
        {"A: Restart it. Is there anything else I may assist you with?", yes},
        {"A: anything else", yes},
        {"A: Is there any other matter I could look into for you?", yes},
        {"A: What else may we do for you?", yes},
        {"A: Will that be all for today?", yes},
        {"A: Any other questions for me before we finish?", yes},
        {"A: Do you need any more help?", yes},
        {"A: If any further questions come up, we are here for you.", yes},
        {"A: Please do not hesitate to reach us again!", yes},
        {"A: Just reply to this message whenever you need us.", yes},
        {"A: Have you installed anything else?", no},
        {"A: Is there anything else on the screen?", no},
        {"A: There is nothing else we can do.", no},
        {"A: I need some more information.", no},
        {"A: Let us know ASAP if you want to go ahead with the repair.", no},
        {"A: Let me know once it has restarted.", no},
    };
    check_all("closing.further_assistance", Channel::chat, cases, before, behind);
}

TEST_CASE("offer, survey and farewell keep their order") {
    const std::string before = "A: Hi, how may I help?\nC: slow phone\n";
    const Case cases[] = {
        {"A: Anything else I can do?\nC: no\nA: Please take our survey. Bye for now.", yes},
        {"A: Anything else I can do?\nC: no\nA: thanks for calling oppo bye", yes},
        {"A: Please take our survey. Have a nice day! Do you need any other help?\nC: no\nA: Goodbye.", no},
        {"A: Have a nice day! Please take our survey.", no},
        {"A: Have a nice day!", na},
        {"A: Restart it.", na},
    };
    check_all("closing.order", Channel::chat, cases, before);
}

TEST_CASE("an agent hangs up where nothing closes the contact") {
    const std::string before = "A: Thank you for calling OPPO, how may I help?\nC: slow phone\n";
    const Case cases[] = {
        {"A: I have no time.", no},
        {"A: Goodbye.", no},
        {"A: Thank you. I am not paid to listen to this.\nS: Agent disconnected the call.", no},
        {"A: That is correct. Thank you very much.", yes},
        {"A: Anything else?\nC: no\nA: Glad I could help!", yes},
        {"A: have a good one", yes},
        {"A: Thank you. I am creating a case.\nC: sorry i must go\nS: The customer has left the chat.", na},
        {"A: Which model is it?", na},
    };
    check_all("conduct.hang_up", Channel::chat, cases, before);
}

TEST_CASE("a factory reset needs a warning and the advice to back up; other resets do not") {
    const Case cases[] = {
        {"A: The quickest way is a factory data reset. This deletes all files, so please back up everything.", yes},
        {"A: set the phone back to the factory state\nC: will i lose anything\nA: everything that is stored on it is wiped so copy "
         "your "
         "pictures to a computer",
         yes},
        {"A: You should do a master reset. Your data will be lost, so kindly take a backup.", yes},
        {"A: Tap Reset phone, then \"Erase all data\".", no},
        {"A: We'd also reset it to factory settings to test it.", no},
        {"A: Do a factory data reset: Settings > Back up and reset > Reset phone.", no},
        {"A: A factory reset erases everything. You should have backed up.", no},
        {"A: Go to System settings, Reset phone, Reset network settings.", na},
        {"A: Clear the data of the app and choose Restore defaults.", na},
        {"A: Let's try this without a factory reset.", na},
        {"A: Did you do a factory reset?", na},
        {"A: Please reset your password.", na},
        {"C: should I do a factory reset?\nA: No, please restart it.", na},
    };
    check_all("solution.data_loss", Channel::chat, cases);
}

TEST_CASE("a visit to a service centre is prepared") {
    const Case cases[] = {
        {"A: Please take the phone to a service center. Back up your data and bring the warranty card.", yes},
        {"A: Please bring it to our service centre, save your photos on a laptop and take out the SIM.", yes},
        {"A: Take it to a service centre and they can look at it.", no},
        {"A: Kindly visit the nearest service center with your invoice.", no},
        {"A: You may send the phone in for repair.", no},
        {"A: Your phone has been at our Chatswood service centre for two weeks.", na},
        {"A: We look up the closest service centre, should our steps not help.", na},
        {"A: Have you taken the phone to a service centre before?", na},
        {"A: You do not have to visit a service centre.", na},
    };
    check_all("solution.service_center", Channel::chat, cases);
}
