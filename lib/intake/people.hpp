#pragma once

#include "intake/labels.hpp"
#include "intake/reader.hpp"
#include "intake/transcript_layout.hpp"
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace motaudit {

// One who may speak in a transcript.
struct Person {
    std::string_view label = {};
    std::uint32_t first_line = 0;
    std::size_t times = 0;  // lines it begins
    std::size_t strong = 0; // of these with a time
    std::size_t alone = 0;  // of these without a colon
    Speaker speaker = Speaker::unknown;
    std::string_view name = {};
    bool speaks = false; // or is it only a word before a colon?
    bool sure = false;   // its words, the user or the header say who it is
};

// All labels of a transcript, and which of them are speakers.
class People {
public:
    void see(const Line& line);

    // When all lines are seen. `agent` and `customer` are the header's names.
    void settle(const ReadOptions& options, std::string_view agent, std::string_view customer);

    // The speaker of the line; null where what stands before its colon is none.
    const Person* who(const Line& line) const;

    bool empty() const;                                        // nobody speaks
    bool timed() const { return timed_; }                      // turns begin with a time
    const std::vector<Person>& all() const { return people_; } // in order of first appearance

private:
    std::vector<Person> people_ = {};
    std::unordered_map<std::string_view, std::size_t> index_ = {};
    bool timed_ = false;
    bool alone_ = false; // labels stand above their text
};

} // namespace motaudit
