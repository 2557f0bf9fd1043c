#include "audit/auditor.hpp"

#include <doctest/doctest.h>

using namespace motaudit;

TEST_CASE("a template is asked the rows of the channel that it is for") {
    struct {
        std::vector<Channel> channels;
        bool email, chat, social;
    } const cases[] = {
        {{Channel::email, Channel::template_}, true, false, false},
        {{Channel::chat, Channel::email, Channel::template_}, true, true, false},
        {{Channel::inbound, Channel::template_}, true, true, true}, // of no other written channel: of every template
        {{Channel::template_}, true, true, true},
        {{Channel::email, Channel::chat}, false, false, false},
    };
    for (const auto& c : cases) {
        Parameter row;
        row.channels = c.channels;
        CHECK(applies(row, Channel::template_, Channel::email) == c.email);
        CHECK(applies(row, Channel::template_, Channel::chat) == c.chat);
        CHECK(applies(row, Channel::template_, Channel::social) == c.social);
    }
}

TEST_CASE("the weights of the rows that are asked add up to 100, and a person's rows are left to the person") {
    Standard standard;
    standard.roles.assign(role_names.size(), no_list);
    LexiconBuilder builder;
    standard.lexicon = std::move(*builder.build());
    const struct {
        const char* id;
        std::vector<Channel> channels;
        double weight;
    } rows[] = {{"mail", {Channel::email, Channel::template_}, 3},
                {"chat", {Channel::chat, Channel::template_}, 1},
                {"both", {Channel::email, Channel::chat, Channel::template_}, 1}};
    for (const auto& r : rows) {
        Parameter row;
        row.id = r.id;
        row.channels = r.channels;
        row.weight = r.weight;
        row.by_person = true;
        standard.parameters.push_back(row);
    }
    const Standard* const standards[] = {&standard};
    const Bar bar;
    Auditor auditor(standards, bar, true);
    Conversation conversation;
    conversation.channel = Channel::template_;
    conversation.template_for = Channel::chat;
    const auto* card = auditor.judge(conversation);
    REQUIRE(card != nullptr);
    REQUIRE(card->judged == 2);
    for (const auto& judgement : card->all()) {
        CHECK(judgement.weight == 50);
        CHECK(judgement.finding.verdict == Verdict::na);
        CHECK(judgement.finding.not_judged == NotJudged::needs_person);
    }
    CHECK_FALSE(card->score);
    conversation.channel = Channel::case_;
    CHECK(auditor.judge(conversation) == nullptr);
}
