#pragma once

#include "base/span.hpp"
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

enum class Verdict : std::uint8_t { yes, no, na };
// The kinds of na: the question does not arise; it arises but cannot be seen here; only a person can answer it.
enum class NotJudged : std::uint8_t { none, not_applicable, not_visible, needs_person };

inline constexpr std::array<std::string_view, 3> verdict_names = {"yes", "no", "na"};
inline constexpr std::array<std::string_view, 4> not_judged_names = {"", "not-applicable", "not-visible", "needs-person"};
inline std::string_view name_of(Verdict v) { return verdict_names[static_cast<std::size_t>(v)]; }
inline std::string_view name_of(NotJudged n) { return not_judged_names[static_cast<std::size_t>(n)]; }

// A place in a turn's text. Turn counts from 0 as in the input; the span counts bytes of that turn's text. An empty span
// points at the turn as a whole. `note` says what to put there, or what is noticed ("Wi-Fi", "second hold").
struct Evidence {
    std::uint32_t turn = 0;
    Span span = {};
    std::string note = {};

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

// What a check says of one parameter: the verdict, why, and where it is seen.
struct Finding {
    Verdict verdict = Verdict::na;
    NotJudged not_judged = NotJudged::none;
    bool fatal = false;                    // for a no: makes the score 0 even where the parameter as such does not
    std::string reason = {};               // one clause without a full stop, lower case; for a person
    std::vector<std::string> missing = {}; // for a no: the elements that are not there, each in words to act on
    std::vector<Evidence> evidence = {};   // what gave the verdict, in order
    std::vector<Evidence> near = {};       // for a no: the nearest things said
    std::vector<Evidence> listed = {};     // noticed, not counted: for a person

    void yes(std::string_view why = {}) { set(Verdict::yes, NotJudged::none, why); }
    void no(std::string_view why) { set(Verdict::no, NotJudged::none, why); }
    void not_applicable(std::string_view why) { set(Verdict::na, NotJudged::not_applicable, why); }
    void not_visible(std::string_view why) { set(Verdict::na, NotJudged::not_visible, why); }

    // Ready for the next parameter; keeps memory.
    void clear() {
        verdict = Verdict::na;
        not_judged = NotJudged::none;
        fatal = false;
        reason.clear();
        missing.clear();
        evidence.clear();
        near.clear();
        listed.clear();
    }

private:
    void set(Verdict v, NotJudged n, std::string_view why) {
        verdict = v;
        not_judged = n;
        reason = why; // a copy into memory that is kept: a new string for each row would cost more
    }
};

} // namespace motaudit
