#pragma once

#include "check/table.hpp"
#include "query/talk.hpp"
#include "standard/example.hpp"
#include "standard/load.hpp"
#include <doctest/doctest.h>
#include <map>
#include <string>
#include <string_view>

namespace motaudit::test {

// A standard of the program, loaded once.
inline const Standard& built_in(const std::string& name) {
    static std::map<std::string, Loaded> all;
    auto& loaded = all[name];
    if (!loaded.standard) loaded = load_standard(name, built_in_files(), {.checks = checks::all(), .roles = role_names});
    REQUIRE(loaded.standard);
    return *loaded.standard;
}

inline const Standard& oppo_hq() {
    static const Standard& standard = built_in("oppo-hq");
    return standard;
}

// A conversation in the notation of examples, opened for questions.
struct Heard {
    Arena arena = {};
    Conversation conversation = {};
    Talk talk;

    Heard(std::string_view text, Channel channel, const Standard& standard = oppo_hq()) : talk(standard) {
        auto read = read_example(text, channel, arena);
        REQUIRE(read);
        conversation = std::move(*read);
        talk.open(conversation, true);
    }
};

// What a standard of the program says of one parameter.
inline Finding judged(std::string_view id, std::string_view text, Channel channel, const Standard& standard = oppo_hq()) {
    const Heard heard(text, channel, standard);
    Finding finding;
    for (const auto& parameter : standard.parameters)
        if (parameter.id == id && parameter.applies_to(heard.conversation.channel)) {
            parameter.check->judge(heard.talk, parameter, finding);
            return finding;
        }
    FAIL("no such parameter in the channel");
    return finding;
}

} // namespace motaudit::test
