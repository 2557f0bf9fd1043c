#pragma once

#include "report/evidence.hpp"
#include "report/reporter.hpp"
#include <cstdint>
#include <string_view>

namespace motaudit {

// The stretch of a file that evidence is: lines and columns from 1, columns in characters, the end behind the last one. Line 0 =
// it does not stand there as it is; end line 0 = where it ends is not known.
struct Region {
    Place begin = {}, end = {};
};

// Finds regions in the record of the style. Asked in the order of the text, it reads the record once. Where the record is not at
// hand or in another encoding, what stands in a line before the turn is taken for ASCII.
class RegionFinder {
public:
    RegionFinder(const Conversation& talk, const ReportStyle& style);
    Region of(const Evidence& evidence);

private:
    bool go_to(Place place);

    const Conversation& talk_;
    PlaceFinder places_;
    std::string_view record_;
    std::uint64_t first_line_ = 1;
    std::uint64_t line_ = 1;     // of the record, from 1
    std::size_t line_begin_ = 0; // where it begins there
    std::size_t at_ = 0;         // behind the bytes that are counted
    std::uint32_t column_ = 1;   // the character that begins at at_
};

} // namespace motaudit
