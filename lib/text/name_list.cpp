#include "text/name_list.hpp"

#include "text/words.hpp"
#include <algorithm>
#include <string>

namespace motaudit {

void NameList::add(std::string_view name, bool is_word) {
    constexpr std::string_view between = " -";
    const std::uint16_t flags = is_word ? Word::name | Word::also_word : Word::name;
    while (!name.empty()) {
        const auto part = name.substr(0, name.find_first_of(between));
        if (!part.empty()) flags_[hash_of(folded(part, true))] |= flags;
        name.remove_prefix(std::min(name.size(), part.size() + 1));
    }
}

std::uint16_t NameList::flags_of(std::string_view word) const {
    constexpr std::size_t longest = 64;
    if (flags_.empty() || word.size() > longest) return 0;
    auto plain = folded(word, true);
    if (plain.ends_with("'s")) plain.resize(plain.size() - 2);
    const auto* flags = flags_.find(hash_of(plain));
    return flags == nullptr ? 0 : *flags;
}

} // namespace motaudit
