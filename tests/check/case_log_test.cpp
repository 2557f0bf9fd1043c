#include "support/judge.hpp"

using namespace motaudit;

namespace {

Finding judged(std::string_view id, std::string_view text) {
    return test::judged(id, text, Channel::case_, test::built_in("complaint-record"));
}

} // namespace

TEST_CASE("every day from receipt to finish has an entry, or a note why not") {
    const struct {
        const char* text;
        Verdict verdict;
    } cases[] = {
        {"Handling\n3 Nov: received.\n4 Nov: done, case closed.", Verdict::yes},
        {"Handling\n3 Nov: received.\n5 Nov: done, case closed.", Verdict::no},
        {"Handling\n30 Nov: received.\n1 Dec: case closed.", Verdict::yes},
        {"Handling\n3 Nov: received.\n4-6 Nov: waiting for the part.\n7 Nov: case closed.", Verdict::yes},
        {"Handling\n3 Nov: received.\n4 Nov: case closed.\n9 Nov: customer thanked us.", Verdict::yes}, // after the finish
        {"处理记录：\n11/3 收到。\n11/5 结案。", Verdict::no},
        // Over the new year, told or not.
        {"Handling\n30 Dec: received.\n31 Dec: called.\n1 Jan: waiting.\n2 Jan: case closed.", Verdict::yes},
        {"Handling\n30 Dec: received.\n31 Dec: called.\n2 Jan: case closed.", Verdict::no},
        {"Date received: 30 Dec 2025\nHandling\n30 Dec: called.\n31 Dec: waiting.\n1 Jan: case closed.", Verdict::yes},
        {"Date received: 30 Dec 2025\nHandling\n31 Dec: waiting.\n1 Jan: case closed.", Verdict::no},
        {"Handling\n31 Dec: received.\n1 Jan 2026: waiting.\n2 Jan 2026: case closed.", Verdict::yes},
        {"Purchase date: 5 May 2024\nHandling\n30 Dec: received.\n31 Dec: called.\n1 Jan: case closed.", Verdict::yes},
        {"处理记录：\n12/31 收到。\n1/1 跟进。\n1/2 结案。", Verdict::yes},
        {"Handling\n31/12: received.\n01/01: called.\n02/01: waiting.\n03/01: case closed.", Verdict::yes},
        {"Handling\n31/12/2025: received.\n01/01/2026: called.\n02/01/2026: case closed.", Verdict::yes},
        {"Handling\n28 Feb: received.\n29 Feb: called.\n1 Mar: case closed.", Verdict::yes},
        // "24/7" is no day of the log.
        {"Handling\n3 Nov: received, told that the hotline is open 24/7.\n4 Nov: case closed.", Verdict::yes},
        {"Handling\n24/7: received.\n25/7: case closed.", Verdict::yes},
        {"Handling\n24/7: received.\n26/7: case closed.", Verdict::no},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(judged("handling.daily", c.text).verdict == c.verdict);
    }
}

TEST_CASE("the return visit follows within 48 hours, as exactly as the record tells") {
    const struct {
        const char* text;
        Verdict verdict;
    } cases[] = {
        {"Handling\n3 Nov: closed at 15:00.\nReturn visit: 5 Nov, 15:00, satisfied.", Verdict::yes},
        {"Handling\n3 Nov: closed at 15:00.\nReturn visit: 5 Nov, 15:01, satisfied.", Verdict::no},
        {"Handling\n3 Nov: closed.\nReturn visit: 5 Nov, satisfied.", Verdict::yes}, // no times
        {"Handling\n3 Nov: closed.\nRV: 4 Nov, 4 Nov, 4 Nov no answer, callback failed.", Verdict::no},
        {"Handling\n3 Nov: waiting.", Verdict::na},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(judged("return_visit.timely", c.text).verdict == c.verdict);
    }
}

TEST_CASE("24/7 is a date only where it stands as one") {
    const struct {
        const char* text;
        Verdict verdict;
    } cases[] = {
        {"Purchase date: 24/7", Verdict::yes},
        {"Bought on 24/7/2026 in Leeds.", Verdict::yes},
        {"The customer wants help 24/7.", Verdict::no},
        {"Support (24/7) was never reached.", Verdict::no},
        {"He says that our 24/7/365 hotline is a joke.", Verdict::no},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(judged("record.purchase_date", c.text).verdict == c.verdict);
    }
}
