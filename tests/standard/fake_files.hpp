#pragma once

#include "standard/load.hpp"
#include <map>
#include <string>
#include <vector>

namespace motaudit::test {

// Lexicons in memory.
class FakeFiles final : public LexiconFiles {
public:
    std::map<std::string, std::string, std::less<>> files = {};
    std::vector<std::string> list() const override {
        std::vector<std::string> out;
        for (const auto& [path, bytes] : files) out.push_back(path);
        return out;
    }
    std::optional<std::string_view> read(std::string_view path) const override {
        const auto at = files.find(path);
        if (at == files.end()) return {};
        return at->second;
    }
    std::string shown(std::string_view path) const override { return "lexicons/" + std::string(path); }
};

inline constexpr Setting says_settings[] = {
    {.name = "phrases", .type = Setting::Type::lists, .required = true, .meaning = "what is to be said"},
    {.name = "speaker", .type = Setting::Type::text, .choices = "agent|customer", .fallback_text = "agent"},
    {.name = "at_least", .type = Setting::Type::number, .fallback = 1, .stricter = 1},
    {.name = "within", .type = Setting::Type::number, .fallback = 60, .stricter = -1},
    {.name = "strict", .type = Setting::Type::flag, .stricter = 1},
    {.name = "words", .type = Setting::Type::texts},
};
inline constexpr CheckKind kinds[] = {{.name = "says", .summary = "says a phrase of a list", .settings = says_settings},
                                      {.name = "casing", .summary = "keeps the case of brands"}};
inline constexpr std::string_view roles[] = {"negation"};
inline constexpr Vocabulary vocabulary{kinds, roles};

inline const std::string header = R"([standard]
name = "hq"
title = "A standard"
version = "1"
effective_from = "2026-01-31"
brand = "OPPO"
pass_mark = 80
languages = ["en"]
sections = ["Opening", "Closing"]
)";

inline const std::string row = R"([[parameter]]
id = "welcome"
section = "Opening"
title = "The agent welcomes"
clause = "SOP 1"
channels = ["chat", "email"]
severity = "non-fatal"
class = "CTQ"
weight = 5
check = { kind = "says", phrases = "welcome", within = 30 }
yes = ["A: Welcome!"]
)";

inline FakeFiles small_lexicon() {
    FakeFiles out;
    out.files["standards/hq.toml"] = header + row;
    out.files["en/phrases.toml"] = "[negation]\nphrases = [\"not\"]\n[welcome]\ntitle = \"a welcome\"\nphrases = [\"welcome\"]\n"
                                   "[farewell]\nphrases = [\"goodbye\"]\n";
    return out;
}

inline std::vector<std::string> errors_of(const Loaded& loaded) {
    std::vector<std::string> out;
    for (const auto& error : loaded.errors) out.push_back(error.text());
    return out;
}

} // namespace motaudit::test
