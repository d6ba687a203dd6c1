// What every benchmark prints: lines of one table.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

namespace redline_bench {

inline constexpr char const* heading = "%-46s %13s %13s %8s   %s\n";

inline void print_heading(char const* floor) { std::printf(heading, "", "Redline", floor, "ratio", "goal"); }

/// One line: what was measured, the same of the floor, and the goal in words.
inline void print_line(std::string const& what, double value, double floor, char const* unit, std::string const& goal,
                       bool met)
{
    auto const with_unit = [&](double number) {
        char text[32];
        std::snprintf(text, sizeof text, number < 10 ? "%.2f %s" : number < 100 ? "%.1f %s" : "%.0f %s", number, unit);
        return std::string{text};
    };
    char ratio[16];
    std::snprintf(ratio, sizeof ratio, "%.2f x", value / floor);
    std::printf(heading, what.c_str(), with_unit(value).c_str(), with_unit(floor).c_str(), ratio,
                goal.empty() ? "" : (goal + (met ? "" : "  MISSED")).c_str());
    std::fflush(stdout);
}

/// Seconds that a call takes.
template <class Call>
double seconds(Call const& call)
{
    auto const start = std::chrono::steady_clock::now();
    call();
    return std::chrono::duration<double>{std::chrono::steady_clock::now() - start}.count();
}

struct times {
    double ours = 1e9, floor = 1e9;
};
/// Seconds that two calls take, each the least of several rounds; they take turns, so that both meet the same noise.
template <class Ours, class Floor>
times least_seconds(int rounds, Ours const& ours, Floor const& floor)
{
    times least;
    for (int i = 0; i < rounds; ++i) {
        least.ours = std::min(least.ours, seconds(ours));
        least.floor = std::min(least.floor, seconds(floor));
    }
    return least;
}

/// Keeps the compiler from leaving out what makes a value.
template <class T>
void use_value(T const& value)
{
    asm volatile("" : : "g"(&value) : "memory");
}

}  // namespace redline_bench
