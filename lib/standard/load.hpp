#pragma once

#include "base/result.hpp"
#include "model/standard.hpp"
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// What a standard may refer to, handed down from the floors above.
struct Vocabulary {
    std::span<const CheckKind> checks = {};
    std::span<const std::string_view> roles = {}; // lists that every standard's words must hold
};

// The files that standards are made of, by their path under lexicons/: "standards/oppo-hq.toml", "en/phrases.toml".
class LexiconFiles {
public:
    virtual ~LexiconFiles() = default;
    virtual std::vector<std::string> list() const = 0; // sorted
    virtual std::optional<std::string_view> read(std::string_view path) const = 0;
    virtual std::string shown(std::string_view path) const = 0; // how errors name it: "lexicons/en/phrases.toml"
};

const LexiconFiles& built_in_files();                                         // compiled into the program
Result<std::unique_ptr<LexiconFiles>> files_under(const std::string& folder); // --lexicons DIR

struct Loaded {
    std::unique_ptr<Standard> standard = {}; // null where there are errors
    std::vector<Error> errors = {};          // every one found, by file and line
};

// A standard by name ("oppo-hq") or by the path of its file ("site.toml", "./oppo-site").
Loaded load_standard(std::string_view name_or_path, const LexiconFiles& files, const Vocabulary& vocabulary);

// The names of the standards there are.
std::vector<std::string> standard_names(const LexiconFiles& files);

} // namespace motaudit
