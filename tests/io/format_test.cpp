// Decisions through std::format, of a standard library that has it. No Catch2: that is built for another one.
#include "io/desk.hpp"
#include "redline/io/format.hpp"

#ifndef __cpp_lib_format
#error "this standard library has no std::format"
#endif

using namespace redline_test;

int main()
{
    bool const right =
        std::format("{}", permitted) == permitted_words && std::format("{}", paused.view()) == paused_words &&
        std::format("[{:>24}]", prohibited) == std::string{"[    "} + prohibited_words + "]" &&
        std::format("{}", undecided) == undecided_words &&
        std::format("{:-<10} {}", redline::outcome::paused, redline::ground::uncovered) == "paused---- uncovered";
    return right ? 0 : 1;
}
