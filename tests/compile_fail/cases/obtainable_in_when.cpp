// A `when` that asks for something which can be brought about.
// expect: at_line{7}, .*at_column{26}|wrong_contract\(503, 7, 26,
// expect: RL0503: `red_team` can be brought |" can be brought about.*name<'r', 'e', 'd', '_', 't', 'e', 'a', 'm'>
// expect: put it behind `unless`
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_TEXT "2 prohibit drafting when red_team;"
#else
#define REDLINE_TEXT "2 require red_team for drafting;"
#endif

inline constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
party vendor;
evidence red_team from vendor;
1 permit all lawful uses;
)" REDLINE_TEXT;
});
