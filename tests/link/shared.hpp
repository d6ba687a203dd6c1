// What both translation units say of themselves; they must agree.
#pragma once

#include "everything.hpp"

/// Addresses of an inline function and of an inline variable: the same in every translation unit of a program.
struct shared_parts {
    redline::day_number (*function)(redline::calendar_day) noexcept;
    redline::time_unit const* variable;

    friend bool operator==(shared_parts const&, shared_parts const&) = default;
};
static inline shared_parts parts_here() { return {&redline::number_of, redline::time_units}; }

shared_parts parts_of_second();
