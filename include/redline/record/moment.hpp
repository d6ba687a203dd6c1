// Times as records write them: `2026-06-01T12:00:00Z`, seconds of Unix time inside.
#pragma once

#include "../core/calendar.hpp"
#include "../core/chain/event.hpp"

#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace redline::inline v0_1::record {

/// Reads a time of RFC 3339 in UTC, to the second; none where it is anything else, or before 1970. Does not allocate.
inline std::optional<case_time> read_moment(std::string_view text)
{
    day_number day = 0;
    if (text.size() != 20 || !read_day(text.data(), day) || day < 0 || text[10] != 'T' || text[19] != 'Z') return {};
    case_time parts[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        char const* const at = text.data() + 11 + 3 * i;
        if (at[0] < '0' || at[0] > '9' || at[1] < '0' || at[1] > '9' || (i != 2 && at[2] != ':')) return {};
        parts[i] = static_cast<case_time>(at[0] - '0') * 10 + static_cast<case_time>(at[1] - '0');
    }
    if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return {};
    return static_cast<case_time>(day) * 86'400 + parts[0] * 3600 + parts[1] * 60 + parts[2];
}

/// The same, written; a time behind the year 9999 as `never`.
inline std::string moment_text(case_time t)
{
    if (t / 86'400 > 2'932'896) return "never";
    calendar_day const d = day_of(static_cast<day_number>(t / 86'400));
    case_time const s = t % 86'400;
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02u:%02u:%02uZ", d.year, d.month, d.day,
                  static_cast<unsigned>(s / 3600), static_cast<unsigned>(s / 60 % 60), static_cast<unsigned>(s % 60));
    return text;
}

/// The time by the system's clock.
inline case_time now()
{
    return static_cast<case_time>(
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count());
}

}  // namespace redline::inline v0_1::record
