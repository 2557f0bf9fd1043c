#include "weekly/weekly.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <tuple>

namespace motaudit::weekly {
namespace {

constexpr std::size_t most_fatal = 100, longest_quote = 240;

std::uint64_t hash_of(std::string_view text, std::uint64_t hash = 0xcbf29ce484222325) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    hash ^= hash >> 31;
    hash *= 0x94d049bb133111eb;
    return hash ^ hash >> 29;
}

Figures figures_of(const ReadCard& card) {
    Figures figures = {.cards = 1, .passed = card.passed, .fatal = !card.fatal.empty()};
    if (card.score) {
        const auto tenths = static_cast<std::uint64_t>(std::llround(*card.score * 10));
        figures.scored = 1;
        figures.score_tenths = tenths;
        figures.score_squares = tenths * tenths;
    }
    figures.judged_share = static_cast<std::uint64_t>(std::llround(card.judged_share * 10000));
    for (const auto& mark : card.marks) {
        figures.markdowns += mark.verdict == Verdict::no;
        figures.verdicts += mark.verdict != Verdict::na;
    }
    return figures;
}

// At most so many bytes, cut between characters.
std::string cut(std::string_view text) {
    if (text.size() <= longest_quote) return std::string(text);
    auto size = longest_quote;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) --size;
    return std::string(text.substr(0, size)) + "\u2026";
}

std::string value_of(Dimension dimension, const ReadCard& card, const std::optional<Moment>& moment) {
    switch (dimension) {
    case Dimension::team:
        return std::string(card.team);
    case Dimension::channel:
        return std::string(card.channel);
    case Dimension::account:
        return std::string(card.account);
    case Dimension::site:
        return std::string(card.site);
    case Dimension::language:
        return std::string(card.language);
    case Dimension::topic:
        return std::string(card.topic);
    case Dimension::standard:
        return std::string(card.standard);
    case Dimension::day:
        return moment ? day_name(moment->day) : "";
    case Dimension::hour:
        return moment && moment->hour ? fmt::format("{:02}", *moment->hour) : "";
    default:
        return {};
    }
}

std::string standard_of(const ReadCard& card) {
    std::string name(card.standard);
    if (!card.standard_version.empty()) name.append(" ").append(card.standard_version);
    return name;
}

template <class T>
void keep_least(std::string& kept, const T& other) {
    if (!other.empty() && (kept.empty() || other < kept)) kept = other;
}

} // namespace

bool is_worse(const Listed& a, const Listed& b) {
    return std::tuple(a.score.value_or(101), b.markdowns, std::string_view(a.conversation), std::string_view(a.source), a.record) <
           std::tuple(b.score.value_or(101), a.markdowns, std::string_view(b.conversation), std::string_view(b.source), b.record);
}

bool is_earlier(const Listed& a, const Listed& b) {
    return std::tuple(std::string_view(a.started_at), std::string_view(a.conversation), std::string_view(a.source), a.record) <
           std::tuple(std::string_view(b.started_at), std::string_view(b.conversation), std::string_view(b.source), b.record);
}

std::string Weekly::place_text(Place place) const { return fmt::format("{}:{}", files_[place.file], place.line); }

std::optional<Error> Weekly::take_id(const ReadCard& card) {
    if (files_.empty() || files_.back() != card.path) files_.emplace_back(card.path);
    const Place here = {static_cast<std::uint32_t>(files_.size() - 1), static_cast<std::uint32_t>(card.line)};
    const auto hash = hash_of(card.standard, hash_of(card.id) + 1);
    const auto [place, is_new] = seen_.try_emplace(hash, here);
    if (is_new) return {};
    return Error{std::string(card.path), card.line, 0,
                 fmt::format("conversation '{}' is here a second time; the first is {}", card.id, place_text(place->second))};
}

std::string Weekly::agent_of(const ReadCard& card) const { return std::string(card.agent_id.empty() ? card.agent : card.agent_id); }

std::optional<Error> Weekly::add(const ReadCard& card) {
    ++read;
    if (auto error = take_id(card)) return error;
    const auto moment = moment_of(card.started_at, options_.zone);
    bool is_now = true;
    if (options_.period) {
        if (!moment) {
            ++undated;
            return {};
        }
        is_now = options_.period->holds(moment->day);
        if (!is_now && !options_.period->before().holds(moment->day)) {
            ++outside;
            return {};
        }
    }
    if (moment && moment->hour && !moment->has_offset) ++without_offset;
    count(card, moment, is_now);
    return {};
}

void Weekly::put_in_group(Dimension dimension, std::string key, std::string_view label, const Figures& figures, bool is_now) {
    auto& group = groups[dimension][std::move(key)];
    keep_least(group.label, label);
    (is_now ? group.change.now : group.change.before).add(figures);
}

void Weekly::count(const ReadCard& card, const std::optional<Moment>& moment, bool is_now) {
    const auto figures = figures_of(card);
    (is_now ? total.now : total.before).add(figures);
    const auto agent = agent_of(card);
    for (const auto dimension : options_.by) {
        if (dimension == Dimension::parameter) continue;
        if (dimension == Dimension::agent)
            put_in_group(dimension, agent, card.agent, figures, is_now);
        else
            put_in_group(dimension, value_of(dimension, card, moment), {}, figures, is_now);
    }
    count_parameters(card, agent, is_now);
    if (!is_now) return;
    ++standards[standard_of(card)];
    if (moment) {
        if (!days) days = Period{moment->day, moment->day};
        days->first = std::min(days->first, moment->day);
        days->last = std::max(days->last, moment->day);
    }
    lengths.add(card.turns, card.duration);
    by_topic[std::string(card.topic)].add(card.turns, card.duration);
    if (moment && moment->hour) by_hour[*moment->hour].add(card.turns, card.duration);

    const auto listed = [&] {
        Listed one = {.conversation = std::string(card.id),
                      .source = std::string(card.source),
                      .agent = agent_of(card),
                      .agent_name = std::string(card.agent),
                      .channel = std::string(card.channel),
                      .started_at = std::string(card.started_at),
                      .record = card.record,
                      .score = card.score,
                      .markdowns = figures.markdowns};
        one.fatal.assign(card.fatal.begin(), card.fatal.end());
        return one;
    };
    const bool may_be_worst =
        worst.size() < options_.longest_list || (card.score && *card.score <= worst.back().score.value_or(101));
    if (card.score && options_.longest_list > 0 && may_be_worst && figures.markdowns > 0)
        put_in(worst, listed(), options_.longest_list, is_worse);
    if (!card.fatal.empty()) put_in(fatal, listed(), most_fatal, is_earlier);
}

void Weekly::count_parameters(const ReadCard& card, const std::string& agent, bool is_now) {
    const bool coached = options_.coach_all || std::ranges::find(options_.coaching, agent) != options_.coaching.end() ||
                         std::ranges::find(options_.coaching, card.agent) != options_.coaching.end();
    auto* const page = coached && !agent.empty() ? &coaching[agent] : nullptr;
    if (page != nullptr) {
        keep_least(page->name, card.agent);
        (is_now ? page->change.now : page->change.before).add(figures_of(card));
    }
    const auto draw = hash_of(card.id);
    bool knows_names = false;
    const auto words = [&](std::string_view text) {
        if (!options_.hide_words || text.empty()) return cut(text);
        if (!knows_names) {
            redactor_.clear();
            redactor_.add_name(card.customer, "[customer]");
            if (options_.hide_agents) redactor_.add_name(card.agent, agent_token(agent));
            knows_names = true;
        }
        return cut(redactor_.redact(text.substr(0, 8 * longest_quote)));
    };
    for (const auto& mark : card.marks) {
        auto found = parameters.find(mark.parameter);
        if (found == parameters.end()) found = parameters.try_emplace(std::string(mark.parameter)).first;
        auto& all = found->second;
        auto* const own = page == nullptr ? nullptr : &page->parameters[std::string(mark.parameter)];
        all.add(mark, is_now);
        if (own != nullptr) own->add(mark, is_now);
        if (!is_now || mark.verdict != Verdict::no) continue;
        // Made only where it can be among the few that are kept.
        const auto wanted = [&](const ParameterFigures& figures) {
            return figures.examples.size() < most_examples || figures.examples.back().quote.empty() ||
                   draw <= figures.examples.back().draw;
        };
        if (!wanted(all) && (own == nullptr || !wanted(*own))) continue;
        MarkdownExample example = {.draw = draw,
                                   .conversation = std::string(card.id),
                                   .agent = std::string(agent),
                                   .agent_name = std::string(card.agent),
                                   .source = std::string(card.source),
                                   .quote = words(mark.quote),
                                   .reason = words(mark.reason),
                                   .record = card.record};
        for (const auto missing : mark.missing) example.missing.push_back(words(missing));
        if (own != nullptr) own->add_example(MarkdownExample(example));
        all.add_example(std::move(example));
    }
}

std::optional<Error> Weekly::add(const Weekly& part) {
    for (const auto& [hash, place] : part.seen_) {
        const auto base = static_cast<std::uint32_t>(files_.size());
        const auto [mine, is_new] = seen_.try_emplace(hash, Place{base + place.file, place.line});
        if (!is_new)
            return Error{part.files_[place.file], place.line, 0,
                         fmt::format("the conversation is here a second time; the first is {}", place_text(mine->second))};
    }
    files_.insert(files_.end(), part.files_.begin(), part.files_.end());
    read += part.read;
    outside += part.outside;
    undated += part.undated;
    unreadable += part.unreadable;
    without_offset += part.without_offset;
    total.add(part.total);
    for (const auto& [name, count] : part.standards) standards[name] += count;
    for (const auto& [dimension, values] : part.groups) {
        for (const auto& [key, group] : values) {
            auto& mine = groups[dimension][key];
            keep_least(mine.label, group.label);
            mine.change.add(group.change);
        }
    }
    for (const auto& [id, figures] : part.parameters) parameters[id].add(figures);
    for (const auto& [agent, page] : part.coaching) {
        auto& mine = coaching[agent];
        keep_least(mine.name, page.name);
        mine.change.add(page.change);
        for (const auto& [id, figures] : page.parameters) mine.parameters[id].add(figures);
    }
    for (const auto& [topic, one] : part.by_topic) by_topic[topic].add(one);
    for (const auto& [hour, one] : part.by_hour) by_hour[hour].add(one);
    lengths.add(part.lengths);
    for (const auto& one : part.worst) put_in(worst, Listed(one), options_.longest_list, is_worse);
    for (const auto& one : part.fatal) put_in(fatal, Listed(one), most_fatal, is_earlier);
    if (part.days) {
        if (!days) days = part.days;
        days->first = std::min(days->first, part.days->first);
        days->last = std::max(days->last, part.days->last);
    }
    return {};
}

} // namespace motaudit::weekly
