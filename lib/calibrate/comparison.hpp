#pragma once

#include "base/result.hpp"
#include "calibrate/statistics.hpp"
#include "model/sheet.hpp"
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace motaudit {

// One verdict on which the two sides differ, with what each says for it.
struct Difference {
    std::string conversation = {}, parameter = {};
    Verdict reference = Verdict::na;
    std::optional<Verdict> given = {}; // nothing: a verdict was due, and there is none
    std::string reference_reason = {}, given_reason = {};
    std::vector<Quote> reference_evidence = {}, given_evidence = {};
};

struct ParameterAgreement {
    Agreement agreement = {};
    // Verdicts of conversations that both sides judged, where the other side has none and owes none.
    std::uint64_t only_reference = 0, only_given = 0;
    std::uint64_t contested = 0;
};

// What came of laying two evaluators' verdicts side by side (QM 6.2, the variance report).
struct Calibration {
    std::string reference = {}, given = {}; // who
    std::uint64_t compared = 0;             // conversations
    Agreement overall = {};
    std::map<std::string, ParameterAgreement> parameters = {};
    std::vector<Difference> differences = {};     // by parameter, then as the second side's sheets came
    std::vector<std::string> only_reference = {}; // conversations
    std::vector<std::string> only_given = {};
    std::vector<std::string> other_standard = {}; // judged by another standard than was asked for, or than the other side

    // How many verdicts would be equal if each parameter's most frequent one were given always.
    std::uint64_t constant_equal() const;
};

// Lays sheets of a second evaluator beside a reference's, one by one; only the reference is kept whole. A sheet is compared with
// those of the same conversation and standard; one that names no standard, with any. Several evaluators may share a side, as
// long as no verdict is given twice.
class Comparison {
public:
    // What is wrong with a sheet: a second one of the same thing, both places named. It is then left out.
    std::optional<Error> add_reference(Sheet&& sheet);
    std::optional<Error> add_given(const Sheet& sheet);

    // The conversation was judged, by a standard that was not asked for.
    void pass_over(const Sheet& sheet) { talk_of(sheet).met_other_standard = true; }

    Calibration finish();

private:
    struct Reference {
        Sheet sheet = {};
        std::vector<bool> met = {}; // of its marks
    };
    // What must be known of a sheet to tell whether another repeats it.
    struct Seen {
        std::string standard = {}, evaluator = {}, path = {};
        std::size_t line = 0;
        std::vector<std::string> parameters = {};
    };
    struct Talk {
        std::vector<Reference> references = {};
        std::vector<Seen> given = {};
        bool met = false, met_other_standard = false;
    };

    Talk& talk_of(const Sheet& sheet);
    std::optional<Error> repeats(const Seen& before, const Sheet& sheet) const;
    void compare(Reference& reference, const Sheet& given);
    void count_only_given(const Talk& talk, const Sheet& given);

    std::unordered_map<std::string, std::size_t> places_ = {};
    std::vector<std::pair<std::string, Talk>> talks_ = {}; // as they came
    Calibration done_ = {};
};

} // namespace motaudit
