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
/// Of something that is known.
constexpr truth truth_of(bool b) noexcept { return b ? truth::yes : truth::no; }

}  // namespace redline::inline v0_1
