#pragma once

#include "model/conversation.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// A text that was decoded, and where each piece of it stands in its file: without escapes, quotes or tags, it still leads back.
class PlacedText {
public:
    // Adds what stands at `place`, one byte after the other; line 0 = what does not stand in the file.
    void add(std::string_view bytes, Place place);

    std::string_view text() const { return text_; }
    Place at(std::size_t offset) const;  // of a byte
    std::vector<Place> places() const;   // of all of them
    Place next() const { return next_; } // where what follows would stand
    void trim();                         // white space and blank lines around it

    // The turn borrows it.
    void give(Turn& turn) const;

private:
    std::string text_ = {};
    std::vector<PlaceMark> marks_ = {};
    Place next_ = {}; // where the next byte would stand if it followed the last
};

// Where a text that begins at `place` ends.
Place place_behind(std::string_view text, Place place);

// The value of a JSON string, which stands at `place` with its quotes; it must be well formed.
PlacedText json_string(std::string_view quoted, Place place);

// What a person sees of an HTML text. List marks and the like, which are made up, stand nowhere.
PlacedText html_text(const PlacedText& html);

} // namespace motaudit
