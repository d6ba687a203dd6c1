// An assertion that everything obtained does not make true: the witness says what was obtained.
// expect: at_line{9}, .*at_column{1}|wrong_contract\(704, 9, 1,
// expect: RL0704: some request breaks this ".*"assertion|"some request breaks this assertion
// expect: model_review .*complete|'m', 'o', 'd', 'e', 'l', '_', 'r', 'e', 'v', 'i', 'e', 'w', ' ', 'c', 'o', 'm', 'p'
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_TEXT "assert always attainable for trading when lawful;"
#else
#define REDLINE_TEXT "assert always attainable for trading when lawful and not urgent;"
#endif

inline constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
party bank;
role desk_head of bank;
role quant independent;
use trading;
fact urgent is flag;
1 permit all lawful uses; 2 prohibit trading when urgent; 3 restrict trading to signed by model_review;
)" REDLINE_TEXT R"(
signoff model_review { stage both: all of desk_head, quant; }
)";
});
