// A value that the fact does not have.
// expect: at_line{6}, .*at_column{37}|wrong_contract\(309, 6, 37,
// expect: RL0309: `secrt` is not declared; |is not declared; expected ".*"a value of the fact".*did you mean
// expect: expected a value of the fact; |name<'s', 'e', 'c', 'r', 't'>
// expect: `secret`[?]|name<'s', 'e', 'c', 'r', 'e', 't'>
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_TEXT "2 prohibit drafting when network is secrt;"
#else
#define REDLINE_TEXT "2 prohibit drafting when network is secret;"
#endif

inline constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
fact network is one of open, secret;
1 permit all lawful uses;
)" REDLINE_TEXT;
});
