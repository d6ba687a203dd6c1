// Decisions through {fmt}.
#include "io/desk.hpp"
#include "redline/io/fmt.hpp"
#include "support/catch.hpp"

using namespace redline_test;

TEST_CASE("{fmt} writes outcomes and decisions", "[io]")
{
    CHECK(fmt::format("{}", permitted) == permitted_words);
    CHECK(fmt::format("{}", paused.view()) == paused_words);
    CHECK(fmt::format("[{:>24}]", prohibited) == std::string{"[    "} + prohibited_words + "]");
    CHECK(fmt::format("{}", undecided) == undecided_words);
    CHECK(fmt::format("{:-<10} {}", redline::outcome::paused, redline::ground::uncovered) == "paused---- uncovered");
}
