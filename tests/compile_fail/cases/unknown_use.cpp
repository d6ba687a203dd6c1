// A term about a use that is not declared, and the use that was meant. docs/embedding.md shows this one.
// expect: at_line{5}, .*at_column{12}|wrong_contract\(301, 5, 12,
// expect: RL0301: `draftin` is not declared; |is not declared; expected ".*"a use".*did you mean
// expect: expected a use; did you mean |name<'d', 'r', 'a', 'f', 't', 'i', 'n'>
// expect: `drafting`[?]|name<'d', 'r', 'a', 'f', 't', 'i', 'n', 'g'>
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_TEXT "2 prohibit draftin;"
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
