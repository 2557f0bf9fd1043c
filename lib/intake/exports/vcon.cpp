// vCon (IETF draft-ietf-vcon-vcon-core, and what was written before it): a container of parties, dialogs and analyses. Text
// dialogs are the conversation; where there are none, a transcript among the analyses is, in whatever shape its vendor has.

#include "intake/ascii.hpp"
#include "intake/exports/base64.hpp"
#include "intake/exports/exports.hpp"
#include "intake/exports/inner_json.hpp"
#include "intake/mail.hpp"
#include "intake/readers.hpp"
#include <fmt/core.h>
#include <vector>

namespace motaudit::exports {
namespace {

// Keeps the text of what another reader makes of a body.
class TextOf : public Sink {
public:
    explicit TextOf(Arena& arena) : arena_(arena) {}
    std::string_view text = {};
    void conversation(Conversation& talk) override {
        if (!talk.turns.empty()) text = arena_.keep(talk.turns.back().text);
    }
    void unreadable(Error) override {}
    void hint(Error) override {}

private:
    Arena& arena_;
};

// Gives on what another reader makes of a transcript, under the container's id.
class Renamed : public Sink {
public:
    Renamed(Sink& to, std::string_view id) : to_(to), id_(id) {}
    bool any = false;
    void conversation(Conversation& talk) override {
        any = true;
        if (!id_.empty()) talk.id = id_;
        to_.conversation(talk);
    }
    void unreadable(Error) override {}
    void hint(Error hint) override { to_.hint(std::move(hint)); }

private:
    Sink& to_;
    std::string_view id_;
};

class VCon {
public:
    VCon(Json value, Export& to) : value_(value), to_(to), draft_(to) {
        draft_.id = value["uuid"].text();
        draft_.subject = value["subject"].text();
        draft_.by_clock = true;
        value["parties"].each([&](Json one) { parties_.push_back(one); });
        set_direction(value["meta"]["direction"].text());
    }

    void read() {
        value_["dialog"].each([&](Json one) { dialog(one); });
        if (is_chat_ && !draft_.empty()) {
            if (!is_call_) draft_.channel = is_mail_ ? Channel::email : Channel::chat;
            return draft_.finish();
        }
        bool done = false;
        value_["analysis"].each([&](Json one) {
            const auto type = one["type"].text();
            if (!done && (type == "transcript" || type == "wtf_transcription")) done = analysis(one);
        });
        if (!done) to_.refuse("a vCon without text: neither a text dialog nor a transcript that is known");
    }

private:
    void set_direction(std::string_view direction) {
        if (direction == "out" || direction == "outbound") outbound_ = true;
        if (direction == "in" || direction == "inbound") outbound_ = false;
    }

    // Who party number `index` is.
    Utterance party(std::optional<double> index) const {
        Utterance said;
        if (!index || *index < 0 || *index >= static_cast<double>(parties_.size())) return said;
        const auto number = static_cast<std::size_t>(*index);
        const auto& one = parties_[number];
        const auto role = one["role"] ? one["role"].text() : one["meta"]["role"].text();
        said.name = one["name"].text();
        said.speaker = role_word(role);
        if (said.speaker == Speaker::unknown) {
            const auto key = to_.arena.keep(fmt::format("{}", number));
            said.label = !said.name.empty() ? said.name : key;
        }
        return said;
    }

    static std::optional<double> speaker_of(Json dialog) {
        if (const auto originator = dialog["originator"].number()) return originator;
        const auto parties = dialog["parties"];
        return parties.is_array() ? parties.first().number() : parties.number();
    }

    void dialog(Json one) {
        const auto type = one["type"].text();
        set_direction(one["meta"]["direction"].text());
        const auto start = instant_of(one["start"].text());
        if (start && (!draft_.began || *start < *draft_.began)) {
            draft_.began = start;
            draft_.began_text = one["start"].text();
        }
        if (type == "text") {
            Utterance said = party(speaker_of(one));
            said.start = start;
            said.text = body(one);
            if (const auto length = one["duration"].number(); start && length) said.end = *start + *length;
            is_chat_ = is_chat_ || !said.text.empty();
            draft_.say(said);
        } else if (type == "recording" || type == "video") {
            is_call_ = true;
        }
        one["party_history"].each([&](Json what) {
            const auto event = what["event"].text();
            Utterance said{
                .speaker = Speaker::system, .name = party(what["party"].number()).name, .start = instant_of(what["time"].text())};
            said.event = event == "hold"     ? Event::hold
                         : event == "unhold" ? Event::unhold
                         : event == "join"   ? Event::join
                         : event == "drop"   ? Event::leave
                                             : Event::none;
            draft_.say(said);
        });
    }

    std::string_view body(Json one) {
        const auto encoding = one["encoding"].text();
        auto text = one["body"].text();
        if (encoding == "base64url" || encoding == "base64") text = to_.arena.keep(decode_base64(text).value_or(std::string{}));
        if (encoding == "json" && one["body"].is_object()) text = one["body"]["text"].text();
        if (encoding == "json" && text.starts_with('"')) text = to_.arena.keep(InnerJson(text).value().text());
        const auto medium = one["mediatype"] ? one["mediatype"].text() : one["mimetype"].text();
        if (medium.starts_with("text/html")) return text_of_html(text, to_.arena);
        if (medium.starts_with("multipart/") || medium.starts_with("message/")) {
            is_mail_ = true;
            return mail_text(text, medium);
        }
        return text;
    }

    std::string_view mail_text(std::string_view text, std::string_view medium) {
#ifdef MOTAUDIT_MAIL
        const auto message = to_.arena.keep(medium.starts_with("message/") ? std::string(text)
                                                                           : fmt::format("Content-Type: {}\n\n{}", medium, text));
        TextOf kept(to_.arena);
        read_message(message, 0, false, to_.record, to_.options, to_.arena, kept);
        return kept.text;
#else
        (void)medium;
        return text;
#endif
    }

    // A transcript among the analyses; false where it holds nothing that is known.
    bool analysis(Json one) {
        auto body = one["body"] ? one["body"] : one["transcript"];
        if (is_known_direction()) draft_.channel = *outbound_ ? Channel::outbound : Channel::inbound;
        if (!body.text().empty()) {
            const auto inner = body.text();
            const auto first = inner.find_first_not_of(" \t\r\n");
            if (first != std::string_view::npos && (inner[first] == '{' || inner[first] == '[')) {
                const InnerJson json(inner);
                return transcript(json.value());
            }
            return plain(inner);
        }
        return transcript(body);
    }

    bool transcript(Json body) {
        draft_.is_recognised = true;
        const auto list = body.is_array() ? body : body["segments"].first()["speaker"] ? body["segments"] : Json();
        list.each([&](Json one) { segment(one); });
        if (!draft_.empty()) {
            draft_.finish();
            return true;
        }
        if (body.is_object()) {
            const auto choice = choose(JsonOutline(body.minified()));
            if (choice.format != nullptr && choice.fault.empty() && choice.format->read != read_vcon) {
                const auto before = to_.count;
                Renamed renamed(to_.sink, draft_.id);
                Export inner{.record = to_.record, .options = to_.options, .arena = to_.arena, .sink = renamed};
                if (is_known_direction()) inner.direction = *outbound_ ? Channel::outbound : Channel::inbound;
                choice.format->read(body, inner);
                to_.count = before + (renamed.any ? inner.count : 0);
                return renamed.any;
            }
            for (const char* key : {"transcript", "text"})
                if (!body[key].text().empty()) return plain(body[key].text());
        }
        return false;
    }

    // {"parties": 0, "start": …, "text": …}, {"speaker": "Agent", "message": …}.
    void segment(Json one) {
        auto number = one["parties"].is_array() ? one["parties"].first().number() : one["parties"].number();
        if (!number) number = one["party"].number();
        Utterance said = party(number);
        const auto who = one["speaker"].label(to_.arena);
        if (said.speaker == Speaker::unknown && said.label.empty()) {
            said.speaker = role_word(who);
            if (said.speaker == Speaker::unknown) said.label = who;
        }
        said.text = (one["text"] ? one["text"] : one["message"]).text();
        said.start = instant_of(one["start"].text());
        draft_.by_clock = said.start || !one["start"].number();
        if (!said.start) said.start = one["start"].number();
        const auto length = one["duration"].number();
        if (said.start && length) said.end = *said.start + *length;
        if (const auto end = one["end"].number(); !said.end && end) said.end = end;
        draft_.say(said);
    }

    // Text with speakers is a transcript like any other; without, its paragraphs are turns of nobody knows whom.
    bool plain(std::string_view text) {
        Renamed renamed(to_.sink, draft_.id);
        Record record = to_.record;
        record.bytes = text;
        ReadOptions options = to_.options;
        options.encoding.clear();
        if (!options.channel) options.channel = draft_.channel.value_or(Channel::inbound);
        readers::read_transcript(record, options, to_.arena, renamed);
        if (renamed.any) {
            ++to_.count;
            return true;
        }
        draft_.is_recognised = false;
        while (!text.empty()) {
            const auto end = std::min(text.find("\n\n"), text.size());
            draft_.say({.text = text.substr(0, end)});
            text.remove_prefix(std::min(end + 2, text.size()));
        }
        if (draft_.empty()) return false;
        draft_.finish();
        return true;
    }

    bool is_known_direction() const { return outbound_.has_value(); }

    Json value_;
    Export& to_;
    Draft draft_;
    std::vector<Json> parties_ = {};
    std::optional<bool> outbound_ = {};
    bool is_chat_ = false, is_call_ = false, is_mail_ = false;
};

} // namespace

void read_vcon(Json value, Export& to) {
    if (value["ciphertext"]) return to.refuse("an encrypted vCon; decrypt it first");
    if (!value["payload"]) return VCon(value, to).read();
    // Signed (JWS): what it says is read, whether the signature is right is not looked at.
    const auto payload = value["payload"].text();
    const auto text = decode_base64(payload);
    const InnerJson inner(text ? *text : std::string_view{});
    const auto signed_one = inner.value();
    if (!signed_one.is_object() || signed_one["payload"] || signed_one["ciphertext"])
        return to.refuse("a signed vCon whose payload is no vCon");
    to.sink.hint({std::string(to.record.path), 0, 0, "a signed vCon: it is read, its signature is not checked"});
    VCon(signed_one, to).read();
}

} // namespace motaudit::exports
