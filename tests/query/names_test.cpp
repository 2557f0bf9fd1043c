#include "query/names.hpp"

#include "support/judge.hpp"
#include <doctest/doctest.h>

using namespace motaudit;
using test::Heard;

namespace {

std::string uses_in(std::string_view text, Channel channel) {
    const Heard heard(text, channel);
    const auto name = customer_name(heard.talk);
    std::vector<Match> others;
    std::string out;
    for (const auto& use : name_uses(heard.talk, name, others)) {
        const auto span = heard.talk.span(use);
        if (!out.empty()) out += "|";
        out += heard.talk.turn(use.turn).text.substr(span.begin, span.size());
    }
    return out;
}

} // namespace

TEST_CASE("a name is used where the customer is addressed by it, and only there") {
    struct {
        const char* customer;
        const char* said;
        const char* uses;
    } const cases[] = {
        {"Maria Lopez", "Thank you, Maria.", "Maria"},
        {"Maria Lopez", "Hi Maria Lopez, how are you?", "Maria Lopez"},
        {"Maria Lopez", "Good morning Ms. Lopez!", "Ms. Lopez"},
        {"Maria Lopez", "Maria, could you try, Maria?", "Maria"},
        {"Maria Lopez", "Done. Thank you, Maria. Bye, Ms Lopez.", "Maria|Ms Lopez"},
        {"Maria Lopez", "May I speak to Maria?", ""},
        {"Maria Lopez", "Am I speaking with Ms. Lopez?", ""},
        {"Maria Lopez", "Is this Maria?", ""},
        {"Maria Lopez", "So your name is Maria Lopez, is that right?", ""},
        {"Maria Lopez", "Is that Maria with an h?", ""},
        {"Maria Lopez", "I see Maria's account here.", ""},
        {"Maria Lopez", "The parcel is addressed to Maria Lopez.", ""},
        {"Maria Lopez", "Thank you, Mariah.", ""},
        {"Siobhán O'Connor", "Thanks, Siobhan.", "Siobhan"},
        {"Siobhán O'Connor", "Thanks, Siobahn.", ""},
        {"Siobhán O'Connor", "Dear Ms. O'Connor, it is done.", "Ms. O'Connor"},
        {"Jean-Luc Moreau", "Thank you, Jean-Luc.", "Jean-Luc"},
        {"王晓明 (Wang Xiaoming)", "Thank you, Mr Wang.", "Mr Wang"},
        {"Will Turner", "Will you try that?", ""},
        {"Will Turner", "It will work. Thanks, Will!", "Will"},
        {"Will Turner", "Will, could you restart it?", "Will"},
        {"Will Turner", "Hi Will, how are you?", "Will"},
        {"May Chen", "May I ask for the model?", ""},
        {"May Chen", "It comes in May.", ""},
        {"May Chen", "It comes on 3 May 2026.", ""},
        {"May Chen", "Okay May, one moment.", "May"},
        {"Mark Hill", "Mark the box and tap Next.", ""},
        {"Mark Hill", "Please mark the box.", ""},
        {"Mark Hill", "There we go, Mark.", "Mark"},
        {"Grace Lim", "There is a grace period of a week.", ""},
        {"Hope Ndlovu", "I hope that helps, Hope.", "Hope"},
        {"Hope Ndlovu", "Hope this helps!", ""},
        {"Joy Bell", "It was a joy to help.", ""},
        {"Art Young", "A young team, state of the art.", ""},
        {"[NAME]", "Thank you, [NAME].", ""},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.said));
        CHECK(uses_in(std::string("customer: ") + c.customer + "\nA: " + c.said, Channel::chat) == c.uses);
    }
}

TEST_CASE("in speech without marks, the neighbours tell a name from a word") {
    struct {
        const char* customer;
        const char* said;
        const char* uses;
    } const cases[] = {
        {"Joy Bell", "thank you joy let me check", "joy"},
        {"Joy Bell", "it was a joy to help you", ""},
        {"Joy Bell", "have a lovely day joy", "joy"},
        {"May Chen", "may i have the number please", ""},
        {"May Chen", "thank you may i will check that", ""},
        {"May Chen", "is there anything else may", "may"},
        {"May Chen", "it may take a minute", ""},
        {"Will Turner", "okay will let me see", "will"},
        {"Will Turner", "that will be all", ""},
        {"Will Turner", "yes it will", ""},
        {"Grace Lim", "thanks grace one moment", "grace"},
        {"Mark Hill", "please mark that box", ""},
        {"Bao Tran", "so bao tran what happened", "bao tran"},
        {"Bao Tran", "let me spell that tran t r a n", ""},
        {"Rohit Mehra", "good evening mister mehra", "mister mehra"},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.said));
        CHECK(uses_in(std::string("customer: ") + c.customer + "\nA: " + c.said, Channel::inbound) == c.uses);
    }
}

TEST_CASE("customers say who they are in many ways") {
    struct {
        const char* talk;
        bool known;
    } const cases[] = {
        {"C: Hi, my name is Lindiwe.", true},
        {"C: name's Will, my phone is dead", true},
        {"C: Hello, this is May. My phone is slow.", true},
        {"C: my screen broke. Grace here", true},
        {"C: Hi, I'm Raj Kumar", true},
        {"A: May I have your name?\nC: kooi", true},
        {"A: Who am I chatting with?\nC: Sure, it's Ngozi.", true},
        {"A: Your full name, please?\nC: why do you need that", false},
        {"A: Can I get your name?\nC: i want the refund now\nC: Albert Sanders", true},
        {"C: my mic is dead since monday. Pieter Vos, pvos@vos.example", true},
        {"C: myself Rakesh Yadav, my phone is slow", true},
        {"A: Could I speak to Mrs Hargreaves?\nC: Speaking.\nA: Thank you, Mrs Hargreaves.", true},
        {"A: may i speak with suresh\nC: yes\nA: hi suresh i'm calling about your phone", true},
        {"agent: Megan\nA: Hi, I'm Megan.\nC: hey Megan, Luis Ortega. Is it waterproof?\nA: It is, Luis.", true},
        {"agent: Megan\nA: Hi, I'm Megan.\nC: hey Megan, is it waterproof?\nA: It is. Thank you, Megan.", false},
        {"agent: Sam\nA: Hi!\nC: is there a shop?\nA: In Perth, Sydney and Brisbane.", false},
        {"agent: Sam\nA: Hi!\nC: my Reno is slow\nA: I see, Reno, we can mend that.", false},
        {"A: Dear Customer, how may I help?\nC: hello sir", false},
        {"A: Dear Valued Customer, how may I help?\nC: hello sir", false},
        {"C: I am very angry!", false},
        {"C: This is ridiculous.", false},
        {"C: this is the third time", false},
        {"C: Im looking for a charger", false},
        {"C: my phone is here", false},
        {"C: Hi, is the shop open today?", false},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.talk));
        const Heard heard(c.talk, Channel::chat);
        CHECK(customer_name(heard.talk).known() == c.known);
    }
}
