// REDLINE_BOTH(claim): a claim that must hold in constant expressions, and when the program runs.
#pragma once

#include "catch.hpp"

#include <type_traits>

// g++ works out calls with constant arguments in its constexpr evaluator wherever it optimises; a function that may not
// inline is spared that, so that what runs is the compiled code. Clang leaves the operands of a CHECK alone anyway.
#if defined(__GNUC__) && !defined(__clang__)
#define REDLINE_AT_RUN_TIME __attribute__((noinline, optimize("no-inline")))
#else
#define REDLINE_AT_RUN_TIME __attribute__((noinline))
#endif

/// Asserts the claim while compiling, and checks it again in compiled code. The claim may use constexpr variables and
/// literals only, and is one comparison, as for CHECK: no `&&` and no `||` at the top.
#define REDLINE_BOTH(...)                                                                                              \
    do {                                                                                                               \
        static_assert(static_cast<bool>(__VA_ARGS__), #__VA_ARGS__);                                                   \
        auto const redline_claim = [&]() REDLINE_AT_RUN_TIME { CHECK(__VA_ARGS__); };                                  \
        redline_claim();                                                                                               \
    } while (false)

namespace redline_test {

/// The same value, which no compiler knows beforehand when the program runs: for inputs of a claim that has to prove
/// what compiled code does with them under every optimisation. Trivial types.
template <class T>
constexpr T opaque(T value) noexcept
{
    if (std::is_constant_evaluated()) return value;
    T* volatile const where = &value;
    return *where;
}

}  // namespace redline_test
