// kind = "read_back": an order that is placed is read back: addresses, items, prices and total.

#include "check/kinds.hpp"
#include "query/content.hpp"
#include "query/ending.hpp"
#include "query/requests.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { placed, addresses, money, total, through, wish };
constexpr std::array settings = {
    Setting{.name = "placed", .type = Setting::Type::lists, .required = true, .meaning = "words that tell that an order is placed"},
    Setting{.name = "addresses", .type = Setting::Type::lists, .required = true, .meaning = "words that read an address back"},
    Setting{.name = "money", .type = Setting::Type::lists, .required = true, .meaning = "amounts of money"},
    Setting{.name = "total", .type = Setting::Type::lists, .required = true, .meaning = "words for the total"},
    Setting{.name = "through",
            .type = Setting::Type::lists,
            .meaning = "words that tell so where the customer wishes to order: \"that has gone through\""},
    Setting{.name = "wish", .type = Setting::Type::lists, .meaning = "the customer's wish to order"},
};

class Order {
public:
    Order(const Talk& talk, const Parameter& parameter) : talk_(talk), parameter_(parameter) { amounts(); }

    void look(Finding& finding) const {
        part(finding, "the addresses", address());
        part(finding, "the items", item());
        const auto sum = total_amount();
        // What is given as the total is no price.
        const auto price = std::ranges::find_if(
            amounts_, [&](const Match& amount) { return !sum || amount.turn != sum->turn || amount.first != sum->first; });
        part(finding, "the prices", price == amounts_.end() ? std::nullopt : std::optional(*price));
        part(finding, "the total", sum);
    }

private:
    void part(Finding& finding, const char* what, const std::optional<Match>& words) const {
        if (words)
            finding.evidence.push_back(talk_.evidence(*words, what));
        else
            finding.missing.emplace_back(what);
    }

    // "The total is 35 euros", else "35 euros in total".
    std::optional<Match> total_amount() const {
        constexpr std::uint32_t words_behind = 8, words_before = 4;
        const auto totals = talk_.said(parameter_[total].lists, {.speaker = Speaker::agent});
        for (const auto& word : totals)
            for (const auto& amount : amounts_)
                if (amount.turn == word.turn && word.first <= amount.first && amount.first <= word.last + words_behind)
                    return amount;
        for (const auto& word : totals)
            for (const auto& amount : amounts_)
                if (amount.turn == word.turn && amount.last < word.first && word.first <= amount.last + words_before) return amount;
        return {};
    }

    // Words for an amount, or a number behind a sign: "$34", "€ 12.50".
    void amounts() {
        amounts_ = talk_.said(parameter_[money].lists, {.speaker = Speaker::agent});
        for (std::uint32_t t = 0; t < talk_.turn_count(); ++t) {
            if (talk_.turn(t).speaker != Speaker::agent || talk_.turn(t).is_private) continue;
            const auto words = talk_.words(t);
            for (std::uint32_t i = 0; i < words.size(); ++i)
                if (words[i].kind == WordKind::number && behind_sign(talk_.turn(t).text.substr(0, words[i].span.begin)))
                    amounts_.push_back({.turn = t, .first = i, .last = i});
        }
        std::ranges::sort(amounts_, is_before);
    }

    static bool behind_sign(std::string_view text) {
        while (text.ends_with(' ')) text.remove_suffix(1);
        return std::ranges::any_of(std::array<std::string_view, 6>{"$", "£", "€", "₹", "₱", "¥"},
                                   [&](std::string_view sign) { return text.ends_with(sign); });
    }

    // The agent says what the customer answered to a question for the address.
    std::optional<Match> address() const {
        for (const auto& request : requests_of(talk_)) {
            const auto answer = talk_.block_of(request.words.turn) + 1;
            if (request.item != Item::location || answer >= talk_.blocks().size()) continue;
            if (const auto said = repeated(contents(talk_.blocks()[answer]), answer + 1, 2)) return said;
        }
        const auto said = talk_.said(parameter_[addresses].lists, {.speaker = Speaker::agent});
        return said.empty() ? std::nullopt : std::optional(said.front());
    }

    // What the customer named is named again beside an amount.
    std::optional<Match> item() const {
        std::vector<Content> wanted;
        for (const auto& block : talk_.blocks()) {
            if (block.speaker == Speaker::customer) {
                const auto more = contents(block);
                wanted.insert(wanted.end(), more.begin(), more.end());
                continue;
            }
            const bool priced = std::ranges::any_of(
                amounts_, [&](const Match& amount) { return amount.turn >= block.first && amount.turn <= block.last; });
            if (!priced) continue;
            if (const auto said = shared(wanted, block, 1)) return said;
        }
        return {};
    }

    std::vector<Content> contents(const Block& block) const {
        std::vector<Content> out;
        for (auto t = block.first; t <= block.last; ++t)
            if (talk_.turn(t).speaker == block.speaker)
                contents_of(talk_, t, 0, static_cast<std::uint32_t>(talk_.words(t).size()), out);
        return out;
    }

    std::optional<Match> repeated(const std::vector<Content>& given, std::size_t from, std::size_t at_least) const {
        for (auto b = from; b < talk_.blocks().size(); ++b)
            if (talk_.blocks()[b].speaker == Speaker::agent)
                if (const auto said = shared(given, talk_.blocks()[b], at_least)) return said;
        return {};
    }

    // From the first to the last of the contents that a block shares, where it shares enough.
    std::optional<Match> shared(const std::vector<Content>& given, const Block& block, std::size_t at_least) const {
        for (auto t = block.first; t <= block.last; ++t) {
            if (talk_.turn(t).speaker != block.speaker) continue;
            std::vector<Content> here;
            contents_of(talk_, t, 0, static_cast<std::uint32_t>(talk_.words(t).size()), here);
            std::erase_if(here,
                          [&](const Content& one) { return std::ranges::find(given, one.key, &Content::key) == given.end(); });
            if (here.size() >= at_least) return Match{.turn = t, .first = here.front().word, .last = here.back().word};
        }
        return {};
    }

    const Talk& talk_;
    const Parameter& parameter_;
    std::vector<Match> amounts_ = {};
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    auto made = talk.said(parameter[placed].lists, {.speaker = Speaker::agent});
    if (made.empty() && !talk.said(parameter[wish].lists, {.speaker = Speaker::customer}).empty())
        made = talk.said(parameter[through].lists, {.speaker = Speaker::agent});
    if (made.empty()) return finding.not_applicable("no order is placed");
    Order(talk, parameter).look(finding);
    if (finding.missing.empty()) return finding.yes();
    finding.near.push_back(talk.evidence(made.front(), "the order is placed"));
    finding.no("the order is placed, but not read back in full");
}

} // namespace

const CheckKind read_back_kind = {.name = "read_back",
                                  .summary = "an order that is placed is read back: addresses, items, prices, total",
                                  .settings = settings,
                                  .judge = judge};

} // namespace motaudit::checks
