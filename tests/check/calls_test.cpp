#include "support/judge.hpp"

using namespace motaudit;

namespace {

struct Case {
    const char* id;
    Verdict verdict;
    const char* text;
};

} // namespace

TEST_CASE("calls are judged by the phone monitor definitions") {
    using enum Verdict;
    constexpr Case cases[] = {
        {"opening.script", no,
         "agent: Aroha\nA: kia ora thanks for ringing oppo aroha speaking what can i do for you\nC: my parcel\nA: yes\nC: it is "
         "late"},
        {"opening.script", yes,
         "agent: Aroha\nA: kia ora thanks for ringing oppo aroha speaking who have i got on the line\nC: hemi"},
        {"opening.script", yes,
         "agent: Zanele\nbrand: Karoo & Co\nA: Thank you for calling Karoo and Co, Zanele here. Could I get your name, please?\nC: "
         "Pieter."},
        {"opening.script", yes,
         "agent: Zanele\nA: Thank you for calling OPPO, you are through to Zanele.\nC: Morning.\nA: Good morning! To whom am I "
         "speaking?\nC: Pieter Nel."},

        {"opening.assist", yes,
         "A: How can I help?\nC: I'd like to know if my parcel has left yet.\nA: Certainly, I'd be glad to find out where your "
         "parcel is."},
        {"opening.assist", yes, "A: how can i help\nC: the blender jug came cracked\nA: so sorry about the cracked jug"},
        {"opening.assist", no,
         "A: how can i help\nC: the blender jug came cracked\nA: okay\nC: so\nA: order number\nC: five five one two\nA: right"},
        {"opening.assist", yes, "A: How can I help?\nC: Do you ship to Malta?\nA: Happy to check shipping to Malta for you."},
        {"opening.assist", no, "A: How can I help?\nC: Do you ship to Malta?\nA: No.\nC: Why not?\nA: We just don't."},
        {"opening.assist", yes,
         "A: How can I help?\nC: My voucher code doesn't work at checkout.\nA: That must be annoying. Let me see what is wrong "
         "with the code."},

        {"verification.order", yes,
         "C: There was a shirt missing from my delivery.\nA: I'm sorry. Have you got your order reference there?\nC: QZ 4410."},
        {"verification.order", no, "C: There was a shirt missing from my delivery.\nA: I'm sorry. I'll send the shirt today."},
        {"verification.order", yes,
         "C: hi i want to know when my order will come order number is five five two one nine\nA: let me check"},
        {"verification.order", na, "C: My vacuum cleaner stopped working after two years.\nA: I'm sorry."},
        {"verification.order", na, "C: I want to buy two chairs.\nA: Great, which ones?"},
        {"verification.order", na, "C: Could you tell me if the oak desk is in stock?\nA: It is."},
        {"verification.order", no,
         "C: You people sent me the wrong size.\nA: What size do you need?\nC: Ten.\nA: I'll send a ten."},
        {"verification.order", no, "C: I'd like to return a jacket I ordered last week.\nA: Just post it back to us."},
        {"verification.order", na, "C: The toaster I ordered from you three years ago smells of burning.\nA: Please unplug it."},
        {"verification.order", yes,
         "C: i was billed two times for the same thing\nA: sorry to hear that may i have the invoice number please\nC: four four "
         "one"},

        {"verification.identity", yes,
         "A: May I have your name?\nC: Uma Nair. My parcel never came.\nA: Thank you. Can you verify the billing address, the "
         "email and the phone number on the order for me?\nC: Yes, 4 Lake View, uma@example.com, 98450 01234."},
        {"verification.identity", no,
         "A: May I have your name?\nC: Uma Nair. My parcel never came.\nA: Thank you. Can you verify the email and the phone "
         "number on the order for me?\nC: uma@example.com, 98450 01234."},
        {"verification.identity", no,
         "A: May I have your name?\nC: Uma Nair. My parcel never came.\nA: And the billing address and the phone number, "
         "please?\nC: 4 Lake View, 98450 01234."},
        {"verification.identity", yes,
         "A: may i have your name\nC: uma nair i cannot get into my account\nA: thank you may i have your billing address "
         "please\nC: four lake view kochi\nA: thank you may i have your email\nC: uma at example dot com\nA: thank you and your "
         "mobile number\nC: nine eight four five oh oh one two three four\nA: thank you"},
        {"verification.identity", na, "C: How long is the guarantee on the lamp?\nA: Two years."},
        {"verification.identity", na, "C: The strap of my watch broke.\nA: I am sorry."},

        {"hold.permission", yes,
         "A: Do you mind if I pop you on hold for a tick while I ring the depot?\nC: Not at all.\nA: Thanks for holding."},
        {"hold.permission", no, "A: Bear with me please while I ring the depot.\nC: Okay.\nA: Thanks for holding."},
        {"hold.permission", yes,
         "A: May I place you on hold while I ask?\nC: Yes.\nA: Thank you for holding, it is taking a little longer, please bear "
         "with me.\nC: Fine.\nA: Thank you for holding."},
        {"hold.permission", na, "A: I will transfer you to Asha now, please hold the line.\nC: Okay."},
        {"hold.reason", yes, "A: Could you hold for a moment so I can look into the stock?\nC: Yes.\nA: Thank you for holding."},
        {"hold.reason", no, "A: Could you hold for a moment?\nC: Yes.\nA: Thank you for holding."},
        {"hold.thanks", no, "A: Could you hold for a moment?\nC: Yes.\nA: Hi again, so it left today."},
        {"hold.thanks", yes,
         "A: Could you hold for a moment?\nC: Yes.\nA: Hi Mr. Roy, thank you for your patience, it left today."},
        {"hold.checkin", yes,
         "A: Could you hold for a moment?\nC: Yes.\nA: Mr. Roy, I'm still here, just waiting on the depot.\nC: Fine.\nA: Thank you "
         "for holding."},
        {"hold.checkin", yes,
         "[0.0-4.0] A: Could you hold for a moment?\n[4.5-5.0] C: Yes.\n[50.0-52.0] A: Thanks for holding, we are still looking "
         "for it.\n[52.2-53.0] C: Okay.\n[110.0-112.0] A: Thank you for waiting."},
        {"hold.checkin", no,
         "[0.0-4.0] A: Could you hold for a moment?\n[4.5-5.0] C: Yes.\n[100.0-105.0] A: Thanks for holding, we found it."},
        {"hold.checkin", na, "A: Could you hold for a moment?\nC: Yes.\nA: Thanks for holding, we found it."},

        {"transfer.named", yes, "A: I'm putting you through to Siobhan in accounts.\nC: Thanks."},
        {"transfer.named", no, "A: I'm putting you through to accounts.\nC: Thanks."},
        {"transfer.named", yes, "A: let me connect you to my senior his name is rajesh\nC: ok"},
        {"transfer.named", no, "customer: Ravi Menon\nA: Let me connect you to billing, Ravi.\nC: Okay."},
        {"transfer.named", no, "A: I need to hand you over to another department.\nC: Which one?\nA: Shipping. Bye."},
        {"transfer.named", na, "A: I have transferred the money to your card.\nC: Great."},
        {"transfer.named", na, "A: I'll forward your request to our billing team, they will email you.\nC: Great."},
        {"transfer.named", yes, "A: My supervisor Lerato is here with me and would like to take over the call.\nC: Good."},
        {"transfer.named", na, "C: Can you transfer me to a manager?\nA: I can help you with that myself.\nC: Okay."},

        {"closing.reference", yes, "A: I've lodged a complaint on your behalf, your reference is CM 30021.\nC: Thanks."},
        {"closing.reference", no, "A: I've lodged a complaint on your behalf.\nC: Thanks."},
        {"closing.reference", yes, "A: that is booked in now your job number is seven seven one oh four\nC: thanks"},
        {"closing.reference", na, "A: In that case the phone number of the shop is 555 0100.\nC: Thanks."},
        {"closing.reference", no, "A: i have raised a ticket our team will call you in two days\nC: thanks"},
        {"closing.reference", na, "C: My order is QZ 4410.\nA: Thank you. Order QZ 4410 leaves today.\nC: Thanks."},
        {"closing.reference", na, "A: I can open a ticket if you like.\nC: No, thanks.\nA: Okay."},

        {"closing.summary", yes,
         "A: Hello.\nC: Cancel my order.\nA: Sure.\nC: Is it done?\nA: Just to run through everything: the order is cancelled, and "
         "you'll have the money by Tuesday.\nC: Thanks.\nA: Bye."},
        {"closing.summary", yes,
         "A: hello\nC: wrong shirt\nA: sorry\nC: what now\nA: i have arranged the pickup for tomorrow and the right one will be "
         "sent once we receive it\nC: ok\nA: bye"},
        {"closing.summary", no, "A: hello\nC: wrong shirt\nA: sorry\nC: what now\nA: send it back\nC: ok\nA: bye"},
        {"closing.summary", no,
         "A: Hello.\nC: Are you open on Sunday?\nA: Yes, we are.\nC: Until when?\nA: Six.\nC: Thanks.\nA: Bye."},

        {"closing.order_readback", yes,
         "C: Could I order the navy cushion?\nA: Certainly. Where shall we send it?\nC: 3 Mill Lane, Bath.\nA: One navy cushion, "
         "£18, plus £4 postage, £22 in total, going to 3 Mill Lane, Bath, and billed there as well. Correct?\nC: Yes.\nA: Lovely, "
         "that's all gone through."},
        {"closing.order_readback", no,
         "C: Could I order the navy cushion?\nA: Certainly. Where shall we send it?\nC: 3 Mill Lane, Bath.\nA: Lovely, I've put "
         "the order through for you.\nC: Thanks."},
        {"closing.order_readback", na, "C: Did my order go through?\nA: Yes, it was placed on Monday.\nC: Thanks."},
        {"closing.order_readback", na,
         "C: The cushion is torn.\nA: I'm sorry. I've placed a replacement order for you.\nC: Thanks."},
        {"closing.order_readback", na,
         "C: Is the cushion in stock?\nA: It is. Once your order is placed, it ships in a day.\nC: Thanks."},

        {"language.we", no, "A: They don't take returns after thirty days.\nC: Oh."},
        {"language.we", no, "A: sorry they have not updated the system yet\nC: ok"},
        {"language.we", no, "A: It's their rule, I can't do anything.\nC: Really?"},
        {"language.we", yes, "A: The post office says they will try again tomorrow.\nC: Okay."},
        {"language.we", yes, "C: My kids broke it.\nA: They do that at this age. We can send you a new cup.\nC: Great."},
        {"language.we", yes, "A: The cushions are back, and they will ship on Monday.\nC: Great."},
        {"language.we", yes, "A: Our engineers are looking at it, they will call you tonight.\nC: Great."},
        {"language.we", yes, "A: Please ask your neighbours if they took the parcel.\nC: I did."},
        {"language.we", no, "A: The warehouse is slow this week, they always send things late.\nC: I see."},
        {"language.we", yes,
         "C: They said it would come today!\nA: I understand, you were told that it would come today.\nC: Yes."},

        {"courtesy.request", yes, "A: Would you be so kind as to give me your email address?\nC: a@example.com"},
        {"courtesy.request", no, "A: I need your order number.\nC: QZ 4410."},
        {"courtesy.request", no, "A: thank you and what is your email\nC: a at example dot com"},
        {"courtesy.request", yes, "A: may i know your contact number sir\nC: nine eight four five oh oh one two three four"},
        {"courtesy.request", no, "A: Your name?\nC: Uma.\nA: Could I have your email, please?\nC: a@example.com"},
        {"courtesy.request", yes, "A: If you don't mind, what is your billing address?\nC: 4 Lake View."},
        {"courtesy.thanks", yes,
         "A: May I have your email?\nC: a@example.com\nA: Lovely, thank you. And your phone number, please?\nC: 98450 01234\nA: "
         "Thanks a lot."},
        {"courtesy.thanks", no,
         "A: May I have your email?\nC: a@example.com\nA: Got it. And your phone number, please?\nC: 98450 01234\nA: Thanks a "
         "lot."},
        {"courtesy.thanks", yes,
         "A: May I have your email?\nC: Which one, my private one?\nA: Yes, please.\nC: a@example.com\nA: Thank you."},
        {"courtesy.thanks", na, "A: Could you switch it off and on again?\nC: Done.\nA: Does it work?\nC: Yes."},

        {"name.usage", yes,
         "A: Could I have your name?\nC: I don't want to give my name.\nA: Not a problem, madam. How can I help?\nC: Are you "
         "open?\nA: Yes, madam."},
        {"name.usage", no, "A: Could I have your name?\nC: Uma Nair.\nA: Thank you, ma'am.\nC: Are you open?\nA: Yes, ma'am."},
        {"name.usage", no, "A: How can I help?\nC: Are you open?\nA: Yes.\nC: Thanks."},
    };
    const auto& standard = test::built_in("phone-monitor");
    for (const auto& c : cases) {
        INFO(std::string(c.id) << ": " << std::string(c.text));
        CHECK(name_of(test::judged(c.id, c.text, Channel::inbound, standard).verdict) == name_of(c.verdict));
    }
}
