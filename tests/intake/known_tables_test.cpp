#include "intake/map/known_tables.hpp"
#include "support/intake.hpp"
#include <doctest/doctest.h>

using namespace motaudit;
using namespace motaudit::test;

namespace {

// A table as the front door reads it: recognised by its header, in pieces of that size.
Read read_table(const std::string& bytes, ReadOptions options = {}, std::size_t piece = 1 << 20) {
    Keep keep;
    const auto reader = readers::recognise(std::string_view(bytes).substr(0, 4096), "w.csv", options);
    if (!reader) {
        keep.unreadable(reader.error());
        return keep.read;
    }
    if ((*reader)->open == nullptr) {
        keep.read.errors.push_back("taken for " + std::string((*reader)->name));
        return keep.read;
    }
    Arena arena;
    Record record;
    const auto cutter = (*reader)->open("w.csv", options);
    const auto drain = [&] {
        while (cutter->next(record)) {
            arena.clear();
            (*reader)->read(record, options, arena, keep);
        }
    };
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        cutter->feed(std::string_view(bytes).substr(at, piece));
        drain();
    }
    cutter->finish();
    drain();
    return keep.read;
}

std::string taken_for(const std::string& bytes, const std::string& path = "w.csv") {
    const auto reader = readers::recognise(bytes, path, {});
    return reader ? std::string((*reader)->name) : reader.error().message;
}

const std::string mails =
    "\"Id\",\"ParentId\",\"Incoming\",\"MessageDate\",\"FromAddress\",\"FromName\",\"Subject\",\"TextBody\",\"HtmlBody\"\n"
    "\"02s2\",\"5001\",\"false\",\"2025-03-03T02:00:00.000Z\",\"s@example.com\",\"Lee\",\"Re: case\",\"Dear Ana,\n\n"
    "Thank you for \"\"contacting\"\" us\",\"\"\n"
    "\"02s3\",\"5002\",\"true\",\"2025-03-03T03:00:00.000Z\",\"b@example.com\",\"Ben\",\"Cracked\",\"\","
    "\"<p>My <b>screen</b> is cracked</p>\"\n"
    "\"02s1\",\"5001\",\"true\",\"2025-03-03T01:00:00.000+0000\",\"ana@example.com\",\"Ana\",\"case\",\"My phone is hot\",\"\"\n";

} // namespace

TEST_CASE("the map of every known table holds, and names a reader") {
    for (std::size_t row = 0; row < std::size(known_tables); ++row) {
        CAPTURE(known_tables[row].name);
        CHECK(known_map(row).is_built_in);
        CHECK(!known_map(row).columns.empty());
        CHECK(readers::find(known_tables[row].name) != nullptr);
    }
    for (const auto& file : embedded_maps()) {
        const auto loaded = parse_map({file.begin, static_cast<std::size_t>(file.end - file.begin)}, std::string(file.path));
        for (const auto& error : loaded.errors) FAIL_CHECK(error.text());
    }
    CHECK(embedded_maps().size() == std::size(known_tables));
}

TEST_CASE("mails of a case are one conversation, in the order of time, whatever order the rows have") {
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{1} << 20}) {
        const auto read = read_table(mails, {}, piece);
        CHECK(read.errors.empty());
        CHECK(read.hints.empty());
        REQUIRE(read.talks.size() == 2);
        const auto& first = read.talks[0];
        CHECK(first.id == "5001");
        CHECK(first.channel == Channel::email);
        CHECK(first.texts == std::vector<std::string>{"My phone is hot", "Dear Ana,\n\nThank you for \"contacting\" us"});
        CHECK(first.turns[0].speaker == Speaker::customer);
        CHECK(first.turns[1].speaker == Speaker::agent);
        CHECK(first.turns[1].start == 3600);
        CHECK(first.agent == "Lee");
        CHECK(first.customer == "Ana");
        CHECK(read.talks[1].texts == std::vector<std::string>{"My screen is cracked"});
    }
}

TEST_CASE("a known table is known by its columns, whatever their order, case, separators and spelling") {
    const std::string one_row = "\n5001,true,Hi,x\n";
    for (const std::string header :
         {"ParentId,Incoming,TextBody,Id", "PARENTID,INCOMING,TEXTBODY,ID", "Parent ID,Is_x,Text Body,Incoming",
          "Incoming,\"TextBody\",ParentId,Subject", "ParentId;Incoming;TextBody;Subject", "ParentId\tIncoming\tHtmlBody\tSubject",
          "\xEF\xBB\xBFParentId,Incoming,TextBody,Id", "sep=,\nParentId,Incoming,TextBody,Id",
          "Parent.CaseNumber,Incoming,TextBody,Id"}) {
        CAPTURE(header);
        CHECK(taken_for(header + one_row) == "salesforce-email-csv");
        CHECK(taken_for(header + "\r\n5001,true,Hi,x\r\n") == "salesforce-email-csv");
    }
    CHECK(taken_for("Case Number,Subject,Description,Case Owner\n1,a,b,c\n") == "salesforce-case-csv");
    CHECK(taken_for("Name,Body,ChatKey\nx,y,z\n") == "salesforce-chat-csv");
    CHECK(taken_for("ConversationId,ActorType,Message,EntryTime\nx,y,z,t\n") == "salesforce-entries-csv");
}

TEST_CASE("a table that only resembles a known one asks for its map") {
    for (const std::string header : {"ParentId,TextBody,Subject", "Incoming,TextBody,Subject", "ParentId,Incoming,Subject",
                                     "Name,Body,Title", "Subject,Description,Id"}) {
        CAPTURE(header);
        CHECK(taken_for(header + "\n1,2,3\n4,5,6\n").find("a table; say with --map") != std::string::npos);
    }
    CHECK(taken_for("Agent: ParentId, Incoming and TextBody are columns\nCustomer: I see\n", "chat.txt") == "text");
}

TEST_CASE("a header of two known tables names both, and --from decides") {
    const std::string both = "CaseNumber,Subject,Description,Incoming,TextBody\n1,s,What I wrote,true,Hi\n";
    CHECK(taken_for(both) == "could be salesforce-email-csv, salesforce-case-csv; --from says which");
    const auto read = read_table(both, {.from = "salesforce-case-csv"});
    REQUIRE(read.talks.size() == 1);
    CHECK(read.talks[0].texts == std::vector<std::string>{"What I wrote"});
}

TEST_CASE("a case is what its customer wrote, and with the channel case what its agent did") {
    const std::string table = "Id,CaseNumber,Subject,Description,Contact.Name,Owner.Name,CreatedDate,SuppliedEmail\n"
                              "500,00001026,Hot,My phone is hot,Ana Diaz,Lee,2025-03-03T02:00:00.000+0000,ana@example.com\n"
                              "501,00001027,Empty,,Ben,Lee,2025-03-03T02:00:00.000+0000,\n";
    const auto read = read_table(table);
    CHECK(read.errors == std::vector<std::string>{"w.csv:3: nothing is said in it"});
    REQUIRE(read.talks.size() == 1);
    CHECK(read.talks[0].id == "00001026");
    CHECK(read.talks[0].channel == Channel::email);
    CHECK(read.talks[0].turns[0].speaker == Speaker::customer);
    CHECK(read.talks[0].names[0] == "Ana Diaz");
    CHECK(read.talks[0].agent == "Lee");
    const auto record = read_table(table, {.channel = Channel::case_});
    REQUIRE(record.talks.size() == 1);
    CHECK(record.talks[0].channel == Channel::case_);
    CHECK(record.talks[0].turns[0].speaker == Speaker::agent);
    CHECK(record.talks[0].names[0] == "Lee");
}

TEST_CASE("a live chat's body is read as HTML and as plain text") {
    const std::string html =
        "\"<p align=\"\"center\"\">Chat Started: Monday, March 03, 2025, 10:00:00 (+0800)</p><p "
        "align=\"\"center\"\">Agent Lee C</p>( 10s ) Lee C: Hi, I&#39;m Lee.<br>( 1m 13s ) Ana Diaz: my phone: it is hot<br>\"";
    const std::string plain = "\"Chat Started: Monday, March 03, 2025, 10:00:00 (+0800)\nAgent Lee C\n( 10s ) Lee C: Hi, I'm Lee.\n"
                              "( 1m 13s ) Ana Diaz: my phone: it is hot\n\"";
    for (const auto& body : {html, plain}) {
        CAPTURE(body);
        const auto read = read_table("Name,Body,LiveChatVisitorId,EndedBy\n00000012," + body + ",v1,Visitor\n");
        CHECK(read.errors.empty());
        REQUIRE(read.talks.size() == 1);
        CHECK(read.talks[0].id == "00000012");
        CHECK(read.talks[0].channel == Channel::chat);
        CHECK(read.talks[0].texts == std::vector<std::string>{"Hi, I'm Lee.", "my phone: it is hot"});
        CHECK(read.talks[0].turns[0].speaker == Speaker::agent);
        CHECK(read.talks[0].turns[1].speaker == Speaker::customer);
    }
}

TEST_CASE("entries of a messaging session keep bots and the system apart from the agent") {
    const auto read = read_table("ConversationId,ActorType,ActorName,Message,EntryTime\n"
                                 "c,Bot,Obi,Hello from the bot,2025-03-03T02:00:00Z\n"
                                 "c,System,,Lee joined,2025-03-03T02:00:10Z\n"
                                 "c,Agent,Lee,Hi Ana,2025-03-03T02:00:20Z\n"
                                 "c,EndUser,Ana,Hi,2025-03-03T02:00:30Z\n"
                                 "c,Robot,x,beep,2025-03-03T02:00:40Z\n");
    REQUIRE(read.talks.size() == 1);
    std::vector<Speaker> speakers;
    for (const auto& turn : read.talks[0].turns) speakers.push_back(turn.speaker);
    CHECK(speakers == std::vector{Speaker::bot, Speaker::system, Speaker::agent, Speaker::customer, Speaker::unknown});
    REQUIRE(read.hints.size() == 1);
    CHECK(read.hints[0].find("who is 'Robot'? --speaker-map Robot=agent|customer") != std::string::npos);
}

TEST_CASE("a body that the system has cut is told") {
    const auto table = [](std::size_t size) { return "ParentId,Incoming,TextBody\n1,true," + std::string(size, 'a') + "\n"; };
    CHECK(read_table(table(31999)).hints.empty());
    const auto read = read_table(table(32000));
    REQUIRE(read.hints.size() == 1);
    CHECK(read.hints[0] == "w.csv:2: a text of 32000 characters in 'TextBody': the system has cut it");
    CHECK(read.talks.size() == 1);
}

TEST_CASE("a known table that is named and lacks what it needs is an error that says the column") {
    const auto errors = [](const std::string& table) { return read_table(table, {.from = "salesforce-email-csv"}).errors; };
    REQUIRE(errors("ParentId,Incoming,Subject\n1,true,x\n").size() == 1);
    CHECK(errors("ParentId,Incoming,Subject\n1,true,x\n")[0].starts_with("w.csv:1: no column 'TextBody'"));
    CHECK(errors("ParentId,TextBody,Subject\n1,Hi,x\n")[0].starts_with("w.csv:1: no column 'Incoming'"));
    CHECK(errors("Incoming,TextBody,Subject\n1,Hi,x\n")[0].starts_with("w.csv:1: no column 'ParentId'"));
}

TEST_CASE("a map that is given outranks what is known of the table") {
    ReadOptions options;
    options.map =
        parse_map(
            "format = \"csv\"\n[columns]\nid = \"Id\"\ntext = \"TextBody\"\n[constants]\nchannel = \"chat\"\nspeaker = \"agent\"\n",
            "m.toml")
            .map;
    REQUIRE(options.map != nullptr);
    const auto read = read_table(mails, options);
    REQUIRE(!read.talks.empty());
    CHECK(read.talks[0].id == "02s2");
    CHECK(read.talks[0].channel == Channel::chat);
}

TEST_CASE("a known table cut short anywhere is read or refused, and makes nothing up") {
    for (std::size_t size = 0; size <= mails.size(); ++size) {
        CAPTURE(size);
        const auto read = read_table(mails.substr(0, size));
        if (size != 0 && mails[size - 1] != '\n') CHECK(read.talks.size() + read.errors.size() > 0);
        for (const auto& talk : read.talks)
            for (const auto& text : talk.texts) CHECK(!text.empty());
    }
}
