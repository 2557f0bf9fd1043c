// kind = "grammar": none of the slips that show without a parser.

#include "check/kinds.hpp"
#include "query/own_words.hpp"
#include "query/sentence_ends.hpp"
#include "text/article.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { slips, may_double, either_article, an_words, a_words, lower_i, spaces, sentences };
constexpr std::array settings = {
    Setting{.name = "slips", .type = Setting::Type::lists, .meaning = "lists of phrases that are slips"},
    Setting{.name = "may_double", .type = Setting::Type::texts, .meaning = "words that may stand twice: “had had”"},
    Setting{.name = "either_article",
            .type = Setting::Type::texts,
            .meaning = "words that take “a” or “an”, or follow “a” by chance; “herb*” = all that begin so"},
    Setting{.name = "an_words", .type = Setting::Type::texts, .meaning = "words that take “an” though they begin with a consonant"},
    Setting{.name = "a_words", .type = Setting::Type::texts, .meaning = "words that take “a” though they begin with a vowel"},
    Setting{.name = "lower_i", .type = Setting::Type::flag, .meaning = "“i” for “I” is a slip", .fallback = 1, .stricter = 1},
    Setting{.name = "spaces",
            .type = Setting::Type::flag,
            .meaning = "a space before a comma or a stop is a slip",
            .fallback = 1,
            .stricter = 1},
    Setting{.name = "sentences",
            .type = Setting::Type::flag,
            .meaning = "in mail, a sentence begins with a capital and ends with a mark",
            .fallback = 1,
            .stricter = 1},
};

bool holds(const std::vector<std::string>& words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

// What may stand behind a space that should not be there.
bool is_mark(char c) { return c == ',' || c == '.' || c == '!' || c == '?' || c == ';'; }

struct Search {
    const Talk& talk;
    const Parameter& parameter;
    Finding& finding;
    std::uint32_t turn = 0;
    std::string_view text_ = talk.turn(turn).text;

    std::string_view text() const { return text_; }
    void found(Span span, std::string note) { finding.evidence.push_back({turn, span, std::move(note)}); }

    // Only blanks, and at most one end of line, lie between two words.
    bool adjacent(const Word& a, const Word& b) const {
        const auto between = text().substr(a.span.end, b.span.begin - a.span.end);
        return !between.empty() && std::ranges::count(between, '\n') <= 1 &&
               between.find_first_not_of(" \t\r\n") == std::string_view::npos;
    }

    void doubled(const Word& a, const Word& b) {
        if (a.hash != b.hash || a.kind != WordKind::word || b.kind != WordKind::word || a.span.begin == b.span.begin) return;
        if (a.sentence != b.sentence || !adjacent(a, b)) return;
        const auto word = talk.text(b, turn);
        if (b.is(Word::capital) && !b.is(Word::all_caps)) return; // "Bora Bora"
        if (word.size() < 2 && word != "a" && word != "I") return;
        if (talk.text(a, turn).find('\'') != std::string_view::npos || holds(parameter[may_double].texts, folded(word))) return;
        found({a.span.begin, b.span.end}, std::string(talk.text(a, turn)));
    }

    void article(const Word& a, const Word& b) {
        if (a.kind != WordKind::word || a.is(Word::hyphen_before) || a.is(Word::hyphen_after)) return;
        // Most words need no folding to be known for no article.
        if (!a.is(Word::not_ascii) && (a.span.size() > 2 || (text()[a.span.begin] | 0x20) != 'a')) return;
        const auto written = folded(talk.text(a, turn));
        const bool an = written == "an";
        if (!an && written != "a") return;
        if (a.is(Word::capital) && !a.is(Word::sentence_start)) return; // "option A is", "a B or an A"
        if (a.sentence != b.sentence || !adjacent(a, b)) return;
        const Articles articles{parameter[an_words].texts, parameter[a_words].texts, parameter[either_article].texts};
        const auto right = articles.before(talk.text(b, turn), b);
        if (right == Article::either || (right == Article::an) == an) return;
        found({a.span.begin, b.span.end}, (an ? "a " : "an ") + std::string(talk.text(b, turn)));
    }

    void small_i(const Word& word) {
        if (text()[word.span.begin] != 'i' || word.kind != WordKind::word || word.is(Word::second_half) ||
            word.is(Word::hyphen_before) || word.is(Word::hyphen_after))
            return;
        const auto written = talk.text(word, turn);
        const bool contracted = written.size() > 2 && (written[1] == '\'' || written.substr(1).starts_with("’"));
        if (written.size() != 1 && !contracted) return;
        const char before = word.span.begin == 0 ? ' ' : text()[word.span.begin - 1];
        const char behind = word.span.end < text().size() ? text()[word.span.end] : ' ';
        // "(i)", "i.", "i/o", "<i>" are no pronouns.
        if (before == '(' || before == '<' || before == '/' || behind == ')' || behind == '/' || behind == '>') return;
        const bool inner_stop = word.span.end + 1 < text().size() && text()[word.span.end + 1] > ' '; // "i.e."
        if (behind == '.' && (word.is(Word::line_start) || inner_stop)) return;
        found(word.span, "I" + std::string(written.substr(1)));
    }

    // A mark that stands apart from the word before it. Behind a link or a code people set it apart on purpose.
    void space_before_mark(const Word& word) {
        if (word.kind != WordKind::word && word.kind != WordKind::number) return;
        auto at = static_cast<std::size_t>(word.span.end);
        while (at < text().size() && text()[at] == ' ') ++at;
        if (at == word.span.end || at >= text().size() || !is_mark(text()[at])) return;
        const char behind = at + 1 < text().size() ? text()[at + 1] : '\n';
        const bool ends = behind == ' ' || behind == '\n' || behind == '\r' || behind == '\t' ||
                          ((behind == '?' || behind == '!') && text()[at] != '.');
        if (!ends) return;                                                 // ".NET", "...", ";)"
        if (text()[at] == '.' && text().substr(at + 1, 2) == " .") return; // ". . ."
        found({word.span.begin, static_cast<std::uint32_t>(at + 1)}, std::string(talk.text(word, turn)) + text()[at]);
    }

    void run() {
        const auto words = talk.words(turn);
        const bool looks_at_i = parameter[lower_i].number != 0, looks_at_spaces = parameter[spaces].number != 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto& word = words[i];
            if (!is_own(word) || word.is(Word::second_half)) continue;
            // What the first letter or the next one tells is asked here: nearly every word is out at once.
            const char first = text()[word.span.begin];
            if (i + 1 < words.size() && is_own(words[i + 1])) {
                if (word.hash == words[i + 1].hash) doubled(word, words[i + 1]);
                if ((first | 0x20) == 'a' || word.is(Word::not_ascii)) article(word, words[i + 1]);
            }
            if (first == 'i' && looks_at_i) small_i(word);
            if (word.span.end < text().size() && text()[word.span.end] == ' ' && looks_at_spaces) space_before_mark(word);
        }
        if (parameter[sentences].number != 0 && is_mail(talk)) {
            for (const auto& span : small_beginnings(talk, turn)) found(span, "a capital at the beginning of the sentence");
            for (const auto& span : open_ends(talk, turn)) found(span, "a mark at the end of the sentence");
        }
    }
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto language = talk.conversation().language;
    if (!talk.speaks_standard() || (!language.empty() && !language.starts_with("en")))
        return finding.not_visible("the text is not English");
    for (std::uint32_t turn = 0; turn < talk.turn_count(); ++turn)
        if (is_agents(talk, turn)) Search{talk, parameter, finding, turn}.run();
    for (const auto& match : talk.said(parameter[slips].lists, {.speaker = Speaker::agent}))
        finding.evidence.push_back(talk.evidence(match, talk.standard().lexicon.list(match.list).phrases[match.phrase].note));
    std::ranges::stable_sort(finding.evidence, [](const Evidence& a, const Evidence& b) {
        return a.turn != b.turn ? a.turn < b.turn : a.span.begin < b.span.begin;
    });
    if (finding.evidence.empty()) return finding.yes();
    const auto found = finding.evidence.size();
    finding.no(found == 1 ? "a slip of grammar" : std::to_string(found) + " slips of grammar");
}

} // namespace

const CheckKind grammar_kind = {
    .name = "grammar", .summary = "none of the slips of grammar that show without a parser", .settings = settings, .judge = judge};

} // namespace motaudit::checks
