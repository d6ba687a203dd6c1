// A scenario whose outcome is right, but not the terms that it names.
// expect: at_line{7}, .*at_column{58}|wrong_contract\(701, 7, 58,
// expect: RL0701: `2[.]2` stands behind `by`|" stands behind ".*name<'2', '.', '2'>, .*name<'b', 'y'>
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_TEXT "scenario \"Drafting\" { given use drafting, lawful; expect prohibited by 2.1; }"
#else
#define REDLINE_TEXT "scenario \"Drafting\" { given use drafting, lawful; expect prohibited by 2.1, 2.2; }"
#endif

inline constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
1 permit all lawful uses;
2.1 prohibit drafting;
2.2 prohibit drafting when lawful;
)" REDLINE_TEXT;
});
