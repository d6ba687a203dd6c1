// The day it is here.
#pragma once

#include "redline/core/calendar.hpp"

#include <ctime>

namespace redline::tool {

/// Today, in the time zone of the machine.
inline day_number today()
{
    std::time_t const now = std::time(nullptr);
    std::tm day{};
    ::localtime_r(&now, &day);
    return number_of({day.tm_year + 1900, day.tm_mon + 1, day.tm_mday});
}

}  // namespace redline::tool
