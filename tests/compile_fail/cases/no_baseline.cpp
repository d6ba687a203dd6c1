// A contract that says neither `permit all lawful uses` nor `permit nothing else`.
// expect: at_line{2}, .*at_column{11}|wrong_contract\(501, 2, 11,
// expect: RL0501: the contract has no ".*"baseline; expected a term |"the contract has no baseline; expected a term
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_TEXT "1 permit drafting;"
#else
#define REDLINE_TEXT "1 permit all lawful uses;"
#endif

inline constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
)" REDLINE_TEXT;
});
