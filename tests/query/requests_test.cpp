#include "query/requests.hpp"

#include "support/judge.hpp"
#include <doctest/doctest.h>

using namespace motaudit;
using test::Heard;

namespace {

std::string asked_in(std::string_view text, Channel channel = Channel::chat) {
    const Heard heard("A: " + std::string(text), channel);
    std::string out;
    for (const auto& request : requests_of(heard.talk)) {
        if (!out.empty()) out += " ";
        out += item_names[static_cast<std::size_t>(request.item)];
        if (request.reason) out += "+";
    }
    return out;
}

} // namespace

TEST_CASE("requests for information are told from other questions") {
    struct {
        const char* said;
        const char* asked;
    } const cases[] = {
        {"May I have your name, please?", "name"},
        {"Who do I have the pleasure of speaking with?", "name"},
        {"How should I address you?", "name"},
        {"Can I grab your email?", "email"},
        {"Kindly share your mail id.", "email"},
        {"Would you mind giving me your mobile number?", "phone"},
        {"And a number where we can reach you?", "phone"},
        {"What's the best number to call you back on?", "phone"},
        {"Could you please confirm the IMEI of the device?", "imei"},
        {"Please provide the serial number.", "imei"},
        {"What is your order number?", "order"},
        {"Do you have the repair number?", "order"},
        {"Could you help me with your booking reference?", "order"},
        {"Which city are you in?", "location"},
        {"What's your postcode?", "location"},
        {"Where are you calling from?", "location"},
        {"May I know when you bought the phone?", "date"},
        {"When did you purchase it?", "date"},
        {"How old is the phone?", "date"},
        {"Which model do you have?", "model"},
        {"What phone are you using?", "model"},
        {"And which model is it?", "model"},
        {"Which ColorOS version is on it?", "os_version"},
        {"Please send us a copy of your receipt.", "document"},
        {"Could you share a photo of the invoice?", "document"},
        {"I will need your account ID as well.", "identity"},
        {"Can you tell me your username?", "account"},
        {"Order number?", "order"},
        {"And your phone number, please?", "phone"},
        {"May I have your name and email?", "email name"},
        // Near misses.
        {"Just to confirm, your number is 0412 555 019?", ""},
        {"Can I confirm your email, a@example.com?", ""},
        {"How much storage is free?", ""},
        {"Which colour would you like?", ""},
        {"Which model are you interested in?", ""},
        {"Which account would you like to check?", ""},
        {"I can send it to your email.", ""},
        {"Please check your email for the code.", ""},
        {"May I put you on hold?", ""},
        {"What does the error message say?", ""},
        {"Could you tell me if the order arrived?", ""},
        {"What is the name of the app?", ""},
        {"Please send us an email at help@example.com.", ""},
        {"My name is Jamie.", ""},
        {"Your repair number is RP-2000.", ""},
        {"Where are you departing from?", ""},
        {"Let me know if you need anything.", ""},
        {"May I help you with your order?", ""},
        {"You can find the IMEI on the box.", ""},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.said));
        auto asked = asked_in(c.said);
        std::erase(asked, '+');
        CHECK(asked == c.asked);
    }
}

TEST_CASE("a reason stands in the sentence of the request or beside it") {
    struct {
        const char* said;
        const char* asked;
    } const cases[] = {
        {"May I have your email so that I can send you the steps?", "email+"},
        {"May I have your email? I need it to open a case.", "email+"},
        {"To check the warranty, I need your IMEI.", "imei+"},
        {"Could I take your number in case we get cut off?", "phone+"},
        {"Which model is it? The steps differ.", "model+"},
        {"Please share your city. That way I can find the nearest centre.", "location+"},
        {"For verification, may I have your email?", "email+"},
        {"May I have the order number to track your parcel?", "order+"},
        {"May I have your phone number, as the courier will call you?", "phone+"},
        {"Could you send the receipt? It will help us confirm the purchase date.", "document+"},
        {"I'll be happy to help. May I have your email?", "email"},
        {"In that case I need your IMEI.", "imei"},
        {"Thank you for the details. What is your phone number?", "phone"},
        {"How may I help you today? May I have your email?", "email"},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.said));
        CHECK(asked_in(c.said) == c.asked);
    }
}

TEST_CASE("speech without marks asks as well") {
    CHECK(asked_in("may i have your name please and a number so that i can ring you back", Channel::inbound) == "name+ phone+");
    CHECK(asked_in("order number please", Channel::inbound) == "order");
    CHECK(asked_in("the i m e i please", Channel::inbound) == "imei");
    CHECK(asked_in("so your number is oh four one two five five five", Channel::inbound).empty());
}
