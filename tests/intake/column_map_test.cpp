#include "intake/map/column_map.hpp"
#include <doctest/doctest.h>
#include <string>

using namespace motaudit;

namespace {

// A map that is right, for tests to spoil.
const std::string columns = "[columns]\nid = \"Case\"\nspeaker = \"From\"\ntext = \"Body\"\n";
const std::string speaker = "[speaker]\n\"Op\" = \"agent\"\n";

std::string faults_of(const std::string& text) {
    std::string all;
    for (const auto& error : parse_map(text, "m.toml").errors) all += error.text() + "\n";
    return all;
}

} // namespace

TEST_CASE("a map that is right has no faults, and its columns are in the order of fields") {
    const auto loaded = parse_map("format = \"tsv\"\n" + columns + "time = \"At\"\nknown.phone = \"Tel\"\n" + speaker, "m.toml");
    REQUIRE(loaded.map != nullptr);
    CHECK(loaded.map->format == ColumnMap::Format::tsv);
    CHECK(loaded.map->columns.size() == 5);
    CHECK(loaded.map->place(Field::id) == 0);
    CHECK(loaded.map->place(Field::known_phone) == 1);
    CHECK_FALSE(loaded.map->place(Field::agent));
    CHECK_FALSE(loaded.map->row_is_whole);
    CHECK(loaded.map->speakers.at("op") == Speaker::agent);
}

TEST_CASE("what is wrong in a map is told by line, with the nearest right word") {
    const struct {
        std::string text, says;
    } cases[] = {
        {"format = \"cvs\"\n" + columns + speaker, "m.toml:1:10: unknown value 'cvs' (csv?)"},
        {columns + speaker, "m.toml:1: no 'format'"},
        {"format = \"csv\"\n", "m.toml:1: no 'columns'"},
        {"fromat = \"csv\"\n" + columns + speaker, "m.toml:1:1: unknown key 'fromat' (format?)"},
        {"format = \"csv\"\n[columns]\nid = \"A\"\nspeakr = \"B\"\ntext = \"C\"\n" + speaker,
         "m.toml:4:1: unknown key 'speakr' (speaker?)"},
        {"format = \"csv\"\n" + columns + "known.phne = \"P\"\n" + speaker, "unknown key 'phne' (phone?)"},
        {"format = \"csv\"\n" + columns + "[speaker]\nOp = \"agnet\"\n", "m.toml:7:6: unknown value 'agnet' (agent?)"},
        {"format = \"csv\"\n" + columns + "[speaker]\nOp = \"agent\"\nop = \"customer\"\n", "'op' is there twice"},
        {"format = \"csv\"\n" + columns, "m.toml:4: 'speaker' needs its values"},
        {"format = \"csv\"\n[columns]\ntext = \"Body\"\n", "m.toml:3: who says it?"},
        {"format = \"csv\"\n[columns]\nid = \"Case\"\n", "nothing that is said"},
        {"format = \"csv\"\n[columns]\ntext = \"A\"\ntranscript = \"B\"\n[constants]\nspeaker = \"agent\"\n", "name one of these"},
        {"format = \"csv\"\nrows = \"message\"\n[columns]\ntext = \"A\"\n[constants]\nspeaker = \"agent\"\n",
         "m.toml:2:8: messages need the column 'id'"},
        {"format = \"csv\"\nordered = \"no\"\n" + columns + speaker, "'ordered' takes true or false, this is a text"},
        {"format = \"csv\"\ndelimiter = \"||\"\n" + columns + speaker, "'delimiter' is one character"},
        {"format = \"csv\"\nencoding = \"utf-9\"\n" + columns + speaker, "unknown encoding 'utf-9'"},
        {"format = \"csv\"\n" + columns + speaker + "[time]\nformat = \"%Q\"\n", "unknown form of time '%Q'"},
        {"format = \"csv\"\n" + columns + speaker + "[time]\nzone = \"Sydney\"\n", "write its hours, as +10:00"},
        {"format = \"csv\"\n" + columns + speaker + "[constants]\nchannel = \"chta\"\n", "unknown value 'chta' (chat?)"},
        {"format = \"csv\"\n" + columns + speaker + "[constants]\ntext = \"x\"\n", "'text' differs from row to row"},
        {"format = \"csv\"\n" + columns + speaker + "[event]\nLeft = \"leave\"\n", "[event] has values, and [columns] no 'event'"},
        {"format = \"csv\"\n" + columns + "event = \"Type\"\n" + speaker, "'event' needs its values"},
        {"format = \"csv\n", "m.toml:1"},
        {"", "m.toml:1: no 'format'"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto said = faults_of(c.text);
        CHECK_MESSAGE(said.find(c.says) != std::string::npos, said);
        CHECK(parse_map(c.text, "m.toml").map == nullptr);
    }
}

TEST_CASE("a map cut off at any byte is a map or has faults, and never breaks off the run") {
    const std::string whole = "format = \"csv\"\ndelimiter = \";\"\n" + columns + "known.phone = \"Tel\"\n" + speaker +
                              "[constants]\nchannel = \"chat\"\n[time]\nformat = \"%d/%m/%Y\"\nzone = \"+10:00\"\n";
    REQUIRE(parse_map(whole, "m.toml").map != nullptr);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto loaded = parse_map(whole.substr(0, size), "m.toml");
        CHECK((loaded.map == nullptr) == !loaded.errors.empty());
    }
}

TEST_CASE("times are read as the map says they are written") {
    const struct {
        const char* form;
        const char* text;
        double seconds; // below 0: none
    } cases[] = {
        {"iso", "2026-11-16T10:31:00Z", 1794825060},
        {"iso", "2026-11-16 10:31", 1794825060},
        {"iso", "16/11/2026 10:31", -1},
        {"%d/%m/%Y %H:%M:%S", "16/11/2026 10:31:00", 1794825060},
        {"%d/%m/%Y %H:%M", "16/11/2026 10:31:00", -1}, // something is left over
        {"%m/%d/%y, %I:%M %p", "11/16/26, 10:31 AM", 1794825060},
        {"%m/%d/%y, %I:%M %p", "11/16/26, 12:31 am", 1794789060},
        {"%m/%d/%y, %I:%M %p",
         "11/16/26, 10:31\xE2\x80\xAF"
         "p.m.",
         1794868260},
        {"%d-%b-%Y %H:%M:%S %z", "16-Nov-2026 10:31:00 +1000", 1794789060},
        {"%d/%m/%Y", "31/02/2026", -1},
        {"unix", "1794825060", 1794825060},
        {"unix-ms", "1794825060500", 1794825060.5},
        {"seconds", "12.5", 12.5},
        {"milliseconds", "12500", 12.5},
        {"clock", "1:02:03.5", 3723.5},
        {"clock", "02:03", 123},
        {"clock", "1:2:3:4", -1},
        {"excel", "46342.4381944444", 1794825060},
        {"unix", "soon", -1},
        {"unix", "", -1},
        {"unix", "inf", -1},
    };
    for (const auto& c : cases) {
        CAPTURE(c.form);
        CAPTURE(c.text);
        const auto form = time_form(c.form);
        REQUIRE(form);
        const auto seconds = form->read(c.text);
        CHECK(seconds.has_value() == (c.seconds >= 0));
        if (seconds) CHECK(*seconds == doctest::Approx(c.seconds));
    }
    CHECK_FALSE(time_form("%"));
    CHECK_FALSE(time_form("epoch"));
}

TEST_CASE("a zone moves only times that name none") {
    auto form = *time_form("iso");
    form.offset = *zone_offset("+10:00");
    CHECK(*form.read("2026-11-16T10:31:00") == 1794789060);
    CHECK(*form.read("2026-11-16T10:31:00Z") == 1794825060);
    CHECK(*form.read("2026-11-16 10:31:00-0200") == 1794832260);
    CHECK(zone_offset("-0330") == -12600);
    CHECK(zone_offset("UTC") == 0);
    CHECK_FALSE(zone_offset("+25:00"));
    CHECK_FALSE(zone_offset("AEST"));
}
