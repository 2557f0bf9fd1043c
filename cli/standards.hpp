#pragma once

#include "arguments.hpp"
#include "standard/load.hpp"
#include <memory>
#include <string_view>
#include <vector>

namespace motaudit {

// The standards that a command may choose from: the built-in ones, or those of --lexicons.
class Shelf {
public:
    static Result<Shelf> open(const std::string& lexicons);

    std::vector<std::string> names() const { return standard_names(files()); }
    Loaded load(std::string_view name_or_path) const;

private:
    const LexiconFiles& files() const { return own_ ? *own_ : built_in_files(); }
    std::unique_ptr<LexiconFiles> own_ = {};
};

using Standards = std::vector<std::unique_ptr<Standard>>;

// The standards asked for, or those that judge where none is named (contract, "Which standard"). Every fault is said; then
// there is none.
Standards load_standards(const StandardSource& source);

std::vector<std::string_view> parameter_ids(const Standards& standards);

} // namespace motaudit
