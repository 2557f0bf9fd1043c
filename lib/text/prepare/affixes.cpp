#include "text/prepare/affixes.hpp"

#include <array>
#include <sstream>
#include <string_view>

namespace motaudit {

namespace {

struct Rule {
    std::string strip = {};
    std::string add = {};
};

// Rules by flag; the English dictionaries have flags of one byte and no rules upon rules.
struct Rules {
    std::array<std::vector<Rule>, 256> prefixes = {};
    std::array<std::vector<Rule>, 256> suffixes = {};
    char never_suggested = 0;
};

Rules read_rules(std::istream& aff) {
    Rules rules;
    for (std::string line; std::getline(aff, line);) {
        std::istringstream words(line);
        std::string kind, flag, strip, add, condition;
        words >> kind >> flag >> strip >> add >> condition;
        if (kind == "NOSUGGEST" && !flag.empty()) rules.never_suggested = flag[0];
        // The head of a group has a count where a rule has what it adds, and no condition.
        if ((kind != "PFX" && kind != "SFX") || flag.empty() || condition.empty() || condition[0] == '#') continue;
        auto& group = (kind == "PFX" ? rules.prefixes : rules.suffixes)[static_cast<unsigned char>(flag[0])];
        group.push_back({strip == "0" ? "" : strip, add == "0" ? "" : add});
    }
    return rules;
}

bool is_wordlike(std::string_view stem) {
    for (const char c : stem) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        if (!letter && byte < 0x80 && c != '\'' && c != '-') return false;
    }
    return !stem.empty();
}

} // namespace

std::vector<Form> possible_forms(std::istream& aff, std::istream& dic) {
    const Rules rules = read_rules(aff);
    std::vector<Form> forms;
    std::string line;
    std::getline(dic, line); // how many stems follow
    while (std::getline(dic, line)) {
        const auto end = line.find_first_of("/\t\r");
        const std::string stem = line.substr(0, end);
        if (!is_wordlike(stem)) continue;
        std::string_view flags;
        if (end != line.npos && line[end] == '/') flags = std::string_view(line).substr(end + 1);
        flags = flags.substr(0, flags.find_first_of(" \t\r"));

        const bool never = rules.never_suggested != 0 && flags.find(rules.never_suggested) != flags.npos;
        const std::size_t first = forms.size();
        forms.push_back({stem, never});
        for (const char flag : flags)
            for (const Rule& rule : rules.suffixes[static_cast<unsigned char>(flag)])
                if (stem.ends_with(rule.strip))
                    forms.push_back({stem.substr(0, stem.size() - rule.strip.size()) + rule.add, never});
        const std::size_t last = forms.size();
        for (const char flag : flags)
            for (const Rule& rule : rules.prefixes[static_cast<unsigned char>(flag)])
                for (std::size_t i = first; i < last; ++i)
                    if (forms[i].word.starts_with(rule.strip))
                        forms.push_back({rule.add + forms[i].word.substr(rule.strip.size()), never});
    }
    return forms;
}

} // namespace motaudit
