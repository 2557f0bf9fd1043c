// kind = "verifies": where the matter calls for it, the agent asks for some items or confirms them.

#include "check/kinds.hpp"
#include "check/near.hpp"
#include "query/digits.hpp"
#include "query/known.hpp"
#include "query/places.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { matter, items, called, unless_given, confirmed, asked };
constexpr std::array settings = {
    Setting{.name = "matter",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "what the customer says where this applies; na where nothing of it is said"},
    Setting{.name = "items", .type = Setting::Type::texts, .required = true, .meaning = "what must be verified"},
    Setting{.name = "called", .type = Setting::Type::texts, .meaning = "what each item is called in findings"},
    Setting{.name = "unless_given",
            .type = Setting::Type::flag,
            .meaning = "an item that the customer gave or that is on file needs no verification"},
    Setting{.name = "confirmed",
            .type = Setting::Type::lists,
            .meaning = "words of the agent's by which what the customer gave unasked is verified"},
    Setting{.name = "asked", .type = Setting::Type::lists, .meaning = "what the agent asks for where this applies too"},
};

// A value stands in the sentence: an address, or a number too long for an amount; of a place, a number of any length.
bool holds_value(const Talk& talk, const Match& match, Item item) {
    constexpr std::size_t digits = 5;
    for (const auto& word : talk.sentence_words(match.turn, talk.sentence(match))) {
        if (word.kind == WordKind::address || (item == Item::location && word.kind == WordKind::number)) return true;
        const auto at = static_cast<std::uint32_t>(&word - talk.words(match.turn).data());
        if (digits_at(talk, match.turn, at).digits.size() >= digits) return true;
    }
    return false;
}

class Verified {
public:
    Verified(const Talk& talk, std::span<const ListId> confirmed)
        : talk_(talk), requests_(requests_of(talk)), confirming_(talk, Role::confirming),
          confirmed_(talk.said(confirmed, {.speaker = Speaker::agent})) {}

    std::optional<Match> operator()(Item item) const {
        for (const auto& request : requests_)
            if (request.item == item) return request.words;
        // "Your full name, the billing address, email and phone": a list goes on behind what the request begins with.
        for (const auto& match : talk_.said(item_list(talk_, item), {.speaker = Speaker::agent})) {
            const bool listed = std::ranges::any_of(requests_, [&](const Request& request) {
                return request.words.turn == match.turn && talk_.sentence(request.words) == talk_.sentence(match);
            });
            if (listed || checks(match) || holds_value(talk_, match, item)) return match;
        }
        const auto given = known_items(talk_).given_before(item, talk_.turn_count(), 0);
        if (!given || given->on_file) return {};
        if (item == Item::name) {
            std::vector<Match> others;
            if (const auto uses = name_uses(talk_, customer_name(talk_), others); !uses.empty()) return uses.front();
        }
        for (const auto& match : confirmed_)
            if (match.turn > given->turn) return match;
        return {};
    }

private:
    bool checks(const Match& match) const {
        const auto sentence = talk_.sentence_words(match.turn, talk_.sentence(match));
        const auto first = static_cast<std::uint32_t>(sentence.data() - talk_.words(match.turn).data());
        return confirming_.within(match.turn, first, first + static_cast<std::uint32_t>(sentence.size()) - 1);
    }

    const Talk& talk_;
    const std::vector<Request>& requests_;
    Places confirming_;
    std::vector<Match> confirmed_;
};

// Something of the lists is asked for.
bool asks(const Talk& talk, std::span<const ListId> lists) {
    const auto said = talk.said(lists, {.speaker = Speaker::agent});
    return !said.empty() && std::ranges::any_of(requests_of(talk), [&](const Request& request) {
        return std::ranges::any_of(said, [&](const Match& match) {
            return match.turn == request.words.turn && match.first <= request.words.last && match.last >= request.words.first;
        });
    });
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    if (talk.said(parameter[matter].lists, {.speaker = Speaker::customer}).empty() && !asks(talk, parameter[asked].lists))
        return finding.not_applicable("not the matter of this contact");
    const Verified verified(talk, parameter[confirmed].lists);
    const auto& names = parameter[called].texts;
    for (std::size_t i = 0; i < parameter[items].texts.size(); ++i) {
        const auto item = item_named(parameter[items].texts[i]);
        if (!item) continue;
        if (parameter[unless_given].number != 0 && known_items(talk).given_before(*item, talk.turn_count(), 0)) continue;
        if (const auto words = verified(*item))
            finding.evidence.push_back(talk.evidence(*words));
        else
            finding.missing.push_back(i < names.size() ? names[i] : parameter[items].texts[i]);
    }
    if (finding.missing.empty()) return finding.yes();
    if (finding.evidence.empty()) say_nearest(talk, parameter[matter].lists, {.speaker = Speaker::customer}, finding);
    finding.no(parameter[items].texts.size() == 1 ? "neither given nor asked for" : "not verified");
}

} // namespace

const CheckKind verifies_kind = {.name = "verifies",
                                 .summary = "where the matter calls for it, items are asked for or confirmed",
                                 .settings = settings,
                                 .judge = judge};

} // namespace motaudit::checks
