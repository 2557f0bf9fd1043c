// Plain-text transcripts. One line alone rarely tells what it is, so the text is walked twice: first to see which labels and
// times there are, then, knowing who speaks and how time is written, to make turns. A line that begins no turn continues the
// last one. A turn's text is a view of the file wherever its lines end in '\n'.

#include "intake/ascii.hpp"
#include "intake/cast.hpp"
#include "intake/happening.hpp"
#include "intake/people.hpp"
#include "intake/readers.hpp"
#include "intake/transcript_clock.hpp"
#include "intake/transcript_header.hpp"
#include "intake/transcript_layout.hpp"
#include "text/charset.hpp"
#include <fmt/core.h>

namespace motaudit {
namespace {

using namespace ascii;

class Transcript {
public:
    Transcript(std::string_view body, std::uint32_t lines_before, Arena& arena, Conversation& talk)
        : body_(body), lines_before_(lines_before), arena_(arena), talk_(talk) {}

    // First walk.
    void look(const ReadOptions& options) {
        each_line([&](const Line& line) {
            if (line.start) {
                clock_.see(*line.start);
                ++timed_lines_;
            }
            people_.see(line);
            if (line.strong() && !line.label.empty() && line.start->has_date && !line.start->year_first)
                is_chat_ = true; // WhatsApp
        });
        people_.settle(options, talk_.agent, talk_.customer);
    }

    // Second walk.
    void make_turns() {
        each_line([&](const Line& line) { take(line); });
        finish();
        name_people();
        if (talk_.started_at.empty()) talk_.started_at = arena_.keep(clock_.started_at());
    }

    bool has_turns() const { return !people_.empty() || timed_lines_ >= 2; }
    bool is_chat() const { return is_chat_; }
    const People& people() const { return people_; }

private:
    template <class Function>
    void each_line(Function function) const {
        std::uint32_t number = lines_before_;
        for (std::string_view rest = body_; !rest.empty();) {
            const auto whole = take_line(rest);
            ++number;
            if (skip_blanks(whole, 0) == whole.size()) continue;
            const Line line = read_line(whole, number);
            function(line);
        }
    }

    void take(const Line& line) {
        if (const Person* person = people_.who(line)) {
            begin(line, person->speaker, line.text);
            talk_.turns.back().name = person->name;
            last_ = person;
            if (person->speaker == Speaker::system) happen(happening_of(line.text));
            return;
        }
        const bool timed = line.time_place != TimePlace::none && !line.alone;
        const auto rest = timed ? after_time(line) : trim(line.whole);
        Happening happening;
        const bool clear = line.time_place == TimePlace::brackets || line.time_place == TimePlace::parentheses ||
                           (line.start && line.start->has_date);
        if (is_happening(rest, timed && clear && people_.timed(), happening)) {
            begin(line, Speaker::system, rest);
            happen(happening);
        } else if (timed && clear && people_.empty()) {
            begin(line, Speaker::unknown, rest); // a recogniser's segments: times, no speakers
        } else if (timed && clear && people_.timed()) {
            begin(line, Speaker::system, rest);
        } else {
            go_on(line);
        }
    }

    // What stands after the time, with a label that turned out to be none.
    static std::string_view after_time(const Line& line) {
        if (line.label.empty()) return line.text;
        if (line.time_place == TimePlace::after_label) return trim(line.whole);
        return trim(line.whole.substr(static_cast<std::size_t>(line.label.data() - line.whole.data())));
    }

    void begin(const Line& line, Speaker speaker, std::string_view text) {
        finish();
        Turn& turn = talk_.turns.emplace_back();
        turn.speaker = speaker;
        if (line.start) turn.start = clock_.seconds(*line.start);
        if (line.end) turn.end = clock_.seconds(*line.end);
        text_ = {};
        if (!text.empty()) add(line, text);
        open_ = true;
        was_happening_ = speaker == Speaker::system && people_.who(line) == nullptr;
    }

    void happen(const Happening& happening) {
        talk_.turns.back().event = happening.event;
        is_chat_ = is_chat_ || happening.is_chat;
        if (happening.event != Event::end || talk_.ended_by != EndedBy::unknown) return;
        for (const auto& person : people_.all()) {
            if (!same(person.label, happening.who) && !(same(person.name, happening.who) && !happening.who.empty())) continue;
            talk_.ended_by = person.speaker == Speaker::agent      ? EndedBy::agent
                             : person.speaker == Speaker::customer ? EndedBy::customer
                                                                   : EndedBy::unknown;
        }
        if (talk_.ended_by != EndedBy::unknown) return;
        const auto who = happening.who.substr(same(happening.who.substr(0, 4), "the ") ? 4 : 0);
        const auto role = role_of(who);
        if (same(happening.who, talk_.customer) || (role && role->speaker == Speaker::customer))
            talk_.ended_by = happening.who.empty() ? EndedBy::unknown : EndedBy::customer;
        else if (!happening.who.empty() && (same(happening.who, talk_.agent) || (role && role->speaker == Speaker::agent)))
            talk_.ended_by = EndedBy::agent;
    }

    void go_on(const Line& line) {
        const auto text = trim(line.whole);
        if (!open_) {
            begin(line, Speaker::system, text); // a title or the like, before anybody speaks
            was_happening_ = false;
            return;
        }
        // After "[hold]" the one who spoke last goes on.
        if (was_happening_ && last_ != nullptr) {
            begin(line, last_->speaker, text);
            talk_.turns.back().name = last_->name;
            return;
        }
        add(line, text);
    }

    void add(const Line& line, std::string_view text) {
        if (text_.empty()) {
            talk_.turns.back().place = {line.number, static_cast<std::uint32_t>(text.data() - line.whole.data()) + 1};
            text_ = text;
        } else {
            text_ = {text_.data(), static_cast<std::size_t>(text.data() + text.size() - text_.data())};
        }
    }

    void finish() {
        if (!open_) return;
        open_ = false;
        Turn& turn = talk_.turns.back();
        if (text_.empty() && turn.event == Event::none) {
            talk_.turns.pop_back();
            return;
        }
        turn.text = without_carriage_returns(text_, arena_);
    }

    void name_people() {
        for (const auto& person : people_.all()) {
            if (!person.speaks) continue;
            if (person.speaker == Speaker::agent && talk_.agent.empty()) talk_.agent = person.name;
            if (person.speaker == Speaker::customer && talk_.customer.empty()) talk_.customer = person.name;
        }
    }

    std::string_view body_;
    std::uint32_t lines_before_;
    Arena& arena_;
    Conversation& talk_;
    TranscriptClock clock_ = {};
    People people_ = {};
    std::size_t timed_lines_ = 0;
    bool is_chat_ = false;

    std::string_view text_ = {}; // of the turn that is open
    bool open_ = false;
    bool was_happening_ = false;
    const Person* last_ = nullptr;
};

// One hint a file that names the flag to add, not one a line.
void hint_at_unknown(const People& people, const Record& record, Sink& sink) {
    const Person* first = nullptr;
    std::string names;
    std::size_t others = 0;
    for (const auto& person : people.all()) {
        if (!person.speaks || person.speaker != Speaker::unknown || person.sure) continue;
        if (first == nullptr) first = &person;
        if (++others <= 3)
            names += fmt::format("{}{}={}", others == 1 ? "" : ",", person.label, others == 1 ? "agent" : "customer");
    }
    if (first == nullptr) return;
    sink.hint(hint_who_is(record.path, first->first_line, first->label, !first->name.empty(), names));
}

} // namespace

namespace readers {

// Any text may be a transcript; only a closer look tells. Others that are surer come first.
int recognises_transcript(std::string_view head, std::string_view) {
    const std::string text = plain_head(head);
    const auto zeros = static_cast<std::size_t>(std::ranges::count(text, '\0'));
    return zeros * 20 > text.size() ? 0 : 1;
}

void read_transcript(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    const auto unreadable = [&](std::size_t line, std::size_t column, std::string message) {
        sink.unreadable({std::string(record.path), line, column, std::move(message)});
    };
    if (record.bytes.size() > options.longest_record)
        return unreadable(0, 0, fmt::format("longer than {} bytes", options.longest_record));
    const auto text = to_utf8(record.bytes, options.encoding, arena);
    if (!text) return unreadable(text.error().line, text.error().column, text.error().message);

    Conversation talk;
    talk.path = record.path;
    talk.record = record.number;
    Header header;
    if (auto fault = read_header(*text, arena, talk, header)) return unreadable(fault->line, 0, std::move(fault->message));
    if (talk.id.empty()) talk.id = record.path == "-" ? "stdin" : stem_of(record.path);

    const auto body = text->substr(header.size);
    if (header.channel && is_one_text(*header.channel)) {
        talk.channel = *header.channel;
        if (!add_one_text(body, header.lines, arena, talk)) return unreadable(0, 0, "no text behind the header");
        return sink.conversation(talk);
    }

    Transcript transcript(body, header.lines, arena, talk);
    transcript.look(options);
    if (!transcript.has_turns())
        return unreadable(0, 0,
                          "nobody speaks in it; expected lines such as 'Agent: …' and 'Customer: …', with or without times "
                          "(--channel template: judge the text as a canned reply; --channel case: as a record)");
    transcript.make_turns();
    const auto channel = header.channel ? header.channel : options.channel;
    if (!channel && !transcript.is_chat()) return unreadable(0, 0, "channel not known; add --channel inbound|outbound|chat|social");
    talk.channel = channel.value_or(Channel::chat);
    hint_at_unknown(transcript.people(), record, sink);
    sink.conversation(talk);
}

} // namespace readers
} // namespace motaudit
