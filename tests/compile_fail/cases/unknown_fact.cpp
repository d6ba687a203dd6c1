// A condition about a fact that is not declared.
// expect: at_line{6}, .*at_column{26}|wrong_contract\(301, 6, 26,
// expect: RL0301: `urgnt` is not declared; |is not declared; expected ".*"a fact, evidence,
// expect: expected a fact, evidence,|name<'u', 'r', 'g', 'n', 't'>
// expect: `urgent`[?]|name<'u', 'r', 'g', 'e', 'n', 't'>
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_TEXT "2 prohibit drafting when urgnt;"
#else
#define REDLINE_TEXT "2 prohibit drafting when urgent;"
#endif

inline constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
fact urgent is flag;
1 permit all lawful uses;
)" REDLINE_TEXT;
});
