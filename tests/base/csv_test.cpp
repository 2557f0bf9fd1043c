#include "base/csv.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace motaudit;

namespace {

struct Table {
    std::vector<std::vector<std::string>> rows = {};
    std::vector<std::size_t> lines = {};
    std::string error = {};
    friend bool operator==(const Table&, const Table&) = default;
};

// Fed in pieces of so many bytes.
Table read(std::string_view bytes, std::size_t piece, char separator = ',') {
    Table table;
    CsvReader reader(separator, [&](std::size_t line, std::span<const std::string_view> cells) {
        table.rows.emplace_back(cells.begin(), cells.end());
        table.lines.push_back(line);
    });
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        if (auto error = reader.feed(bytes.substr(at, piece))) table.error = error->text();
    if (auto error = reader.finish()) table.error = error->text();
    return table;
}

using Rows = std::vector<std::vector<std::string>>;

} // namespace

TEST_CASE("comma-separated values are read as RFC 4180 has them, however their bytes come in") {
    struct {
        const char* text;
        Rows rows;
        std::vector<std::size_t> lines;
    } const cases[] = {
        {"a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}, {1, 2}},
        {"a,b\n1,2", {{"a", "b"}, {"1", "2"}}, {1, 2}},
        {"a,b\r1,2\r", {{"a", "b"}, {"1", "2"}}, {1, 2}},
        {"\xEF\xBB\xBF"
         "a,b\n",
         {{"a", "b"}},
         {1}},
        {"\xEF\xBB,b\n", {{"\xEF\xBB", "b"}}, {1}},
        {"\"a \"\"b\"\"\",\"c,d\"\n", {{"a \"b\"", "c,d"}}, {1}},
        {"\"two\r\nlines\",x\r\ny,z\r\n", {{"two\r\nlines", "x"}, {"y", "z"}}, {1, 3}},
        {"\n\na,b\n\r\n\nc,d\n", {{"a", "b"}, {"c", "d"}}, {3, 6}},
        {" a , b \n", {{" a ", " b "}}, {1}},
        {",\n,,\n", {{"", ""}, {"", "", ""}}, {1, 2}},
        {"\"\"\n", {{""}}, {1}},
        {"5\" screen,b\n", {{"5\" screen", "b"}}, {1}},
        {"", {}, {}},
        {"\xEF\xBB\xBF", {}, {}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto whole = read(c.text, 4096);
        CHECK(whole.rows == c.rows);
        CHECK(whole.lines == c.lines);
        CHECK(whole.error.empty());
        for (const std::size_t piece : {1, 2, 3}) CHECK(read(c.text, piece) == whole);
    }
    CHECK(read("a;b\n", 9, ';').rows == Rows{{"a", "b"}});
    CHECK(read("a\t b\n", 9, '\t').rows == Rows{{"a", " b"}});
    CHECK(read(std::string_view("a\0b,c\n", 6), 9).rows == Rows{{std::string("a\0b", 3), "c"}});
}

TEST_CASE("a quote that is never closed is named by the line on which its row begins") {
    CHECK(read("a,b\n1,\"2\n3,4\n5,6\n", 4).error == "line 2: a quote is not closed in the row that begins here");
    CHECK(read("a,b\n1,\"2\n3,4\n5,6\n", 4).rows.size() == 1);
}

TEST_CASE("the separator is the one that parts the first line") {
    CHECK(csv_separator("a,b;c,d\n;;;;") == ',');
    CHECK(csv_separator("a;b;c") == ';');
    CHECK(csv_separator("a\tb,c\td\n") == '\t');
    CHECK(csv_separator("\"x;y;z\",b\n") == ',');
    CHECK(csv_separator("alone\n") == ',');
}
