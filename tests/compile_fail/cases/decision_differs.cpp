// A policy test that does not hold.
// expect: decision_differs.cpp:16:.*error: static.assert.*failed.*drafting is permitted
// expect(Clang): terms.decide.terms.request...use."drafting"..flag."lawful"...permitted
#include "redline/text/compile.hpp"

constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
2.1 prohibit drafting;
1 permit all lawful uses;
)";
});

#ifdef REDLINE_FAIL
static_assert(terms.decide(terms.request().use("drafting").flag("lawful")).permitted(), "drafting is permitted");
#else
static_assert(terms.decide(terms.request().use("drafting").flag("lawful")).by("2.1"), "term 2.1 prohibits drafting");
#endif
