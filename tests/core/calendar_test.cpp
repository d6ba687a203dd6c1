// Days of the calendar, against the standard library's.
#include "redline/core/calendar.hpp"
#include "redline/core/duration.hpp"
#include "support/both.hpp"
#include "support/catch.hpp"

#include <chrono>
#include <string>

namespace {

using redline::calendar_day;
using redline::day_number;

constexpr day_number read(char const* text)
{
    day_number day = -1;
    return redline::read_day(text, day) ? day : -999'999'999;
}
constexpr day_number no_day = -999'999'999;

std::string written(int year, unsigned month, unsigned day)
{
    char text[32] = {};
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", year, month, day);
    return text;
}

}  // namespace

TEST_CASE("known days have their numbers", "[core]")
{
    REDLINE_BOTH(redline::number_of({1970, 1, 1}) == 0);
    REDLINE_BOTH(redline::number_of({1969, 12, 31}) == -1);
    REDLINE_BOTH(redline::number_of({2000, 2, 29}) == 11016);
    REDLINE_BOTH(redline::number_of({2026, 3, 1}) == 20513);
    REDLINE_BOTH(redline::number_of({0, 1, 1}) == -719528);
    REDLINE_BOTH(redline::number_of({9999, 12, 31}) == 2932896);
    REDLINE_BOTH(redline::day_of(11016).day == 29);
    REDLINE_BOTH(redline::day_of(-719528).year == 0);
}

TEST_CASE("only real days are real", "[core]")
{
    REDLINE_BOTH(redline::is_real_day({2024, 2, 29}));
    REDLINE_BOTH(redline::is_real_day({2000, 2, 29}));
    REDLINE_BOTH(redline::is_real_day({0, 2, 29}));
    REDLINE_BOTH(!redline::is_real_day({2023, 2, 29}));
    REDLINE_BOTH(!redline::is_real_day({1900, 2, 29}));
    REDLINE_BOTH(!redline::is_real_day({2026, 4, 31}));
    REDLINE_BOTH(!redline::is_real_day({2026, 0, 1}));
    REDLINE_BOTH(!redline::is_real_day({2026, 13, 1}));
    REDLINE_BOTH(!redline::is_real_day({2026, 1, 0}));
    REDLINE_BOTH(!redline::is_real_day({2026, 1, 32}));
    REDLINE_BOTH(!redline::is_real_day({-1, 1, 1}));
    REDLINE_BOTH(!redline::is_real_day({10000, 1, 1}));
}

TEST_CASE("every day of ten thousand years goes to its number and back", "[core]")
{
    day_number due = redline::number_of({0, 1, 1});
    std::size_t wrong = 0;
    for (std::int32_t year = 0; year <= 9999; ++year)
        for (std::int32_t month = 1; month <= 12; ++month)
            for (std::int32_t day = 1; day <= 31; ++day) {
                bool const real = std::chrono::year_month_day{
                    std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                    std::chrono::day{static_cast<unsigned>(
                        day)}}.ok();
                wrong += real != redline::is_real_day({year, month, day}) ? 1u : 0u;
                if (!real) continue;
                calendar_day const back = redline::day_of(due);
                wrong += redline::number_of({year, month, day}) != due || back.year != year || back.month != month ||
                                 back.day != day
                             ? 1u
                             : 0u;
                ++due;
            }
    CHECK(wrong == 0);
    CHECK(due == redline::number_of({9999, 12, 31}) + 1);
}

TEST_CASE("a day is read from ten characters, and from nothing else", "[core]")
{
    REDLINE_BOTH(read("1970-01-01") == 0);
    REDLINE_BOTH(read("2026-03-01") == 20513);
    REDLINE_BOTH(read("2026-02-30") == no_day);
    REDLINE_BOTH(read("2026/03/01") == no_day);
    REDLINE_BOTH(read("2026-03 01") == no_day);
    REDLINE_BOTH(read("2O26-03-01") == no_day);
    REDLINE_BOTH(read("-026-03-01") == no_day);
    REDLINE_BOTH(read("2026-3-001") == no_day);
    day_number day = 0;
    CHECK(redline::read_date("2026-03-01", day));
    for (char const* const wrong :
         {"", "2026-03-1", "2026-03-011", "20260301", " 2026-03-01", "2026-03-01 ", "2026-03-0\0"})
        CHECK_FALSE(redline::read_date(wrong, day));
    for (day_number n = -719528; n <= 2932896; n += 997) {
        calendar_day const d = redline::day_of(n);
        std::string const text = written(d.year, static_cast<unsigned>(d.month), static_cast<unsigned>(d.day));
        INFO(text);
        CHECK((redline::read_date(text, day) && day == n));
    }
}
