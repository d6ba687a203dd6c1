// A constant that is no day of the calendar can be refused while compiling.
// expect: error: .*static.assert.*there is no 30 February; see the calendar
// expect: not_a_day.cpp:12:
#include "redline/core/calendar.hpp"

#ifdef REDLINE_FAIL
constexpr redline::calendar_day day{2026, 2, 30};
#else
constexpr redline::calendar_day day{2026, 3, 2};
#endif

static_assert(redline::is_real_day(day), "there is no 30 February; see the calendar");
