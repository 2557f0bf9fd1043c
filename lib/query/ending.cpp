// The closing is looked for from the end: the agent's last turns that hold a farewell, then what was offered before it. Who
// ended is taken from the conversation, else from what the system notes behind the last words; else from who spoke last.

#include "query/ending.hpp"

#include "query/name_words.hpp"
#include <algorithm>

namespace motaudit {
namespace {

using Blocks = std::span<const Block>;

class Reader {
public:
    explicit Reader(const Talk& talk) : talk_(talk), agent_(talk.blocks_of(Speaker::agent)) {}

    Ending read() {
        Ending ending;
        ending.by = ended_by();
        if (agent_.empty()) {
            ending.customer_left = true;
            return ending;
        }
        window(ending);
        farewell(ending);
        survey(ending);
        offer(ending);
        ending.customer_left = !ending.farewell && !ending.survey && is_left(ending.by);
        return ending;
    }

private:
    const Block& block(std::size_t agents) const { return talk_.blocks()[agent_[agents]]; }
    Where in(const Block& block) const { return {.speaker = block.speaker, .from = block.first, .to = block.last + 1}; }
    Said said(Role role, const Where& where) const { return talk_.said(talk_.list(role), where); }
    bool says(Role role, const Where& where) const { return talk_.says(talk_.list(role), where); }

    // A name said in a line of the system's.
    bool names(std::uint32_t turn, std::string_view name) const {
        const auto words = name_words(name);
        return std::ranges::any_of(talk_.words(turn), [&](const Word& word) {
            return std::ranges::find(words, folded(talk_.text(word, turn), true)) != words.end();
        });
    }

    EndedBy ended_by() const {
        const auto& talk = talk_.conversation();
        if (talk.ended_by != EndedBy::unknown) return talk.ended_by;
        const std::uint32_t behind = talk_.blocks().empty() ? 0 : talk_.blocks().back().last + 1;
        for (std::uint32_t t = behind; t < talk_.turn_count(); ++t) {
            const auto& turn = talk_.turn(t);
            const bool leaves = turn.event == Event::leave || turn.event == Event::end;
            if (leaves && turn.speaker == Speaker::customer) return EndedBy::customer;
            if (leaves && turn.speaker == Speaker::agent) return EndedBy::agent;
            if (turn.speaker != Speaker::system) continue;
            const Where here{.speaker = Speaker::system, .from = t, .to = t + 1};
            if (says(Role::ended_by_system, here)) return EndedBy::system;
            if (says(Role::ended_by_customer, here)) return EndedBy::customer;
            if (says(Role::ended_by_agent, here)) return EndedBy::agent;
            if (!says(Role::ended_by_somebody, here)) continue;
            const bool agent = names(t, talk.agent), customer = names(t, talk.customer);
            if (agent != customer) return agent ? EndedBy::agent : EndedBy::customer;
        }
        return EndedBy::unknown;
    }

    // "Bye." behind a full closing is a turn, but not one of the last two that must hold the script.
    bool is_bare_courtesy(const Block& one) const {
        std::size_t words = 0, courteous = 0;
        for (auto t = one.first; t <= one.last; ++t)
            if (talk_.turn(t).speaker == one.speaker) words += talk_.words(t).size();
        if (words == 0 || words > 6) return words == 0;
        for (const auto role : {Role::goodbye, Role::courtesy})
            for (const auto& match : said(role, in(one))) courteous += match.last - match.first + 1;
        return courteous >= words;
    }

    void window(Ending& ending) {
        last_ = agent_.size() - 1;
        while (last_ > 0 && is_bare_courtesy(block(last_))) --last_;
        ending.closing_from = block(last_ == 0 ? 0 : last_ - 1).first;
    }

    bool asks_behind(const Match& match, const Block& one) const {
        const auto words = talk_.words(match.turn);
        const auto text = talk_.turn(match.turn).text;
        if (text.find('?', words[match.last].span.end) != std::string_view::npos) return true;
        for (auto t = match.turn + 1; t <= one.last; ++t)
            if (talk_.turn(t).speaker == one.speaker && talk_.turn(t).text.find('?') != std::string_view::npos) return true;
        return false;
    }

    // Where the farewell of one of the agent's turns begins. "Thank you for contacting us" opens a conversation as well.
    std::optional<Match> farewell_in(std::size_t agents) const {
        const auto& one = block(agents);
        std::optional<Match> found;
        const auto wishes = said(Role::farewell_wish, in(one));
        for (const auto role : {Role::farewell_wish, Role::goodbye})
            for (const auto& match : said(role, in(one)))
                if (!found || is_before(match, *found)) found = match;
        // "Take care. A short survey follows. Thank you for calling, good night": the farewell is the one behind the survey.
        if (const auto surveys = said(Role::survey, in(one)); found && !surveys.empty() && is_before(*found, surveys.front()))
            for (const auto& wish : wishes)
                if (is_before(surveys.back(), wish)) {
                    found = wish;
                    break;
                }
        const auto thanks = said(Role::farewell_thanks, in(one));
        if (thanks.empty()) return found;
        const auto& match = found ? thanks.front() : thanks.back();
        if (found) return is_before(match, *found) && agents > 0 && !parted(match, *found) ? match : found;
        const auto sentences = talk_.words(match.turn).back().sentence;
        const bool late =
            match.turn == one.last && talk_.sentence(match) + 2 > sentences && (agents > 0 || talk_.sentence(match) > 1);
        if (late && !asks_behind(match, one)) return match;
        return {};
    }

    // "Thank you for calling. Is there anything else? Then have a nice day": here the farewell begins with the wish.
    bool parted(const Match& thanks, const Match& farewell) const {
        for (const auto role : {Role::offer_of_more, Role::survey})
            for (const auto& match : said(role, {.speaker = Speaker::agent, .from = thanks.turn, .to = farewell.turn + 1}))
                if (is_before(thanks, match) && is_before(match, farewell)) return true;
        return false;
    }

    void farewell(Ending& ending) {
        for (std::size_t i = agent_.size(); i-- > 0 && i + 1 >= last_;) {
            const auto here = farewell_in(i);
            if (here)
                ending.farewell = here;
            else if (ending.farewell)
                break;
        }
        const Where closing{.speaker = Speaker::agent, .from = ending.closing_from};
        for (const auto role : {Role::farewell_thanks, Role::farewell_wish})
            for (const auto& match : said(role, closing))
                if (!is_opening(match)) ending.thanks = match;
        if (ending.thanks || agent_.size() < 2) return;
        // Any other thanks are of the closing only where they are the agent's last words.
        if (const auto any = said(Role::thanks, in(block(agent_.size() - 1))); !any.empty() && is_last_word(any.back()))
            ending.thanks = any.back();
    }

    bool is_last_word(const Match& match) const {
        constexpr std::uint32_t words_behind = 8;
        const auto words = talk_.words(match.turn);
        return match.turn == block(agent_.size() - 1).last && talk_.sentence(match) == words.back().sentence &&
               match.last + words_behind >= words.size();
    }

    // In the agent's first turn thanks belong to the opening, unless a farewell stands there.
    bool is_opening(const Match& match) const {
        if (match.turn > block(0).last) return false;
        const auto farewell = farewell_in(0);
        return !farewell || match.turn < farewell->turn;
    }

    void survey(Ending& ending) const {
        for (const auto& match : said(Role::survey, {.speaker = Speaker::agent}))
            if (!ending.survey || (ending.farewell && is_before(match, *ending.farewell))) ending.survey = match;
    }

    // An offer in the first turn comes before any solution, except where there is no other turn.
    void offer(Ending& ending) const {
        const Where after{.speaker = Speaker::agent, .from = agent_.size() > 1 ? block(0).last + 1 : 0};
        for (const auto& match : said(Role::offer_of_more, after)) {
            const bool before = !ending.farewell || is_before(match, *ending.farewell);
            if (before)
                ending.offer = match;
            else if (!ending.offer)
                ending.offer = match;
            ending.offer_stands = ending.offer_stands || before;
        }
        if (ending.offer_stands && opens_new_matter(*ending.offer)) ending.offer_stands = false;
    }

    // The customer went on with something new behind the offer, and never said that this was all.
    bool opens_new_matter(const Match& offer) const {
        constexpr std::size_t words_of_substance = 12;
        std::size_t answers = 0;
        bool asked = false;
        for (const auto& one : talk_.blocks()) {
            if (one.last <= offer.turn) continue;
            if (one.speaker == Speaker::customer && one.first > offer.turn) {
                if (says(Role::that_was_all, in(one))) return false;
                asked = true;
            }
            if (one.speaker != Speaker::agent || !asked || one.first <= offer.turn) continue;
            std::size_t words = 0;
            for (auto t = one.first; t <= one.last; ++t)
                if (talk_.turn(t).speaker == one.speaker) words += talk_.words(t).size();
            const bool closes = says(Role::farewell_thanks, in(one)) || says(Role::farewell_wish, in(one)) ||
                                says(Role::goodbye, in(one)) || says(Role::survey, in(one));
            if (words >= words_of_substance && !closes) ++answers;
        }
        return answers > 0;
    }

    // The last thing that the agent says asks for an answer.
    bool ends_with_question(const Block& one) const {
        const auto words = talk_.words(one.last);
        if (words.empty()) return false;
        const auto text = talk_.turn(one.last).text;
        const auto sentence = words.back().sentence;
        const auto from = std::ranges::find_if(words, [&](const Word& word) { return word.sentence + 1 >= sentence; });
        if (text.find('?', from->span.begin) != std::string_view::npos) return true;
        for (const auto& match : said(Role::asking, {.speaker = one.speaker, .from = one.last, .to = one.last + 1}))
            if (talk_.sentence(match) == sentence) return true;
        return false;
    }

    bool is_left(EndedBy by) const {
        if (by == EndedBy::customer || by == EndedBy::system) return true;
        if (by == EndedBy::agent) return false;
        const auto& last = talk_.blocks().back();
        return last.speaker == Speaker::customer || ends_with_question(last);
    }

    const Talk& talk_;
    std::span<const std::size_t> agent_; // indexes of the agent's blocks
    std::size_t last_ = 0;               // of them, the last that is more than a courtesy
};

} // namespace

const Ending& ending_of(const Talk& talk) {
    return talk.once(+[](const Talk& of, Ending& ending) { ending = Reader(of).read(); });
}

} // namespace motaudit
