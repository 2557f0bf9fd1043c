// kind = "placeholder": nothing that a customer would receive holds an unfilled placeholder; a template's are well formed.

#include "check/kinds.hpp"
#include "query/own_words.hpp"
#include "text/fold.hpp"
#include "text/placeholders.hpp"
#include <algorithm>
#include <array>
#include <set>

namespace motaudit::checks {
namespace {

enum { names, masks, link_blanks, fields };
constexpr std::array settings = {
    Setting{.name = "names", .type = Setting::Type::texts, .meaning = "the placeholders a template may hold; none = any"},
    Setting{.name = "masks", .type = Setting::Type::texts, .meaning = "what exports put in the place of private data"},
    Setting{.name = "link_blanks", .type = Setting::Type::texts, .meaning = "parts of a link that are to be filled in"},
    Setting{.name = "fields",
            .type = Setting::Type::texts,
            .meaning = "words of which a name in square brackets is made: “[Order number]”, not “[Settings]”"},
};

bool holds(const std::vector<std::string>& list, std::string_view text) {
    const bool plain = is_ascii(text); // plain letters keep their number
    return std::ranges::any_of(list, [&](const std::string& one) {
        return (one.size() == text.size() || !plain || !is_ascii(one)) && folded(one) == folded(text);
    });
}

bool is_received(const Word& word) { return word.part != static_cast<std::uint8_t>(Part::history); }

// "[Settings]" is a place in a menu; "[Order number]" is to be filled in.
bool is_field(std::string_view name, const std::vector<std::string>& parts) {
    while (!name.empty()) {
        const auto part = name.substr(0, name.find_first_of(" _-/.'"));
        if (!part.empty() && !holds(parts, part)) return false;
        name.remove_prefix(std::min(name.size(), part.size() + 1));
    }
    return true;
}

bool parts_link(char c) { return c == '/' || c == '?' || c == '&' || c == '=' || c == '#'; }

void blank_in_link(const Talk& talk, std::uint32_t turn, const Word& word, const std::vector<std::string>& blanks,
                   Finding& finding) {
    const auto link = talk.text(word, turn);
    for (std::size_t at = 0; at < link.size();) {
        const auto end = static_cast<std::size_t>(
            std::find_if(link.begin() + static_cast<std::ptrdiff_t>(at), link.end(), parts_link) - link.begin());
        if (end > at && holds(blanks, link.substr(at, end - at)))
            finding.evidence.push_back(
                {turn,
                 {static_cast<std::uint32_t>(word.span.begin + at), static_cast<std::uint32_t>(word.span.begin + end)},
                 "fill it in"});
        at = end + 1;
    }
}

// The syntaxes of what stands in the place of a customer's data in this export, looked for when first asked.
class Masks {
public:
    explicit Masks(const Talk& talk) : talk_(talk) {}

    bool hold(PlaceholderSyntax syntax) {
        if (!known_) gather();
        return syntaxes_.contains(syntax);
    }

private:
    void gather() {
        known_ = true;
        for (std::uint32_t turn = 0; turn < talk_.turn_count(); ++turn)
            if (talk_.turn(turn).speaker == Speaker::customer)
                for (const auto& word : talk_.words(turn))
                    if (word.kind == WordKind::placeholder) syntaxes_.insert(placeholder_of(talk_.text(word, turn)).syntax);
    }

    const Talk& talk_;
    bool known_ = false;
    std::set<PlaceholderSyntax> syntaxes_ = {};
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const bool is_template = talk.channel() == Channel::template_;
    Masks customers(talk);
    std::set<PlaceholderSyntax> syntaxes;
    const auto add = [&](std::uint32_t turn, Span span, std::string note) {
        finding.evidence.push_back({turn, span, std::move(note)});
    };
    for (std::uint32_t turn = 0; turn < talk.turn_count(); ++turn) {
        if (!is_agents(talk, turn)) continue;
        for (const auto& word : talk.words(turn)) {
            if (!is_received(word)) continue;
            if (word.kind == WordKind::link) blank_in_link(talk, turn, word, parameter[link_blanks].texts, finding);
            if (word.kind != WordKind::placeholder) continue;
            const auto placeholder = placeholder_of(talk.text(word, turn));
            if (!is_template) {
                if (word.is(Word::quoted) || customers.hold(placeholder.syntax) || holds(parameter[masks].texts, placeholder.name))
                    continue;
                if (placeholder.syntax == PlaceholderSyntax::square && !is_field(placeholder.name, parameter[fields].texts))
                    continue;
                add(turn, word.span, "fill it in");
                continue;
            }
            if (syntaxes.insert(placeholder.syntax).second && syntaxes.size() > 1)
                add(turn, word.span, "one syntax for all placeholders");
            if (!parameter[names].texts.empty() && !holds(parameter[names].texts, placeholder.name))
                add(turn, word.span, "a name that the standard lists");
        }
        for (const auto& span : unbalanced(talk.turn(turn).text)) add(turn, span, "a pair of brackets");
    }
    if (finding.evidence.empty()) return finding.yes();
    std::ranges::stable_sort(finding.evidence, [](const Evidence& a, const Evidence& b) {
        return a.turn != b.turn ? a.turn < b.turn : a.span.begin < b.span.begin;
    });
    finding.no(is_template ? "a placeholder is not well formed" : "a placeholder was not filled in");
}

} // namespace

const CheckKind placeholder_kind = {.name = "placeholder",
                                    .summary = "no placeholder is left unfilled; a template's are well formed",
                                    .settings = settings,
                                    .judge = judge,
                                    .looks_for_words = false};

} // namespace motaudit::checks
