// Kleene's three truth values; language reference, "What is decided".
#pragma once

#include <cstdint>

namespace redline::inline v0_1 {

/// False, unknown, true, in this order: `and` is the least, `or` the greatest.
enum class truth : std::uint8_t { no = 0, unknown = 1, yes = 2 };

/// Kleene's `and`: the least.
constexpr truth both(truth a, truth b) noexcept { return a < b ? a : b; }
/// Kleene's `or`: the greatest.
constexpr truth either(truth a, truth b) noexcept { return a < b ? b : a; }
/// Kleene's `not`; unknown stays unknown.
constexpr truth negation(truth a) noexcept { return static_cast<truth>(2 - static_cast<std::uint8_t>(a)); }
/// Whether it is true.
constexpr bool is_yes(truth t) noexcept { return t == truth::yes; }
/// Whether it is false.
constexpr bool is_no(truth t) noexcept { return t == truth::no; }
/// Whether it is unknown or false.
constexpr bool not_yes(truth t) noexcept { return t != truth::yes; }
/// Whether it is unknown or true.
constexpr bool not_no(truth t) noexcept { return t != truth::no; }
/// Whether it is false wherever it is asked.
constexpr bool is_never(truth t) noexcept { return t == truth::no; }
/// Whether both of two answers are yes; of words, bit by bit.
template <class Holds>
constexpr Holds both_hold(Holds a, Holds b) noexcept
{
    return static_cast<Holds>(a & b);
}
/// Whether one of two answers is yes; of words, bit by bit.
template <class Holds>
constexpr Holds either_holds(Holds a, Holds b) noexcept
{
    return static_cast<Holds>(a | b);
}
/// Whether both are yes.
constexpr bool both_hold(bool a, bool b) noexcept { return a && b; }
/// Whether one is yes.
constexpr bool either_holds(bool a, bool b) noexcept { return a || b; }
/// Of something that is known.
constexpr truth truth_of(bool b) noexcept { return b ? truth::yes : truth::no; }

}  // namespace redline::inline v0_1
