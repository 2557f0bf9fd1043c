#include "intake/map/mapped.hpp"

#include "intake/ascii.hpp"
#include "intake/exports/draft.hpp"
#include "intake/labels.hpp"
#include "intake/map/known_tables.hpp"
#include "intake/map/packed.hpp"
#include "intake/map/table_cutter.hpp"
#include "intake/map/table_rows.hpp"
#include "intake/readers.hpp"
#include "intake/shape.hpp"
#include "text/charset.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace motaudit {
namespace {

constexpr std::size_t index_of(Field field) { return static_cast<std::size_t>(field); }

// Where a field stands in the Draft, or in a Conversation.
template <class Talk>
struct TextField {
    Field field;
    std::string_view Talk::*to;
};
template <class Talk>
constexpr TextField<Talk> text_fields[] = {{Field::agent, &Talk::agent},       {Field::agent_id, &Talk::agent_id},
                                           {Field::customer, &Talk::customer}, {Field::language, &Talk::language},
                                           {Field::brand, &Talk::brand},       {Field::account, &Talk::account},
                                           {Field::team, &Talk::team},         {Field::site, &Talk::site},
                                           {Field::topic, &Talk::topic},       {Field::subject, &Talk::subject}};

constexpr struct {
    Field field;
    std::string_view Known::*to;
} known_fields[] = {{Field::known_phone, &Known::phone},
                    {Field::known_email, &Known::email},
                    {Field::known_model, &Known::model},
                    {Field::known_imei, &Known::imei},
                    {Field::known_order, &Known::order},
                    {Field::known_location, &Known::location},
                    {Field::known_purchase_date, &Known::purchase_date},
                    {Field::known_os_version, &Known::os_version},
                    {Field::known_account, &Known::account}};

// What a value stands for: by the map's table, else by our own word for it.
template <class T>
std::optional<T> value_of(std::string_view text, const Values<T>& values, std::span<const std::string_view> words) {
    const auto name = ascii::lower(text);
    if (const auto at = values.find(name); at != values.end()) return at->second;
    const auto word = std::ranges::find(words, name);
    if (name.empty() || word == words.end()) return {};
    return static_cast<T>(word - words.begin());
}

// One record: the rows of one conversation.
class MappedTalk {
public:
    MappedTalk(const ColumnMap& map, const Record& record, const ReadOptions& options, Arena& arena, Sink& sink)
        : record_(record), options_(options), map_(map), arena_(arena), sink_(sink) {
        rows_.unpack(record.bytes.substr(1), map_.columns.size());
        places_.fill(-1);
        for (std::size_t i = 0; i < map_.columns.size(); ++i) places_[index_of(map_.columns[i].field)] = static_cast<int>(i);
    }

    void read() {
        if (const auto fault = not_text()) return sink_.unreadable(*fault);
        Channel channel = Channel::chat;
        if (!find_channel(channel)) return;
        if (places_[index_of(Field::transcript)] >= 0) return read_transcript(channel);
        Export to{.record = record_, .options = options_, .arena = arena_, .sink = sink_};
        Draft draft(to);
        draft.channel = channel;
        is_record_ = map_.is_built_in && channel == Channel::case_;
        draft.tells_unknown = false; // the cutter has told it
        fill(draft, draft.known);
        if (!fill_words(draft)) return;
        const auto pair = say_pair(draft);
        for (std::size_t row = 0; !pair && row < rows_.lines.size(); ++row) say(draft, row);
        begin(draft);
        if (draft.id.empty() && record_.number == 1) draft.id = name_of_row();
        draft.finish();
    }

private:
    // Keeps its room from one conversation to the next.
    static packed::Rows& room() {
        static thread_local packed::Rows rows;
        return rows;
    }

    std::string_view cell(Field field, std::size_t row) const {
        const int place = places_[index_of(field)];
        return place < 0 ? std::string_view() : ascii::trim(rows_.row(row)[static_cast<std::size_t>(place)]);
    }

    // The first row that has it tells it of the conversation; else the map.
    std::string_view value(Field field) const {
        for (std::size_t row = 0; row < rows_.lines.size(); ++row)
            if (const auto text = cell(field, row); !text.empty()) return text;
        return map_.constants[index_of(field)];
    }

    Error wrong(std::size_t row, std::string message) const { return {record_path(), rows_.lines[row], 0, std::move(message)}; }
    std::string record_path() const { return std::string(record_.path); }
    const std::string& column_name(Field field) const {
        return map_.columns[static_cast<std::size_t>(places_[index_of(field)])].name;
    }

    std::optional<Error> not_text() const {
        for (std::size_t row = 0; row < rows_.lines.size(); ++row)
            for (std::size_t i = 0; i < rows_.columns; ++i)
                if (first_not_utf8(rows_.row(row)[i]) != std::string_view::npos)
                    return wrong(row, fmt::format("'{}' is not valid UTF-8; name the encoding, as --encoding windows-1252",
                                                  map_.columns[i].name));
        return {};
    }

    bool find_channel(Channel& channel) {
        // A system's row of a case may be taken for what the agent has recorded.
        if (map_.is_built_in && map_.row_is_whole && options_.channel == Channel::case_) return channel = Channel::case_, true;
        const auto text = value(Field::channel);
        const auto found = text.empty() ? options_.channel : value_of(text, map_.channels, channel_names);
        if (found) channel = *found;
        if (found) return true;
        if (text.empty())
            sink_.unreadable(
                wrong(0, fmt::format("no channel; name its column, or channel = \"chat\" in [constants] of {}", map_.path)));
        else
            refuse_word(Field::channel, text, "channel", channel_names);
        return false;
    }

    void refuse_word(Field field, std::string_view text, std::string_view table, std::span<const std::string_view> words) {
        std::vector<std::string_view> right;
        for (const auto word : words)
            if (!word.empty()) right.push_back(word);
        sink_.unreadable(wrong(0, fmt::format("what is '{}' in '{}'? Say it in [{}] of {}: \"{}\" = \"{}\"", shown(text),
                                              column_name(field), table, map_.path, shown(text), fmt::join(right, "|"))));
    }

    template <class Talk>
    void fill(Talk& talk, Known& known) const {
        for (const auto& row : text_fields<Talk>)
            if (const auto text = value(row.field); !text.empty()) talk.*row.to = text;
        if (const auto id = value(Field::id); !id.empty()) talk.id = id;
        for (const auto& row : known_fields)
            if (const auto text = value(row.field); !text.empty()) known.*row.to = text;
    }

    template <class Talk>
    bool fill_words(Talk& talk) {
        if (const auto text = value(Field::reply); !text.empty()) {
            const auto reply = value_of(text, map_.replies, reply_names);
            if (!reply) return refuse_word(Field::reply, text, "reply", reply_names), false;
            talk.reply = *reply;
        }
        if (const auto text = value(Field::ended_by); !text.empty()) {
            const auto ender = value_of(text, map_.enders, ended_by_names);
            if (!ender) return refuse_word(Field::ended_by, text, "ended_by", ended_by_names), false;
            talk.ended_by = *ender;
        }
        return true;
    }

    std::string_view text_of(std::string_view cell_text) const {
        return without_carriage_returns(map_.html ? text_of_html(cell_text, arena_) : cell_text, arena_);
    }

    // Question and answer in one row: the customer's turn and the agent's.
    bool say_pair(Draft& draft) const {
        if (places_[index_of(Field::question)] < 0 && places_[index_of(Field::answer)] < 0) return false;
        draft.say({.speaker = Speaker::customer, .name = draft.customer, .text = text_of(cell(Field::question, 0))});
        draft.say({.speaker = Speaker::agent, .name = draft.agent, .text = text_of(cell(Field::answer, 0))});
        return true;
    }

    void say(Draft& draft, std::size_t row) {
        Utterance said{.name = cell(Field::name, row), .text = text_of(cell(Field::text, row))};
        if (said.text.empty())
            if (const auto html = cell(Field::html, row); !html.empty())
                said.text = without_carriage_returns(text_of_html(html, arena_), arena_);
        tell_cut(row);
        said.speaker = speaker(row);
        said.start = time(Field::time, row);
        said.end = time(Field::end, row);
        if (const auto event = map_.events.find(ascii::lower(cell(Field::event, row))); event != map_.events.end())
            said.event = event->second;
        if (const auto hidden = map_.privates.find(ascii::lower(cell(Field::is_private, row))); hidden != map_.privates.end())
            said.is_private = hidden->second;
        if (said.name.empty() && said.speaker == Speaker::agent) said.name = draft.agent;
        if (said.name.empty() && said.speaker == Speaker::customer) said.name = draft.customer;
        draft.say(said);
    }

    // The system keeps so many characters of a text.
    void tell_cut(std::size_t row) {
        if (map_.cut_at == 0) return;
        for (const auto field : {Field::text, Field::html})
            if (const auto text = cell(field, row); text.size() >= map_.cut_at && characters(text) >= map_.cut_at)
                return sink_.hint(wrong(
                    row, fmt::format("a text of {} characters in '{}': the system has cut it", map_.cut_at, column_name(field))));
    }

    static std::size_t characters(std::string_view text) {
        return static_cast<std::size_t>(
            std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    }

    Speaker speaker(std::size_t row) const {
        if (is_record_) return Speaker::agent;
        const auto text = cell(Field::speaker, row);
        if (text.empty()) {
            const auto& constant = map_.constants[index_of(Field::speaker)];
            return speaker_named(constant).value_or(places_[index_of(Field::event)] >= 0 ? Speaker::system : Speaker::unknown);
        }
        if (const auto user = mapped(text, options_)) return *user;
        const auto at = map_.speakers.find(ascii::lower(text));
        return at == map_.speakers.end() ? Speaker::unknown : at->second;
    }

    std::optional<double> time(Field field, std::size_t row) {
        const auto text = cell(field, row);
        if (text.empty()) return {};
        const auto seconds = map_.time.read(text);
        if (!seconds)
            sink_.hint(
                wrong(row, fmt::format("a time in '{}' is not read: how it is written belongs into [time] of {}, as format = "
                                       "\"%d/%m/%Y %H:%M:%S\"",
                                       column_name(field), map_.path)));
        return seconds;
    }

    // When it began: its own column, else the first time, with the zone that the map names.
    void begin(Draft& draft) {
        draft.by_clock = !map_.time.from_start();
        if (const auto text = value(Field::started_at); !text.empty()) {
            const auto seconds = draft.by_clock ? map_.time.read(text) : std::nullopt;
            draft.began_text = seconds && !map_.time.zone.empty()                 ? arena_.keep(map_.time.local(*seconds))
                               : seconds && map_.time.kind != TimeForm::Kind::iso ? arena_.keep(map_.time.local(*seconds))
                                                                                  : text;
            return;
        }
        if (!draft.by_clock || map_.time.zone.empty()) return;
        std::optional<double> first;
        for (std::size_t row = 0; row < rows_.lines.size(); ++row)
            if (const auto at = map_.time.read(cell(Field::time, row)); at && (!first || *at < *first)) first = at;
        if (first) draft.began_text = arena_.keep(map_.time.local(*first));
    }

    std::string_view name_of_row() const {
        const auto stem = record_.path == "-" ? std::string_view("stdin") : stem_of(record_.path);
        return arena_.keep(fmt::format("{}-{}", stem, record_.number));
    }

    // A cell that holds the conversation as text, in any layout that a transcript's file may have.
    void read_transcript(Channel channel) {
        struct Passing : Sink {
            Passing(MappedTalk& by, Channel as) : by_(by), as_(as) {}
            void conversation(Conversation& talk) override {
                talk.channel = as_;
                talk.path = by_.record_.path;
                talk.record = by_.record_.number;
                for (auto& turn : talk.turns) turn.place = {};
                talk.id = {};
                by_.fill(talk, talk.known);
                if (talk.id.empty()) talk.id = by_.name_of_row();
                if (!by_.fill_words(talk)) return;
                if (const auto began = by_.value(Field::started_at); !began.empty()) {
                    const auto seconds = by_.map_.time.read(began);
                    talk.started_at = seconds && by_.map_.time.kind != TimeForm::Kind::iso
                                          ? by_.arena_.keep(by_.map_.time.local(*seconds))
                                          : began;
                }
                by_.sink_.conversation(talk);
            }
            void unreadable(Error error) override { by_.sink_.unreadable(by_.wrong(0, error.message)); }
            void hint(Error hint) override { by_.sink_.hint(by_.wrong(0, hint.message)); }
            MappedTalk& by_;
            Channel as_;
        };
        ReadOptions options = options_;
        options.encoding.clear();
        options.channel = channel;
        for (const auto& [label, speaker] : map_.speakers) options.speaker_map.emplace(label, speaker);
        if (const auto agent = value(Field::agent); !agent.empty()) options.agent_names.emplace_back(agent);
        const auto text = text_of(cell(Field::transcript, 0));
        if (text.empty()) return sink_.unreadable(wrong(0, fmt::format("nothing is said in '{}'", column_name(Field::transcript))));
        Passing passing(*this, channel);
        const Record inner = {.bytes = text, .path = record_.path, .number = record_.number, .line = record_.line};
        const bool body = readers::recognises_salesforce_chat(text, {}) > 0;
        body ? readers::read_salesforce_chat(inner, options, arena_, passing)
             : readers::read_transcript(inner, options, arena_, passing);
    }

    const Record& record_;
    const ReadOptions& options_;
    const ColumnMap& map_;
    Arena& arena_;
    Sink& sink_;
    packed::Rows& rows_ = room(); // found once: each access to what is of a thread costs a call
    std::array<int, field_count> places_ = {};
    bool is_record_ = false; // what is said is the agent's
};

void read_mapped(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    if (options.map) read_by_map(*options.map, record, options, arena, sink);
}

std::unique_ptr<Cutter> open_mapped(std::string_view path, const ReadOptions& options) {
    return open_by_map(*options.map, path, options);
}

} // namespace

void read_by_map(const ColumnMap& map, const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    if (record.bytes.empty()) return;
    const auto told = [&] { return Error{std::string(record.path), record.line, 0, std::string(record.bytes.substr(1))}; };
    if (record.bytes[0] == packed::fault) return sink.unreadable(told());
    if (record.bytes[0] == packed::hint) return sink.hint(told());
    MappedTalk(map, record, options, arena, sink).read();
}

std::unique_ptr<Cutter> open_by_map(const ColumnMap& map, std::string_view path, const ReadOptions& options) {
    return std::make_unique<TableCutter>(path, options, map, rows_of(map, options.encoding));
}

namespace readers {
const Reader mapped = {.name = "map", .summary = "a table, by --map", .read = read_mapped, .open = open_mapped};
} // namespace readers

std::string unmapped_table(std::string_view head, std::string_view path) {
    const auto text = plain_head(head);
    const bool named = has_extension(path, ".csv") || has_extension(path, ".tsv");
    std::vector<std::string> header;
    std::vector<std::size_t> sizes;
    CsvReader reader(csv_separator(text), [&](std::size_t, std::span<const std::string_view> cells) {
        if (header.empty()) header.assign(cells.begin(), cells.end());
        sizes.push_back(cells.size());
    });
    if (reader.feed(std::string_view(text).substr(0, text.rfind('\n') + 1))) return {};
    if (header.size() < 2 || sizes.size() < 2) return {};
    // Without a name that says so, only what no transcript looks like.
    const auto plain = [](const std::string& name) {
        return !name.empty() && name.size() <= 48 && name.find_first_of(":\n") == std::string::npos;
    };
    const std::span<const std::size_t> rows(sizes.data(), sizes.size());
    if (!named && (header.size() < 3 || sizes.size() < 3 || !std::ranges::all_of(header, plain) ||
                   std::ranges::any_of(rows, [&](std::size_t size) { return size != header.size(); })))
        return {};
    std::string names;
    for (std::size_t i = 0; i < std::min<std::size_t>(header.size(), 30); ++i)
        names += fmt::format("{}'{}'", i == 0 ? "" : ", ", shown(header[i]));
    return "a table; say with --map which of its columns is what (motaudit-formats(5)): " + names;
}

} // namespace motaudit
