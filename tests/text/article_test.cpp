#include "text/article.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace motaudit;

TEST_CASE("the article goes by the sound of what follows") {
    const std::vector<std::string> an = {"hour*", "sms"}, a = {"uni*", "use*", "one"}, either = {"herb*"};
    const Articles articles{an, a, either};
    struct {
        const char* text;
        WordKind kind;
        std::uint16_t flags;
        Article article;
    } const cases[] = {
        {"phone", WordKind::word, Word::spelled, Article::a},
        {"undamaged", WordKind::word, Word::spelled, Article::an},
        {"hourly", WordKind::word, Word::spelled, Article::an},
        {"user", WordKind::word, Word::spelled, Article::a},
        {"one", WordKind::word, Word::spelled, Article::a},
        {"onerous", WordKind::word, Word::spelled, Article::an},
        {"SMS", WordKind::word, Word::all_caps, Article::an},
        {"PIN", WordKind::word, Word::all_caps, Article::a},
        {"IMEI", WordKind::word, Word::all_caps, Article::an},
        {"FAQ", WordKind::word, Word::all_caps, Article::either},
        {"8", WordKind::number, 0, Article::an},
        {"18", WordKind::number, 0, Article::an},
        {"180", WordKind::number, 0, Article::a},
        {"1100", WordKind::number, 0, Article::either},
        {"A98", WordKind::code, 0, Article::an},
        {"herbal", WordKind::word, Word::spelled, Article::either},
        {"Ouya", WordKind::word, Word::capital, Article::either},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(articles.before(c.text, {.kind = c.kind, .flags = c.flags}) == c.article);
    }
}
