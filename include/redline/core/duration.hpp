// Durations and dates as requests write them: `12 days`, `2026-06-01`.
#pragma once

#include "calendar.hpp"
#include "rule_set.hpp"
#include "time_unit.hpp"

#include <string_view>

namespace redline::inline v0_1 {

/// Reads an integer and a unit, as in `12 days`, in minutes; false where the text is anything else, or 2^64 - 1 minutes
/// or more. The integer may hold `_` between digits. constexpr, no heap; language reference, "Words".
constexpr bool read_duration(std::string_view text, std::uint64_t& minutes) noexcept
{
    std::uint64_t value = 0;
    std::size_t at = 0;
    for (; at < text.size() && ((text[at] >= '0' && text[at] <= '9') || (text[at] == '_' && at != 0)); ++at) {
        if (text[at] == '_') {
            bool const between = text[at - 1] != '_' && at + 1 < text.size() && text[at + 1] >= '0' &&
                                 text[at + 1] <= '9';
            if (!between) return false;
            continue;
        }
        auto const digit = static_cast<unsigned>(text[at] - '0');
        if (value > (unlimited - digit) / 10) return false;
        value = value * 10 + digit;
    }
    if (at == 0) return false;
    while (at < text.size() && text[at] == ' ') ++at;
    std::string_view word = text;
    word.remove_prefix(at);  // `substr` would bring in what it throws
    for (time_unit const& unit : time_units) {
        if (word != unit.plural && word != unit.singular) continue;
        if (value > (unlimited - 1) / unit.minutes) return false;
        minutes = value * unit.minutes;
        return true;
    }
    return false;
}

/// Reads `YYYY-MM-DD`; false where that is no real day. constexpr, no heap.
constexpr bool read_date(std::string_view text, day_number& day) noexcept
{
    return text.size() == 10 && read_day(text.data(), day);
}

}  // namespace redline::inline v0_1
