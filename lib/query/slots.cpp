#include "query/slots.hpp"

#include "query/roles.hpp"
#include <algorithm>

namespace motaudit {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

} // namespace

Slots::Slots(const Standard& standard)
    : standard_(standard), tokeniser_(standard.lexicon.rules()), and_(hash_of("and")), i_(hash_of("i")) {
    if (const auto titles = standard.roles[static_cast<std::size_t>(Role::name_title)]; titles != no_list)
        for (const auto& title : standard.lexicon.list(titles).phrases) titles_.push_back(hash_of(folded(title.text)));
    forms_of(standard.brand, standard_brand_, false);
    for (const auto& alias : standard.brand_aliases) forms_of(alias, standard_brand_, false);
}

void Slots::open(const Conversation& conversation) {
    if (conversation.brand.empty() || conversation.brand == standard_.brand)
        brand_ = standard_brand_;
    else {
        brand_.clear();
        forms_of(conversation.brand, brand_, false);
    }
    agent_.clear();
    customer_.clear();
    forms_of(conversation.agent, agent_, true);
    forms_of(conversation.customer, customer_, true);
    first_words_.reset();
    for (const auto* forms : {&brand_, &agent_, &customer_})
        for (const auto& form : *forms) first_words_.set(bit_of(form.front()));
    for (const auto title : titles_) first_words_.set(bit_of(title));
}

void Slots::turn(const Conversation& conversation, std::uint32_t turn) {
    text_ = conversation.turns[turn].text;
    constexpr std::ptrdiff_t shouted = 8; // letters
    lower_case_ = std::ranges::none_of(text_, is_upper);
    upper_case_ = std::ranges::none_of(text_, is_lower) && std::ranges::count_if(text_, is_upper) >= shouted;
}

std::uint64_t Slots::plain_hash(const Word& word) const {
    if (!word.is(Word::not_ascii)) return word.hash;
    return hash_of(folded(text_.substr(word.span.begin, word.span.size()), true));
}

// A whole name is a form; with `parts` so is each of its words ("Maria", "Lopez").
void Slots::forms_of(std::string_view name, std::vector<NameForm>& out, bool parts) {
    if (name.empty()) return;
    words_.clear();
    tokeniser_.split(name, {}, words_);
    NameForm whole;
    for (const auto& word : words_) {
        if (word.hash == and_) continue; // "Harbor & Pine", "Harbor and Pine"
        whole.push_back(word.is(Word::not_ascii) ? hash_of(folded(name.substr(word.span.begin, word.span.size()), true))
                                                 : word.hash); // "Mario's" is two words, here and in a text
    }
    if (whole.empty()) return;
    if (parts && whole.size() > 1)
        for (const auto hash : whole) out.push_back({hash});
    out.push_back(std::move(whole));
}

std::uint32_t Slots::longest(const std::vector<NameForm>& forms, std::span<const Word> words, std::uint32_t at) const {
    if (!first_words_[bit_of(words[at].hash)] && !words[at].is(Word::not_ascii)) return 0;
    std::uint32_t best = 0;
    for (const auto& form : forms) {
        std::uint32_t next = at;
        std::size_t i = 0;
        while (i < form.size() && next < words.size()) {
            if (words[next].hash == form[i] || (words[next].is(Word::not_ascii) && plain_hash(words[next]) == form[i]))
                ++i;
            else if (i == 0 || words[next].hash != and_)
                break;
            ++next;
        }
        if (i == form.size()) best = std::max(best, next - at);
    }
    return best;
}

// "Indus Air, Anita here": no name begins within the brand's.
bool Slots::inside_brand(std::span<const Word> words, std::uint32_t at) const {
    constexpr std::uint32_t longest_brand = 5;
    for (std::uint32_t back = 1; back < longest_brand && back <= at; ++back)
        if (longest(brand_, words, at - back) > back) return true;
    return false;
}

bool Slots::is_name_like(const Word& word) const {
    if (word.kind != WordKind::word || word.is(Word::second_half) || word.is(Word::filler)) return false;
    if (word.hash == i_) return false; // "I'll be …" names nobody
    // "Grace" is a name inside a sentence; at its start, and in small letters, it may be the word.
    const bool in_doubt = word.is(Word::also_word) && (!word.is(Word::capital) || upper_case_ || word.is(Word::sentence_start));
    if (in_doubt) return false;
    return (word.is(Word::capital) || lower_case_) && (word.is(Word::name) || !word.is(Word::spelled));
}

bool Slots::may_begin(const Word& word) const {
    return first_words_[bit_of(word.hash)] || word.kind == WordKind::number || word.is(Word::not_ascii) || is_name_like(word);
}

std::uint32_t Slots::fills(Slot slot, std::span<const Word> words, std::uint32_t at) const {
    const auto run_of_names = [&](std::uint32_t from) {
        std::uint32_t end = from;
        if (!is_name_like(words[from])) return 0u; // nearly every word
        if (inside_brand(words, from)) return end - from;
        while (end < words.size() && end - from < 4 && words[end].sentence == words[from].sentence && is_name_like(words[end]) &&
               longest(brand_, words, end) == 0) // "calling OPPO, Patrick here"
            ++end;
        return end - from;
    };
    const auto behind_title = [&] {
        return at + 1 < words.size() && std::ranges::find(titles_, words[at].hash) != titles_.end() ? at + 1 : at;
    };
    switch (slot) {
    case Slot::brand:
        return longest(brand_, words, at);
    case Slot::agent: {
        const auto known = longest(agent_, words, at);
        if (known != 0) return known;
        // "i am realy sorry": where the case shows no name, another than the known one is a listed one.
        if (!agent_.empty() && (lower_case_ || upper_case_) && !words[at].is(Word::name)) return 0;
        return run_of_names(at);
    }
    case Slot::customer: {
        const auto from = behind_title();
        const auto known = longest(customer_, words, from);
        const auto size = known != 0 ? known : run_of_names(from);
        return size == 0 ? 0 : size + (from - at);
    }
    case Slot::name: {
        const auto from = behind_title();
        const auto size = run_of_names(from);
        return size == 0 ? 0 : size + (from - at);
    }
    case Slot::digits:
        return words[at].kind == WordKind::number ? 1 : 0;
    }
    return 0;
}

} // namespace motaudit
