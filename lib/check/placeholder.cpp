// kind = "placeholder": nothing that a customer would receive holds an unfilled placeholder; a template's are well formed.

#include "check/kinds.hpp"
#include "query/own_words.hpp"
#include "text/fold.hpp"
#include "text/placeholders.hpp"
#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace motaudit::checks {
namespace {

enum { names, syntaxes, masks, link_blanks, fields };
constexpr std::array settings = {
    Setting{.name = "names", .type = Setting::Type::texts, .meaning = "the placeholders a template may hold; none = any"},
    Setting{.name = "syntaxes",
            .type = Setting::Type::texts,
            .meaning = "the syntaxes a template may be written in, by an example of each: “{{name}}”; none = any known one"},
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

// The placeholders of one conversation, judged in order.
class Judge {
public:
    Judge(const Talk& talk, const Parameter& parameter, Finding& finding)
        : talk_(talk), parameter_(parameter), finding_(finding), customers_(talk) {}

    void turn(std::uint32_t turn) {
        turn_ = turn;
        const auto text = talk_.turn(turn).text;
        for (const auto& span : unbalanced(text)) {
            // "<<" and "[[" are also how people write.
            const bool told = is_template() || text[span.begin] == '{' || text[span.begin] == '}' || text[span.begin] == '$';
            if (told && is_received(span)) add(span, "a pair of brackets");
        }
        if (is_template())
            for (const auto& [span, name] : lone_brackets(text))
                if (is_field(name, parameter_[fields].texts)) add(span, "a pair of brackets");
        for (const auto& word : talk_.words(turn)) {
            if (!checks::is_received(word)) continue;
            if (word.kind == WordKind::link) blank_in_link(talk_, turn, word, parameter_[link_blanks].texts, finding_);
            if (word.kind == WordKind::link || word.kind == WordKind::address) within(word);
            if (word.kind == WordKind::placeholder) is_template() ? written(word.span) : sent(word.span, word.is(Word::quoted));
        }
    }

private:
    // By the next word, since brackets are none.
    bool is_received(Span span) const {
        const auto words = talk_.words(turn_);
        const auto next = std::ranges::upper_bound(words, span.begin, {}, [](const Word& word) { return word.span.end; });
        return next == words.end() ? words.empty() || checks::is_received(words.back()) : checks::is_received(*next);
    }
    bool is_template() const { return talk_.channel() == Channel::template_; }
    void add(Span span, const char* note) {
        for (const auto& seen : finding_.evidence)
            if (seen.turn == turn_ && seen.span.begin < span.end && span.begin < seen.span.end) return; // said once is enough
        finding_.evidence.push_back({turn_, span, note});
    }

    // "https://www.oppo.com/{{country}}": a link that holds one.
    void within(const Word& word) {
        const auto text = talk_.text(word, turn_);
        for (auto at = text.find_first_of("{%"); at != std::string_view::npos; at = text.find_first_of("{%", at + 1)) {
            const auto size = placeholder_at(text.substr(at));
            if (size == 0) continue;
            const auto begin = word.span.begin + static_cast<std::uint32_t>(at);
            const Span span = {begin, begin + static_cast<std::uint32_t>(size)};
            is_template() ? written(span) : sent(span, word.is(Word::quoted));
            at += size - 1;
        }
    }

    Placeholder at(Span span) const { return placeholder_of(talk_.turn(turn_).text.substr(span.begin, span.size())); }
    bool is_place_in_menu(const Placeholder& one) const {
        return one.syntax == PlaceholderSyntax::square && !is_field(one.name, parameter_[fields].texts);
    }

    void sent(Span span, bool is_quoted) {
        const auto placeholder = at(span);
        if (is_quoted || customers_.hold(placeholder.syntax) || holds(parameter_[masks].texts, placeholder.name)) return;
        if (!is_place_in_menu(placeholder)) add(span, "fill it in");
    }

    void written(Span span) {
        const auto placeholder = at(span);
        if (is_place_in_menu(placeholder)) return;
        const auto& known = parameter_[syntaxes].texts;
        const bool is_known = known.empty() ? placeholder.syntax != PlaceholderSyntax::foreign
                                            : std::ranges::any_of(known, [&](const std::string& one) {
                                                  return placeholder_of(one).syntax == placeholder.syntax;
                                              });
        if (!is_known) return add(span, "a syntax that is known");
        if (!first_) first_ = placeholder.syntax;
        if (*first_ != placeholder.syntax) return add(span, "one syntax for all placeholders");
        const bool is_name = !talk_.turn(turn_).text.substr(span.begin).starts_with("{%") &&
                             !talk_.turn(turn_).text.substr(span.begin).starts_with("{#");
        if (is_name && !parameter_[names].texts.empty() && !holds(parameter_[names].texts, placeholder.name))
            add(span, "a name that the standard lists");
    }

    const Talk& talk_;
    const Parameter& parameter_;
    Finding& finding_;
    Masks customers_;
    std::uint32_t turn_ = 0;
    std::optional<PlaceholderSyntax> first_ = {};
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    Judge all(talk, parameter, finding);
    for (std::uint32_t turn = 0; turn < talk.turn_count(); ++turn)
        if (is_agents(talk, turn)) all.turn(turn);
    if (finding.evidence.empty()) return finding.yes();
    std::ranges::stable_sort(finding.evidence, [](const Evidence& a, const Evidence& b) {
        return a.turn != b.turn ? a.turn < b.turn : a.span.begin < b.span.begin;
    });
    finding.no(talk.channel() == Channel::template_ ? "a placeholder is not well formed" : "a placeholder was not filled in");
}

} // namespace

const CheckKind placeholder_kind = {.name = "placeholder",
                                    .summary = "no placeholder is left unfilled; a template's are well formed",
                                    .settings = settings,
                                    .judge = judge,
                                    .looks_for_words = false};

} // namespace motaudit::checks
