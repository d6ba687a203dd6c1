// A term that does not end.
// expect: at_line{6}, .*at_column{1}|wrong_contract\(201, 6, 1,
// expect: RL0201: expected `;`, |"expected ".*";"
// expect: found `3`|, found ".*name<'3'>
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_TEXT "2 prohibit drafting\n3 permit drafting;"
#else
#define REDLINE_TEXT "2 prohibit drafting;\n3 permit drafting;"
#endif

inline constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
1 permit all lawful uses;
)" REDLINE_TEXT;
});
