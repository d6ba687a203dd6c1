// A text that does not begin with a header.
// expect: at_line{1}, .*at_column{1}|wrong_contract\(204, 1, 1,
// expect: RL0204: expected `contract [^ ]*[.][.][.]|"expected `contract
// expect: version N;` at the start, found |name<'c', 'o', 'n', 't', 'r', 'a', 't'>
// expect: `contrat`; did you mean `contract`[?]|did you mean ".*name<'c', 'o', 'n', 't', 'r', 'a', 'c', 't'>
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_TEXT "contrat"
#else
#define REDLINE_TEXT "contract"
#endif

inline constexpr auto terms = redline::compile([] {
    return REDLINE_TEXT R"( "Desk" version 1;
use drafting;
1 permit all lawful uses;
)";
});
