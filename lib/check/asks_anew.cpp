// kind = "asks_anew": the agent never asks for what was already given, or (`follows`) for what follows from it (SOP 1.3, 1.7).

#include "check/kinds.hpp"
#include "query/known.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { judged };
constexpr std::array settings = {
    Setting{.name = "judged",
            .type = Setting::Type::text,
            .required = true,
            .meaning = "what must not be asked for: what was given literally, or what follows from it",
            .choices = "given|deducible"},
};

// The question, and for those who want to see it where the answer stood.
void point_at(const Talk& talk, const Request& request, const Given& given, std::string_view what, Finding& finding) {
    finding.evidence.push_back(talk.evidence(request.words, std::string(given.on_file ? "on file" : what)));
    if (!talk.detailed() || given.on_file) return;
    const auto words = talk.words(given.turn);
    Evidence answer = {given.turn, {}, "given here"};
    if (given.last < words.size()) answer.span = {words[given.first].span.begin, words[given.last].span.end};
    if (std::ranges::find(finding.near, answer) == finding.near.end()) finding.near.push_back(std::move(answer));
}

// A name in part is not the whole one; what is on file may be checked with the caller; another number is something new.
bool is_new(const Request& request, const Given& given, const CustomerName& name) {
    if (request.other || (request.checks && given.on_file)) return true;
    return request.item == Item::name && request.whole_name && name.said_words < 2;
}

void given_literally(const Talk& talk, const std::vector<Request>& requests, Finding& finding) {
    if (requests.empty()) return finding.not_applicable("no information was asked for");
    const auto& name = customer_name(talk);
    const auto& known = known_items(talk);
    for (const auto& request : requests)
        if (const auto given = known.given_before(request.item, request.words.turn, request.words.first);
            given && !is_new(request, *given, name))
            point_at(talk, request, *given, "given before", finding);
    if (finding.evidence.empty()) return finding.yes();
    finding.no("asked again for what was given");
}

// The version of the system follows from the model, the model from the IMEI.
void deducible(const Talk& talk, const std::vector<Request>& requests, Finding& finding) {
    bool asked = false;
    for (const auto& request : requests) {
        if (request.item != Item::model && request.item != Item::os_version) continue;
        const auto& known = known_items(talk);
        const auto before = [&](Item item) { return known.given_before(item, request.words.turn, request.words.first); };
        if (before(request.item)) continue;
        asked = true;
        if (const auto from = before(request.item == Item::model ? Item::imei : Item::model))
            point_at(talk, request, *from, request.item == Item::model ? "follows from the IMEI" : "follows from the model",
                     finding);
    }
    if (!asked) return finding.not_applicable("neither the model nor the version of the system was asked for");
    if (finding.evidence.empty()) return finding.yes();
    finding.no("asked for what follows from what is known");
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& requests = requests_of(talk);
    if (parameter[judged].text == "deducible") return deducible(talk, requests, finding);
    given_literally(talk, requests, finding);
}

} // namespace

const CheckKind asks_anew_kind = {
    .name = "asks_anew", .summary = "the agent does not ask for what is known", .settings = settings, .judge = judge};

} // namespace motaudit::checks
