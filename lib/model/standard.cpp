#include "model/standard.hpp"

#include <algorithm>

namespace motaudit {

bool Parameter::applies_to(Channel channel) const { return std::ranges::find(channels, channel) != channels.end(); }

bool Standard::has_channel(Channel channel) const {
    return std::ranges::any_of(parameters, [&](const Parameter& p) { return p.applies_to(channel); });
}

double Standard::weight_in(const Parameter& parameter, Channel channel) const {
    double sum = 0;
    for (const auto& p : parameters)
        if (p.applies_to(channel)) sum += p.weight;
    return sum > 0 ? parameter.weight * 100 / sum : 0;
}

} // namespace motaudit
