// WebVTT and SubRip. Captions cut what is said to fit a screen: what one voice says without a pause becomes one turn again. Who
// speaks stands in <v Name>, or before a colon as in transcripts; a name before a colon counts from the second time on.

#include "intake/ascii.hpp"
#include "intake/cast.hpp"
#include "intake/cue_text.hpp"
#include "intake/cues.hpp"
#include "intake/labels.hpp"
#include "intake/readers.hpp"
#include "intake/shape.hpp"
#include "text/charset.hpp"
#include <fmt/core.h>
#include <string>
#include <unordered_map>

namespace motaudit {
namespace {

using namespace ascii;

constexpr double longest_pause = 2; // seconds within one turn
constexpr int never = -1;

// "Lee: Hello", "[SPEAKER_00]: Hello", "- Lee: Hello": what may be a speaker, and where the text begins.
struct Labelled {
    std::string_view label = {};
    std::size_t text = 0;
};
Labelled read_label(std::string_view line) {
    std::size_t begin = 0;
    while (begin < line.size() && (line[begin] == '-' || line[begin] == '>' || line[begin] == ' ')) ++begin;
    const auto colon = line.substr(0, begin + 80).find(':', begin);
    if (colon == std::string_view::npos || line[begin] == '<') return {};
    if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\r') return {};
    auto label = trim(line.substr(begin, colon - begin));
    if (label.size() > 2 && (label[0] == '[' || label[0] == '(')) label = trim(label.substr(1, label.size() - 2));
    return {label, skip_blanks(line, colon + 1)};
}

// How much a label's first place tells: one more makes it a speaker, unless it is none whatever its number.
int weight_of(std::string_view label) {
    if (!is_label(label, false) || is_field_word(label)) return never;
    const auto role = role_of(label);
    return (role && role->plain) || is_voice_number(label) ? 2 : 1;
}

class Captions {
public:
    Captions(const Cues& cues, const ReadOptions& options, Arena& arena, Conversation& talk)
        : cues_(cues), arena_(arena), talk_(talk), cast_(options) {
        count_labels();
    }

    void make_turns() {
        for (const auto& cue : cues_.all) take(cue);
        finish();
        cast_.settle();
        for (std::size_t i = 0; i < talk_.turns.size(); ++i) tell(talk_.turns[i], *members_[i]);
    }

    bool has_speakers() const { return has_speakers_; }
    const Cast& cast() const { return cast_; }

private:
    void count_labels() {
        for (const auto& cue : cues_.all)
            each_line(cue.text, [&](std::string_view line) {
                const auto label = read_label(line).label;
                if (label.empty()) return;
                const auto [at, is_new] = labels_.try_emplace(label, 0);
                if (is_new)
                    at->second = weight_of(label);
                else if (at->second != never)
                    at->second = 2;
            });
    }

    template <class Function>
    static void each_line(std::string_view text, Function function) {
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            function(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    bool speaks(std::string_view label) const {
        const auto at = labels_.find(label);
        return at != labels_.end() && at->second >= 2;
    }

    // A cue is cut before each line that begins with a speaker.
    void take(const Cue& cue) {
        std::string_view label = {}, text = {};
        Place place = {}, here = {cue.line, 1};
        const auto flush = [&] {
            if (!text.empty()) say(cue, label, text, place);
        };
        each_line(cue.text, [&](std::string_view line) {
            const auto found = read_label(line);
            if (!found.label.empty() && speaks(found.label)) {
                flush();
                label = found.label;
                text = line.substr(found.text);
                place = {here.line, static_cast<std::uint32_t>(found.text) + 1};
            } else if (text.empty()) {
                text = line;
                place = here;
            } else {
                text = {text.data(), static_cast<std::size_t>(line.data() + line.size() - text.data())};
            }
            ++here.line;
        });
        flush();
    }

    void say(const Cue& cue, std::string_view label, std::string_view text, Place place) {
        read_cue_text(text, arena_, parts_);
        for (const auto& part : parts_) {
            // Whom nobody names goes on: speakers are written where they change.
            const auto who = !part.voice.empty() ? part.voice : !label.empty() ? label : voices_ ? std::string_view{} : last_label_;
            voices_ = voices_ || !part.voice.empty();
            add(cue, who, part, place);
        }
    }

    void add(const Cue& cue, std::string_view who, const CuePart& part, Place place) {
        last_label_ = who;
        if (!who.empty() && open_ && who == members_.back()->label && cue.start - last_end_ <= longest_pause) {
            if (text_.empty()) text_ = talk_.turns.back().text;
            text_ += ' ';
            text_ += part.text;
        } else {
            finish();
            Turn& turn = talk_.turns.emplace_back();
            turn.start = cue.start;
            turn.text = part.text;
            if (part.line != 0) turn.place = {place.line + part.line - 1, part.column + (part.line == 1 ? place.column - 1 : 0)};
            members_.push_back(&cast_.member(who, place.line));
            has_speakers_ = has_speakers_ || !who.empty();
            open_ = true;
        }
        talk_.turns.back().end = last_end_ = std::max(cue.start, cue.end);
    }

    void finish() {
        if (text_.empty()) return;
        talk_.turns.back().text = arena_.keep(text_);
        talk_.turns.back().place = {};
        text_.clear();
    }

    void tell(Turn& turn, const Member& member) {
        turn.speaker = member.speaker;
        turn.name = member.name;
        if (turn.speaker == Speaker::agent && talk_.agent.empty()) talk_.agent = turn.name;
        if (turn.speaker == Speaker::customer && talk_.customer.empty()) talk_.customer = turn.name;
    }

    const Cues& cues_;
    Arena& arena_;
    Conversation& talk_;
    Cast cast_;
    std::unordered_map<std::string_view, int> labels_ = {}; // before colons; from 2 on they speak
    std::vector<const Member*> members_ = {};               // beside the turns
    std::vector<CuePart> parts_ = {};
    std::string text_ = {}; // of the open turn, where it is of several cues
    std::string_view last_label_ = {};
    double last_end_ = 0;
    bool open_ = false, voices_ = false, has_speakers_ = false;
};

using Parse = Cues (*)(std::string_view);

void read_captions(Parse parse, std::string_view what, const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    const auto text = to_utf8(record.bytes, options.encoding, arena);
    if (!text) {
        Error error = text.error();
        error.path = record.path;
        return sink.unreadable(std::move(error));
    }
    const auto cues = parse(*text);
    if (cues.all.empty()) {
        const auto why =
            cues.bad != 0 ? fmt::format("not {} times: '{}'", what, shown(cues.what_is_bad)) : std::string("no cue in it");
        return sink.unreadable({std::string(record.path), cues.first_bad, 0, why});
    }
    Conversation talk;
    talk.path = record.path;
    talk.record = record.number;
    talk.id = record.path == "-" ? "stdin" : stem_of(record.path);
    talk.channel = options.channel.value_or(Channel::inbound);
    Captions captions(cues, options, arena, talk);
    captions.make_turns();
    if (talk.turns.empty()) return sink.unreadable({std::string(record.path), 0, 0, "no text in its cues"});
    if (cues.bad != 0)
        sink.hint({std::string(record.path), cues.first_bad, 0,
                   fmt::format("not {} times: '{}'; {} left out", what, shown(cues.what_is_bad),
                               cues.bad == 1 ? "this cue is" : fmt::format("{} such cues are", cues.bad))});
    else if (!captions.has_speakers())
        sink.hint({std::string(record.path), 0, 0, "it does not say who speaks; export it with speakers"});
    else
        captions.cast().hint(record.path, sink);
    if (!options.channel) sink.hint(hint_inbound(record.path));
    sink.conversation(talk);
}

} // namespace

namespace readers {

int recognises_webvtt(std::string_view head, std::string_view) { return is_webvtt(plain_head(head)) ? 2 : 0; }
int recognises_srt(std::string_view head, std::string_view) { return is_srt(plain_head(head)) ? 2 : 0; }

void read_webvtt(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    read_captions(webvtt_cues, "WebVTT", record, options, arena, sink);
}
void read_srt(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    read_captions(srt_cues, "SubRip", record, options, arena, sink);
}

} // namespace readers
} // namespace motaudit
