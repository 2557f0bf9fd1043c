#include "calibrate/report.hpp"

#include <algorithm>

namespace motaudit {
namespace {

constexpr CalibrationReporter table[] = {
    {"text", "for people", write_calibration_text},
    {"json", "one document, for programs", write_calibration_json},
    {"csv", "a row for each parameter and for each difference, for spreadsheets", write_calibration_csv},
};

} // namespace

std::span<const CalibrationReporter> calibration_reporters() { return table; }

const CalibrationReporter* find_calibration_reporter(std::string_view name) {
    const auto row = std::ranges::find(table, name, &CalibrationReporter::name);
    return row == std::end(table) ? nullptr : &*row;
}

} // namespace motaudit
