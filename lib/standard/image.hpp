#pragma once

#include "model/standard.hpp"
#include "standard/load.hpp"
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// Standards as the loader made them, in bytes that are taken over at the next start without reading and compiling their files
// again. The build writes one of the built-in standards (cli/prepare). An image is for the program that was built
// with it: numbers lie in it as this machine keeps them.
std::string write_image(std::span<const Standard* const> standards);

// A standard of an image, which must outlive it and begin at a multiple of eight; null where the image does not hold it, is of
// another version, or names checks or lists that this program does not have. What few runs need is read when it is asked for.
std::unique_ptr<Standard> read_image(std::string_view image, std::string_view name, const Vocabulary& vocabulary);

} // namespace motaudit
