#include "report/json_text.hpp"

#include "base/utf8.hpp"
#include "report/payloads.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <random>
#include <string>

using namespace motaudit;

namespace {

std::string written(std::string_view text) {
    std::string out;
    append_json_string(text, out);
    return out;
}

// What a reader should get back: the text, each broken character replaced.
std::string mended(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = decode(text, at);
        append_utf8(out, c.value);
        at += c.size;
    }
    return out;
}

void check(std::string_view text) {
    CAPTURE(text);
    const auto json = written(text);
    CHECK(nlohmann::json::parse(json).get<std::string>() == mended(text));
    bool inert = true;
    for (std::size_t at = 0; at < json.size();) {
        const auto c = decode(json, at);
        inert = inert && c.valid && !is_control(c.value);
        at += c.size;
    }
    CHECK(inert);
}

} // namespace

TEST_CASE("an escape is written wherever in a text of any length it falls") {
    for (std::size_t size = 1; size < 40; ++size)
        for (std::size_t at = 0; at < size; ++at)
            for (const char c : {'\n', '"', '\\', '\x7f', '\xff'}) {
                std::string text(size, 'a');
                text[at] = c;
                check(text);
                text[size - 1] = '"'; // and another at the end
                check(text);
            }
}

TEST_CASE("a JSON parser reads back what was written") {
    for (const auto payload : example::hostile) check(payload);
    std::mt19937 random(3);
    // Mostly letters, with what is special at every distance from the eight bytes that are looked at together.
    constexpr std::string_view special("\"\\\n\t\r\0\x1f\x7f\x80\xc2\xe2\x80\xa8\xf0\x9f\x98\x80\xff", 20);
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (unsigned i = 0; i < random() % 60; ++i)
            text += random() % 6 != 0 ? static_cast<char>(' ' + random() % 95) : special[random() % special.size()];
        check(text);
    }
}

TEST_CASE("valid text agrees with another writer's") {
    for (const std::string text : {"plain", "caf\u00e9 \u4f60\u597d \U0001f600", "quote \" and \\", "line\nbreak\ttab"})
        CHECK(written(text) == nlohmann::json(text).dump());
}

TEST_CASE("JSON of another's hand keeps its value and loses its line breaks") {
    const std::string json = "\"a\": 1,\n\t\"b\u202e\": \"x\\ny\x7f\",\r\n \"c\": [\"\u2028\", {\"d\": \"\\\"\"}]";
    std::string out = "{";
    append_json_text(json, out);
    out += '}';
    CHECK(nlohmann::json::parse(out) == nlohmann::json::parse("{" + json + "}"));
    for (std::size_t at = 0; at < out.size();) {
        const auto c = decode(out, at);
        CHECK_FALSE(is_control(c.value));
        at += c.size;
    }
}

TEST_CASE("numbers are short and whole") {
    struct {
        double number;
        unsigned decimals;
        std::string_view json;
    } const cases[] = {
        {0, 1, "0"},           {85, 1, "85"},       {85.5, 1, "85.5"}, {5.3763440860215, 4, "5.3763"},
        {0.1 + 0.2, 4, "0.3"}, {-1.25, 2, "-1.25"}, {-0.001, 2, "0"},  {0.0004, 4, "0.0004"},
        {512.4, 3, "512.4"},   {1e300, 3, "null"},  {-1e9, 0, "null"}, {1.0 / 0.0, 1, "null"},
        {0.05, 9, "0.05"},
    };
    for (const auto& c : cases) {
        std::string out;
        append_json_number(c.number, c.decimals, out);
        CHECK(out == c.json);
    }
}
