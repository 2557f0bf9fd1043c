#pragma once

#include "intake/cast.hpp"
#include "intake/instant.hpp"
#include "intake/json_value.hpp"
#include "intake/reader.hpp"
#include <optional>
#include <string_view>
#include <vector>

namespace motaudit {

// One thing said, as an export has it. Who said it is a role where the export tells one, else a label.
struct Utterance {
    Speaker speaker = Speaker::unknown;
    std::string_view label = {}; // what the export calls the voice: "0", "SPEAKER_00"; empty = speaker and name tell
    std::string_view name = {};
    std::string_view text = {};
    std::optional<double> start = {}, end = {}; // seconds; since 1970 where the draft's times are of the clock
    Event event = Event::none;
    bool is_private = false;
};

// What the readers of one record share.
struct Export {
    const Record& record;
    const ReadOptions& options;
    Arena& arena;
    Sink& sink;
    std::uint64_t count = 0; // conversations found in it so far
    bool is_one_of_many = false;
    std::optional<Channel> direction = {}; // of a recording, where what it stands in tells

    // One conversation cannot be read.
    void refuse(std::string_view message);
};

// A conversation that is being put together from an export. Times come as the export has them and leave as seconds from the
// beginning; turns are put in the order of time where all have one.
class Draft {
public:
    explicit Draft(Export& to) : export_(to), cast_(to.options) {}

    std::string_view id = {}, agent = {}, agent_id = {}, customer = {}, language = {}, brand = {}, account = {}, team = {},
                     site = {}, topic = {}, subject = {};
    std::optional<Channel> channel = {}; // empty = a recording: inbound unless the user says otherwise, or `unless_told`
    std::optional<Channel> unless_told = {};
    EndedBy ended_by = EndedBy::unknown;
    Reply reply = Reply::unknown;
    Known known = {};
    bool by_clock = false;            // times are since 1970
    std::optional<double> began = {}; // by the clock
    std::string_view began_text = {}; // the same as the export writes it, with its zone
    bool tells_unknown = true;        // a hint where nobody knows who speaks
    bool is_recognised = false;       // segments of a speech recogniser: those of one voice without a pause are one turn

    void say(Utterance said);

    // Gives the conversation to the sink, or says why it is none.
    void finish();

    bool empty() const { return said_.empty(); }
    Arena& arena() { return export_.arena; }
    const ReadOptions& options() const { return export_.options; }
    Export& to() { return export_; }

private:
    void order();
    void join();
    void count_from_start();
    void fill(Conversation& talk);
    Channel right_channel() const;

    struct Line {
        Utterance said = {};
        const Member* member = nullptr;
    };
    Export& export_;
    Cast cast_;
    std::vector<Line> said_ = {};
    bool has_unlabelled_ = false;
};

// A role by the word that an export has for it: "AGENT", "EndUser", "CUSTOM_BOT", "admin"; unknown for any other.
Speaker role_word(std::string_view word);

// HTML as the text that a person sees; as it is where it holds no tags and entities.
std::string_view text_of_html(std::string_view html, Arena& arena);

} // namespace motaudit
