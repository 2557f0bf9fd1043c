#include "query/requests.hpp"

#include "query/digits.hpp"
#include <algorithm>

namespace motaudit {
namespace {

constexpr std::size_t items = item_names.size();

ListId list_from(const Talk& talk, Role first, Item item) {
    return talk.list(static_cast<Role>(static_cast<std::size_t>(first) + static_cast<std::size_t>(item)));
}

class Requests {
public:
    explicit Requests(const Talk& talk) : talk_(talk) {}

    std::vector<Request> all() {
        for (std::size_t i = 0; i < items; ++i) {
            const auto item = static_cast<Item>(i);
            for (const auto& match : talk_.said(ask_list(talk_, item), {.speaker = Speaker::agent}))
                if (!reads_back(match)) out_.push_back({.item = item, .words = match});
        }
        elliptic();
        std::ranges::sort(out_, [](const Request& a, const Request& b) {
            if (a.words.turn != b.words.turn) return a.words.turn < b.words.turn;
            return a.words.first != b.words.first ? a.words.first < b.words.first : a.item < b.item;
        });
        for (auto& request : out_) {
            request.checks = holds(request.words, talk_.list(Role::confirming));
            request.other = holds(request.words, talk_.list(Role::other_one));
            request.whole_name = holds(request.words, talk_.list(Role::whole_name));
            request.reason = reason_of(request.words);
        }
        return std::move(out_);
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

    bool holds(const Match& match, ListId list) const {
        return std::ranges::any_of(talk_.matches(list), [&](const Match& m) {
            return m.turn == match.turn && m.first >= match.first && m.first <= match.last;
        });
    }

    // "And your order number?": a sentence of nothing but the item and small words.
    void elliptic() {
        std::vector<Match> small = talk_.said(talk_.list(Role::elliptic), {.speaker = Speaker::agent});
        for (std::size_t i = 0; i < items; ++i)
            for (const auto& match : talk_.said(item_list(talk_, static_cast<Item>(i)), {.speaker = Speaker::agent}))
                if (!asked_here(match) && stands_alone(match, small))
                    out_.push_back({.item = static_cast<Item>(i), .words = match});
    }

    bool asked_here(const Match& match) const {
        return std::ranges::any_of(out_, [&](const Request& r) {
            return r.words.turn == match.turn && r.words.first <= match.last && match.first <= r.words.last;
        });
    }

    bool stands_alone(const Match& match, const std::vector<Match>& small) const {
        constexpr std::size_t few = 9;
        const auto sentence = talk_.sentence_words(match.turn, talk_.sentence(match));
        if (sentence.size() > few) return false;
        const auto begin = static_cast<std::uint32_t>(sentence.data() - talk_.words(match.turn).data());
        const auto end = begin + static_cast<std::uint32_t>(sentence.size());
        for (auto i = begin; i < end; ++i) {
            if (i >= match.first && i <= match.last) continue;
            const auto covers = [&](const Match& m) { return m.turn == match.turn && m.first <= i && i <= m.last; };
            if (!std::ranges::any_of(small, covers) && !is_item(covers)) return false;
        }
        const auto text = talk_.turn(match.turn).text;
        const auto behind = text.substr(sentence.back().span.end);
        return !behind.starts_with(':') && !behind.starts_with(" :");
    }

    template <typename Covers>
    bool is_item(const Covers& covers) const {
        for (std::size_t i = 0; i < items; ++i)
            if (std::ranges::any_of(talk_.matches(item_list(talk_, static_cast<Item>(i))), covers)) return true;
        return false;
    }

    // In the same sentence or a neighbouring one, which may stand in the neighbouring turn of the same block.
    std::optional<Match> reason_of(const Match& asked) {
        const auto block = talk_.block_of(asked.turn);
        if (block == talk_.blocks().size()) return {};
        const auto& within = talk_.blocks()[block];
        const auto own = talk_.sentence(asked);
        const auto last_sentence = [&](std::uint32_t turn) {
            return talk_.words(turn).empty() ? 0 : talk_.words(turn).back().sentence;
        };
        for (const auto& reason :
             talk_.said(talk_.list(Role::reason_given), {.speaker = Speaker::agent, .from = within.first, .to = within.last + 1})) {
            const auto at = talk_.sentence(reason);
            if (reason.turn == asked.turn && at <= own + 1 && own <= at + 1) {
                // The request is no reason for itself.
                if (reason.first >= asked.first && reason.last <= asked.last) continue;
                return reason;
            }
            const bool just_before = reason.turn + 1 == asked.turn && own == 0 && at == last_sentence(reason.turn);
            const bool just_behind = asked.turn + 1 == reason.turn && own == last_sentence(asked.turn) && at == 0;
            if (just_before || just_behind) return reason;
        }
        return {};
    }

    const Talk& talk_;
    std::vector<Request> out_ = {};
};

} // namespace

std::optional<Item> item_named(std::string_view name) {
    const auto found = std::ranges::find(item_names, name);
    if (found == item_names.end()) return {};
    return static_cast<Item>(found - item_names.begin());
}

ListId ask_list(const Talk& talk, Item item) { return list_from(talk, Role::ask_account, item); }
ListId item_list(const Talk& talk, Item item) { return list_from(talk, Role::item_account, item); }

std::vector<Request> requests_of(const Talk& talk) { return Requests(talk).all(); }

} // namespace motaudit
