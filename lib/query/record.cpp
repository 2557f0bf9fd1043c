// How a record is laid out. A label is a phrase of a list field.* or part.* with a colon or a dash behind it; one in capitals at
// the start of a line or behind a separator ("WHAT replace …; WHO …") and a part's heading on a line of its own need none. What
// stands in no part is judged as free text: a part counts by its content.

#include "query/record.hpp"

#include "query/figures.hpp"
#include <algorithm>

namespace motaudit {
namespace {

constexpr std::string_view field_family = "field.", part_family = "part.", work_family = "part.work.";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// What stands at a place, over spaces.
std::size_t over_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() &&
           (is_space(text[at]) || text.substr(at).starts_with("\u3000") || text.substr(at).starts_with("\u00a0")))
        at += is_space(text[at]) ? 1 : text[at] == '\xc2' ? 2 : 3;
    return at;
}

// How long a colon, a dash between spaces or "=" at a place is; 0 = there is none.
std::size_t colon_at(std::string_view text, std::size_t at) {
    for (const std::string_view mark : {":", "：", "=", "＝", "— ", "– ", "- ", "——", "】", "]"})
        if (text.substr(at).starts_with(mark)) {
            const auto behind = at + mark.size();
            if (mark != "】" && mark != "]") return mark.size();
            const auto next = over_spaces(text, behind); // 【投诉原因】：…
            const auto colon = text.substr(next).starts_with("：") ? 3u : text.substr(next).starts_with(":") ? 1u : 0u;
            return next + colon - at;
        }
    return 0;
}

Span trimmed(std::string_view text, Span span) {
    const auto is_blank = [&](std::uint32_t at) { return is_space(text[at]) || text[at] == '\n'; };
    while (span.begin < span.end && is_blank(span.begin)) ++span.begin;
    while (span.end > span.begin && is_blank(span.end - 1)) --span.end;
    return span;
}

// "(optional)" or "No." between a label and its colon.
std::size_t over_remark(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 40;
    for (const auto& [open, close] : {std::pair{"(", ")"}, std::pair{"（", "）"}}) {
        if (!text.substr(at).starts_with(open)) continue;
        const auto end = text.substr(at, longest).find(close);
        if (end != std::string_view::npos) return over_spaces(text, at + end + std::string_view(close).size());
    }
    return at;
}

enum class Before : std::uint8_t { line, separator, word };

// What stands before a label: nothing but bullets and numbers in its line, a separator, or a word.
Before before(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && text[begin - 1] != '\n' && at - begin < 12) --begin;
    const auto head = text.substr(begin, at - begin);
    const bool from_line = begin == 0 || text[begin - 1] == '\n';
    if (from_line && head.find_first_not_of(" \t-*#>[().0123456789|") == std::string_view::npos) return Before::line;
    for (const std::string_view mark : {"【", "、", "•", "·", "一、", "二、", "三、", "四、", "五、"})
        if (from_line && head.ends_with(mark) && head.size() <= 8)
            return mark == "、" && head.size() > 6 ? Before::separator : Before::line;
    auto end = at;
    while (end > 0 && is_space(text[end - 1])) --end;
    const auto prior = text.substr(0, end);
    for (const std::string_view mark : {";", ",", ".", "|", "/", "；", "，", "。", "、", "｜", "　"})
        if (prior.ends_with(mark)) return Before::separator;
    return Before::word;
}

struct Label {
    ListId list = no_list;
    std::uint32_t turn = 0;
    Span name = {};
    std::uint32_t value = 0; // where it begins
    bool is_part = false;
    bool is_work = false;
    bool heading = false; // nothing marks it but its place
};

class Reading {
public:
    explicit Reading(const Talk& talk) : talk_(talk) {}

    CaseRecord read() {
        const auto lists = talk_.standard().lexicon.lists();
        for (std::size_t l = 0; l < lists.size(); ++l) {
            const auto& name = lists[l].name;
            const bool is_part = name.starts_with(part_family);
            if (!is_part && !name.starts_with(field_family)) continue;
            for (const auto& match : talk_.matches(static_cast<ListId>(l)))
                if (!talk_.turn(match.turn).is_private) consider(match, is_part, name.starts_with(work_family));
        }
        std::ranges::stable_sort(labels_, [](const Label& a, const Label& b) {
            if (a.turn != b.turn) return a.turn < b.turn;
            if (a.name.begin != b.name.begin) return a.name.begin < b.name.begin;
            return a.name.end > b.name.end;
        });
        drop_covered();
        keep_first_parts();
        add_log();
        CaseRecord record;
        lay_out(record);
        return record;
    }

private:
    void consider(const Match& match, bool is_part, bool is_work) {
        const auto text = talk_.turn(match.turn).text;
        const auto span = talk_.span(match);
        const auto& first = talk_.first(match);
        const auto behind = over_remark(text, over_spaces(text, span.end));
        const auto colon = colon_at(text, behind);
        const auto where = before(text, span.begin);
        Label label = {.list = match.list, .turn = match.turn, .name = span, .is_part = is_part, .is_work = is_work};
        label.value = static_cast<std::uint32_t>(behind + colon);
        const bool ends_line = behind >= text.size() || text[behind] == '\n';
        // "Reason - …" needs its place: a dash stands between any two words.
        const bool dash = colon != 0 && text[behind] != ':' && text[behind] != '\xef';
        if (colon != 0 && (!dash || where != Before::word)) {
            labels_.push_back(label);
            return;
        }
        label.value = static_cast<std::uint32_t>(behind);
        label.heading = true;
        const char next = behind < text.size() ? text[behind] : '\n';
        const bool runs_on = next >= 'a' && next <= 'z';
        const bool capitals = first.is(Word::all_caps);
        const bool opens_line = where == Before::line && (ends_line || !runs_on || capitals);
        if ((is_part && opens_line) || (capitals && where != Before::word)) labels_.push_back(label);
    }

    // "Complaint reason" and the "reason" in it: the longer label stands; of one text in two lists a field and a part may both be
    // meant.
    void drop_covered() {
        std::vector<Label> kept;
        std::size_t furthest = 0; // of those kept, the one that reaches furthest
        for (const auto& label : labels_) {
            const auto* over = kept.empty() ? nullptr : &kept[furthest];
            if (over != nullptr && over->turn == label.turn && label.name.end <= over->name.end &&
                over->name.size() > label.name.size())
                continue;
            if (over == nullptr || over->turn != label.turn || label.name.end > over->name.end) furthest = kept.size();
            kept.push_back(label);
        }
        labels_ = std::move(kept);
    }

    // The story has each of its parts once, before the work: the "reason" of a return visit is another.
    void keep_first_parts() {
        std::vector<ListId> seen;
        bool working = false;
        std::erase_if(labels_, [&](const Label& label) {
            if (!label.is_part) return false;
            if (label.is_work) {
                working = true;
                return false;
            }
            if (working || std::ranges::find(seen, label.list) != seen.end()) return true;
            seen.push_back(label.list);
            return false;
        });
    }

    // Where no label begins the work, the first of the later lines that begin with a date does.
    void add_log() {
        for (const auto& figure : figures_of(talk_)) {
            if (figure.kind != Figure::Kind::date) continue;
            const auto text = talk_.turn(figure.turn).text;
            const auto at = figure.span.begin;
            if (at == 0 || before(text, at) != Before::line) continue;
            if (text.substr(0, at).find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
            const bool in_work = std::ranges::any_of(labels_, [&](const Label& l) {
                return l.is_work && (l.turn < figure.turn || (l.turn == figure.turn && l.name.begin <= at));
            });
            if (!in_work) {
                Label log = {.turn = figure.turn, .name = {at, at}, .value = at, .is_part = true, .is_work = true, .heading = true};
                labels_.insert(std::ranges::upper_bound(labels_, std::pair(log.turn, at), {},
                                                        [](const Label& l) { return std::pair(l.turn, l.name.begin); }),
                               log);
            }
            return;
        }
    }

    bool is_blank(const Stretch& value) const {
        const auto text = text_of(talk_, value);
        const auto words = talk_.words(value.turn);
        const auto begin = std::ranges::lower_bound(words, value.span.begin, {}, [](const Word& w) { return w.span.begin; });
        const auto end = std::ranges::lower_bound(words, value.span.end, {}, [](const Word& w) { return w.span.begin; });
        if (begin == end) return true;
        if (text.find_first_not_of(" \t\r\nxX_-*/.") == std::string_view::npos) return true; // still to be filled in
        const auto blanks = talk_.matches(talk_.list(Role::record_blank));
        const std::pair at{value.turn, static_cast<std::uint32_t>(begin - words.begin())};
        const auto match = std::ranges::lower_bound(blanks, at, {}, [](const Match& m) { return std::pair(m.turn, m.first); });
        return match != blanks.end() && match->turn == value.turn && match->first == at.second &&
               match->last + 1 == static_cast<std::uint32_t>(end - words.begin());
    }

    void lay_out(CaseRecord& record) const {
        for (const auto& turn : whole(talk_)) {
            const std::span here(std::ranges::lower_bound(labels_, turn.turn, {}, &Label::turn),
                                 std::ranges::upper_bound(labels_, turn.turn, {}, &Label::turn));
            const auto text = talk_.turn(turn.turn).text;
            const auto end_of_text = static_cast<std::uint32_t>(text.size());
            std::uint32_t story_begin = 0;
            const bool began = !record.work.empty(); // a later turn goes on with what the last one was about
            std::vector<std::uint32_t> next_parts(here.size(), end_of_text);
            for (std::size_t i = here.size(); i-- > 1;)
                next_parts[i - 1] =
                    here[i].is_part && here[i].name.begin > here[i - 1].name.begin ? here[i].name.begin : next_parts[i];
            bool told = false; // the piece that ends is a part of the story, not what stands before the parts
            const auto add = [&](std::uint32_t begin, std::uint32_t end, bool work) {
                if (begin >= end) return;
                (work ? record.work : record.story).push_back({turn.turn, {begin, end}});
                if (!work && !told) record.head.push_back({turn.turn, {begin, end}});
            };
            bool work = began;
            for (std::size_t i = 0; i < here.size(); ++i) {
                const auto& label = here[i];
                const auto next_label = i + 1 < here.size() ? here[i + 1].name.begin : end_of_text;
                Field field = {.label = label.list, .name = {turn.turn, label.name}};
                auto end = label.is_part ? next_parts[i] : next_label;
                if (!label.is_part) {
                    const auto line = text.find('\n', label.value);
                    end = std::min(end, static_cast<std::uint32_t>(std::min(line, text.size())));
                }
                field.value = {turn.turn, trimmed(text, {std::min(label.value, end), end})};
                // Of the story a part is blank that has nothing before the next label; the work may begin with labels.
                field.blank = is_blank(
                    label.is_part && !label.is_work
                        ? Stretch{turn.turn, {field.value.span.begin, std::max(field.value.span.begin, std::min(end, next_label))}}
                        : field.value);
                if (label.is_part) {
                    add(story_begin, label.name.begin, work);
                    story_begin = label.name.begin;
                    work = label.is_work;
                    told = true;
                    if (!label.is_work) record.narrative.push_back(field.value);
                    record.parts.push_back(field);
                } else {
                    record.fields.push_back(field);
                }
            }
            add(story_begin, end_of_text, work);
        }
        if (record.narrative.empty()) record.narrative = record.head = record.story;
    }

    const Talk& talk_;
    std::vector<Label> labels_ = {};
};

void read_record(const Talk& talk, CaseRecord& record) { record = Reading(talk).read(); }

} // namespace

const CaseRecord& record_of(const Talk& talk) { return talk.once(read_record); }

std::vector<Stretch> parts_of(const CaseRecord& record, std::span<const ListId> labels) {
    std::vector<Stretch> out;
    for (const auto& part : record.parts)
        if (!part.blank && std::ranges::find(labels, part.label) != labels.end()) out.push_back(part.value);
    return out;
}

std::vector<Stretch> whole(const Talk& talk) {
    std::vector<Stretch> out;
    for (std::uint32_t t = 0; t < talk.turn_count(); ++t)
        if (!talk.turn(t).is_private) out.push_back({t, {0, static_cast<std::uint32_t>(talk.turn(t).text.size())}});
    return out;
}

} // namespace motaudit
