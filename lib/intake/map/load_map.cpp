#include "intake/map/column_map.hpp"

#include "base/faults.hpp"
#include "base/input.hpp"
#include "intake/ascii.hpp"
#include "text/charset.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <span>

namespace motaudit {

const std::array<std::string_view, field_count> field_names = {"id",
                                                               "channel",
                                                               "agent",
                                                               "agent_id",
                                                               "customer",
                                                               "language",
                                                               "brand",
                                                               "account",
                                                               "team",
                                                               "site",
                                                               "topic",
                                                               "started_at",
                                                               "subject",
                                                               "reply",
                                                               "ended_by",
                                                               "known.phone",
                                                               "known.email",
                                                               "known.model",
                                                               "known.imei",
                                                               "known.order",
                                                               "known.location",
                                                               "known.purchase_date",
                                                               "known.os_version",
                                                               "known.account",
                                                               "speaker",
                                                               "name",
                                                               "text",
                                                               "time",
                                                               "end",
                                                               "event",
                                                               "private",
                                                               "transcript",
                                                               "question",
                                                               "answer",
                                                               "html"};

std::optional<std::size_t> ColumnMap::place(Field field) const {
    const auto at = std::ranges::find(columns, field, &Column::field);
    return at == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - columns.begin()));
}

namespace {

constexpr std::string_view known_prefix = "known.";
constexpr std::string_view formats[] = {"csv", "tsv", "jsonl", "xlsx"};
constexpr std::size_t longest_map = std::size_t{1} << 20;

// Reads the tree of a map; what is wrong goes to the faults, and reading goes on.
class Loader {
public:
    Loader(const Node& tree, ColumnMap& map, Faults& faults)
        : tree_(tree), map_(map), checked_{.path = map.path, .faults = faults}, faults_(faults) {}

    void load() {
        static constexpr std::string_view keys[] = {"format",  "sheet",   "delimiter", "encoding", "rows",    "ordered",
                                                    "html",    "columns", "constants", "speaker",  "channel", "event",
                                                    "private", "reply",   "ended_by",  "time",     "cut_at"};
        checked_.keys(tree_, keys);
        if (const auto* format = need("format"))
            if (const auto at = choice(*format, formats)) map_.format = static_cast<ColumnMap::Format>(*at);
        if (const auto* node = tree_.find("delimiter")) delimiter(*node);
        if (const auto* node = tree_.find("sheet")) {
            map_.sheet = checked_.text(*node);
            if (map_.format != ColumnMap::Format::xlsx) faults_.at_key(map_.path, *node, "only xlsx has sheets");
        }
        if (const auto* node = tree_.find("encoding")) {
            map_.encoding = checked_.text(*node);
            if (!map_.encoding.empty() && !is_charset(map_.encoding))
                checked_.wrong(*node, fmt::format("unknown encoding '{}'", map_.encoding));
        }
        flag("ordered", map_.ordered);
        flag("html", map_.html);
        if (const auto* node = tree_.find("cut_at"); node != nullptr && checked_.is(*node, Node::Type::number)) {
            if (node->number < 1 || node->number > 1e9)
                checked_.wrong(*node, "'cut_at' is a number of characters");
            else
                map_.cut_at = static_cast<std::size_t>(node->number);
        }
        if (const auto* node = tree_.find("time")) time(*node);
        values("speaker", map_.speakers, speaker_names);
        values("channel", map_.channels, channel_names);
        values("event", map_.events, event_names);
        values("reply", map_.replies, reply_names);
        values("ended_by", map_.enders, ended_by_names);
        private_values();
        if (const auto* node = need("columns")) fields(*node, {}, [this](Field field, const Node& at) { column(field, at); });
        if (const auto* node = tree_.find("constants"))
            fields(*node, {}, [this](Field field, const Node& at) { constant(field, at); });
        std::ranges::sort(map_.columns, {}, &ColumnMap::Column::field);
        rows();
        if (faults_.errors.empty()) agree();
    }

private:
    const Node* need(std::string_view key) {
        const auto* node = tree_.find(key);
        if (node == nullptr) faults_.errors.push_back({map_.path, 1, 0, fmt::format("no '{}'", key)});
        return node;
    }

    // One of a few words, by its place among them.
    std::optional<std::size_t> choice(const Node& node, std::span<const std::string_view> words) {
        const auto text = checked_.text(node);
        if (text.empty()) return {};
        const auto at = std::ranges::find(words, text);
        if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
        std::vector<std::string_view> right;
        for (const auto word : words)
            if (!word.empty()) right.push_back(word);
        auto message = unknown("value", text, right);
        if (message.back() != ')') message += fmt::format("; there are {}", fmt::join(right, ", "));
        checked_.wrong(node, std::move(message));
        return {};
    }

    void flag(std::string_view key, bool& to) {
        const auto* node = tree_.find(key);
        if (node != nullptr && checked_.is(*node, Node::Type::flag)) to = node->number != 0;
    }

    void delimiter(const Node& node) {
        const auto text = checked_.text(node.text == "\t" ? Node{.type = Node::Type::text, .text = "tab"} : node);
        if (text.empty()) return;
        if (text == "tab")
            map_.delimiter = '\t';
        else if (text.size() == 1 && text != "\"")
            map_.delimiter = text[0];
        else
            checked_.wrong(node, "'delimiter' is one character, or \"tab\"");
        if (map_.format == ColumnMap::Format::jsonl || map_.format == ColumnMap::Format::xlsx)
            faults_.at_key(map_.path, node, fmt::format("{} has no delimiter", formats[static_cast<std::size_t>(map_.format)]));
    }

    void time(const Node& node) {
        if (!checked_.is(node, Node::Type::table)) return;
        static constexpr std::string_view keys[] = {"format", "zone"};
        checked_.keys(node, keys);
        if (const auto* format = node.find("format")) {
            const auto name = checked_.text(*format);
            if (auto form = time_form(name))
                map_.time = std::move(*form);
            else if (!name.empty())
                checked_.wrong(*format, fmt::format("unknown form of time '{}'; there are iso, unix, unix-ms, unix-us, seconds, "
                                                    "milliseconds, clock, excel and patterns such as %d/%m/%Y %H:%M:%S",
                                                    name));
        }
        if (const auto* zone = node.find("zone")) {
            const auto name = checked_.text(*zone);
            const auto offset = zone_offset(name);
            if (name.empty()) return;
            if (!offset) return checked_.wrong(*zone, fmt::format("zone '{}' is not known; write its hours, as +10:00", name));
            map_.time.offset = *offset;
            if (*offset != 0)
                map_.time.zone = fmt::format("{}{:02}:{:02}", *offset < 0 ? '-' : '+', static_cast<int>(std::abs(*offset)) / 3600,
                                             static_cast<int>(std::abs(*offset)) / 60 % 60);
        }
    }

    template <class T>
    void values(std::string_view key, Values<T>& to, std::span<const std::string_view> words) {
        const auto* table = tree_.find(key);
        if (table == nullptr || !checked_.is(*table, Node::Type::table)) return;
        for (const auto& entry : table->items)
            if (const auto at = choice(entry, words)) add_value(entry, to, static_cast<T>(*at));
    }

    void private_values() {
        const auto* table = tree_.find("private");
        if (table == nullptr || !checked_.is(*table, Node::Type::table)) return;
        for (const auto& entry : table->items)
            if (checked_.is(entry, Node::Type::flag)) add_value(entry, map_.privates, entry.number != 0);
    }

    template <class T>
    void add_value(const Node& entry, Values<T>& to, T value) {
        if (!to.emplace(ascii::lower(ascii::trim(entry.key)), value).second)
            faults_.at_key(map_.path, entry, fmt::format("'{}' is there twice: capitals do not count", entry.key));
    }

    // The entries of [columns] or [constants], known.* among them.
    template <class Take>
    void fields(const Node& table, std::string_view prefix, const Take& take) {
        if (!checked_.is(table, Node::Type::table)) return;
        std::vector<std::string_view> right;
        for (const auto name : field_names)
            if (name.starts_with(known_prefix) == !prefix.empty()) right.push_back(name.substr(prefix.size()));
        for (const auto& entry : table.items) {
            if (prefix.empty() && entry.key == "known") {
                fields(entry, known_prefix, take);
                continue;
            }
            const auto at = std::ranges::find(field_names, std::string(prefix) + entry.key);
            if (at == field_names.end())
                faults_.at_key(map_.path, entry, unknown("key", entry.key, right));
            else
                take(static_cast<Field>(at - field_names.begin()), entry);
        }
    }

    void column(Field field, const Node& node) {
        auto names = checked_.texts(node);
        if (names.empty()) return;
        for (auto& name : names) name = ascii::trim(name);
        ColumnMap::Column column{field, names[0], node.line};
        column.others.assign(names.begin() + 1, names.end());
        map_.columns.push_back(std::move(column));
    }

    void constant(Field field, const Node& node) {
        const bool of_row = field > Field::known_account && field != Field::speaker;
        if (field == Field::id || of_row)
            return faults_.at_key(map_.path, node, fmt::format("'{}' differs from row to row: it is a column", node.key));
        switch (field) {
        case Field::channel:
            choice(node, channel_names);
            break;
        case Field::speaker:
            choice(node, speaker_names);
            break;
        case Field::reply:
            choice(node, reply_names);
            break;
        case Field::ended_by:
            choice(node, ended_by_names);
            break;
        default:
            break;
        }
        map_.constants[static_cast<std::size_t>(field)] = checked_.text(node);
    }

    void rows() {
        const bool whole = has(Field::transcript) || has(Field::question) || has(Field::answer);
        map_.row_is_whole = whole || !has(Field::id);
        const auto* node = tree_.find("rows");
        if (node == nullptr) return;
        static constexpr std::string_view words[] = {"message", "conversation"};
        const auto at = choice(*node, words);
        if (!at) return;
        if (*at == 0 && whole)
            checked_.wrong(*node, "a row that holds a transcript, or question and answer, is a conversation");
        else if (*at == 0 && !has(Field::id))
            checked_.wrong(*node, "messages need the column 'id', which says whose they are");
        map_.row_is_whole = *at == 1;
    }

    bool says() const { return has(Field::text) || has(Field::html); } // in columns of its own, a message a row

    bool has(Field field) const { return map_.place(field).has_value(); }

    void at_column(Field field, std::string message) {
        faults_.errors.push_back({map_.path, map_.columns[*map_.place(field)].line, 0, std::move(message)});
    }

    // What does not go together. Only where all else is right: one fault is told once.
    void agree() {
        const auto& columns = *tree_.find("columns");
        const bool pair = has(Field::question) || has(Field::answer);
        if (!says() && !has(Field::transcript) && !pair)
            return faults_.at_key(map_.path, columns,
                                  "nothing that is said: name the column 'text', 'transcript', or 'question' and 'answer'");
        if (has(Field::transcript) + pair + says() > 1)
            faults_.at_key(map_.path, columns,
                           "what is said stands in 'text', in 'transcript', or in 'question' and 'answer': name one of these");
        const bool speaker = has(Field::speaker);
        if (speaker && map_.speakers.empty())
            at_column(Field::speaker, "'speaker' needs its values: [speaker] with lines such as \"Operator\" = \"agent\"");
        if (speaker && !says()) at_column(Field::speaker, "'speaker' is of a row that is a message: it goes with 'text'");
        const auto& constant = map_.constants[static_cast<std::size_t>(Field::speaker)];
        if (says() && !speaker && constant.empty())
            at_column(has(Field::text) ? Field::text : Field::html,
                      "who says it? Name the column 'speaker', or speaker = \"agent\" in [constants]");
        unused("event", Field::event, map_.events.empty());
        unused("private", Field::is_private, map_.privates.empty());
        if (!speaker && !has(Field::transcript) && !map_.speakers.empty())
            faults_.at_key(map_.path, *tree_.find("speaker"), "[speaker] has values, and [columns] no 'speaker' that has them");
        if (!map_.ordered && map_.row_is_whole)
            checked_.wrong(*tree_.find("ordered"), "rows that are conversations are in any order: 'ordered' is of messages");
    }

    void unused(std::string_view key, Field field, bool no_values) {
        if (has(field) && no_values) at_column(field, fmt::format("'{}' needs its values: a table [{}]", key, key));
        if (!has(field) && !no_values)
            faults_.at_key(map_.path, *tree_.find(key),
                           fmt::format("[{}] has values, and [columns] no '{}' that has them", key, key));
    }

    const Node& tree_;
    ColumnMap& map_;
    Checked checked_;
    Faults& faults_;
};

} // namespace

LoadedMap parse_map(std::string_view text, const std::string& path) {
    const auto tree = read_toml(text, path);
    if (!tree) return {.errors = {tree.error()}};
    const auto map = std::make_shared<ColumnMap>();
    map->path = path;
    Faults faults;
    Loader(*tree, *map, faults).load();
    std::ranges::stable_sort(faults.errors, {}, &Error::line);
    if (!faults.errors.empty()) return {.errors = std::move(faults.errors)};
    return {.map = map};
}

LoadedMap load_map(const std::string& path) {
    std::string text;
    const auto error = read_pieces(path, [&](std::string_view piece) {
        text += piece;
        return text.size() <= longest_map;
    });
    if (error) return {.errors = {*error}};
    if (text.size() > longest_map) return {.errors = {{path, 0, 0, "longer than 1 MiB: no map of columns"}}};
    return parse_map(text, path);
}

} // namespace motaudit
