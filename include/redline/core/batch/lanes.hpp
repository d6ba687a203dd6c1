// Truth values of up to 64 rows side by side: a word holds the same bit of each.
#pragma once

#include "../condition.hpp"

#include <bit>

namespace redline::inline v0_1 {

/// A yes or no for each of 64 rows.
using lane_word = std::uint64_t;

/// How many rows are decided side by side.
inline constexpr unsigned lanes_of_block = 64;

/// A truth value for each row: whether it is not false, and whether it is true. constexpr, no heap; so are all functions of it.
struct lane_truth {
    lane_word possible;  // not zeroed: stacks of these are filled as they grow
    lane_word certain;

    /// The same for every row.
    static constexpr lane_truth alike(truth value) noexcept
    {
        return {value == truth::no ? 0 : ~lane_word{0}, value == truth::yes ? ~lane_word{0} : 0};
    }
    /// Of rows of which something is known or not.
    static constexpr lane_truth of(lane_word holds, lane_word known) noexcept
    {
        return {holds | ~known, holds & known};
    }
    friend constexpr lane_truth both(lane_truth a, lane_truth b) noexcept
    {
        return {a.possible & b.possible, a.certain & b.certain};
    }
    friend constexpr lane_truth both(truth a, lane_truth b) noexcept { return both(alike(a), b); }
    friend constexpr lane_truth either(lane_truth a, lane_truth b) noexcept
    {
        return {a.possible | b.possible, a.certain | b.certain};
    }
    friend constexpr lane_truth negation(lane_truth a) noexcept { return {~a.certain, ~a.possible}; }
    friend constexpr lane_word is_yes(lane_truth t) noexcept { return t.certain; }
    friend constexpr lane_word is_no(lane_truth t) noexcept { return ~t.possible; }
    friend constexpr lane_word not_yes(lane_truth t) noexcept { return ~t.certain; }
    friend constexpr lane_word not_no(lane_truth t) noexcept { return t.possible; }
    friend constexpr bool is_never(lane_truth t) noexcept { return t.possible == 0; }
};
/// What `truth_readings` is for one request: a truth value under each reading, for each row.
struct lane_readings {
    lane_truth of_reading[3];

    constexpr lane_truth operator[](reading as) const noexcept { return of_reading[static_cast<unsigned>(as)]; }
    /// The same under every reading.
    static constexpr lane_readings alike(lane_truth value) noexcept { return {{value, value, value}}; }
    /// The same under every reading, in every row.
    static constexpr lane_readings alike(truth value) noexcept { return alike(lane_truth::alike(value)); }
    /// None of them unknown.
    static constexpr lane_readings of(lane_word as_given, lane_word obtained, lane_word without_waivers) noexcept
    {
        return {{{as_given, as_given}, {obtained, obtained}, {without_waivers, without_waivers}}};
    }
    friend constexpr lane_readings both(lane_readings const& a, lane_readings const& b) noexcept
    {
        return {{both(a.of_reading[0], b.of_reading[0]), both(a.of_reading[1], b.of_reading[1]),
                 both(a.of_reading[2], b.of_reading[2])}};
    }
    friend constexpr lane_readings either(lane_readings const& a, lane_readings const& b) noexcept
    {
        return {{either(a.of_reading[0], b.of_reading[0]), either(a.of_reading[1], b.of_reading[1]),
                 either(a.of_reading[2], b.of_reading[2])}};
    }
    friend constexpr lane_readings negation(lane_readings const& a) noexcept
    {
        return {{negation(a.of_reading[0]), negation(a.of_reading[1]), negation(a.of_reading[2])}};
    }
};

/// Asks something of the value of each row; `eights` times eight rows are asked, the others come out as no. A plain loop, of
/// which compilers make SIMD.
template <class Number, class Holds>
constexpr lane_word lanes_where(Number const* values, unsigned eights, Holds const& holds) noexcept
{
    lane_word lanes = 0;
    for (unsigned e = 0; e < eights; ++e) {
        Number const* const of = values + std::size_t{8} * e;
        std::uint8_t one[8] = {};
        for (unsigned i = 0; i < 8; ++i) one[i] = holds(of[i]) ? 1 : 0;
        // The lowest bit of each byte, side by side.
        std::uint64_t bytes = 0;
        for (unsigned i = 0; i < 8; ++i) bytes |= std::uint64_t{one[i]} << (8 * i);
        lanes |= (bytes * 0x0102040810204080u >> 56) << (8 * e);
    }
    return lanes;
}

/// Rows whose value is less (1), equal (2) or greater (4) than a number, as the bits of `holds_for` say.
template <class Number>
constexpr lane_word lanes_compared(Number const* values, unsigned eights, Number operand, unsigned holds_for) noexcept
{
    switch (holds_for) {
    case 1: return lanes_where(values, eights, [=](Number v) { return v < operand; });
    case 2: return lanes_where(values, eights, [=](Number v) { return v == operand; });
    case 3: return lanes_where(values, eights, [=](Number v) { return v <= operand; });
    case 4: return lanes_where(values, eights, [=](Number v) { return v > operand; });
    case 5: return lanes_where(values, eights, [=](Number v) { return v != operand; });
    case 6: return lanes_where(values, eights, [=](Number v) { return v >= operand; });
    default: return holds_for == 0 ? lane_word{0} : ~lane_word{0};
    }
}

/// Calls `visit` with each row, from 0 to 63, that a word says yes of.
template <class Visit>
constexpr void each_lane(lane_word lanes, Visit const& visit) noexcept
{
    for (; lanes != 0; lanes &= lanes - 1) visit(static_cast<unsigned>(std::countr_zero(lanes)));
}

}  // namespace redline::inline v0_1
