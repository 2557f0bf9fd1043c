// kind = "complaint_items": a case record tells what the type of its complaint asks for (CD, Documentation Requirements, II).

#include "check/kinds.hpp"
#include "query/items.hpp"
#include <algorithm>
#include <array>
#include <optional>

namespace motaudit::checks {
namespace {

enum { types, first_of_all, reason, otherwise };
constexpr std::array settings = {
    Setting{.name = "types",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "the types of complaint, by what is said of them; of several the first; each names the items that it needs"},
    Setting{.name = "first_of_all",
            .type = Setting::Type::lists,
            .meaning = "types that come before all others wherever the story shows them"},
    Setting{.name = "reason",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "the parts or sentences that say what is complained of"},
    Setting{.name = "otherwise", .type = Setting::Type::lists, .meaning = "the type where none shows"},
};

// What is complained of: the part that says so, else the sentences that do, else the whole story.
std::vector<Stretch> reason_of(const Talk& talk, const Parameter& parameter) {
    const auto& record = record_of(talk);
    auto out = parts_of(record, parameter[reason].lists);
    return out.empty() ? sentences_with(talk, parameter[reason].lists, record.narrative) : out;
}

struct Type {
    ListId list = no_list;
    std::optional<Match> sign = {}; // the words that show it
};

Type type_of(const Talk& talk, const Parameter& parameter) {
    const auto& story = record_of(talk).narrative;
    for (const auto type : parameter[first_of_all].lists)
        if (const auto sign = said_in(talk, type, story)) return {type, sign};
    for (const auto& where : {reason_of(talk, parameter), story})
        for (const auto type : parameter[types].lists)
            if (const auto sign = said_in(talk, type, where)) return {type, sign};
    return {parameter[otherwise].lists.empty() ? no_list : parameter[otherwise].lists.front(), {}};
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto type = type_of(talk, parameter);
    if (type.list == no_list) return finding.not_visible("the type of the complaint does not show");
    const auto& lexicon = talk.standard().lexicon;
    const auto& list = lexicon.list(type.list);
    const auto& record = record_of(talk);
    for (const auto item : list.needs)
        // What may stand in a field may stand before the story as well.
        if (auto seen = item_in(talk, item, lexicon.list(item).fields.empty() ? record.narrative : record.story))
            finding.evidence.push_back(std::move(*seen));
        else
            finding.missing.push_back(lexicon.list(item).title);
    if (finding.missing.empty()) return finding.yes(list.title);
    finding.no("not told, though the complaint is about " + list.title);
    if (type.sign && talk.detailed()) finding.near.push_back(talk.evidence(*type.sign, "shows what it is about"));
}

} // namespace

const CheckKind complaint_items_kind = {.name = "complaint_items",
                                        .summary = "a case record tells what the type of its complaint asks for",
                                        .settings = settings,
                                        .judge = judge};

} // namespace motaudit::checks
