#include "intake/exports/draft.hpp"

#include "intake/ascii.hpp"
#include "intake/html.hpp"
#include "intake/labels.hpp"
#include "intake/readers.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace motaudit {
namespace {

constexpr double longest_pause = 2; // seconds within one turn of speech
constexpr double latest = 1e12;     // a time beyond it is none

std::optional<double> sane(std::optional<double> time) { return time && std::abs(*time) < latest ? time : std::nullopt; }

} // namespace

void Export::refuse(std::string_view message) {
    const auto where = is_one_of_many ? fmt::format("[{}]: ", count) : std::string{}; // as arrays count
    ++count;
    sink.unreadable({std::string(record.path), record.line, 0, where + std::string(message)});
}

void Draft::say(Utterance said) {
    said.text = ascii::trim(said.text);
    while (!said.text.empty() && said.text.front() == '\n') said.text = ascii::trim(said.text.substr(1));
    if (said.text.empty() && said.event == Event::none) return;
    said.start = sane(said.start);
    said.end = sane(said.end);
    if (said.end && said.start && *said.end < *said.start) said.end = said.start;
    Line line{.said = said};
    if (!said.label.empty()) {
        line.member = &cast_.member(said.label);
    } else if (!said.name.empty() && (!options().speaker_map.empty() || !options().agent_names.empty())) {
        if (const auto user = mapped(said.name, options())) line.said.speaker = *user;
    }
    has_unlabelled_ = has_unlabelled_ || (said.label.empty() && said.speaker == Speaker::unknown && !said.text.empty());
    said_.push_back(line);
}

void Draft::order() {
    if (std::ranges::all_of(said_, [](const Line& line) { return line.said.start.has_value(); }))
        std::ranges::stable_sort(said_, {}, [](const Line& line) { return *line.said.start; });
}

// A recogniser cuts where it likes, sentences too.
void Draft::join() {
    std::string text;
    std::size_t kept = 0;
    const auto close = [&] {
        if (!text.empty()) said_[kept - 1].said.text = arena().keep(text);
        text.clear();
    };
    for (std::size_t i = 0; i < said_.size(); ++i) {
        const Utterance& next = said_[i].said;
        if (kept != 0 && said_[i].member == said_[kept - 1].member &&
            (said_[i].member != nullptr || next.speaker != Speaker::unknown)) {
            Utterance& last = said_[kept - 1].said;
            const bool same = last.speaker == next.speaker && last.name == next.name && last.event == Event::none &&
                              next.event == Event::none && last.is_private == next.is_private;
            if (same && last.end && next.start && *next.start - *last.end <= longest_pause) {
                if (text.empty()) text = last.text;
                text += ' ';
                text += next.text;
                if (next.end) last.end = std::max(*last.end, *next.end);
                continue;
            }
        }
        close();
        said_[kept++] = said_[i];
    }
    close();
    said_.resize(kept);
}

void Draft::count_from_start() {
    if (!by_clock) return;
    auto first = sane(began);
    for (const auto& line : said_)
        if (line.said.start && (!first || *line.said.start < *first)) first = line.said.start;
    if (!first) return;
    began = first;
    for (auto& line : said_) {
        // To the microsecond: the clock's seconds leave no more of a double.
        const auto since = [&](double time) { return std::round((time - *first) * 1e6) / 1e6; };
        if (line.said.start) line.said.start = since(*line.said.start);
        if (line.said.end) line.said.end = since(*line.said.end);
    }
}

Channel Draft::right_channel() const {
    const auto told = options().channel;
    if (channel) return *channel;
    if (unless_told) return told.value_or(*unless_told);
    if (export_.direction) return *export_.direction;
    return told && is_voice(*told) ? *told : Channel::inbound;
}

void Draft::fill(Conversation& talk) {
    talk.path = export_.record.path;
    talk.record = export_.is_one_of_many ? export_.count : export_.record.number;
    const auto stem = export_.record.path == "-" ? std::string_view("stdin") : stem_of(export_.record.path);
    if (!id.empty())
        talk.id = id;
    else if (export_.record.number > 1 || export_.count > 1)
        talk.id = arena().keep(fmt::format("{}-{}", stem, export_.is_one_of_many ? export_.count : export_.record.number));
    else
        talk.id = stem;
    talk.channel = right_channel();
    talk.agent = agent;
    talk.agent_id = agent_id;
    talk.customer = customer;
    talk.language = language;
    talk.brand = brand;
    talk.account = account;
    talk.team = team;
    talk.site = site;
    talk.topic = topic;
    talk.subject = subject;
    talk.ended_by = ended_by;
    talk.reply = reply;
    talk.known = known;
    if (const auto sign = began_text.size() - std::min<std::size_t>(began_text.size(), 5);
        sign > 16 && (began_text[sign] == '+' || began_text[sign] == '-') && began_text.find(':', sign) == std::string_view::npos)
        began_text = arena().keep(fmt::format("{}:{}", began_text.substr(0, sign + 3), began_text.substr(sign + 3)));
    talk.started_at = !began_text.empty() ? began_text : began ? arena().keep(iso_of(*began)) : std::string_view{};
    for (const auto& [said, member] : said_) {
        Turn& turn = talk.turns.emplace_back();
        turn.speaker = member != nullptr ? member->speaker : said.speaker;
        turn.name = !said.name.empty() || member == nullptr ? said.name : member->name;
        turn.text = said.text;
        turn.event = said.event;
        turn.is_private = said.is_private;
        turn.start = said.start;
        turn.end = said.end;
        if (turn.is_private || said.event != Event::none) continue;
        if (turn.speaker == Speaker::agent && talk.agent.empty()) talk.agent = turn.name;
        if (turn.speaker == Speaker::customer && talk.customer.empty()) talk.customer = turn.name;
    }
}

void Draft::finish() {
    if (std::ranges::all_of(said_, [](const Line& line) { return line.said.text.empty(); }))
        return export_.refuse("nothing is said in it");
    ++export_.count;
    order();
    if (is_recognised) join();
    count_from_start();
    cast_.settle();
    Conversation talk;
    fill(talk);
    cast_.hint(export_.record.path, export_.sink);
    if (has_unlabelled_ && tells_unknown)
        export_.sink.hint(
            {std::string(export_.record.path), 0, 0, "it does not say who speaks; have voices or channels told apart"});
    if (!channel && !unless_told && !export_.direction && !(options().channel && is_voice(*options().channel)))
        export_.sink.hint(hint_inbound(export_.record.path));
    export_.sink.conversation(talk);
}

Speaker role_word(std::string_view word) {
    if (word.size() > 40) return Speaker::unknown;
    std::string plain;
    for (const char c : word)
        if (ascii::is_letter(c)) plain += ascii::lower(c);
    constexpr struct {
        std::string_view word;
        Speaker speaker;
    } words[] = {
        {"agent", Speaker::agent},
        {"humanagent", Speaker::agent},
        {"admin", Speaker::agent},
        {"team", Speaker::agent},
        {"assignedagent", Speaker::agent},
        {"customer", Speaker::customer},
        {"enduser", Speaker::customer},
        {"consumer", Speaker::customer},
        {"visitor", Speaker::customer},
        {"lead", Speaker::customer},
        {"contact", Speaker::customer},
        {"user", Speaker::customer},
        {"client", Speaker::customer},
        {"caller", Speaker::customer},
        {"bot", Speaker::bot},
        {"chatbot", Speaker::bot},
        {"custombot", Speaker::bot},
        {"automatedagent", Speaker::bot},
        {"virtualagent", Speaker::bot},
        {"ivr", Speaker::bot},
        {"ai", Speaker::bot},
        {"system", Speaker::system},
        {"acd", Speaker::system},
        {"controller", Speaker::system},
        {"supervisor", Speaker::supervisor},
        {"manager", Speaker::supervisor},
    };
    const auto at = std::ranges::find(words, plain, [](const auto& row) { return row.word; });
    return at == std::end(words) ? Speaker::unknown : at->speaker;
}

std::string_view text_of_html(std::string_view html, Arena& arena) {
    if (html.find_first_of("<&") == std::string_view::npos) return html;
#ifdef MOTAUDIT_MAIL
    return arena.keep(html_to_text(html));
#else
    (void)arena;
    return html;
#endif
}

} // namespace motaudit
