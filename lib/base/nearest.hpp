#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace motaudit {

// Edits (insert, delete, replace, swap of neighbours) between two words, in bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate a person most likely meant by `word`; empty where none is near (more than a third of it would change).
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

} // namespace motaudit
