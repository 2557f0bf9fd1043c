#include "gate/baseline.hpp"

#include "gate/suppressions.hpp"
#include "intake/json_parser.hpp"
#include "report/evidence.hpp"
#include "report/json_text.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace motaudit {
namespace {

constexpr std::string_view schema = "motaudit.baseline/1";

// FNV-1a. It stands in files, so that it never changes.
std::uint64_t hash_of_words(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    const auto add = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL; };
    bool space = false, any = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            space = any;
            continue;
        }
        if (space) add(' ');
        space = false;
        any = true;
        add(c);
    }
    return hash;
}

// One line of the file; what is wrong with it, or nothing.
std::string take_line(simdjson::dom::element line, bool first, std::string& id, KnownMarkdown& to) {
    simdjson::dom::object object;
    if (line.get(object) != simdjson::SUCCESS) return "not an object";
    const auto text = [&](const char* key) {
        std::string_view value;
        return object[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
    };
    if (first)
        return text("schema") == schema ? std::string()
                                        : fmt::format("no baseline: it would begin with {{\"schema\":\"{}\"}}", schema);
    std::string_view name;
    if (object["id"].get(name) != simdjson::SUCCESS) return "no 'id'";
    id = name;
    to.parameter = text("parameter");
    if (to.parameter.empty()) return "no 'parameter'";
    to.since = text("since");
    if (!to.since.empty()) {
        if (!is_day(to.since)) return fmt::format("'since' takes a day such as 2026-12-31, not '{}'", to.since);
        to.why = "since " + to.since;
    }
    simdjson::dom::array words;
    if (object["words"].get(words) != simdjson::SUCCESS) return "no list 'words'";
    for (const auto word : words) {
        std::string_view digits;
        std::uint64_t hash = 0;
        const bool is_text = word.get(digits) == simdjson::SUCCESS;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), hash, 16);
        if (!is_text || error != std::errc() || end != digits.data() + digits.size()) return "'words' takes hashes of 16 digits";
        to.words.push_back(hash);
    }
    std::ranges::sort(to.words);
    return {};
}

} // namespace

std::vector<std::uint64_t> words_of(const Finding& finding, const Conversation& talk) {
    std::vector<std::uint64_t> hashes;
    for (const auto& seen : finding.evidence) hashes.push_back(hash_of_words(words_of(seen, talk)));
    if (hashes.empty()) hashes.push_back(hash_of_words({}));
    std::ranges::sort(hashes);
    return hashes;
}

Result<Baseline> Baseline::parse(std::string_view text, const std::string& path) {
    Baseline baseline;
    JsonParser parser;
    std::size_t number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.find_first_not_of(" \t\r") == line.npos) continue;
        simdjson::dom::element value;
        if (const auto code = parser.parse(line, value); code != simdjson::SUCCESS) return json_error(line, code, path, number);
        KnownMarkdown markdown;
        std::string id;
        if (auto wrong = take_line(value, number == 1, id, markdown); !wrong.empty())
            return Error{path, number, 0, std::move(wrong)};
        if (number == 1) continue;
        auto& to = baseline.talks_[id].markdowns.emplace_back();
        to.parameter = std::move(markdown.parameter);
        to.words = std::move(markdown.words);
        to.since = std::move(markdown.since);
        to.why = std::move(markdown.why);
    }
    if (number == 0) return Error{path, 0, 0, "an empty file is no baseline; --write-baseline makes one"};
    return baseline;
}

const Baseline::Talk* Baseline::find(std::string_view id) const {
    const auto at = talks_.find(id);
    if (at == talks_.end()) return nullptr;
    at->second.judged = true;
    return &at->second;
}

void Baseline::gone(const std::function<void(std::string_view, const KnownMarkdown&)>& tell) const {
    for (const auto& [id, talk] : talks_) {
        if (!talk.judged) continue;
        for (const auto& markdown : talk.markdowns)
            if (!markdown.found) tell(id, markdown);
    }
}

const KnownMarkdown* known_in(const Baseline::Talk& talk, std::string_view parameter, const std::vector<std::uint64_t>& words) {
    const KnownMarkdown* known = nullptr;
    for (const auto& one : talk.markdowns) {
        if (one.parameter != parameter) continue;
        const auto shared = [&](std::uint64_t hash) { return std::ranges::binary_search(one.words, hash); };
        if (std::ranges::any_of(words, shared)) one.found = true;
        // As often as it was there: twice the same slip is one more.
        if (known == nullptr && std::ranges::includes(one.words, words)) known = &one;
    }
    return known;
}

std::string baseline_head() { return fmt::format("{{\"schema\":\"{}\"}}\n", schema); }

void append_markdown(std::string_view id, std::string_view parameter, const std::vector<std::uint64_t>& words,
                     std::string_view since, std::string& out) {
    out += "{\"id\":";
    append_json_string(id, out);
    out += ",\"parameter\":";
    append_json_string(parameter, out);
    out += ",\"words\":[";
    for (const auto hash : words) out += fmt::format("{}\"{:016x}\"", out.back() == '[' ? "" : ",", hash);
    out += ']';
    if (!since.empty()) out += fmt::format(",\"since\":\"{}\"", since);
    out += "}\n";
}

} // namespace motaudit
