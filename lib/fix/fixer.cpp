#include "fix/fixer.hpp"

#include "check/kinds.hpp"
#include "fix/clear_word.hpp"
#include "fix/protected.hpp"
#include "report/evidence.hpp"
#include "text/casing.hpp"
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace motaudit {
namespace {

// Bytes [begin, end) of the file become `text`.
struct Edit {
    std::size_t begin = 0, end = 0;
    std::string text = {};
};

constexpr std::size_t head_bytes = std::size_t{64} << 10; // what a reader is known by
constexpr int most_rounds = 10;
// Readers of files that are one reply, as it is.
constexpr std::array<std::string_view, 3> readers_of_texts = {"document", "text", "canned-html"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0; }

// What is wrong in one reading of a file, and what to put there.
class Round : public Sink {
public:
    Round(const Standard& standard, Talk& talk, std::string_view file, bool is_markdown)
        : standard_(standard), talk_(talk), file_(file), protected_(protected_in(file, is_markdown)) {
        lines_.push_back(0);
        for (auto at = file.find('\n'); at != file.npos; at = file.find('\n', at + 1)) lines_.push_back(at + 1);
    }

    void conversation(Conversation& conversation) override {
        any_ = true;
        if (conversation.channel != Channel::template_) {
            error_ = Error{.message = "no template: it is read as " + std::string(name_of(conversation.channel))};
            return;
        }
        talk_.open(conversation, true);
        if (!talk_.speaks_standard()) return;
        for (const auto& parameter : standard_.parameters)
            if (parameter.applies_to(Channel::template_) && !parameter.by_person) look(parameter, conversation);
    }
    void unreadable(Error error) override { error_ = std::move(error); }
    void hint(Error) override {}

    bool any() const { return any_; }
    const std::optional<Error>& error() const { return error_; }

    // The file with all of it mended; where two overlap, the first.
    Fixed mended() {
        std::ranges::stable_sort(edits_, {}, &Edit::begin);
        Fixed fixed;
        std::size_t at = 0;
        for (const auto& edit : edits_) {
            if (edit.begin < at) continue;
            fixed.text += file_.substr(at, edit.begin - at);
            fixed.text += edit.text;
            at = edit.end;
            ++fixed.changes;
        }
        fixed.text += file_.substr(at);
        return fixed;
    }

private:
    void look(const Parameter& parameter, const Conversation& conversation) {
        const auto kind = parameter.check->name;
        const bool casing = kind == checks::casing_kind.name, spelling = kind == checks::spelling_kind.name,
                   grammar = kind == checks::grammar_kind.name, words = kind == checks::never_says_kind.name;
        if (!casing && !spelling && !grammar && !words) return;
        Finding finding;
        parameter.check->judge(talk_, parameter, finding);
        if (words) keep_replaceable(parameter, finding);
        talk_.point_at_source(finding);
        PlaceFinder places(conversation);
        for (const auto& seen : finding.evidence) {
            const auto said = words_of(seen, conversation);
            const auto at = place_in_file(said, places.of(seen));
            if (!at || said.find('\n') != said.npos) continue;
            std::string text;
            if (casing) text = seen.note;
            if (spelling && stands_alone(*at, said.size()) && !is_name(*at, said)) text = clear_word(said, standard_);
            if (grammar && is_doubled(said, seen.note)) text = seen.note;
            if (words && stands_alone(*at, said.size()) && !behind_article(*at)) text = in_place_of(said, seen.note, *at);
            if (!text.empty() && text != said && is_free(*at, *at + said.size()))
                edits_.push_back({*at, *at + said.size(), std::move(text)});
        }
    }

    // Of what a standard would have said otherwise: what can stand in its place as it is.
    void keep_replaceable(const Parameter& parameter, Finding& finding) const {
        const auto setting = std::ranges::find(parameter.check->settings, "replaceable", &Setting::name);
        const auto& lists = parameter[static_cast<std::size_t>(setting - parameter.check->settings.begin())].lists;
        std::vector<Evidence> kept;
        for (const auto& match : talk_.said(lists, {.speaker = Speaker::agent}))
            for (auto& seen : finding.evidence)
                if (seen.turn == match.turn && seen.span == talk_.span(match)) kept.push_back(seen);
        finding.evidence = std::move(kept);
    }

    // Where the words stand in the file, byte for byte; nothing where it writes them otherwise.
    std::optional<std::size_t> place_in_file(std::string_view said, Place place) const {
        if (said.empty() || place.line == 0 || place.line > lines_.size()) return {};
        const auto at = lines_[place.line - 1] + place.column - 1;
        const std::size_t mark = place.line == 1 && file_.starts_with("\xef\xbb\xbf") ? 3 : 0;
        if (at + mark <= file_.size() && file_.substr(at + mark, said.size()) == said) return at + mark;
        return {};
    }

    bool is_free(std::size_t begin, std::size_t end) const {
        const auto after = std::ranges::upper_bound(protected_, begin, {}, &ProtectedStretch::end);
        return after == protected_.end() || after->begin >= end;
    }

    // No part of something longer: "e-recieved", "don't".
    bool stands_alone(std::size_t at, std::size_t size) const {
        constexpr std::string_view joins = "-_'&/@.";
        const char before = at > 0 ? file_[at - 1] : ' ';
        const char behind = at + size < file_.size() ? file_[at + size] : ' ';
        const char beyond = at + size + 1 < file_.size() ? file_[at + size + 1] : ' ';
        if (is_letter(before) || is_letter(behind) || joins.find(before) != joins.npos) return false;
        return joins.find(behind) == joins.npos || !is_letter(beyond);
    }

    bool begins_sentence(std::size_t at) const {
        std::size_t lines = 0;
        while (at > 0 && (file_[at - 1] == ' ' || file_[at - 1] == '\n' || file_[at - 1] == '\r' || file_[at - 1] == '\t'))
            lines += file_[--at] == '\n';
        return at == 0 || lines > 1 || std::string_view(".!?>*#-:").find(file_[at - 1]) != std::string_view::npos;
    }

    // With a capital inside a sentence it may be anybody's.
    bool is_name(std::size_t at, std::string_view said) const { return casing_of(said) != Casing::lower && !begins_sentence(at); }

    static bool is_doubled(std::string_view said, std::string_view once) {
        const auto rest = said.substr(std::min(once.size(), said.size()));
        const auto second = rest.find_first_not_of(" \t");
        return !once.empty() && said.starts_with(once) && second != rest.npos && second > 0 &&
               lower_case(rest.substr(second)) == lower_case(once);
    }

    // "an asap reply": what follows an article would need another one.
    bool behind_article(std::size_t at) const {
        while (at > 0 && file_[at - 1] == ' ') --at;
        auto begin = at;
        while (begin > 0 && is_letter(file_[begin - 1])) --begin;
        const auto word = lower_case(file_.substr(begin, at - begin));
        return word == "a" || word == "an";
    }

    std::string in_place_of(std::string_view said, const std::string& right, std::size_t at) const {
        const auto casing = casing_of(said);
        const bool capital = casing == Casing::lower ? false : casing == Casing::capital || begins_sentence(at);
        return capital ? with_capital(right) : right;
    }

    const Standard& standard_;
    Talk& talk_;
    std::string_view file_;
    std::vector<ProtectedStretch> protected_;
    std::vector<std::size_t> lines_ = {}; // where each begins
    std::vector<Edit> edits_ = {};
    bool any_ = false;
    std::optional<Error> error_ = {};
};

bool has_ending(std::string_view path, std::string_view ending) {
    return path.size() > ending.size() && lower_case(path.substr(path.size() - ending.size())) == ending;
}

} // namespace

Result<Fixed> Fixer::fix(const std::string& path, std::string_view file) {
    const auto above = file.substr(0, front_matter_of(file));
    file.remove_prefix(above.size());
    const auto reader = readers::recognise(file.substr(0, head_bytes), path, options_);
    if (!reader) return Error{path, reader.error().line, 0, reader.error().message};
    if (std::ranges::find(readers_of_texts, (*reader)->name) == readers_of_texts.end())
        return Error{path, 0, 0, "no template that is a file of its own: it is read as " + std::string((*reader)->name)};
    const bool is_markdown = has_ending(path, ".md") || has_ending(path, ".markdown");
    Fixed all = {.text = std::string(file)};
    // One mending can lay bare another: until there is none.
    for (int round = 0; round < most_rounds; ++round) {
        Round now(standard_, talk_, all.text, is_markdown);
        arena_.clear();
        (*reader)->read({.bytes = all.text, .path = path}, options_, arena_, now);
        if (now.error()) {
            Error error = *now.error();
            error.path = path;
            return error;
        }
        if (!now.any()) return Error{path, 0, 0, "holds no template"};
        auto fixed = now.mended();
        if (fixed.changes == 0) {
            all.text.insert(0, above);
            return all;
        }
        all.text = std::move(fixed.text);
        all.changes += fixed.changes;
    }
    return Error{path, 0, 0, "each mending leads to another: left as it is"};
}

} // namespace motaudit
