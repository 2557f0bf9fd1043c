#include "report/redact.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace motaudit;

namespace {

std::string redacted(const char* text) {
    Redactor redactor;
    redactor.add_name("Maria Lopez", "[customer]");
    redactor.add_name("Will", "[agent]", true);
    return redactor.redact(text);
}

} // namespace

TEST_CASE("of a telephone number, a card and an IMEI at most the last four digits stay") {
    const struct {
        const char* text;
        const char* shown;
    } cases[] = {
        {"call me on 0412 345 678", "call me on [phone …5678]"},
        {"0412345678", "[phone …5678]"},
        {"+61 412 345 678 please", "[phone …5678] please"},
        {"+61 (0)412 345 678", "[phone …5678]"},
        {"(02) 9876 5432", "[phone …5432]"},
        {"ring 9876 5432", "ring [phone …5432]"},
        {"1300 123 456", "[phone …3456]"},
        {"my number is 91234567", "my number is [phone …4567]"},
        {"9123 4567", "[phone …4567]"},
        {"+65 9123 4567", "[phone …4567]"},
        {"98765 43210", "[phone …3210]"},
        {"9876543210", "[phone …3210]"},
        {"+91-98765-43210", "[phone …3210]"},
        {"919876543210", "[phone …3210]"},
        {"0812-3456-7890", "[phone …7890]"},
        {"+62 812 3456 7890", "[phone …7890]"},
        {"012-345 6789", "[phone …6789]"},
        {"0917 123 4567", "[phone …4567]"},
        {"07911 123456", "[phone …3456]"},
        {"020 7946 0958", "[phone …0958]"},
        {"+44 20 7946 0958", "[phone …0958]"},
        {"(415) 555-0132", "[phone …0132]"},
        {"415-555-0132", "[phone …0132]"},
        {"1-415-555-0132", "[phone …0132]"},
        {"415.555.0132", "[phone …0132]"},
        {"555-0132", "[phone …0132]"},
        {"082 123 4567", "[phone …4567]"},
        {"0803 123 4567", "[phone …4567]"},
        {"+2348031234567", "[phone …4567]"},
        {"0061412345678", "[phone …5678]"},
        {"13812345678", "[phone …5678]"},
        {"4111 1111 1111 1111", "[card …1111]"},
        {"4111111111111111", "[card …1111]"},
        {"5500-0000-0000-0004", "[card …0004]"},
        {"3782 822463 10005", "[card …0005]"},
        {"4111111111111111, exp 12/27", "[card …1111], exp 12/27"},
        {"IMEI 352099001761481", "IMEI [IMEI …1481]"},
        {"IMEI:352099001761481", "IMEI:[IMEI …1481]"},
        {"35-209900-176148-1", "[IMEI …1481]"},
        {"35 209900 176148 1", "[IMEI …1481]"},
        {"352099/00/176148/1", "[IMEI …1481]"},
        {"imei1 352099001761481 imei2 352099001761499", "imei1 [IMEI …1481] imei2 [IMEI …1499]"},
        {"0412345678 4111 1111 1111 1111", "[phone …5678] [card …1111]"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(redacted(c.text) == c.shown);
    }
}

TEST_CASE("numbers and addresses in disguise are seen") {
    const struct {
        const char* text;
        const char* shown;
    } cases[] = {
        {"zero four one two three four five six seven eight", "[phone …5678]"},
        {"oh four one two, three four five, six seven eight", "[phone …5678]"},
        {"my number is oh four double one three four five six seven eight", "my number is [phone …5678]"},
        {"0 4 1 2 3 4 5 6 7 8", "[phone …5678]"},
        {"0-4-1-2-3-4-5-6-7-8", "[phone …5678]"},
        {"0.4.1.2.3.4.5.6.7.8", "[phone …5678]"},
        {"０４１２３４５６７８", "[phone …5678]"},
        {"04\u200b12\u200b345\u200b678", "[phone …5678]"},
        {"٠٤١٢٣٤٥٦٧٨", "[phone …5678]"},
        {"O412 345 678", "[phone …5678]"},
        {"tel0412345678", "tel[phone …5678]"},
        {"0412*345*678", "[phone …5678]"},
        {"0412_345_678", "[phone …5678]"},
        {"0412–345–678", "[phone …5678]"},
        {"0412 345\n678", "[phone …5678]"},
        {"0412, 345, 678", "[phone …5678]"},
        {"0412:345:678", "[phone …5678]"},
        {"00353 86 123 4567", "[phone …4567]"},
        {"4111,1111,1111,1111", "[card …1111]"},
        {"352.099.001.761.481", "[IMEI …1481]"},
        {"4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "[card …1111]"},
        {"4111-11111111-1111", "[card …1111]"},
        {"4111.1111.1111.1111", "[card …1111]"},
        {"４１１１ １１１１ １１１１ １１１１", "[card …1111]"},
        {"four one one one one one one one one one one one one one one one", "[card …1111]"},
        {"3 5 2 0 9 9 0 0 1 7 6 1 4 8 1", "[IMEI …1481]"},
        {"maria@example.com", "[e-mail]"},
        {"maria.l+x@mail.example.com.au.", "[e-mail]."},
        {"maria@gmail", "[e-mail]"},
        {"maria @ gmail . com", "[e-mail]"},
        {"maria at gmail dot com", "[e-mail]"},
        {"jane dot doe at gmail dot com", "[e-mail]"},
        {"jane_doe (at) gmail (dot) com", "[e-mail]"},
        {"jane[at]gmail[dot]com", "[e-mail]"},
        {"jane＠gmail．com", "[e-mail]"},
        {"jane@\u200bgmail.com", "[e-mail]"},
        {"j a n e at gmail dot com", "[e-mail]"},
        {"jane at gmail.com", "[e-mail]"},
        {"josé@correo.es", "[e-mail]"},
        {"write to JANE@GMAIL.COM, thanks", "write to [e-mail], thanks"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(redacted(c.text) == c.shown);
    }
}

TEST_CASE("names become tokens, whole or in part") {
    const struct {
        const char* text;
        const char* shown;
    } cases[] = {
        {"Dear Maria,", "Dear [customer],"},
        {"Ms Lopez", "Ms [customer]"},
        {"hi maria lopez here", "hi [customer] here"},
        {"MARIA'S phone", "[customer]'S phone"},
        {"Marial", "Marial"},
        {"I will ask Will", "I will ask [agent]"},
        {"My name is Anna Schmidt and", "My name is [name] and"},
        {"my name is anna and", "my name is [name] and"},
        {"visit 12 Smith Street, Sydney", "visit [address], Sydney"},
        {"Unit 3/45 George St", "Unit [address]"},
        {"12 smith street", "[address]"},
        {"5 minutes down the street", "5 minutes down the street"},
        {"2 stores on the road", "2 stores on the road"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(redacted(c.text) == c.shown);
    }
}

TEST_CASE("dates, prices, versions, models and order numbers stay") {
    const char* const texts[] = {
        "2026-11-16",
        "16/11/2026",
        "16.11.2026",
        "16-11-26",
        "20261116",
        "2026-11-16T10:31:00+11:00",
        "2026-11-16 10:31:05",
        "16 Nov 2026",
        "11/16/2026 10:31",
        "bought on 2025-03-03 for 1299",
        "10:31",
        "24/7",
        "2024-2026",
        "2019 2020 2021",
        "2024, 2025, 2026, 2027",
        "100, 200, 300",
        "09:30, 10:45, 11:15",
        "12:00:00, 13:00:00",
        "1,299,000,000",
        "$1,299.00",
        "AUD 1299.00",
        "Rp 12.999.000",
        "Rs. 15,999",
        "₹ 1,24,999",
        "€1.299,00",
        "1299.00",
        "RM 1999",
        "$12 999 000",
        "IDR 12999000",
        "PHP 15990",
        "it costs 1 299 000",
        "CPH2359",
        "A96",
        "Find X5 Pro",
        "Reno8 5G",
        "RMX3085",
        "128GB",
        "8GB+256GB",
        "5000mAh",
        "OPPO Find N2 Flip",
        "PCLM10",
        "iPhone 13",
        "ColorOS 13.1",
        "13.1.0.500",
        "CPH2359_11_A.45",
        "Android 13",
        "13.1.0.500(EX01)",
        "v12.1",
        "11.2.8.8",
        "192.168.1.1",
        "A.45",
        "12.1.2",
        "build 20230415",
        "order 4500123456",
        "order number 4500123456",
        "order no. 4500123456",
        "Order #4500123456",
        "ticket 100234567",
        "case number 20098765",
        "tracking number 9400111899",
        "ref: 88412345",
        "invoice 2026001234",
        "AWB 1234567890",
        "SN ABC1234567",
        "OP1234567890",
        "INV-2026-0012",
        "RMA 60012345",
        "#12345678",
        "100 %",
        "1000000",
        "3 to 5 working days",
        "30 days",
        "within 24 hours",
        "4.5 stars",
        "50 MP",
        "6.7 inch",
        "120 Hz",
        "65W",
        "2400 x 1080",
        "1080p",
        "3.5mm",
        "IP68",
        "450 g",
        "please press 1 then 2",
        "one two three",
        "one of the two phones for four people",
        "level 3",
        "step 10",
        "00:01:02",
        "1h 20m",
        "12345",
        "2000",
        "911",
        "000",
        "112",
        "17:30 - 18:00",
        "available at oppo.com",
        "look at the www.oppo.com/au page",
        "see you at 5",
        "2 @ 10.50",
        "@oppo",
        "at home",
        "meet at noon. com on",
        "postcode 2000",
        "NSW 2000",
        "1 year 2 months",
        "Version 14.0.0.1400",
        "+5 points",
        "-10 degrees",
        "1/2",
        "50/50",
        "2.4 GHz 5 GHz",
        "100-200 units",
        "Q4 2026",
        "pin 1234",
        "0.5",
        "007",
        "EX01",
    };
    for (const auto* const text : texts) {
        CAPTURE(text);
        CHECK(redacted(text) == text);
    }
}

TEST_CASE("hostile text is redacted in time and without harm") {
    Redactor redactor;
    redactor.add_name("a b c", "[x]");
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "1.@(at dot +";
    CHECK_FALSE(redactor.redact(text).empty());
    CHECK(redactor.redact(std::string(100000, '1')).size() <= 100000);
    CHECK(redactor.redact(std::string(100000, '@')).size() == 100000);
    CHECK(redactor.redact("").empty());
    CHECK(redactor.redact("\xff\xc3(0412\xff 345 678)").find("\xff") != std::string::npos);
    std::string letters;
    for (int i = 0; i < 20000; ++i) letters += "a dot ";
    CHECK_FALSE(redactor.redact(letters + "at gmail dot com").empty());
}
