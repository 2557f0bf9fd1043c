// Who the customer is: the name on file, the one that the customer says ("my name is …", "Grace here"), answers when asked for it,
// signs with, or is called by on the platform.

#include "query/names.hpp"

#include "query/places.hpp"
#include <algorithm>

namespace motaudit {
namespace {

// What stands between the words of a name on file, which the words of a text are parted by as well.
bool parts_names(char c) { return std::string_view(" \t\r\n()-,;./_").find(c) != std::string_view::npos; }

// Written in characters of three bytes each that stand for syllables or words: 王伟.
bool is_ideographic(std::string_view word) {
    if (word.empty() || word.size() % 3 != 0) return false;
    for (std::size_t i = 0; i < word.size(); i += 3)
        if (const auto first = static_cast<unsigned char>(word[i]); first < 0xE4 || first > 0xE9) return false;
    return true;
}

bool is_masked(std::string_view word) { return word.size() >= 3 && word.find_first_not_of("xX") == std::string_view::npos; }

class Finder {
public:
    Finder(const Talk& talk, const std::vector<Request>& requests, CustomerName& name)
        : talk_(talk), requests_(requests), stop_(talk, Role::name_stop), title_(talk, Role::name_title),
          particle_(talk, Role::name_particle), lead_(talk, Role::name_said_answer), behind_(talk, Role::name_said_behind),
          before_(talk, Role::vocative_before), model_(talk, Role::phone_model), name_(name) {
        name_.clear();
    }

    void find() {
        on_file();
        for (std::uint32_t t = 0; t < talk_.turn_count(); ++t) {
            const auto& turn = talk_.turn(t);
            if (turn.is_private) continue;
            redacted(t);
            if (turn.speaker == Speaker::system) opened_for(t);
            if (turn.speaker != Speaker::customer) continue;
            introduced(t);
            first_block_ = std::min(first_block_, talk_.block_of(t));
            if (talk_.block_of(t) == first_block_) stands_alone(t);
            named_otherwise(t);
            signed_with(t);
        }
        answered();
        if (!name_.known() && !name_.redacted) called();
    }

private:
    std::uint64_t plain(std::uint32_t turn, const Word& word) const {
        return word.is(Word::not_ascii) ? hash_of(folded(talk_.text(word, turn), true)) : word.hash;
    }

    void keep(std::uint64_t hash) {
        constexpr std::size_t most = 64; // nobody has more names; a hostile text may
        if (name_.words.size() < most && std::ranges::find(name_.words, hash) == name_.words.end()) name_.words.push_back(hash);
    }

    bool is_kept(std::uint64_t hash) const {
        return std::ranges::find(name_.words, hash) != name_.words.end() ||
               std::ranges::find(name_.short_forms, hash) != name_.short_forms.end();
    }

    // "Beth" for Bethany.
    void keep_short(std::string_view name) {
        constexpr std::size_t shortest = 3, longest = 24, most = 128;
        for (auto size = shortest; size < name.size() && size < longest && name_.short_forms.size() < most; ++size)
            name_.short_forms.push_back(hash_of(name.substr(0, size)));
    }

    void on_file() {
        const auto name = talk_.conversation().customer;
        if (name.find_first_of("[{<") != std::string_view::npos) {
            name_.redacted = true;
            return;
        }
        for (std::size_t begin = 0; begin < name.size();) {
            auto end = begin;
            while (end < name.size() && !parts_names(name[end])) ++end;
            if (is_ideographic(name.substr(begin, end - begin))) {
                constexpr std::size_t bytes = 3; // 王伟: in a text each character is a word
                for (; begin + bytes <= end; begin += bytes) keep(hash_of(name.substr(begin, bytes)));
            } else if (end > begin) {
                const auto word = folded(name.substr(begin, end - begin), true);
                if (!listed(Role::name_title, word) && !listed(Role::name_particle, word)) {
                    keep(hash_of(word));
                    keep_short(word);
                }
            }
            begin = end + 1;
        }
    }

    bool listed(Role role, std::string_view word) const {
        const auto list = talk_.list(role);
        return list != no_list &&
               std::ranges::any_of(talk_.standard().lexicon.list(list).phrases, [&](const Phrase& p) { return p.text == word; });
    }

    // "[NAME]", "{{customer_name}}", "@customer1": somebody took the name out.
    void redacted(std::uint32_t t) {
        const auto words = talk_.words(t);
        for (std::uint32_t i = 0; i < words.size(); ++i) {
            const auto& word = words[i];
            // "Hi XXXX", "my name is XXXX XXXX"
            if (word.kind == WordKind::word && !word.is(Word::spelled) && is_masked(talk_.text(word, t)) && i > 0 &&
                (before_.ends_at(t, i - 1) || title_.holds(t, i - 1) || ends_introduction(t, i - 1)))
                name_.redacted = true;
            if (word.kind != WordKind::placeholder && word.kind != WordKind::annotation && word.kind != WordKind::handle) continue;
            auto inside = folded(talk_.text(word, t), true);
            std::erase_if(inside, [](char c) {
                return c == '[' || c == ']' || c == '{' || c == '}' || c == '<' || c == '>' || c == '@' || c == '$';
            });
            while (!inside.empty() &&
                   ((inside.back() >= '0' && inside.back() <= '9') || inside.back() == '_' || inside.back() == ' '))
                inside.pop_back();
            std::ranges::replace(inside, '_', ' ');
            if (const auto space = inside.rfind(' '); space != std::string::npos) inside.erase(0, space + 1);
            if (listed(Role::redacted_name, inside)) name_.redacted = true;
        }
    }

    bool ends_introduction(std::uint32_t t, std::uint32_t i) const {
        for (const auto role : {Role::name_said_before, Role::name_said_before_weak})
            for (const auto& cue : talk_.matches(talk_.list(role)))
                if (cue.turn == t && cue.last == i) return true;
        return false;
    }

    bool may_be_name(std::uint32_t t, std::uint32_t i) const {
        const auto& word = talk_.words(t)[i];
        if (word.kind != WordKind::word || word.is(Word::second_half) || word.is(Word::filler)) return false;
        if (stop_.holds(t, i) || (talk_.text(word, t).size() < 2 && !word.is(Word::not_ascii))) return false;
        return word.is(Word::name) || !word.is(Word::spelled) || word.is(Word::capital);
    }

    // The words of a name from a place on; 0 where none begins. `sure`: words around it say that it is one.
    std::uint32_t run(std::uint32_t t, std::uint32_t from, bool sure) const {
        constexpr std::uint32_t longest = 4;
        const auto words = talk_.words(t);
        auto end = from;
        while (end < words.size() && end - from < longest && words[end].sentence == words[from].sentence) {
            if (end > from && comma_before(t, end)) break;
            const bool part = end > from && particle_.holds(t, end) && !words[end].is(Word::second_half);
            if (!part && !(sure ? may_be_name(t, end) : may_be_name(t, end) && talk_.is_name_like(t, words[end]))) break;
            ++end;
        }
        while (end > from && particle_.holds(t, end - 1) && !may_be_name(t, end - 1)) --end;
        return end - from;
    }

    bool comma_before(std::uint32_t t, std::uint32_t i) const {
        const auto words = talk_.words(t);
        const auto from = words[i - 1].span.end, to = words[i].span.begin;
        return to > from && talk_.turn(t).text.substr(from, to - from).find_first_of(",;:/\n") != std::string_view::npos;
    }

    bool said(std::uint32_t t, std::uint32_t from, bool sure) {
        const auto words = talk_.words(t);
        while (from < words.size() && title_.holds(t, from)) ++from;
        if (from >= words.size()) return false;
        const auto size = run(t, from, sure);
        for (auto i = from; i < from + size; ++i)
            if (size == 1 || (!particle_.holds(t, i) && !title_.holds(t, i))) {
                keep(plain(t, words[i]));
                keep_short(folded(talk_.text(words[i], t), true));
            }
        if (size == 0) return false;
        if (!name_.said || t < *name_.said) name_.said = t;
        name_.said_words = std::max<std::size_t>(name_.said_words, size);
        return true;
    }

    void introduced(std::uint32_t t) {
        const Where here{.speaker = Speaker::customer, .from = t, .to = t + 1};
        const auto words = talk_.words(t);
        for (const auto& cue : talk_.said(talk_.list(Role::name_said_before), here)) said(t, cue.last + 1, true);
        for (const auto& cue : talk_.said(talk_.list(Role::name_said_before_weak), here)) {
            const auto from = cue.last + 1;
            if (from < words.size() && words[from].sentence == words[cue.last].sentence && sure_enough(t, from))
                said(t, from, true);
        }
        // "Grace here", "it's jean luc moreau here"
        for (const auto& cue : talk_.said(talk_.list(Role::name_said_behind), here)) {
            constexpr std::uint32_t longest = 3;
            auto from = cue.first;
            while (from > 0 && cue.first - from < longest && words[from - 1].sentence == words[cue.first].sentence &&
                   may_be_name(t, from - 1) && sure_enough(t, from - 1) && (from == cue.first || !comma_before(t, from)))
                --from;
            if (from < cue.first) said(t, from, true);
        }
    }

    // "Account has been pulled up for Chloe Zhang."
    void opened_for(std::uint32_t t) {
        for (const auto& cue :
             talk_.said(talk_.list(Role::name_said_by_system), {.speaker = Speaker::system, .from = t, .to = t + 1}))
            for (auto i = cue.last + 1, end = i + run(t, i, true); i < end; ++i)
                if (!particle_.holds(t, i)) keep(plain(t, talk_.words(t)[i]));
    }

    // In the customer's first words "Thandeka Mbatha, my screen is dark", or "my screen is dark. Nina".
    void stands_alone(std::uint32_t t) {
        constexpr std::uint32_t concern = 4; // words that make a concern
        const auto words = talk_.words(t);
        if (words.size() < concern + 1) return;
        const auto of_a_name = [&](std::uint32_t from, std::uint32_t size) {
            bool name = false;
            for (auto i = from; i < from + size; ++i) {
                if (words[i].is(Word::also_word) || model_.holds(t, i)) return false;
                name = name || words[i].is(Word::name);
            }
            return name;
        };
        if (const auto size = run(t, 0, false); size > 1 && size < words.size() && of_a_name(0, size) &&
                                                (comma_before(t, size) || words[size].sentence != words[0].sentence))
            said(t, 0, false);
        auto last = static_cast<std::uint32_t>(words.size()), end = last;
        while (end > 0 && words[end - 1].kind == WordKind::address) --end; // "… in the sun. Nina Roux, nina@roux.example"
        if (end == 0) return;
        while (last > 0 && words[last - 1].sentence == words[end - 1].sentence) --last;
        if (const auto size = end > last ? end - last : 0;
            size > 0 && last >= concern && size <= 3 && run(t, last, false) == size && of_a_name(last, size) && !is_agent(t, last))
            said(t, last, false);
    }

    bool is_agent(std::uint32_t t, std::uint32_t i) const {
        const auto agent = folded(talk_.conversation().agent, true);
        return agent.starts_with(folded(talk_.text(talk_.words(t)[i], t), true));
    }

    // "beth crowe": before the family name on file stands the name that the customer goes by.
    void named_otherwise(std::uint32_t t) {
        const auto words = talk_.words(t);
        for (std::uint32_t i = 1; i < words.size(); ++i)
            if (words[i].sentence == words[i - 1].sentence && words[i - 1].is(Word::name) && !comma_before(t, i) &&
                may_be_name(t, i - 1) && !particle_.holds(t, i - 1) && !title_.holds(t, i - 1) &&
                std::ranges::find(name_.words, plain(t, words[i])) != name_.words.end())
                keep(plain(t, words[i - 1]));
    }

    // "This is May", "I am Norman", "raj here": a name, and not "I am Indian", "this is crazy" or "best here".
    bool sure_enough(std::uint32_t t, std::uint32_t i) const {
        const auto words = talk_.words(t);
        const auto& word = words[i];
        if (title_.holds(t, i)) return true;
        if (word.is(Word::capital) && !word.is(Word::all_caps)) return word.is(Word::name) || !word.is(Word::spelled);
        if (is_kept(plain(t, word))) return true;
        if (!word.is(Word::name)) return false;
        // "THOMAS" is spelled right as a name; "thomas" is spelled wrong as a word.
        if (word.is(Word::all_caps) ? !word.is(Word::also_word) : !word.is(Word::spelled)) return true;
        if (behind_.at(t, i + 1)) return true;
        if (i + 1 >= words.size() || words[i + 1].sentence != word.sentence || comma_before(t, i + 1)) return false;
        return words[i + 1].is(Word::name) && !words[i + 1].is(Word::also_word) && may_be_name(t, i + 1); // "i am norman bouchard"
    }

    // What the customer says next when asked for the name.
    void answered() {
        std::size_t last = talk_.blocks().size();
        for (const auto& request : requests_) {
            if (request.item != Item::name) continue;
            const auto asked = talk_.block_of(request.words.turn);
            if (asked == last) continue;
            last = asked;
            if (asked + 1 >= talk_.blocks().size() || talk_.blocks()[asked + 1].speaker != Speaker::customer) continue;
            const auto& block = talk_.blocks()[asked + 1];
            for (auto t = block.first; t <= block.last; ++t)
                if (talk_.turn(t).speaker == Speaker::customer && !talk_.turn(t).is_private && answer(t)) break;
        }
    }

    bool answer(std::uint32_t t) {
        if (name_.said && *name_.said == t) return true;
        const auto words = talk_.words(t);
        std::uint32_t i = 0;
        while (i < words.size() && (lead_.holds(t, i) || words[i].is(Word::filler)) &&
               !(words[i].is(Word::name) && words[i].is(Word::capital) && !words[i].is(Word::sentence_start)))
            ++i;
        return i < words.size() && said(t, i, true);
    }

    // "Thank you, Pieter.", "hi suresh i'm calling about …", "Rakesh sir": nobody gave the name, and the agent uses it. Only a
    // listed name will do that stands as an address does and that the customer has said too, or behind a greeting or a title.
    void called() {
        for (std::uint32_t t = 0; t < talk_.turn_count(); ++t) {
            const auto& turn = talk_.turn(t);
            if (turn.speaker != Speaker::agent || turn.is_private) continue;
            const auto words = talk_.words(t);
            for (std::uint32_t i = 0; i < words.size(); ++i) {
                const auto& word = words[i];
                const bool may_be_family = word.is(Word::capital) && !word.is(Word::all_caps) && i > 0 && title_.holds(t, i - 1);
                if (!word.is(Word::name) && !may_be_family) continue;
                if (word.is(Word::quoted) || static_cast<Part>(word.part) != Part::own) continue;
                if (!may_be_name(t, i) || title_.holds(t, i) || model_.holds(t, i) || is_agent(t, i)) continue;
                const auto size = run(t, i, may_be_family);
                if (size == 0 || !stands_as_address(t, i, size)) continue;
                for (auto w = i; w < i + size; ++w)
                    if (!particle_.holds(t, w) && !title_.holds(t, w)) keep(plain(t, words[w]));
                i += size - 1;
            }
        }
    }

    bool stands_as_address(std::uint32_t t, std::uint32_t i, std::uint32_t size) const {
        const auto words = talk_.words(t);
        const auto apart = [&](std::uint32_t at) { // from the word before
            return at == 0 || at >= words.size() || words[at].sentence != words[at - 1].sentence || comma_before(t, at);
        };
        const auto end = i + size;
        const bool titled = !apart(i) && title_.holds(t, i - 1);
        const auto first = titled ? i - 1 : i;
        const bool behind_word = !apart(first) && before_.ends_at(t, first - 1);
        if (!apart(first) && !behind_word) return false;
        if (titled && (words[i].is(Word::name) || apart(end))) return true; // "Dear Valued Customer"
        if (!apart(end) && title_.holds(t, end)) return true;
        if (words[i].is(Word::also_word)) return false;
        if (behind_word && first == 1) return true; // "hi suresh"
        return apart(end) && !talk_.conversation().agent.empty() && customer_says(words[i].hash);
    }

    bool customer_says(std::uint64_t hash) const {
        for (std::uint32_t t = 0; t < talk_.turn_count(); ++t)
            if (talk_.turn(t).speaker == Speaker::customer &&
                std::ranges::find(talk_.words(t), hash, &Word::hash) != talk_.words(t).end())
                return true;
        return false;
    }

    // A line of names alone below the customer's own mail; the head's "From: Grace Adeyemi <…>".
    void signed_with(std::uint32_t t) {
        const auto words = talk_.words(t);
        const auto text = talk_.turn(t).text;
        for (std::uint32_t i = 0; i < words.size();) {
            auto end = i + 1;
            while (end < words.size() && !words[end].is(Word::line_start)) ++end;
            const auto part = static_cast<Part>(words[i].part);
            const bool last_lines = end == words.size() || static_cast<Part>(words[end].part) != Part::own;
            if (talk_.channel() == Channel::email && (part == Part::signature || (part == Part::own && last_lines)) &&
                end - i <= 4 && run(t, i, false) == end - i)
                said(t, i, false);
            if (part == Part::head && end - i >= 2 && end - i <= 7 && words[end - 1].kind == WordKind::address &&
                text[words[i].span.end] == ':')
                said(t, i + 1, false);
            i = end;
        }
    }

    const Talk& talk_;
    const std::vector<Request>& requests_;
    Places stop_, title_, particle_, lead_, behind_, before_, model_;
    std::size_t first_block_ = talk_.blocks().size(); // of the customer
    CustomerName& name_;
};

} // namespace

const CustomerName& customer_name(const Talk& talk) {
    return talk.once(+[](const Talk& of, CustomerName& name) { Finder(of, requests_of(of), name).find(); });
}

} // namespace motaudit
