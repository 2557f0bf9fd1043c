#include "standard/wordlists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace motaudit {
namespace {

constexpr std::string_view list_keys[] = {"title",  "phrases", "unless", "except",  "across_sentences", "reach",
                                          "fields", "with",    "needs",  "figures", "whole_words"};
constexpr std::string_view phrase_keys[] = {"say", "instead", "value"};

Phrase read_phrase(const Node& node, const Checked& file) {
    Phrase phrase{{}, {}, file.path, node.line};
    if (node.is(Node::Type::text)) {
        phrase.text = file.text(node);
    } else if (file.is(node, Node::Type::table)) {
        file.keys(node, phrase_keys);
        if (const auto* say = node.find("say"))
            phrase.text = file.text(*say);
        else
            file.wrong(node, "a phrase without 'say'");
        if (const auto* instead = node.find("instead")) phrase.note = file.text(*instead);
        if (const auto* value = node.find("value"); value && file.is(*value, Node::Type::number))
            phrase.note = fmt::format("{}", value->number);
    }
    return phrase;
}

void read_references(const Node& node, const Checked& file, std::vector<WordLists::Reference>& to) {
    for (auto& name : file.texts(node))
        if (std::ranges::find(to, name, &WordLists::Reference::name) == to.end())
            to.push_back({std::move(name), {file.path, node.line, node.column, {}}});
}

void read_figures(const Node& node, const Checked& file, std::vector<std::string>& to) {
    for (auto& name : file.texts(node)) {
        if (std::ranges::find(figure_names, name) == std::end(figure_names))
            file.wrong(node, unknown("figure", name, figure_names));
        else if (std::ranges::find(to, name) == to.end())
            to.push_back(std::move(name));
    }
}

void read_reach(const Node& node, const Checked& file, WordLists::List& list) {
    if (!file.is(node, Node::Type::number)) return;
    if (!(node.number >= 0 && node.number <= 50 && node.number == std::floor(node.number)))
        return file.wrong(node, "'reach' is a number of words from 0 to 50");
    const auto reach = static_cast<unsigned>(node.number);
    list.as_written.reach = list.has_reach ? std::max(list.as_written.reach, reach) : reach;
    list.has_reach = true;
}

void read_entry(const Node& entry, const Checked& file, WordLists::List& list) {
    auto& written = list.as_written;
    if (entry.key == "title") {
        auto title = file.text(entry);
        if (written.title.empty()) written.title = std::move(title);
    } else if (entry.key == "phrases" && file.is(entry, Node::Type::array)) {
        for (const auto& item : entry.items)
            if (auto phrase = read_phrase(item, file); !phrase.text.empty()) written.phrases.push_back(std::move(phrase));
    } else if (entry.key == "unless") {
        read_references(entry, file, list.unless);
    } else if (entry.key == "except") {
        read_references(entry, file, list.except);
    } else if (entry.key == "fields") {
        read_references(entry, file, list.fields);
    } else if (entry.key == "with") {
        read_references(entry, file, list.with);
    } else if (entry.key == "needs") {
        read_references(entry, file, list.needs);
    } else if (entry.key == "figures") {
        read_figures(entry, file, written.figures);
    } else if (entry.key == "reach") {
        read_reach(entry, file, list);
    } else if (entry.key == "across_sentences" && file.is(entry, Node::Type::flag)) {
        written.across_sentences = written.across_sentences || entry.number != 0;
    } else if (entry.key == "whole_words" && file.is(entry, Node::Type::flag)) {
        written.whole_words = written.whole_words || entry.number != 0;
    } else if (!entry.is(Node::Type::table) && std::ranges::find(list_keys, entry.key) == std::end(list_keys)) {
        file.faults.at_key(file.path, entry, unknown("key", entry.key, list_keys));
    }
}

// A table is a list where it has a key of a list, and a folder of lists where it holds tables; it may be both.
void read_list(const Node& table, const std::string& name, const Checked& file, WordLists& words) {
    const auto is_its_own = [](const Node& n) { return !n.is(Node::Type::table) || std::ranges::count(list_keys, n.key) != 0; };
    const bool is_list = table.items.empty() || std::ranges::any_of(table.items, is_its_own);
    if (is_list) {
        for (const auto& entry : table.items) read_entry(entry, file, words.list(name));
        const bool is_item = table.find("fields") || table.find("figures") || table.find("needs");
        if (!table.find("phrases") && !is_item) file.wrong(table, fmt::format("list '{}' has no 'phrases'", name));
    }
    for (const auto& entry : table.items)
        if (!is_its_own(entry)) read_list(entry, name + "." + entry.key, file, words);
}

void read_classes(const Node& table, const Checked& file, WordLists& words) {
    constexpr std::string_view keys[] = {"members"};
    for (const auto& entry : table.items) {
        if (!file.is(entry, Node::Type::table)) continue;
        file.keys(entry, keys);
        const auto* members = entry.find("members");
        if (!members) {
            file.wrong(entry, fmt::format("word class '{}' has no 'members'", entry.key));
            continue;
        }
        auto read = file.texts(*members);
        const auto same = std::ranges::find(words.classes, entry.key, [](const auto& c) { return c.first; });
        if (same == words.classes.end())
            words.classes.emplace_back(entry.key, std::move(read));
        else
            same->second.insert(same->second.end(), read.begin(), read.end());
    }
}

void read_fillers(const Node& table, const Checked& file, WordLists& words) {
    constexpr std::string_view keys[] = {"words"};
    file.keys(table, keys);
    if (const auto* list = table.find("words"))
        for (auto& word : file.texts(*list)) words.fillers.push_back(std::move(word));
}

} // namespace

WordLists::List& WordLists::list(const std::string& name) {
    const auto [at, is_new] = by_name.try_emplace(name, lists.size());
    if (is_new) lists.emplace_back().as_written.name = name;
    return lists[at->second];
}

std::vector<std::string_view> WordLists::names() const {
    std::vector<std::string_view> out;
    for (const auto& [name, index] : by_name) out.push_back(name);
    return out;
}

void read_phrase_file(const Node& root, const std::string& path, WordLists& words, Faults& faults) {
    const Checked file{path, faults};
    for (const auto& entry : root.items) {
        if (!entry.is(Node::Type::table)) {
            faults.at_key(path, entry, fmt::format("'{}' stands in no list; a list begins with its name in brackets", entry.key));
        } else if (entry.key == "class") {
            read_classes(entry, file, words);
        } else if (entry.key == "contractions") {
            for (const auto& one : entry.items) words.contractions.emplace_back(one.key, file.text(one));
        } else if (entry.key == "fillers") {
            read_fillers(entry, file, words);
        } else {
            read_list(entry, entry.key, file, words);
        }
    }
}

void hand_over(WordLists& words, LexiconBuilder& builder, Faults& faults) {
    for (const auto& [name, members] : words.classes) builder.word_class(name, members);
    for (const auto& [word, expansion] : words.contractions) builder.contraction(word, expansion);
    for (const auto& word : words.fillers) builder.filler(word);
    for (auto& list : words.lists) {
        auto& made = builder.list(list.as_written.name);
        made = std::move(list.as_written);
        list.as_written.name = made.name;
    }
    const auto names = words.names();
    const auto resolve = [&](const std::vector<WordLists::Reference>& references) {
        std::vector<ListId> ids;
        for (const auto& reference : references) {
            if (words.has(reference.name)) {
                ids.push_back(builder.id_of(reference.name));
            } else {
                auto error = reference.where;
                error.message = unknown("list", reference.name, names);
                faults.errors.push_back(std::move(error));
            }
        }
        return ids;
    };
    for (const auto& list : words.lists) {
        auto& made = builder.list(list.as_written.name);
        made.unless = resolve(list.unless);
        made.except = resolve(list.except);
        made.fields = resolve(list.fields);
        made.with = resolve(list.with);
        made.needs = resolve(list.needs);
    }
}

void find_wrong_phrases(const WordLists& words, LexiconBuilder& builder, Faults& faults) {
    for (const auto& [name, index] : words.by_name) {
        for (const auto& phrase : builder.list(name).phrases) {
            LexiconBuilder alone;
            for (const auto& [word_class, members] : words.classes) alone.word_class(word_class, members);
            alone.list(name).phrases = {phrase};
            if (auto built = alone.build(); !built) faults.errors.push_back(built.error());
        }
    }
}

} // namespace motaudit
