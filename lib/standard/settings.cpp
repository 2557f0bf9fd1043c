#include "standard/rows.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace motaudit {
namespace {

std::vector<std::string_view> split(std::string_view text, char between) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto end = std::min(text.find(between), text.size());
        if (end > 0) out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

struct SettingReader {
    const Checked& file;
    const RowWorld& world;
    const Setting& setting;
    std::string_view id;

    // Ids of the lists in value.texts; `at` is where the setting or, for a fallback, the check stands.
    void look_up(Value& value, const Node& at) const {
        value.lists.clear();
        for (const auto& name : value.texts) {
            if (world.words.has(name)) {
                value.lists.push_back(world.builder.id_of(name));
                world.builder.ask_for(value.lists.back());
            } else
                file.wrong(at, unknown("list", name, world.words.names()));
        }
    }

    void check_choice(const std::string& text, const Node& at) const {
        const auto choices = split(setting.choices, '|');
        if (text.empty() || choices.empty() || std::ranges::find(choices, text) != choices.end()) return;
        file.wrong(at,
                   unknown("value", text, choices) + fmt::format("; '{}' is one of {}", setting.name, fmt::join(choices, ", ")));
    }

    Value fallback(const Node& check) const {
        Value value;
        value.number = setting.fallback;
        if (setting.type == Setting::Type::text) value.text = setting.fallback_text;
        if (setting.type == Setting::Type::texts || setting.type == Setting::Type::lists)
            for (const auto word : split(setting.fallback_text, ' ')) value.texts.emplace_back(word);
        if (setting.type == Setting::Type::lists) look_up(value, check);
        return value;
    }

    Value read(const Node& node) const {
        Value value;
        value.given = true;
        switch (setting.type) {
        case Setting::Type::flag:
            if (file.is(node, Node::Type::flag)) value.number = node.number;
            break;
        case Setting::Type::number:
            if (file.is(node, Node::Type::number)) value.number = node.number;
            // They count turns, words or seconds: what fits no count is a slip, and no check has to guard its conversions.
            if (!(value.number >= 0 && value.number <= 1e9))
                file.wrong(node, fmt::format("'{}' is from 0 to 1000000000, this is {}", setting.name, value.number));
            break;
        case Setting::Type::text:
            value.text = file.text(node);
            check_choice(value.text, node);
            break;
        case Setting::Type::texts:
            value.texts = file.texts(node);
            for (const auto& text : value.texts) check_choice(text, node);
            break;
        case Setting::Type::lists:
            value.texts = file.texts(node);
            look_up(value, node);
            break;
        }
        return value;
    }

    std::string shown(double number) const {
        if (setting.type == Setting::Type::flag) return number != 0 ? "true" : "false";
        return fmt::format("{}", number);
    }

    // A site may tighten a setting and add to its texts and lists, nothing else.
    void compare(const Value& site, const Value& base, const Node& at) const {
        const auto differs = [&](std::string_view theirs) {
            file.wrong(at, fmt::format("'{}': '{}' cannot differ from {}'s {}", id, setting.name, world.base, theirs));
        };
        if (setting.type == Setting::Type::flag || setting.type == Setting::Type::number) {
            if (site.number == base.number) return;
            if (setting.stricter == 0)
                differs(shown(base.number));
            else if ((site.number > base.number) != (setting.stricter > 0))
                file.wrong(at, fmt::format("'{}': '{}' = {} is looser than {}'s {}", id, setting.name, shown(site.number),
                                           world.base, shown(base.number)));
        } else if (setting.type == Setting::Type::text) {
            if (site.text != base.text) differs("'" + base.text + "'");
        } else {
            for (const auto& text : base.texts)
                if (std::ranges::find(site.texts, text) == site.texts.end())
                    file.wrong(at, fmt::format("'{}': '{}' must keep {}'s '{}'", id, setting.name, world.base, text));
        }
    }
};

} // namespace

void read_settings(const Node& table, const CheckKind& kind, std::string_view id, const Checked& file, const RowWorld& world,
                   std::vector<Value>& values) {
    std::vector<std::string_view> known = {"kind"};
    for (const auto& setting : kind.settings) known.push_back(setting.name);
    for (const auto& entry : table.items)
        if (std::ranges::find(known, entry.key) == known.end())
            file.faults.at_key(file.path, entry, unknown(fmt::format("setting of '{}'", kind.name), entry.key, known));

    const bool extends = !values.empty();
    values.resize(kind.settings.size());
    for (std::size_t i = 0; i < kind.settings.size(); ++i) {
        const auto& setting = kind.settings[i];
        const SettingReader reader{file, world, setting, id};
        if (const auto* node = table.find(setting.name)) {
            auto value = reader.read(*node);
            if (extends) reader.compare(value, values[i], *node);
            values[i] = std::move(value);
        } else if (!extends) {
            if (setting.required)
                file.wrong(table, fmt::format("'{}' needs the setting '{}': {}", kind.name, setting.name, setting.meaning));
            values[i] = reader.fallback(table);
        }
    }
}

} // namespace motaudit
