#include "standard/wordfiles.hpp"

#include <algorithm>

namespace motaudit {

WordFile kind_of_word_file(std::string_view name) {
    if (name.find('/') != std::string_view::npos) return WordFile::none;
    if (name == "words.txt") return WordFile::words;
    if (name == "names.txt") return WordFile::names;
    if (name == "brands.toml") return WordFile::terms;
    return name.ends_with(".toml") ? WordFile::phrases : WordFile::none;
}

std::vector<std::string> read_lines(std::string_view bytes) {
    constexpr std::string_view spaces = " \t\r";
    std::vector<std::string> out;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    while (!bytes.empty()) {
        const auto end = std::min(bytes.find('\n'), bytes.size());
        auto line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        for (auto mark = line.find('#'); mark != std::string_view::npos; mark = line.find('#', mark + 1))
            if (mark == 0 || spaces.find(line[mark - 1]) != std::string_view::npos) line = line.substr(0, mark);
        const auto begin = line.find_first_not_of(spaces);
        if (begin == std::string_view::npos) continue;
        out.emplace_back(line.substr(begin, line.find_last_not_of(spaces) + 1 - begin));
    }
    return out;
}

void read_names(std::string_view bytes, Standard& standard) {
    for (auto& line : read_lines(bytes)) {
        if (line.ends_with(" *")) {
            line.resize(line.find_last_not_of(" *") + 1);
            standard.word_names.push_back(line);
        }
        standard.names.push_back(std::move(line));
    }
}

void read_terms(const Node& root, const std::string& path, std::vector<Term>& terms, Faults& faults) {
    const Checked file{path, faults};
    constexpr std::string_view file_keys[] = {"term"};
    constexpr std::string_view term_keys[] = {"form", "also", "wrong", "needs"};
    file.keys(root, file_keys);
    const auto* list = root.find("term");
    if (!list || !file.is(*list, Node::Type::array)) return;
    for (const auto& node : list->items) {
        if (!file.is(node, Node::Type::table)) continue;
        file.keys(node, term_keys);
        Term term;
        if (const auto* form = node.find("form"))
            term.form = file.text(*form);
        else
            file.wrong(node, "a term without 'form'");
        if (const auto* also = node.find("also")) term.also = file.texts(*also);
        if (const auto* wrong = node.find("wrong")) term.wrong = file.texts(*wrong);
        if (const auto* needs = node.find("needs")) term.needs = file.texts(*needs);
        if (!term.form.empty()) terms.push_back(std::move(term));
    }
}

} // namespace motaudit
