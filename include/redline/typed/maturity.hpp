// The levels of a safeguard that has no ladder of its own.
#pragma once

#include <cstdint>

namespace redline::inline v0_1 {

/// How far a safeguard has matured, where its contract declares no ladder; language reference, "Words".
enum class maturity : std::uint8_t { absent, prototype, tested, validated };

}  // namespace redline::inline v0_1
