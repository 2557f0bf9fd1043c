#include "intake/workbook.hpp"

#include "intake/workbook_values.hpp"
#include "support/archives.hpp"
#include <doctest/doctest.h>

using namespace motaudit;
using namespace motaudit::test;

namespace {

class KeepRows : public RowTaker {
public:
    std::vector<std::string> lines = {};
    void row(std::uint64_t line, std::span<const std::string_view> cells) override {
        auto text = std::to_string(line);
        for (const auto cell : cells) text += "|" + std::string(cell);
        lines.push_back(text);
    }
    void broken_row(Error error) override { lines.push_back("! " + error.message); }
};

std::vector<std::string> rows_of(std::string_view bytes, const std::string& sheet = {}) {
    WorkbookRows rows(sheet);
    KeepRows kept;
    auto error = rows.feed(bytes.substr(0, bytes.size() / 2), kept);
    if (!error) error = rows.feed(bytes.substr(bytes.size() / 2), kept);
    if (!error) error = rows.finish(kept);
    if (error) kept.lines.push_back("! " + error->message);
    return kept.lines;
}

const std::string names =
    R"(<?xml version="1.0"?><workbook xmlns="m" xmlns:r="rel"><workbookPr/><sheets>
<sheet name="Chats" sheetId="1" r:id="rId1"/><sheet name="Notes" sheetId="2" r:id="rId2"/></sheets></workbook>)";
const std::string relations =
    R"(<Relationships><Relationship Id="rId2" Target="worksheets/sheet2.xml"/>
<Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>)";
const std::string shared =
    R"(<sst><si><t>id</t></si><si><r><t>te</t></r><r><t xml:space="preserve">xt </t></r><rPh><t>no</t></rPh></si>
<si><t>line_x000A_two &amp; more</t></si></sst>)";
const std::string styles =
    R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>)";

std::string sheet_of(const std::string& rows) { return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"; }

std::string workbook_of(const std::string& rows) {
    return zip_of({{"[Content_Types].xml", "<Types/>"},
                   {"xl/worksheets/sheet1.xml", sheet_of(rows)},
                   {"xl/workbook.xml", names},
                   {"xl/_rels/workbook.xml.rels", relations},
                   {"xl/styles.xml", styles},
                   {"xl/sharedStrings.xml", shared},
                   {"xl/worksheets/sheet2.xml", sheet_of(R"(<row><c t="inlineStr"><is><t>note</t></is></c></row>)")}});
}

const std::string two_rows =
    R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="str"><v>when</v></c></row>
<row r="2"/><row r="3"><c r="A3"/></row>
<row r="5"><c r="A5"><v>3.56938035643809E+14</v></c><c r="C5" s="1"><v>45977.4381944444</v></c><c r="D5" s="2"><v>45977</v></c></row>
<row><c><f>1+1</f><v>2.5</v></c><c t="s"><v>2</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>)";

} // namespace

TEST_CASE("a sheet's rows come with their numbers, cells as a person would "
          "type them") {
    const auto book = workbook_of(two_rows);
    CHECK(rows_of(book) == std::vector<std::string>{"1|id|text |when", "5|356938035643809||2025-11-16T10:31:00|2025-11-16",
                                                    "6|2.5|line\ntwo & more|TRUE|#N/A"});
    CHECK(rows_of(book, "Notes") == std::vector<std::string>{"1|note"});
    CHECK(rows_of(book, "notes").at(0) == "! the workbook has no sheet 'notes'; there are 'Chats', 'Notes'");
}

TEST_CASE("what is no workbook, or holds nothing, is told") {
    CHECK(rows_of(workbook_of("")) == std::vector<std::string>{"! the sheet is empty"});
    CHECK(rows_of(zip_of({{"[Content_Types].xml", ""}, {"word/document.xml", ""}})) ==
          std::vector<std::string>{"! an Office file that is no workbook; export "
                                   "it as JSON Lines or text"});
    CHECK(rows_of(workbook_of(R"(<row><c t="s"><v>9</v></c></row>)")).back() ==
          "! xl/worksheets/sheet1.xml: a cell's text is missing");
    CHECK(rows_of(workbook_of(R"(<row><c r="XFE1"><v>9</v></c></row>)")).back() ==
          "! xl/worksheets/sheet1.xml: row 1 has more than 16384 columns");
    CHECK(rows_of(workbook_of("<row><c></row>")).back() == "! xl/worksheets/sheet1.xml is damaged");
}

TEST_CASE("entities of a sheet's own are neither fetched nor blown up") {
    const std::string lol =
        R"(<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>)";
    const auto sheet = lol + sheet_of(R"(<row><c t="inlineStr"><is><t>x&b;&f;y</t></is></c></row>)");
    const auto book =
        zip_of({{"xl/worksheets/sheet1.xml", sheet}, {"xl/workbook.xml", names}, {"xl/_rels/workbook.xml.rels", relations}});
    CHECK(rows_of(book) == std::vector<std::string>{"1|xy"});
}

TEST_CASE("a workbook cut off or changed anywhere is told and does no harm") {
    const auto book = workbook_of(two_rows);
    const auto whole = rows_of(book);
    for (std::size_t size = 0; size < book.size(); ++size) {
        CAPTURE(size);
        CHECK(rows_of(book.substr(0, size)).back().starts_with("! "));
    }
    for (std::size_t at = 0; at < book.size(); ++at) {
        auto damaged = book;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        CHECK(!rows_of(damaged).empty());
    }
}

TEST_CASE("a format tells a time from a number") {
    for (const auto* yes : {"dd/mm/yyyy", "[h]:mm", "mm:ss.0", "[$-409]h:mm AM/PM", "yyyy\\-mm"})
        CHECK_MESSAGE(is_time_format(yes), yes);
    for (const auto* no : {"0.00", "\"day\" 0", "[Red]0", "#,##0\\ \\d", "General", "0_m", "@", "0.00E+00"})
        CHECK_MESSAGE(!is_time_format(no), no);
}

TEST_CASE("days become dates") {
    CHECK(excel_time(45977.4381944444, false) == "2025-11-16T10:31:00");
    CHECK(excel_time(44515.4381944444, true) == "2025-11-16T10:31:00");
    CHECK(excel_time(61, false) == "1900-03-01");
    CHECK(excel_time(1, false) == "1900-01-01");
    CHECK(excel_time(0.4381944444, false) == "10:31:00");
    CHECK(excel_time(-1, false) == "-1");
    CHECK(excel_time(1e300, false) == "1e+300");
}
