// Decisions to streams; and that their words are those of the language.
#include "io/desk.hpp"
#include "redline/io/ostream.hpp"
#include "support/catch.hpp"
#include "support/load.hpp"

#include <iomanip>
#include <sstream>

namespace {

using namespace redline_test;

template <class T>
std::string streamed(T const& what)
{
    std::ostringstream to;
    to << what;
    return to.str();
}

/// A decision said in a constant expression is of this length.
constexpr std::size_t length_of(redline::decision const& d)
{
    std::size_t length = 0;
    redline::describe(d, [&](std::string_view piece) { length += piece.size(); });
    return length;
}
static_assert(length_of(paused.view()) == std::string_view{paused_words}.size());

}  // namespace

TEST_CASE("a decision is said in words", "[io]")
{
    CHECK(streamed(permitted) == permitted_words);
    CHECK(streamed(paused) == paused_words);
    CHECK(streamed(prohibited.view()) == prohibited_words);
    CHECK(streamed(undecided) == undecided_words);
    CHECK(streamed(redline::outcome::paused) == "paused");
    CHECK(streamed(redline::ground::forbidden) == "forbidden");
    CHECK(streamed(redline::ground::not_prohibited).empty());
    std::ostringstream wide;
    wide << std::setw(12) << redline::outcome::permitted << '|';
    CHECK(wide.str() == "   permitted|");
}

TEST_CASE("the words of a decision are what a scenario expects", "[io]")
{
    std::string const text{desk.rules().text};
    std::string const scenario = "scenario \"S\" { given use analysis, lawful; expect ";
    CHECK(load(text + scenario + streamed(paused) + "; }").ok);
    CHECK_FALSE(load(text + scenario + streamed(redline::outcome::permitted) + "; }").ok);
    CHECK(load(text + "scenario \"S\" { given use weapons, lawful, review complete; expect " + streamed(permitted) +
               "; }")
              .ok);
}
