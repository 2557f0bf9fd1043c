#include "query/talk.hpp"

#include "query/language.hpp"
#include "query/slots.hpp"
#include "query/tidied.hpp"
#include "text/found.hpp"
#include "text/mail_parts.hpp"
#include "text/near_word.hpp"
#include "text/phrase_matcher.hpp"
#include "text/tokeniser.hpp"
#include <algorithm>

namespace motaudit {
namespace {

// Mails hold more than their writer's words; a template is one unless it says otherwise.
bool has_parts(const Conversation& conversation) {
    return conversation.channel == Channel::email ||
           (conversation.channel == Channel::template_ && conversation.template_for.value_or(Channel::email) == Channel::email);
}

Part part_of(MailPart part) {
    switch (part) {
    case MailPart::reply:
        return Part::own;
    case MailPart::history:
        return Part::history;
    case MailPart::sign_off:
    case MailPart::signature:
        return Part::signature;
    case MailPart::head:
        return Part::head;
    }
    return Part::own;
}

} // namespace

struct Talk::Scratch {
    explicit Scratch(const Standard& standard)
        : tidied(standard), tokeniser(standard.lexicon.rules(), &standard.lexicon, flags_of(standard)), matcher(standard.lexicon),
          found(standard.lexicon), slots(standard) {}

    static FlagsOf flags_of(const Standard& standard) {
        return [&standard](std::string_view word) -> std::uint16_t {
            const auto name = standard.name_list.flags_of(word);
            if (standard.speller.knows(word)) return static_cast<std::uint16_t>(name | Word::spelled);
            if (name != 0 || !is_near_word(word)) return name;
            return Word::slip;
        };
    }

    Tidied tidied;
    Tokeniser tokeniser;
    PhraseMatcher matcher;
    Found found;
    Slots slots;
    std::pair<std::uint64_t, std::uint32_t> slots_of = {}; // the conversation and the turn that a name was last looked for in
    std::vector<Word> words = {};
    std::vector<std::uint32_t> begins = {}; // of each turn's words; and the end
    std::vector<Match> matches = {};
    std::vector<MailSpan> parts = {};
};

Talk::Talk(const Standard& standard) : standard_(standard), scratch_(std::make_unique<Scratch>(standard)) {}
Talk::~Talk() = default;

void Talk::open(const Conversation& source, bool detailed) {
    const auto& conversation = scratch_->tidied.open(source);
    conversation_ = &conversation;
    ++opened_;
    detailed_ = detailed;
    auto& s = *scratch_;
    s.words.clear();
    s.begins.clear();
    s.matches.clear();
    blocks_.clear();
    agents_blocks_.clear();
    customers_blocks_.clear();
    s.slots.open(conversation);
    const TextKind kind = {.spoken = is_voice(conversation.channel)};
    const bool parts = has_parts(conversation);
    for (std::uint32_t t = 0; t < turn_count(); ++t) {
        s.begins.push_back(static_cast<std::uint32_t>(s.words.size()));
        s.tokeniser.split(turn(t).text, kind, s.words);
        if (parts) mark_parts(t);
    }
    s.begins.push_back(static_cast<std::uint32_t>(s.words.size()));
    words_ = {.words = s.words, .begins = s.begins};
    for (std::uint32_t t = 0; t < turn_count(); ++t) {
        s.slots.turn(conversation, t);
        s.matcher.match(words(t), t, s.slots, s.matches);
    }
    s.found.open(words_, s.matches);

    for (std::uint32_t t = 0; t < turn_count(); ++t) {
        const auto& one = turn(t);
        if (one.is_private || (one.speaker != Speaker::agent && one.speaker != Speaker::customer)) continue;
        if (one.text.empty()) continue;
        if (!blocks_.empty() && blocks_.back().speaker == one.speaker) {
            blocks_.back().last = t;
            continue;
        }
        (one.speaker == Speaker::agent ? agents_blocks_ : customers_blocks_).push_back(blocks_.size());
        blocks_.push_back({one.speaker, t, t});
    }
    speaks_standard_ = is_readable(conversation, s.words, standard_.languages);
}

void Talk::mark_parts(std::uint32_t t) {
    auto& s = *scratch_;
    split_mail(turn(t).text, s.parts);
    auto part = s.parts.begin();
    for (auto word = s.words.begin() + s.begins[t]; word != s.words.end() && part != s.parts.end(); ++word) {
        while (part != s.parts.end() && part->span.end <= word->span.begin) ++part;
        if (part != s.parts.end()) word->part = static_cast<std::uint8_t>(part_of(part->part));
    }
}

std::span<const Match> Talk::matches(ListId list) const {
    if (list == no_list) return {};
    return scratch_->found.of(list);
}

Said Talk::said(ListId list, const Where& where) const {
    auto places = matches(list);
    if (!places.empty() && (where.from > 0 || where.to < turn_count())) {
        const auto begin = std::ranges::lower_bound(places, where.from, {}, &Match::turn);
        places = {begin, std::ranges::lower_bound(begin, places.end(), where.to, {}, &Match::turn)};
    }
    return {*this, places, where};
}

std::vector<Match> Talk::said(std::span<const ListId> lists, const Where& where) const {
    std::vector<Match> out;
    said(lists, where, out);
    return out;
}

void Talk::said(std::span<const ListId> lists, const Where& where, std::vector<Match>& out) const {
    out.clear();
    for (const auto list : lists)
        for (const auto& match : said(list, where)) out.push_back(match);
    if (lists.size() > 1 && out.size() > 1)
        std::ranges::sort(out, [](const Match& a, const Match& b) {
            return a.turn != b.turn ? a.turn < b.turn : a.first != b.first ? a.first < b.first : a.list < b.list;
        });
}

bool Talk::says(ListId list, const Where& where) const { return !said(list, where).empty(); }

bool Talk::says(std::span<const ListId> lists, const Where& where) const {
    return std::ranges::any_of(lists, [&](ListId list) { return says(list, where); });
}

Span Talk::span(const Match& match) const {
    const auto in_turn = words(match.turn);
    return {in_turn[match.first].span.begin, in_turn[match.last].span.end};
}

std::span<const Word> Talk::sentence_words(std::uint32_t t, std::uint32_t sentence) const {
    const auto in_turn = words(t);
    const auto begin = std::ranges::lower_bound(in_turn, sentence, {}, &Word::sentence);
    const auto end = std::ranges::upper_bound(in_turn, sentence, {}, &Word::sentence);
    return {begin, end};
}

Evidence Talk::evidence(const Match& match, std::string note) const { return {match.turn, span(match), std::move(note)}; }

void Talk::point_at_source(Finding& finding) const {
    for (auto* places : {&finding.evidence, &finding.near, &finding.listed})
        for (auto& place : *places) scratch_->tidied.to_source(place);
}

std::size_t Talk::block_of(std::uint32_t t) const {
    const auto next = std::ranges::upper_bound(blocks_, t, {}, &Block::first);
    if (next == blocks_.begin()) return blocks_.size();
    const auto block = next - 1;
    const bool within = t <= block->last && turn(t).speaker == block->speaker;
    return within ? static_cast<std::size_t>(block - blocks_.begin()) : blocks_.size();
}

std::span<const std::size_t> Talk::blocks_of(Speaker speaker) const {
    return speaker == Speaker::agent ? agents_blocks_ : customers_blocks_;
}

bool Talk::is_name_like(std::uint32_t t, const Word& word) const {
    auto& s = *scratch_;
    if (s.slots_of != std::pair(opened_, t)) s.slots.turn(*conversation_, t); // which looks at the whole turn
    s.slots_of = {opened_, t};
    return s.slots.is_name_like(word);
}

} // namespace motaudit
