// An assertion, which nobody can prove yet.
// expect: at_line{5}, .*at_column{1}|wrong_contract\(507, 5, 1,
// expect: RL0507: this assertion is not ".*"proved|"this assertion is not proved
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_TEXT "assert never prohibited for drafting when lawful;"
#else
#define REDLINE_TEXT "scenario \"Drafting\" { given use drafting, lawful; expect permitted; }"
#endif

inline constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
1 permit all lawful uses;
)" REDLINE_TEXT;
});
