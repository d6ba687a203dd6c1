// A value that the fact does not have.
// expect: at_line{6}, .*at_column{37}|wrong_contract\(309, 6, 37,
// expect: "RL0309: `secrt` is not declared; ".*"expected a value of the fact; did "|" is not declared; expected ".*"a value of the fact"
// expect: `secret`[?]|did you mean ".*name<'s', 'e', 'c', 'r', 't'>, .*name<'s', 'e', 'c', 'r', 'e', 't'>
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
