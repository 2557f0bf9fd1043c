#pragma once

#include "base/span.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// A stretch of a text that is not shown, and what is shown in its place.
struct Hidden {
    Span span = {};
    std::string shown = {}; // "[phone …5678]", "[customer]"
};

// Takes out of texts what tells who somebody is: the names it is given, e-mail addresses, telephone and card numbers, IMEIs and
// street addresses, also where they are dressed up (spelled digits, wide digits, "at gmail dot com"). Of a number at most the last
// four digits stay. Dates, prices, versions and the numbers of orders stay as they are.
class Redactor {
public:
    // A person's name, whole and by its parts. An ordinary word ("Will") counts only with a capital.
    void add_name(std::string_view name, std::string_view token, bool is_ordinary_word = false);
    // Words that are hidden wherever they stand: what is on file of the customer.
    void add_words(std::string_view words, std::string_view token);
    void clear() { names_.clear(); }

    std::vector<Hidden> find(std::string_view text) const; // in order, not overlapping
    std::string redact(std::string_view text) const;

private:
    struct Name {
        std::u32string folded = {};
        std::string token = {};
        bool needs_capital = false;
    };
    std::vector<Name> names_ = {};
};

// The text with those stretches replaced.
std::string hide(std::string_view text, const std::vector<Hidden>& hidden);

// "[agent k7f2q]": the same name has the same token in every report, and no table of them is kept.
std::string agent_token(std::string_view name);

} // namespace motaudit
