#include "base/utf8.hpp"

#include <doctest/doctest.h>

using namespace motaudit;

TEST_CASE("every character survives a round trip") {
    std::size_t wrong = 0;
    for (char32_t c = 0; c <= 0x10ffff; ++c) {
        if (c >= 0xd800 && c <= 0xdfff) continue;
        std::string text;
        append_utf8(text, c);
        const auto read = decode(text, 0);
        if (!read.valid || read.value != c || read.size != text.size()) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("a broken character is one replacement for its longest start") {
    struct {
        std::string_view bytes;
        std::uint32_t size;
    } const cases[] = {
        {"\x80", 1},         {"\xff", 1},         {"\xc0\xaf", 1},         {"\xc2", 1},
        {"\xe2\x82", 2},     {"\xe0\x9f\xbf", 1}, {"\xed\xa0\x80", 1},     {"\xf0\x8f\xbf\xbf", 1},
        {"\xf0\x9f\x98", 3}, {"\xf4\x90", 1},     {"\xf5\x80\x80\x80", 1}, {"\xe2\x28\xa1", 1},
    };
    for (const auto& c : cases) {
        CAPTURE(&c - cases);
        const auto read = decode(c.bytes, 0);
        CHECK_FALSE(read.valid);
        CHECK(read.value == 0xfffd);
        CHECK(read.size == c.size);
    }
}
