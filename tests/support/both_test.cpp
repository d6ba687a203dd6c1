// REDLINE_BOTH really does both.
#include "support/both.hpp"

#include <type_traits>

namespace {

unsigned calls = 0;

/// Counts its calls at run time, which the same call in a constant expression cannot.
constexpr int twice(int n)
{
    if (!std::is_constant_evaluated()) ++calls;
    return n * 2;
}

}  // namespace

TEST_CASE("a claim is checked while compiling and again when the program runs", "[support]")
{
    calls = 0;
    REDLINE_BOTH(twice(3) == 6);
    CHECK(calls == 1);
    constexpr int three = 3;
    REDLINE_BOTH(twice(three) == twice(redline_test::opaque(3)));
    CHECK(calls == 3);
}
