#include "standard/learn.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace motaudit {

void learn_words(Standard& standard) {
    auto& speller = standard.speller;
    for (const auto& word : standard.words) speller.add(word);
    const std::set<std::string_view> words(standard.word_names.begin(), standard.word_names.end());
    for (const auto& name : standard.names) {
        speller.add(name);
        standard.name_list.add(name, words.contains(name));
    }
    // The case of a term is another check's business, and so are its wrong forms: "wifi".
    const auto add = [&](const std::string& form) { speller.add(form, Speller::Accept::any_casing); };
    for (const auto& term : standard.terms) {
        standard.term_index.add(term);
        add(term.form);
        std::ranges::for_each(term.also, add);
        std::ranges::for_each(term.wrong, add);
    }
}

} // namespace motaudit
