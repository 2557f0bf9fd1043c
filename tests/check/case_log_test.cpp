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
