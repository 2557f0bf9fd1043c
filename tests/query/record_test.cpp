#include "query/case_log.hpp"
#include "query/figures.hpp"
#include "query/items.hpp"
#include "support/judge.hpp"

using namespace motaudit;

namespace {

const Standard& standard() { return test::built_in("complaint-record"); }

std::vector<std::string> dates_in(std::string_view text) {
    const test::Heard record(text, Channel::case_, standard());
    std::vector<std::string> out;
    for (const auto& f : figures_of(record.talk))
        if (f.kind == Figure::Kind::date)
            out.push_back(std::to_string(f.year) + "-" + std::to_string(f.month) + "-" + std::to_string(f.day));
    return out;
}

} // namespace

TEST_CASE("dates are read in the ways in which records write them") {
    const struct {
        std::string text;
        std::vector<std::string> dates;
    } cases[] = {
        {"on 3 Nov 2026", {"2026-11-3"}},      {"on Nov 3, 2026 at 10:12", {"2026-11-3"}},
        {"the 24th of March", {"0-3-24"}},     {"2026-11-03", {"2026-11-3"}},
        {"2026年11月3日", {"2026-11-3"}},      {"２０２６年１１月３日", {"2026-11-3"}},
        {"11月3日下午5点", {"0-11-3"}},        {"11/15、11/16 周末", {"0-11-15", "0-11-16"}},
        {"15-16 Nov", {"0-11-15", "0-11-16"}}, {"he may call", {}},
        {"IMEI 862134065501714", {}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(dates_in(c.text) == c.dates);
    }
}

TEST_CASE("the order of day and month is the one that brings the dates of a record together") {
    CHECK(dates_in("3/11 received\n4/11 waiting\n5/11 done") == std::vector<std::string>{"0-11-3", "0-11-4", "0-11-5"});
    CHECK(dates_in("8/9 received\n8/10 done") == std::vector<std::string>{"0-8-9", "0-8-10"});
    CHECK(dates_in("05/11/2026 received\n06/11/2026 done") == std::vector<std::string>{"2026-11-5", "2026-11-6"});
}

TEST_CASE("the check digit of an IMEI is Luhn's") {
    CHECK(imei_check_digit("49015420323751") == '8');
    CHECK(imei_check_digit("86213406550171") == '4');
}

TEST_CASE("labels part a record into fields and parts, in any order and language") {
    const test::Heard heard(
        "电话：+65 8555 0164；地址：新加坡\nModel: R9s\nComplaint reason: see below\nIssue description: it is dead.\n"
        "处理记录：\n11/3 结案",
        Channel::case_, standard());
    const auto& record = record_of(heard.talk);
    REQUIRE(record.fields.size() >= 3);
    CHECK(text_of(heard.talk, record.fields[0].value) == "+65 8555 0164；");
    CHECK(text_of(heard.talk, record.fields[1].value) == "新加坡");
    REQUIRE(record.parts.size() == 3);
    CHECK(record.parts[0].blank);
    CHECK_FALSE(record.parts[1].blank);
    CHECK(record.work.size() == 1);
}

TEST_CASE("a record without labels is free text, and its log begins with the first dated line behind it") {
    const test::Heard heard("10 Nov 2026 call from Mr. Kofi Mensah about his phone.\n11 Nov: replaced.\n12 Nov: case closed.",
                            Channel::case_, standard());
    const auto& record = record_of(heard.talk);
    CHECK(record.fields.empty());
    CHECK(log_of(heard.talk, {}).size() == 2);
}

TEST_CASE("in a script without spaces a list of whole words leaves longer words alone") {
    const auto verdict = [](std::string_view text) {
        return test::judged("record.level", text, Channel::case_, standard()).verdict;
    };
    CHECK(verdict("投诉级别：一般\n投诉原因：多媒体音量小") == Verdict::yes);
    CHECK(verdict("投诉级别：一般\n投诉原因：媒体来电采访") == Verdict::no);
}

TEST_CASE("hostile records are judged without harm") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "Model: R9 姓名：\xff\xfe 11/11/11/11 ９９：９９ —— 【";
    const test::Heard heard(text, Channel::case_, standard());
    for (const auto& parameter : standard().parameters) {
        Finding finding;
        parameter.check->judge(heard.talk, parameter, finding);
        for (const auto& e : finding.evidence) CHECK(e.span.end <= text.size());
    }
}
