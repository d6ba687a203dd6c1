// A scenario that comes out otherwise than it says.
// expect: at_line{6}, .*at_column{58}|wrong_contract\(701, 6, 58,
// expect: RL0701: expected `permitted`, but |", but it comes out ".*name<'p', 'e', 'r', 'm', 'i', 't', 't', 'e', 'd'>
// expect: it comes out `prohibited` by `2[.]1`|name<'2', '.', '1'>
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_TEXT "scenario \"Drafting\" { given use drafting, lawful; expect permitted; }"
#else
#define REDLINE_TEXT "scenario \"Drafting\" { given use drafting, lawful; expect prohibited by 2.1; }"
#endif

inline constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
1 permit all lawful uses;
2.1 prohibit drafting;
)" REDLINE_TEXT;
});
