// kind = "paraphrase": the agent sums up the concern between its statement and its solution. With `own_words` the question is
// whether that is done in the agent's words: not eight of the customer's in a row, nor the whole concern word for word.

#include "check/kinds.hpp"
#include "check/near.hpp"
#include "query/summing_up.hpp"
#include <algorithm>
#include <array>
#include <optional>

namespace motaudit::checks {
namespace {

enum {
    lead_ins,
    restatings,
    openings,
    confirmations,
    understood,
    denied,
    addressed,
    identity,
    steps,
    affirmations,
    turned,
    own_words,
    words_in_a_row
};
constexpr std::array settings = {
    Setting{.name = "lead_ins", .type = Setting::Type::lists, .required = true, .meaning = "how a summing-up begins"},
    Setting{.name = "restatings",
            .type = Setting::Type::lists,
            .meaning = "weaker beginnings, which need more of the customer's words"},
    Setting{.name = "openings", .type = Setting::Type::lists, .meaning = "“so …”"},
    Setting{.name = "confirmations", .type = Setting::Type::lists, .meaning = "questions whether it is right"},
    Setting{.name = "understood",
            .type = Setting::Type::lists,
            .meaning = "of them, those that ask whether the customer was understood"},
    Setting{.name = "denied", .type = Setting::Type::lists, .meaning = "what makes a sentence a request instead"},
    Setting{.name = "addressed", .type = Setting::Type::lists, .meaning = "words that address the customer"},
    Setting{.name = "identity", .type = Setting::Type::lists, .meaning = "items whose reading back sums up nothing"},
    Setting{.name = "steps", .type = Setting::Type::lists, .meaning = "steps of a solution"},
    Setting{.name = "affirmations", .type = Setting::Type::lists, .meaning = "the customer's “yes” to what was summed up"},
    Setting{.name = "turned",
            .type = Setting::Type::lists,
            .meaning = "words that change sides (“I”, “you”): each phrase counts as one word"},
    Setting{.name = "own_words", .type = Setting::Type::flag, .meaning = "judge whether the words are the agent's own"},
    Setting{.name = "words_in_a_row",
            .type = Setting::Type::number,
            .meaning = "how many of the customer's words in a row are a repetition",
            .fallback = 8,
            .stricter = -1},
};

using Keys = std::vector<std::uint64_t>;

// The words of a stretch, fillers left out, with those that change sides made equal.
Keys keys_of(const Talk& talk, std::span<const ListId> lists, std::uint32_t turn, std::uint32_t first, std::uint32_t last) {
    const auto words = talk.words(turn);
    Keys keys;
    keys.reserve(last - first);
    std::span<const Match> same = lists.empty() ? std::span<const Match>{} : talk.matches(lists.front());
    auto next =
        std::ranges::partition_point(same, [&](const Match& m) { return m.turn < turn || (m.turn == turn && m.last < first); });
    for (auto w = first; w < last && w < words.size(); ++w) {
        if (words[w].is(Word::filler)) continue;
        while (next != same.end() && next->turn == turn && next->last < w) ++next;
        const bool turns = next != same.end() && next->turn == turn && next->first <= w;
        keys.push_back(turns ? next->phrase : words[w].hash);
    }
    return keys;
}

std::uint64_t hash_of_run(const Keys& keys, std::size_t at, std::size_t size) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (std::size_t i = at; i < at + size; ++i) hash = (hash ^ keys[i]) * 0x9e3779b97f4a7c15 + (hash >> 29);
    return hash;
}

class Repetition {
public:
    Repetition(const Talk& talk, const Concern& concern, std::span<const ListId> turned, std::size_t in_a_row)
        : talk_(talk), concern_(concern), turned_(turned), in_a_row_(in_a_row) {
        for (std::uint32_t t = 0; t < talk.turn_count(); ++t)
            if (talk.turn(t).speaker == Speaker::customer && !talk.turn(t).is_private) hear(t);
        std::ranges::sort(runs_, [](const Run& a, const Run& b) { return a.hash != b.hash ? a.hash < b.hash : a.turn < b.turn; });
    }

    // The customer's turn that it repeats.
    std::optional<std::uint32_t> repeated_by(const SummingUp& one) const {
        const auto keys = keys_of(talk_, turned_, one.turn, one.first, one.last);
        for (std::size_t at = 0; at + in_a_row_ <= keys.size(); ++at)
            if (const auto turn = said_before(one.turn, hash_of_run(keys, at, in_a_row_))) return turn;
        const bool whole = !whole_.empty() && concern_.turn < one.turn &&
                           std::search(keys.begin(), keys.end(), whole_.begin(), whole_.end()) != keys.end();
        return whole ? std::optional(concern_.turn) : std::nullopt;
    }

private:
    struct Run {
        std::uint64_t hash = 0;
        std::uint32_t turn = 0;
    };

    std::optional<std::uint32_t> said_before(std::uint32_t turn, std::uint64_t hash) const {
        const auto at = std::ranges::lower_bound(runs_, hash, {}, &Run::hash);
        return at != runs_.end() && at->hash == hash && at->turn < turn ? std::optional(at->turn) : std::nullopt;
    }

    void hear(std::uint32_t turn) {
        const auto words = talk_.words(turn);
        const auto size = static_cast<std::uint32_t>(words.size());
        const auto keys = keys_of(talk_, turned_, turn, 0, size);
        for (std::size_t at = 0; at + in_a_row_ <= keys.size(); ++at) runs_.push_back({hash_of_run(keys, at, in_a_row_), turn});
        if (turn == concern_.turn) hear_whole(words, size);
    }

    // A concern of one short sentence is repeated as a whole.
    void hear_whole(std::span<const Word> words, std::uint32_t size) {
        constexpr std::uint32_t least = 3;
        std::uint32_t begin = 0;
        std::size_t telling = 0;
        Keys whole;
        for (std::uint32_t w = 1; w <= size; ++w) {
            if (w < size && words[w].sentence == words[w - 1].sentence) continue;
            if (w - begin >= least && w - begin < in_a_row_) whole = keys_of(talk_, turned_, concern_.turn, begin, w);
            telling += w - begin >= least ? 1 : 0;
            begin = w;
        }
        if (telling == 1 && whole.size() >= least) whole_ = std::move(whole);
    }

    const Talk& talk_;
    const Concern& concern_;
    std::span<const ListId> turned_;
    std::size_t in_a_row_;
    std::vector<Run> runs_ = {}; // of the customer's words
    Keys whole_ = {};
};

Evidence evidence_of(const Talk& talk, const SummingUp& one) {
    const auto words = talk.words(one.turn);
    return {one.turn, {words[one.first].span.begin, words[one.last - 1].span.end}, {}};
}

void judge_own_words(const Talk& talk, const Concern& concern, std::span<const SummingUp> found, const Parameter& parameter,
                     Finding& finding) {
    if (found.empty()) return finding.not_applicable("no paraphrase");
    const auto in_a_row = static_cast<std::size_t>(std::max(1.0, parameter[words_in_a_row].number));
    const Repetition repetition(talk, concern, parameter[turned].lists, in_a_row);
    for (const auto& one : found)
        if (const auto turn = repetition.repeated_by(one)) {
            finding.evidence.push_back(evidence_of(talk, one));
            if (talk.detailed()) finding.near.push_back({*turn, {}, "the customer's words"});
        }
    if (!finding.evidence.empty()) {
        if (talk.detailed()) finding.missing.emplace_back("words of your own");
        return finding.no("the customer's words are repeated word for word");
    }
    for (const auto& one : found) finding.evidence.push_back(evidence_of(talk, one));
    finding.yes();
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& concern = concern_of(talk);
    const auto& found = summings_up(talk, {.lead_ins = parameter[lead_ins].lists,
                                           .restatings = parameter[restatings].lists,
                                           .openings = parameter[openings].lists,
                                           .confirmations = parameter[confirmations].lists,
                                           .understood = parameter[understood].lists,
                                           .denied = parameter[denied].lists,
                                           .addressed = parameter[addressed].lists,
                                           .identity = parameter[identity].lists,
                                           .steps = parameter[steps].lists,
                                           .affirmations = parameter[affirmations].lists});
    if (parameter[own_words].number != 0) return judge_own_words(talk, concern, found, parameter, finding);
    if (!found.empty()) {
        for (const auto& one : found) finding.evidence.push_back(evidence_of(talk, one));
        return finding.yes();
    }
    if (!concern.stated) return finding.not_applicable("no concern was stated");
    finding.no("the concern is not summed up before it is solved");
    if (!talk.detailed()) return;
    finding.missing.emplace_back("a summing-up of what the customer asks or reports");
    finding.near.push_back({concern.turn, {}, "stated here"});
    say_nearest(talk, parameter[lead_ins].lists, {.speaker = Speaker::agent, .from = concern.turn + 1}, finding);
}

} // namespace

const CheckKind paraphrase_kind = {
    .name = "paraphrase", .summary = "the agent sums up the concern, in words of their own", .settings = settings, .judge = judge};

} // namespace motaudit::checks
