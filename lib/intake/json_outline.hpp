#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// The key paths of a JSON text, such as "results.channels" and "Transcript[].Content": what an export is known by. An array
// around the whole is left out of the paths. The text may be cut off anywhere or be broken: what stands before counts.
class JsonOutline {
public:
    explicit JsonOutline(std::string_view text);

    bool has(std::string_view path) const;

    const std::vector<std::string>& paths() const { return paths_; } // sorted
    bool empty() const { return paths_.empty(); }

private:
    std::vector<std::string> paths_ = {};
};

// How well the outline fits `keys`: alternatives parted by " | ", each a list of paths that must be there, or must not ("!path").
// The number of paths of the best alternative that fits, 0 = none does.
int fit(const JsonOutline& outline, std::string_view keys);

// The first path that is missing for the alternative that comes nearest, and how many are there.
struct NearFit {
    int there = 0;
    std::string_view missing = {};
};
NearFit near_fit(const JsonOutline& outline, std::string_view keys);

} // namespace motaudit
