#include "text/charset.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace motaudit;
using namespace std::string_view_literals;

TEST_CASE("the first byte that is not UTF-8 is found exactly") {
    struct {
        std::string_view bytes;
        std::size_t at;
    } const cases[] = {
        {"", std::string_view::npos},
        {"plain text, more than eight bytes", std::string_view::npos},
        {"caf\xC3\xA9 \xE2\x80\x93 \xF0\x9F\x98\x80", std::string_view::npos},
        {"a\0b"sv, std::string_view::npos},
        {"\xF4\x8F\xBF\xBF", std::string_view::npos}, // U+10FFFF
        {"caf\xE9 au lait, s'il vous plait", 3},
        {"0123456789\x80", 10},
        {"\xC0\xAF", 0},         // overlong
        {"\xE0\x80\xAF", 0},     // overlong
        {"ok\xED\xA0\x80", 2},   // a surrogate
        {"\xF4\x90\x80\x80", 0}, // beyond U+10FFFF
        {"ok\xE2\x80", 2},       // cut short
        {"ok\xC3", 2},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.bytes));
        CHECK(first_not_utf8(c.bytes) == c.at);
    }
}

TEST_CASE("a file's encoding is what its mark says, else what is declared, else UTF-8") {
    struct {
        std::string_view bytes, declared, text;
    } const cases[] = {
        {"caf\xC3\xA9", "", "caf\xC3\xA9"},
        {"\xEF\xBB\xBF"
         "caf\xC3\xA9",
         "", "caf\xC3\xA9"},
        {"\xFF\xFEh\0i\0\x3D\xD8\x00\xDE"sv, "", "hi\xF0\x9F\x98\x80"},
        {"\xFE\xFF\0h\0i"sv, "", "hi"},
        {"\xFF\xFEh\0i\0"sv, "windows-1252", "hi"}, // the mark is surer than the option
        {"caf\xE9", "windows-1252", "caf\xC3\xA9"},
        {"\x93hi\x94", "ISO-8859-1", "\xE2\x80\x9Chi\xE2\x80\x9D"}, // said to be Latin-1, written by Windows
        {"\xC4\xE3\xBA\xC3", "GB2312", "\xE4\xBD\xA0\xE5\xA5\xBD"},
        {"h\0i\0"sv, "utf-16le", "hi"},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.bytes));
        Arena arena;
        const auto text = to_utf8(c.bytes, c.declared, arena);
        REQUIRE(text);
        CHECK(*text == c.text);
    }
}

TEST_CASE("what cannot be decoded is refused by place and name") {
    struct {
        std::string_view bytes, declared, error;
    } const cases[] = {
        {"one\ntwo caf\xE9\n", "",
         "2:8: not valid UTF-8 at byte 11; if it is in another encoding, name it: --encoding windows-1252"},
        {"caf\xE9", "utf-8", "1:4: not valid UTF-8 at byte 3"},
        {"ok \x80", "us-ascii", "1:4: not valid us-ascii at byte 3"},
        {"\xFF\xFEh\0i"sv, "", "1:5: not valid UTF-16LE at byte 4"}, // half a unit
        {"\xFF\xFE\x00\xD8h\0"sv, "", "1:3: not valid UTF-16LE at byte 2"},
        {"hi", "utf-9", "unknown encoding 'utf-9'"},
        {"hi", "../etc/passwd", "unknown encoding '../etc/passwd'"},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.bytes));
        Arena arena;
        const auto text = to_utf8(c.bytes, c.declared, arena);
        REQUIRE(!text);
        Error error = text.error();
        error.path = "f";
        CHECK(error.text() == "f:" + std::string(error.line == 0 ? " " : "") + std::string(c.error));
    }
}

TEST_CASE("mail that declares wrongly is still read") {
    struct {
        std::string_view bytes, declared, text;
    } const cases[] = {
        {"It\xE2\x80\x99s", "us-ascii", "It\xE2\x80\x99s"},
        {"caf\xE9", "us-ascii", "caf\xC3\xA9"},
        {"caf\xE9", "utf-8", "caf\xC3\xA9"},
        {"caf\xC3\xA9", "x-unknown", "caf\xC3\xA9"},
        {"\x81\x8D\x8F\x90\x9D", "", "\xC2\x81\xC2\x8D\xC2\x8F\xC2\x90\xC2\x9D"}, // holes of windows-1252
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.bytes));
        Arena arena;
        CHECK(to_utf8_somehow(c.bytes, c.declared, arena) == c.text);
    }
}

TEST_CASE("long text in two-byte units decodes across pieces") {
    std::string wide = "\xFF\xFE", narrow;
    for (int i = 0; i < 3001; ++i) {
        wide.append("\x3D\xD8\x00\xDE", 4);
        narrow += "\xF0\x9F\x98\x80";
    }
    wide.insert(2, "a\0", 2);
    narrow.insert(0, "a");
    Arena arena;
    const auto text = to_utf8(wide, {}, arena);
    REQUIRE(text);
    CHECK(*text == narrow);
}
