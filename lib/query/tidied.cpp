// What is untidy is found in one pass over the bytes; a tidy conversation is judged as it is, without a copy. A message runs on
// into the next of the same speaker where it has no end mark and either its last word ends no sentence ("I cannot find the"), the
// next begins like none ("because …"), or the next begins small though its speaker otherwise begins with a capital. An agent's
// "Let me see if I got this right." goes on with what follows it, and "Is that correct?" with what stands before it.

#include "query/tidied.hpp"

#include "query/roles.hpp"
#include "text/lexicon.hpp"
#include "text/odd_characters.hpp"
#include <algorithm>
#include <optional>

namespace motaudit {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word_character(char c) { return is_lower(c) || is_upper(c) || (c >= '0' && c <= '9') || c == '\''; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string_view last_word(std::string_view text) {
    auto begin = text.size();
    while (begin > 0 && is_word_character(text[begin - 1])) --begin;
    return text.substr(begin);
}

// Whether a text begins with a phrase, ended there by no letter.
bool begins_with(std::string_view text, std::string_view phrase) {
    if (text.size() < phrase.size() || (text.size() > phrase.size() && is_word_character(text[phrase.size()]))) return false;
    return std::ranges::equal(text.substr(0, phrase.size()), phrase,
                              [](char a, char b) { return (is_upper(a) ? static_cast<char>(a | 0x20) : a) == b; });
}

bool holds_one(std::string_view text, const std::vector<std::string>& phrases) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((at == 0 || !is_word_character(text[at - 1])) &&
            std::ranges::any_of(phrases, [&](const auto& phrase) { return begins_with(text.substr(at), phrase); }))
            return true;
    return false;
}

// Whether a message begins with a capital; nothing where that cannot be seen. A handle before it is nobody's sentence.
std::optional<bool> begins_with_capital(std::string_view text) {
    if (!text.empty() && text.front() == '@') text.remove_prefix(std::min(text.size(), text.find(' ')));
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    if (text.empty() || !(is_upper(text.front()) || is_lower(text.front()))) return {};
    return is_upper(text.front());
}

bool has_messages(Channel channel) { return is_voice(channel) || channel == Channel::chat || channel == Channel::social; }

// A pause that is worth judging parts what is said; a typist takes longer.
bool is_pause(Channel channel, const Turn& turn, const Turn& next) {
    const auto end = turn.end ? turn.end : turn.start;
    return end && next.start && *next.start - *end > (is_voice(channel) ? 1.0 : 30.0);
}

std::vector<std::string> texts_of(const Standard& standard, Role role) {
    std::vector<std::string> out;
    if (const auto list = standard.roles[static_cast<std::size_t>(role)]; list != no_list)
        for (const auto& phrase : standard.lexicon.list(list).phrases) out.push_back(phrase.text);
    std::ranges::sort(out);
    return out;
}

} // namespace

Tidied::Tidied(const Standard& standard)
    : open_ends_(texts_of(standard, Role::run_on_end)), late_beginnings_(texts_of(standard, Role::run_on_beginning)),
      lead_ins_(texts_of(standard, Role::run_on_lead_in)), tags_(texts_of(standard, Role::run_on_tag)) {}

bool Tidied::runs_on(const Turn& turn, const Turn& next) const {
    if (turn.speaker != next.speaker || (turn.speaker != Speaker::agent && turn.speaker != Speaker::customer)) return false;
    if (turn.is_private || next.is_private || turn.event != Event::none || next.event != Event::none) return false;
    const auto before = trimmed(turn.text), behind = trimmed(next.text);
    if (before.empty() || behind.empty()) return false;
    const auto starts = [&](const std::vector<std::string>& phrases) {
        return std::ranges::any_of(phrases, [&](const auto& phrase) { return begins_with(behind, phrase); });
    };
    constexpr std::size_t short_message = 80;
    if (turn.speaker == Speaker::agent) {
        if (behind.size() < short_message && behind.back() == '?' && starts(tags_)) return true;
        if (before.size() < short_message && before.back() != '?' && holds_one(before, lead_ins_)) return true;
    }
    if (!is_word_character(before.back()) && before.back() != ',') return false;
    if (!is_lower(behind.front()) && !is_upper(behind.front())) return false;
    const bool small = is_lower(behind.front());
    if (small && (before.back() == ',' || with_capitals_[turn.speaker == Speaker::customer])) return true;
    std::string last(last_word(before));
    for (char& c : last)
        if (is_upper(c)) c = static_cast<char>(c | 0x20);
    if (std::ranges::binary_search(open_ends_, last)) return true;
    return starts(late_beginnings_);
}

// The turn that goes on with a turn's sentence, if any; what bots and the system say in between does not part them.
std::size_t Tidied::continuation(std::span<const Turn> turns, std::size_t of) const {
    if (turns[of].speaker != Speaker::agent && turns[of].speaker != Speaker::customer) return 0;
    auto next = of + 1;
    while (next < turns.size() && turns[next].event == Event::none &&
           (turns[next].speaker == Speaker::bot || turns[next].speaker == Speaker::system))
        ++next;
    if (next == turns.size() || !runs_on(turns[of], turns[next]) || is_pause(copy_.channel, turns[of], turns[next])) return 0;
    return next;
}

const Conversation& Tidied::open(const Conversation& source) {
    // The texts without odd characters, to see by what runs on.
    std::span<const Turn> turns = source.turns;
    arena_.clear();
    const bool odd = std::ranges::any_of(turns, [](const Turn& t) { return next_odd_character(t.text, 0).at < t.text.size(); });
    if (odd) {
        plain_ = source.turns;
        for (auto& turn : plain_) {
            pieces_.clear();
            text_.clear();
            add(turn, 0);
            turn.text = arena_.keep(text_);
        }
        turns = plain_;
    }
    copy_.channel = source.channel;
    const bool runs = has_messages(source.channel) && look(turns);
    is_copy_ = odd || runs;
    if (!is_copy_) return source;

    auto made = std::move(copy_.turns);
    copy_ = source;
    made.clear();
    pieces_.clear();
    first_piece_.clear();
    const auto begin = [&](std::size_t t) {
        first_piece_.push_back(static_cast<std::uint32_t>(pieces_.size()));
        text_.clear();
        add(source.turns[t], static_cast<std::uint32_t>(t));
        made.push_back(source.turns[t]);
    };
    const auto end = [&] { made.back().text = arena_.keep(text_); };
    for (std::size_t t = 0; t < turns.size(); ++t) {
        begin(t);
        between_.clear();
        for (std::size_t next = 0; runs && (next = continuation(turns, t)) != 0; t = next) {
            // A line break before a small letter ends no sentence, and shows that it was sent apart.
            const bool line = is_lower(trimmed(turns[next].text).front()) && is_word_character(trimmed(turns[t].text).back());
            const auto number = static_cast<std::uint32_t>(next);
            pieces_.push_back({static_cast<std::uint32_t>(text_.size()), number, {}});
            text_ += line ? '\n' : ' ';
            add(source.turns[next], number);
            if (source.turns[next].end) made.back().end = source.turns[next].end;
            for (auto i = t + 1; i < next; ++i) between_.push_back(i);
        }
        end();
        for (const auto i : between_) {
            begin(i);
            end();
        }
    }
    first_piece_.push_back(static_cast<std::uint32_t>(pieces_.size()));
    copy_.turns = std::move(made);
    return copy_;
}

// How the two sides begin their messages, and whether any message runs on.
bool Tidied::look(std::span<const Turn> turns) {
    int begins[2] = {0, 0}; // capitals less small letters, where the other side spoke before
    auto before = Speaker::unknown;
    bool any = false;
    for (const auto& turn : turns) {
        if (turn.text.empty() || (turn.speaker != Speaker::agent && turn.speaker != Speaker::customer)) continue;
        any |= turn.speaker == before;
        if (const auto capital = begins_with_capital(turn.text); capital && turn.speaker != before)
            begins[turn.speaker == Speaker::customer] += *capital ? 1 : -1;
        before = turn.speaker;
    }
    if (!any) return false; // nobody sent two messages running
    for (int i = 0; i < 2; ++i) with_capitals_[i] = begins[i] > 0;
    for (std::size_t t = 0; t < turns.size(); ++t)
        if (continuation(turns, t) != 0) return true;
    return false;
}

void Tidied::add(const Turn& turn, std::uint32_t number) {
    const auto text = turn.text;
    const auto place = [](std::size_t at) { return static_cast<std::uint32_t>(at); };
    for (std::size_t at = 0;;) {
        const auto odd = next_odd_character(text, at);
        pieces_.push_back({place(text_.size()), number, {place(at), place(odd.at)}});
        text_ += text.substr(at, odd.at - at);
        if (odd.at == text.size()) return;
        at = odd.at + odd.size;
        if (odd.plain == 0) continue;
        pieces_.push_back({place(text_.size()), number, {place(odd.at), place(at)}});
        text_ += odd.plain;
    }
}

const Tidied::Piece* Tidied::piece_at(std::uint32_t turn, std::uint32_t at) const {
    const auto begin = pieces_.begin() + first_piece_[turn], end = pieces_.begin() + first_piece_[turn + 1];
    const auto behind =
        std::upper_bound(begin, end, at, [](std::uint32_t value, const Piece& piece) { return value < piece.begin; });
    return behind == begin ? nullptr : &*(behind - 1);
}

void Tidied::to_source(Evidence& evidence) const {
    if (!is_copy_ || evidence.turn + 1 >= first_piece_.size()) return;
    const auto* first = piece_at(evidence.turn, evidence.span.begin);
    if (first == nullptr) return;
    const auto inside = [](const Piece& piece, std::uint32_t at) {
        return std::min(piece.source.begin + (at - piece.begin), piece.source.end);
    };
    const Span span = evidence.span;
    const auto turn = evidence.turn;
    evidence.turn = first->turn;
    evidence.span = {inside(*first, span.begin), inside(*first, span.begin)};
    if (span.empty()) return;
    const auto* last = piece_at(turn, span.end - 1);
    bool whole = false; // the piece ends within the place
    while (last->turn != first->turn) {
        --last; // up to the end of the first message
        whole = true;
    }
    const auto* next = last + 1;
    if (next < pieces_.data() + first_piece_[turn + 1]) whole = whole || next->begin <= span.end;
    evidence.span.end = whole ? last->source.end : inside(*last, span.end);
}

} // namespace motaudit
