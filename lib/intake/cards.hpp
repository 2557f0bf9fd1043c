#pragma once

#include "base/result.hpp"
#include "model/read_card.hpp"
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace motaudit {

class JsonParser;

// Scorecards out of a file's bytes, in pieces of any size, as audit --format jsonl writes them, full or brief. A line that is none
// is a problem, and the others are read. A card lives until `take` returns.
class CardReader {
public:
    using Take = std::function<void(const ReadCard&)>;
    using Problem = std::function<void(Error)>;

    CardReader(std::string path, Take take, Problem problem);
    ~CardReader();
    CardReader(const CardReader&) = delete;
    CardReader& operator=(const CardReader&) = delete;

    void feed(std::string_view bytes);
    void finish();

private:
    void line(std::string_view text);

    std::string path_;
    Take take_;
    Problem problem_;
    std::unique_ptr<JsonParser> parser_;
    std::string rest_ = {}; // a line that goes on in the next piece
    std::size_t line_ = 0;
    bool skipping_ = false; // the rest of a line that is too long
    ReadCard card_ = {};
};

} // namespace motaudit
