#pragma once

#include "calibrate/comparison.hpp"
#include "report/reporter.hpp"
#include <span>
#include <string>
#include <string_view>

namespace motaudit {

// One format of the variance report.
struct CalibrationReporter {
    std::string_view name = {};    // for --format
    std::string_view summary = {}; // one line for help and manual
    void (*write)(const Calibration& calibration, const ReportStyle& style, std::string& out) = nullptr;
};

std::span<const CalibrationReporter> calibration_reporters();
const CalibrationReporter* find_calibration_reporter(std::string_view name);

void write_calibration_text(const Calibration& calibration, const ReportStyle& style, std::string& out);
void write_calibration_json(const Calibration& calibration, const ReportStyle& style, std::string& out);
void write_calibration_csv(const Calibration& calibration, const ReportStyle& style, std::string& out);

} // namespace motaudit
