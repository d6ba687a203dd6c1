// Two terms of one label.
// expect: at_line{5}, .*at_column{1}|wrong_contract\(307, 5, 1,
// expect: RL0307: label `1` is taken|" is taken; labels of terms are unique".*name<'1'>
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_TEXT "1 prohibit drafting;"
#else
#define REDLINE_TEXT "2 prohibit drafting;"
#endif

inline constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
1 permit all lawful uses;
)" REDLINE_TEXT;
});
