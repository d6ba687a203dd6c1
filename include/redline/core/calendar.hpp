// Days of the calendar, as numbers: 0 is 1970-01-01.
#pragma once

#include <cstdint>

namespace redline::inline v0_1 {

/// A day as the number of days since 1970-01-01; proleptic Gregorian, no time zone.
using day_number = std::int32_t;

/// A day of the calendar as it is written: `YYYY-MM-DD`.
struct calendar_day {
    std::int32_t year;
    std::int32_t month;
    std::int32_t day;
};

/// Whether year, month and day name a real day; years 0 to 9999. constexpr, no heap.
constexpr bool is_real_day(calendar_day d) noexcept
{
    if (d.year < 0 || d.year > 9999 || d.month < 1 || d.month > 12 || d.day < 1) return false;
    bool const leap = d.year % 4 == 0 && (d.year % 100 != 0 || d.year % 400 == 0);
    constexpr std::int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return d.day <= days[d.month - 1] + (d.month == 2 && leap ? 1 : 0);
}

/// The number of a real day. constexpr, no heap.
constexpr day_number number_of(calendar_day d) noexcept
{
    // Years are counted from March, so that the day that may be missing is the last of a year.
    std::int32_t const year = d.month <= 2 ? d.year - 1 : d.year;
    std::int32_t const era = (year >= 0 ? year : year - 399) / 400;
    std::int32_t const year_of_era = year - era * 400;
    std::int32_t const day_of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    std::int32_t const day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

/// The day of the calendar that has this number. constexpr, no heap.
constexpr calendar_day day_of(day_number number) noexcept
{
    std::int32_t const shifted = number + 719468;
    std::int32_t const era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    std::int32_t const day_of_era = shifted - era * 146097;
    std::int32_t const year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    std::int32_t const day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    std::int32_t const month_from_march = (5 * day_of_year + 2) / 153;
    std::int32_t const month = month_from_march + (month_from_march < 10 ? 3 : -9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

/// Reads `YYYY-MM-DD` at `at`, which holds ten characters; false where that isn't a real day.
constexpr bool read_day(char const* at, day_number& number) noexcept
{
    std::int32_t part[3] = {0, 0, 0};
    int index = 0;
    for (int i = 0; i < 10; ++i) {
        if (i == 4 || i == 7) {
            if (at[i] != '-') return false;
            ++index;
            continue;
        }
        if (at[i] < '0' || at[i] > '9') return false;
        part[index] = part[index] * 10 + (at[i] - '0');
    }
    calendar_day const day{part[0], part[1], part[2]};
    if (!is_real_day(day)) return false;
    number = number_of(day);
    return true;
}

}  // namespace redline::inline v0_1
