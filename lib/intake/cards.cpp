#include "intake/cards.hpp"

#include "intake/ascii.hpp"
#include "intake/json_parser.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace motaudit {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view schema = "motaudit.scorecard/1";
constexpr std::size_t longest_line = std::size_t{64} << 20;

std::string_view text_of(element value) {
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::optional<double> number_of(element value) {
    double number = 0;
    return value.get(number) == simdjson::SUCCESS ? std::optional(number) : std::nullopt;
}

std::uint64_t count_of(element value) {
    std::uint64_t count = 0;
    return value.get(count) == simdjson::SUCCESS ? count : 0;
}

bool read_verdict(std::string_view name, ReadMark& mark) {
    const auto found = std::ranges::find(verdict_names, name);
    if (found == verdict_names.end()) return false;
    mark.verdict = static_cast<Verdict>(found - verdict_names.begin());
    return true;
}

void read_quote(element value, ReadMark& mark) {
    array pieces;
    if (!mark.quote.empty() || value.get(pieces) != simdjson::SUCCESS) return;
    for (const element piece : pieces) {
        object place;
        if (piece.get(place) != simdjson::SUCCESS) continue;
        for (const auto field : place) {
            if (field.key == "text") mark.quote = text_of(field.value);
            if (field.key == "turn") mark.turn = count_of(field.value);
        }
        if (!mark.quote.empty()) return;
    }
}

// Why it is none; empty where it is one.
std::string read_mark(const object& fields, ReadMark& mark) {
    element near;
    bool has_near = false;
    std::string_view verdict;
    for (const auto field : fields) {
        const auto key = field.key;
        if (key == "id")
            mark.parameter = text_of(field.value);
        else if (key == "verdict")
            verdict = text_of(field.value);
        else if (key == "clause")
            mark.clause = text_of(field.value);
        else if (key == "reason")
            mark.reason = text_of(field.value);
        else if (key == "advice")
            mark.advice = text_of(field.value);
        else if (key == "na") {
            const auto kind = std::ranges::find(not_judged_names, text_of(field.value));
            if (kind != not_judged_names.end()) mark.not_judged = static_cast<NotJudged>(kind - not_judged_names.begin());
        } else if (key == "evidence") {
            read_quote(field.value, mark);
        } else if (key == "near") {
            near = field.value;
            has_near = true;
        } else if (key == "missing") {
            array all;
            if (field.value.get(all) != simdjson::SUCCESS) continue;
            for (const element one : all) mark.missing.push_back(text_of(one));
        }
    }
    if (has_near) read_quote(near, mark);
    if (mark.parameter.empty()) return "a verdict without the 'id' of its parameter";
    if (!read_verdict(verdict, mark))
        return fmt::format("{}: unknown verdict '{}'; there are yes, no, na", mark.parameter, verdict);
    return {};
}

std::string read_marks(element value, ReadCard& card) {
    array all;
    if (value.get(all) != simdjson::SUCCESS) return "'parameters' is no list";
    for (const element one : all) {
        object fields;
        if (one.get(fields) != simdjson::SUCCESS) return "'parameters' holds what is no object";
        card.marks.emplace_back();
        if (auto why = read_mark(fields, card.marks.back()); !why.empty()) return why;
    }
    return {};
}

std::string read_verdicts(element value, ReadCard& card) {
    object all;
    if (value.get(all) != simdjson::SUCCESS) return "'verdicts' is no object";
    for (const auto field : all) {
        card.marks.push_back({.parameter = field.key});
        if (!read_verdict(text_of(field.value), card.marks.back()))
            return fmt::format("{}: unknown verdict '{}'; there are yes, no, na", field.key, text_of(field.value));
    }
    return {};
}

std::string_view* text_field(ReadCard& card, std::string_view key) {
    struct Row {
        std::string_view name;
        std::string_view ReadCard::*field;
    };
    static constexpr Row rows[] = {{"id", &ReadCard::id},
                                   {"channel", &ReadCard::channel},
                                   {"agent", &ReadCard::agent},
                                   {"agent_id", &ReadCard::agent_id},
                                   {"customer", &ReadCard::customer},
                                   {"started_at", &ReadCard::started_at},
                                   {"account", &ReadCard::account},
                                   {"team", &ReadCard::team},
                                   {"site", &ReadCard::site},
                                   {"topic", &ReadCard::topic},
                                   {"language", &ReadCard::language}};
    const auto* row = std::ranges::find(rows, key, &Row::name);
    return row == std::end(rows) ? nullptr : &(card.*row->field);
}

std::string read_card(const object& fields, ReadCard& card) {
    bool right_schema = false, has_verdicts = false;
    std::string why;
    for (const auto field : fields) {
        const auto key = field.key;
        if (auto* const text = text_field(card, key)) {
            *text = text_of(field.value);
        } else if (key == "schema") {
            right_schema = text_of(field.value) == schema;
            if (!right_schema && text_of(field.value) == "motaudit.report/1")
                return "a whole report; make the scorecards with audit --format jsonl";
        } else if (key == "source" || key == "standard") {
            object inner;
            if (field.value.get(inner) != simdjson::SUCCESS) continue;
            for (const auto part : inner) {
                if (part.key == "path") card.source = text_of(part.value);
                if (part.key == "record") card.record = count_of(part.value);
                if (part.key == "name") card.standard = text_of(part.value);
                if (part.key == "version") card.standard_version = text_of(part.value);
            }
        } else if (key == "turns") {
            card.turns = count_of(field.value);
        } else if (key == "duration") {
            card.duration = number_of(field.value);
        } else if (key == "score") {
            card.score = number_of(field.value);
            if (card.score && !(*card.score >= 0 && *card.score <= 100)) return "'score' is not from 0 to 100";
        } else if (key == "judged_share") {
            card.judged_share = std::clamp(number_of(field.value).value_or(0), 0.0, 1.0);
        } else if (key == "passed") {
            bool passed = true;
            if (field.value.get(passed) == simdjson::SUCCESS) card.passed = passed;
        } else if (key == "fatal") {
            array all;
            if (field.value.get(all) != simdjson::SUCCESS) continue;
            for (const element one : all) card.fatal.push_back(text_of(one));
        } else if (key == "parameters" || key == "verdicts") {
            has_verdicts = true;
            why = key == "parameters" ? read_marks(field.value, card) : read_verdicts(field.value, card);
            if (!why.empty()) return why;
        }
    }
    if (!right_schema) return "not a scorecard (motaudit.scorecard/1); make them with audit --format jsonl";
    if (card.id.empty()) return "no 'id' of a conversation";
    if (!has_verdicts) return "no verdicts: neither 'parameters' nor 'verdicts'";
    return {};
}

} // namespace

CardReader::CardReader(std::string path, Take take, Problem problem)
    : path_(std::move(path)), take_(std::move(take)), problem_(std::move(problem)), parser_(std::make_unique<JsonParser>()) {}

CardReader::~CardReader() = default;

void CardReader::feed(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        const auto piece = bytes.substr(0, end);
        const bool whole = end != std::string_view::npos;
        bytes.remove_prefix(whole ? end + 1 : bytes.size());
        if (!skipping_ && rest_.size() + piece.size() > longest_line) {
            problem_({path_, line_ + 1, 0, fmt::format("a line of more than {} bytes", longest_line)});
            skipping_ = true;
            rest_ = {};
        }
        if (skipping_) {
            if (!whole) continue;
            ++line_;
            skipping_ = false;
        } else if (!whole) {
            rest_ += piece;
        } else if (rest_.empty()) {
            line(piece);
        } else {
            rest_ += piece;
            line(rest_);
            rest_.clear();
        }
    }
}

void CardReader::finish() {
    if (!rest_.empty()) line(rest_);
}

void CardReader::line(std::string_view text) {
    ++line_;
    if (line_ == 1 && text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (ascii::trim(text).empty()) return;
    element value;
    object fields;
    if (const auto code = parser_->parse(text, value)) return problem_(json_error(text, code, path_, line_));
    if (value.get(fields) != simdjson::SUCCESS) return problem_({path_, line_, 0, "not an object"});
    auto marks = std::move(card_.marks);
    marks.clear();
    card_ = {};
    card_.marks = std::move(marks);
    card_.path = path_;
    card_.line = line_;
    if (auto why = read_card(fields, card_); !why.empty()) return problem_({path_, line_, 0, std::move(why)});
    take_(card_);
}

} // namespace motaudit
