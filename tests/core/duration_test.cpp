// Durations as requests write them.
#include "redline/core/duration.hpp"
#include "support/both.hpp"
#include "support/catch.hpp"

namespace {

constexpr std::uint64_t wrong = redline::unlimited;

constexpr std::uint64_t minutes(std::string_view text)
{
    std::uint64_t value = 0;
    return redline::read_duration(text, value) ? value : wrong;
}

}  // namespace

TEST_CASE("a duration is an integer and a unit", "[core]")
{
    REDLINE_BOTH(minutes("0 minutes") == 0);
    REDLINE_BOTH(minutes("1 minute") == 1);
    REDLINE_BOTH(minutes("2 hours") == 120);
    REDLINE_BOTH(minutes("1 hour") == 60);
    REDLINE_BOTH(minutes("12 days") == 12 * 1440);
    REDLINE_BOTH(minutes("1 day") == 1440);
    REDLINE_BOTH(minutes("3 weeks") == 3 * 10080);
    REDLINE_BOTH(minutes("1 week") == 10080);
    REDLINE_BOTH(minutes("7 years") == 7 * 525600);
    REDLINE_BOTH(minutes("1 year") == 525600);
    REDLINE_BOTH(minutes("1 days") == 1440);
    REDLINE_BOTH(minutes("10_000 minutes") == 10000);
    REDLINE_BOTH(minutes("5   days") == 5 * 1440);
    REDLINE_BOTH(minutes("007 days") == 7 * 1440);
}

TEST_CASE("a duration is less than what stands for no end", "[core]")
{
    REDLINE_BOTH(minutes("18446744073709551614 minutes") == redline::unlimited - 1);
    REDLINE_BOTH(minutes("18446744073709551615 minutes") == wrong);
    REDLINE_BOTH(minutes("18446744073709551616 minutes") == wrong);
    REDLINE_BOTH(minutes("99999999999999999999999999 minutes") == wrong);
    REDLINE_BOTH(minutes("307445734561825860 hours") == 18446744073709551600u);
    REDLINE_BOTH(minutes("307445734561825861 hours") == wrong);
    REDLINE_BOTH(minutes("10000000000000000000 years") == wrong);
}

TEST_CASE("what is no duration is not read", "[core]")
{
    REDLINE_BOTH(minutes("") == wrong);
    REDLINE_BOTH(minutes("days") == wrong);
    REDLINE_BOTH(minutes("12") == wrong);
    REDLINE_BOTH(minutes("12 ") == wrong);
    REDLINE_BOTH(minutes(" 12 days") == wrong);
    REDLINE_BOTH(minutes("12 days ") == wrong);
    REDLINE_BOTH(minutes("12 months") == wrong);
    REDLINE_BOTH(minutes("12 Days") == wrong);
    REDLINE_BOTH(minutes("-1 days") == wrong);
    REDLINE_BOTH(minutes("+1 days") == wrong);
    REDLINE_BOTH(minutes("1.5 days") == wrong);
    REDLINE_BOTH(minutes("_1 days") == wrong);
    REDLINE_BOTH(minutes("1_ days") == wrong);
    REDLINE_BOTH(minutes("1__0 days") == wrong);
    REDLINE_BOTH(minutes("1 day 2 hours") == wrong);
    REDLINE_BOTH(minutes(std::string_view{"1 day\0", 6}) == wrong);
    REDLINE_BOTH(minutes("1\tday") == wrong);
}
