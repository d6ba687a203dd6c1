// The units of durations.
#pragma once

#include <cstdint>
#include <string_view>

namespace redline::inline v0_1 {

/// A unit of time and how many minutes it has; the plural is how a duration is written, the singular is the same word.
struct time_unit {
    std::string_view plural;
    std::string_view singular;
    std::uint32_t minutes;
};
/// All units of durations.
inline constexpr time_unit time_units[] = {{"minutes", "minute", 1},
                                           {"hours", "hour", 60},
                                           {"days", "day", 1440},
                                           {"weeks", "week", 10080},
                                           {"years", "year", 525600}};

}  // namespace redline::inline v0_1
