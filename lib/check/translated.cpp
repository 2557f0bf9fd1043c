// kind = "translated": a case record in another language has a summary in English, or in what the dictionaries know (SOP 3.2).

#include "check/kinds.hpp"
#include "query/record.hpp"
#include <array>

namespace motaudit::checks {
namespace {

enum { words };
constexpr std::array settings = {
    Setting{.name = "words",
            .type = Setting::Type::number,
            .meaning = "of English in one line make a summary",
            .fallback = 8,
            .stricter = 1},
};

bool is_foreign(const Word& word) { return word.kind == WordKind::word && word.is(Word::not_ascii) && !word.is(Word::spelled); }

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& language = talk.conversation().language;
    std::size_t foreign = 0, plain = 0;
    for (const auto& turn : whole(talk))
        for (const auto& word : talk.words(turn.turn)) (is_foreign(word) ? foreign : plain) += word.kind == WordKind::word;
    const bool is_english = language.empty() ? foreign <= plain : language.substr(0, 2) == "en" || language.substr(0, 2) == "EN";
    if (is_english) return finding.not_applicable("the record is in English");
    for (const auto& turn : whole(talk)) {
        const auto text = talk.turn(turn.turn).text;
        std::size_t known = 0;
        Span line = {};
        const auto is_summary = [&] { return static_cast<double>(known) >= parameter[words].number; };
        for (const auto& word : talk.words(turn.turn)) {
            const bool breaks =
                text.substr(line.end, word.span.begin - std::min(line.end, word.span.begin)).find('\n') != std::string_view::npos;
            if (breaks || is_foreign(word)) {
                if (is_summary()) break;
                known = 0;
                line.begin = word.span.begin;
            }
            known += word.is(Word::spelled) && !word.is(Word::second_half);
            line.end = word.span.end;
        }
        if (is_summary()) {
            finding.evidence.push_back({turn.turn, line, {}});
            return finding.yes();
        }
    }
    finding.missing.push_back("a summary in English");
    finding.no("no English summary");
}

} // namespace

const CheckKind translated_kind = {.name = "translated",
                                   .summary = "a case record in another language has an English summary",
                                   .settings = settings,
                                   .judge = judge};

} // namespace motaudit::checks
