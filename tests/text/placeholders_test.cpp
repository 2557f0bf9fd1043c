#include "text/placeholders.hpp"
#include "text/token_shapes.hpp"

#include <doctest/doctest.h>

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
    CHECK(unbalanced("${name}, {!Contact.Name} and {% if x %}").empty());
    CHECK(unbalanced("Hi ${name, your ticket").size() == 1);
    CHECK(unbalanced("Hi ${name, your ${ticket}").size() == 1);
    CHECK(unbalanced("{!Contact.Name\nKind regards").size() == 1);
    CHECK(unbalanced("It costs $ {sic} 30").empty());
}

TEST_CASE("brackets hold a placeholder where they do not read like prose") {
    CHECK(placeholder_at("[Customer Name] and") == 15);
    CHECK(placeholder_at("[first_name],") == 12);
    CHECK(placeholder_at("[laughs] well") == 0);
    CHECK(placeholder_at("[settings]") == 0);
}
