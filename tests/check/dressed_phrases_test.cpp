#include "audit/auditor.hpp"
#include "support/judge.hpp"

#include <functional>

using namespace motaudit;

namespace {

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bool here = text.substr(at).starts_with(from);
        out += here ? to : text.substr(at, 1);
        at += here ? from.size() : 1;
    }
    return out;
}

std::string full_width(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter) {
            out += c;
            continue;
        }
        const auto wide = 0xFF01u + static_cast<unsigned>(c) - 0x21u;
        out += static_cast<char>(0xE0 | (wide >> 12));
        out += static_cast<char>(0x80 | ((wide >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (wide & 0x3F));
    }
    return out;
}

using Dress = std::function<std::string(std::string_view)>;

const std::vector<std::pair<const char*, Dress>>& dresses() {
    static const auto swap = [](const char* from, const char* to) {
        return Dress([from, to](std::string_view text) { return replaced(text, from, to); });
    };
    static const std::vector<std::pair<const char*, Dress>> all = {
        {"right quote", swap("'", "\u2019")},     {"left quote", swap("'", "\u2018")}, {"modifier apostrophe", swap("'", "\u02BC")},
        {"no-break space", swap(" ", "\u00A0")},  {"thin space", swap(" ", "\u2009")}, {"two spaces", swap(" ", "  ")},
        {"no-break hyphen", swap("-", "\u2011")}, {"hyphen", swap("-", "\u2010")},     {"full width", full_width},
    };
    return all;
}

// Addresses and links are no phrases; a placeholder's marks, and how a text is written, are what their rows judge.
bool is_plain(std::string_view text) {
    return text.find('@') == std::string_view::npos && text.find("://") == std::string_view::npos &&
           text.find("www.") == std::string_view::npos;
}
bool is_about_marks(std::string_view id) { return id.starts_with("writing.") || id == "template.placeholder"; }

} // namespace

TEST_CASE("whatever apostrophes, spaces, hyphens and letters of full width the standards' examples wear, their verdicts stay") {
    REQUIRE(dresses().size() == 9);
    std::size_t judged = 0;
    for (const auto* name : {"oppo-hq", "phone-monitor", "complaint-record"}) {
        const auto& standard = test::built_in(name);
        const Standard* const standards[] = {&standard};
        const Bar bar;
        Auditor auditor(standards, bar, false);
        for (const auto& parameter : standard.parameters)
            for (const auto& example : parameter.examples) {
                if (parameter.by_person || is_about_marks(parameter.id) || !is_plain(example.text)) continue;
                for (const auto& [dress, put_on] : dresses()) {
                    Arena arena;
                    auto talk = read_example(parameter, example, arena);
                    REQUIRE(talk);
                    std::vector<std::string> texts;
                    for (const auto& turn : talk->turns) texts.push_back(put_on(turn.text));
                    for (std::size_t i = 0; i < texts.size(); ++i) talk->turns[i].text = texts[i];
                    const auto* card = auditor.judge(*talk);
                    REQUIRE(card);
                    for (const auto& one : card->all()) {
                        if (one.parameter != &parameter) continue;
                        CAPTURE(parameter.id);
                        CAPTURE(std::string(dress));
                        CAPTURE(example.text);
                        CHECK(one.finding.verdict == example.verdict);
                        ++judged;
                    }
                }
            }
    }
    CHECK(judged > 5000);
}
