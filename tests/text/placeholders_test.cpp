#include "text/placeholders.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace motaudit;

TEST_CASE("a placeholder's name is told from its brackets") {
    CHECK(placeholder_of("{{contact.first_name}}").name == "contact.first_name");
    CHECK(placeholder_of("{{ name }}").name == "name");
    CHECK(placeholder_of("<First Name>").syntax == PlaceholderSyntax::angle);
    CHECK(placeholder_of("{!Contact.Name}").name == "Contact.Name");
    CHECK(placeholder_of("%NAME%").syntax == PlaceholderSyntax::percent);
    CHECK(placeholder_of("{}").name.empty());
}

TEST_CASE("braces that open or close nothing are found") {
    CHECK(unbalanced("Dear {{name}}, {{{other}}}").empty());
    CHECK(unbalanced("Dear {{name}, hello").size() == 1);
    CHECK(unbalanced("Dear name}}, hello").size() == 1);
    CHECK(unbalanced("{{a {{b}}").size() == 1);
    CHECK(unbalanced("{ a } and }").empty());
    CHECK(unbalanced("${name}, {!Contact.Name} and {% assign x = 1 %}").empty());
    CHECK(unbalanced("Hi ${name, your ticket").size() == 1);
    CHECK(unbalanced("Hi ${name, your ${ticket}").size() == 1);
    CHECK(unbalanced("{!Contact.Name\nKind regards").size() == 1);
    CHECK(unbalanced("It costs $ {sic} 30").empty());
}

TEST_CASE("each system's placeholder is one token, and what looks like one is none") {
    using enum PlaceholderSyntax;
    const struct {
        const char* text;
        std::size_t size;
        PlaceholderSyntax syntax = braces;
        const char* name = "";
    } cases[] = {
        {"{{ticket.requester.first_name}},", 31, braces, "ticket.requester.first_name"},
        {"{{x | split:\"::\" | last}} and", 25, braces, "x | split:\"::\" | last"},
        {"{{ _('Hi {username}')|f(u='}}') }}!", 34, braces, "_('Hi {username}')|f(u='}}')"},
        {"{% if x %}", 10, braces, "if x"},
        {"{# a note #}", 12, braces, "a note"},
        {"{{{Recipient.FirstName}}}", 25, braces, "Recipient.FirstName"},
        {"{!Contact.FirstName} x", 20, salesforce, "Contact.FirstName"},
        {"{{first_name | fallback:\"there\"}}", 33, braces, "first_name | fallback:\"there\""},
        {"%FIRST_NAME%", 12, percent, "FIRST_NAME"},
        {"[Name]", 6, square, "Name"},
        {"<Your Name>", 11, angle, "Your Name"},
        {"<Customer\u2019s Name>", 19, angle, "Customer\u2019s Name"},
        {"[Customer\u2019s Name]", 19, square, "Customer\u2019s Name"},
        {"{name}", 6, single_brace, "name"},
        {"${name}", 7, dollar, "name"},
        {"$first_name,", 11, dollar, "first_name"},
        {"$firstName", 10, dollar, "firstName"},
        {"$name.", 5, dollar, "name"},
        {"__NAME__", 8, underscores, "NAME"},
        {"%{first_name}", 13, percent_brace, "first_name"},
        {"<<Client.PreferredName>>", 24, double_angle, "Client.PreferredName"},
        {"<%= name %>", 11, foreign, "= name"},
        {"*|FNAME|*", 9, foreign, "FNAME"},
        {"#{name}", 7, foreign, "name"},
        {"[[name]]", 8, foreign, "name"},
        {"%%First_Name%%", 14, foreign, "First_Name"},
        {"##NAME##", 8, foreign, "NAME"},
        // near misses
        {"{ return x; }", 0},
        {"{ return }", 0},
        {"{}", 0},
        {"{{}}", 0},
        {"{\"a\": 1}", 0},
        {"% off and 20% more", 0},
        {"%20%20", 0},
        {"%C5%82", 0},
        {"$5", 0},
        {"$5.00", 0},
        {"$hit", 0},
        {"$name2say", 5, dollar, "name"},
        {"$$$", 0},
        {"<3", 0},
        {"<3 you > me", 0},
        {"<b>", 0},
        {"<a href=\"x\">", 0},
        {"<https://oppo.com>", 0},
        {"<- here ->", 0},
        {"<<<", 0},
        {"[sic]", 0},
        {"[laughs] well", 0},
        {"[settings]", 0},
        {"[Our site](https://oppo.com)", 0},
        {"[Noise heard]", 0},
        {"[1]", 0},
        {"## Heading ##", 0},
        {"##", 0},
        {"@@ -1,2 +1,2 @@", 0},
        {"__init__", 0},
        {"________", 0},
        {"*****", 0},
        {"#{ }", 0},
        {"{{a\n}}", 0},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const std::string_view text = c.text;
        REQUIRE(placeholder_at(text) == c.size);
        if (c.size == 0) continue;
        CHECK(placeholder_of(text.substr(0, c.size)).syntax == c.syntax);
        CHECK(placeholder_of(text.substr(0, c.size)).name == c.name);
    }
}

TEST_CASE("tags of Liquid are closed by their own end") {
    CHECK(unbalanced("{% if x %}a{% else %}b{% endif %}").empty());
    CHECK(unbalanced("{% assign a = 1 %}{% include \"x\" %}{{ a }}").empty());
    CHECK(unbalanced("{% trans %}a{% endtrans %}{% trans \"b\" %}{%- for x in y -%}{%- endfor -%}").empty());
    CHECK(unbalanced("{% if x %}a").size() == 1);
    CHECK(unbalanced("a{% endif %}").size() == 1);
    CHECK(unbalanced("{% for x in y %}{% if x %}{% endfor %}").size() == 1);
    std::string many;
    for (int i = 0; i < 100'000; ++i) many += "{% x %}";
    for (int i = 0; i < 100'000; ++i) many += "{% endy %}";
    CHECK(unbalanced(many).empty());
}

TEST_CASE("code is no placeholder") {
    CHECK(unbalanced("Use `{{` to begin").empty());
    CHECK(unbalanced("```\nif (a) { b = ${c }}\n```\nDear {{name}}").empty());
    CHECK(unbalanced("function f() { if (a) { b() }}").empty());
    CHECK(unbalanced("Settings >> About, 1 << 3, a }").empty());
}

TEST_CASE("a bracket too many is found beside a placeholder") {
    CHECK(unbalanced("{name}}").size() == 1);
    CHECK(unbalanced("[Name]]").size() == 1);
    CHECK(unbalanced("<First Name>>").size() == 1);
    CHECK(unbalanced("{{{name}}").size() == 1);
    CHECK(unbalanced("%{name, your").size() == 1);
    CHECK(unbalanced("<<Client.Name> hi").size() == 1);
    CHECK(unbalanced("Settings > Phone > [About]").empty());
}

TEST_CASE("a lone bracket is told with the name beside it") {
    const struct {
        const char *text, *name;
    } cases[] = {
        {"Dear [First Name, thank you", "First Name"},
        {"Dear <First Name,", "First Name"},
        {"Dear {first_name, thank you", "first_name"},
        {"Dear %FIRST_NAME, thank you", "FIRST_NAME"},
        {"Dear First Name], thank you", "Dear First Name"},
        {"Hello first_name}, thank you", "first_name"},
        {"hi First Name>, thank you", "First Name"},
        {"hi FIRST_NAME%, thank you", "FIRST_NAME"},
        {"Dear [First Name],", nullptr},
        {"50% off", nullptr},
        {"Settings > About Phone > Version", nullptr},
        {"a < b and c > d", nullptr},
        {"{ x", nullptr},
        {"(see [1)", nullptr},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto found = lone_brackets(c.text);
        REQUIRE(found.size() == (c.name != nullptr));
        if (c.name) CHECK(found[0].name == c.name);
    }
    CHECK(lone_brackets(std::string(300'000, ']')).empty());
    CHECK(unbalanced(std::string(300'000, '{')).size() < 10);
    CHECK(unbalanced(std::string(300'000, '`')).empty());
}
