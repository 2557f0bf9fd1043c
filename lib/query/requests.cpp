#include "query/requests.hpp"

#include "query/digits.hpp"
#include "query/places.hpp"
#include <algorithm>

namespace motaudit {
namespace {

constexpr std::size_t items = item_names.size();

ListId list_from(const Talk& talk, Role first, Item item) {
    return talk.list(static_cast<Role>(static_cast<std::size_t>(first) + static_cast<std::size_t>(item)));
}

class Requests {
public:
    Requests(const Talk& talk, std::vector<Request>& out)
        : talk_(talk), small_(talk, Role::elliptic), within_(talk, Role::reason_within), out_(out) {
        out_.clear();
    }

    void find() {
        for (std::size_t i = 0; i < items; ++i) {
            const auto item = static_cast<Item>(i);
            for (const auto& match : talk_.said(ask_list(talk_, item), {.speaker = Speaker::agent}))
                if (!reads_back(match)) out_.push_back({.item = item, .words = match});
        }
        elliptic();
        if (out_.empty()) return;
        talk_.said(std::array{talk_.list(Role::reason_given)}, {.speaker = Speaker::agent}, reasons_);
        std::ranges::sort(out_, [](const Request& a, const Request& b) {
            if (a.words.turn != b.words.turn) return a.words.turn < b.words.turn;
            return a.words.first != b.words.first ? a.words.first < b.words.first : a.item < b.item;
        });
        for (auto& request : out_) {
            request.checks = holds(request.words, Role::confirming);
            request.other = holds(request.words, Role::other_one);
            request.whole_name = holds(request.words, Role::whole_name);
            request.reason = reason_of(request.words);
        }
    }

private:
    // What is asked for follows at once: it is read to the customer, not asked.
    bool reads_back(const Match& match) const {
        constexpr std::uint32_t words_behind = 4;
        const auto words = talk_.words(match.turn);
        for (auto i = match.last + 1; i < words.size() && i <= match.last + words_behind; ++i) {
            if (words[i].sentence != words[match.last].sentence) break;
            if (words[i].kind == WordKind::address || digits_at(talk_, match.turn, i).digits.size() >= 5) return true;
        }
        return false;
    }

    bool holds(const Match& match, Role role) const { return Places(talk_, role).within(match.turn, match.first, match.last); }

    // Turn and sentence, by which places are in order.
    using Key = std::pair<std::uint32_t, std::uint32_t>;
    Key key(const Match& match) const { return {match.turn, talk_.sentence(match)}; }

    // "And your order number?": a sentence of nothing but the item and small words.
    void elliptic() {
        std::vector<Key> asked;
        for (const auto& request : out_) asked.push_back(key(request.words));
        std::ranges::sort(asked);
        for (std::size_t i = 0; i < items; ++i)
            for (const auto& match : talk_.said(item_list(talk_, static_cast<Item>(i)), {.speaker = Speaker::agent}))
                if (!std::ranges::binary_search(asked, key(match)) && stands_alone(match))
                    out_.push_back({.item = static_cast<Item>(i), .words = match, .elliptic = true});
    }

    bool stands_alone(const Match& match) {
        if (items_.empty())
            for (std::size_t i = 0; i < items; ++i)
                items_.emplace_back(talk_, static_cast<Role>(static_cast<std::size_t>(Role::item_account) + i));
        constexpr std::size_t few = 9;
        const auto sentence = talk_.sentence_words(match.turn, talk_.sentence(match));
        if (sentence.size() > few) return false;
        const auto begin = static_cast<std::uint32_t>(sentence.data() - talk_.words(match.turn).data());
        const auto end = begin + static_cast<std::uint32_t>(sentence.size());
        for (auto i = begin; i < end; ++i) {
            if (i >= match.first && i <= match.last) continue;
            const auto holds_word = [&](const Places& places) { return places.holds(match.turn, i); };
            if (holds_word(small_) || std::ranges::any_of(items_, holds_word)) continue;
            if (!talk_.is_name_like(match.turn, talk_.words(match.turn)[i])) return false; // "thanks anna and your email"
        }
        const auto behind = talk_.turn(match.turn).text.substr(sentence.back().span.end);
        return !behind.starts_with(':') && !behind.starts_with(" :");
    }

    std::uint32_t last_sentence(std::uint32_t turn) const {
        return talk_.words(turn).empty() ? 0 : talk_.words(turn).back().sentence;
    }

    // In the same sentence or a neighbouring one, which may stand in the neighbouring turn of the same block.
    std::optional<Match> reason_of(const Match& asked) const {
        const auto block = talk_.block_of(asked.turn);
        if (block == talk_.blocks().size()) return {};
        const auto& within = talk_.blocks()[block];
        const auto own = talk_.sentence(asked);
        Key from{asked.turn, own == 0 ? 0 : own - 1}, to{asked.turn, own + 1};
        if (own == 0 && asked.turn > within.first) from = {asked.turn - 1, last_sentence(asked.turn - 1)};
        if (own == last_sentence(asked.turn) && asked.turn < within.last) to = {asked.turn + 1, 0};
        const auto key_of = [this](const Match& match) { return key(match); };
        for (auto reason = std::ranges::lower_bound(reasons_, from, {}, key_of); reason != reasons_.end() && key(*reason) <= to;
             ++reason) {
            // "Feel free to send us your number": the request is no reason for itself. "For that I would need your number" has
            // words of its own before it; "so I would need your number" has none.
            constexpr std::uint32_t words_of_its_own = 2;
            const bool starts_before = reason->first + words_of_its_own <= asked.first;
            if (starts_before && reason->turn == asked.turn) return *reason;
            const bool own_words = reason->turn == asked.turn && reason->last >= asked.first &&
                                   (reason->first < asked.first || reason->last <= asked.last);
            if (!own_words) return *reason;
        }
        for (const auto& reason : within_.in_turns(asked.turn, asked.turn))
            if (reason.first >= asked.first && reason.last <= asked.last) return reason;
        return {};
    }

    const Talk& talk_;
    Places small_, within_;
    std::vector<Places> items_ = {}; // of all items, gathered when they are first asked for
    std::vector<Match> reasons_ = {};
    std::vector<Request>& out_;
};

} // namespace

std::optional<Item> item_named(std::string_view name) {
    const auto found = std::ranges::find(item_names, name);
    if (found == item_names.end()) return {};
    return static_cast<Item>(found - item_names.begin());
}

ListId ask_list(const Talk& talk, Item item) { return list_from(talk, Role::ask_account, item); }
ListId item_list(const Talk& talk, Item item) { return list_from(talk, Role::item_account, item); }

const std::vector<Request>& requests_of(const Talk& talk) {
    return talk.once(+[](const Talk& of, std::vector<Request>& requests) { Requests(of, requests).find(); });
}

} // namespace motaudit
