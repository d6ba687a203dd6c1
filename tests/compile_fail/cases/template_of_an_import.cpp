// A name that is wrong in a template of an import: the compile error names the import, the line there, and the line of
// the application.
// expect: at_line{4}, .*at_column{28}|wrong_contract\(301, 4, 28,
// expect: RL0301: in the import "|"in the import "
// expect: line 6"|number<6>
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_NAME "seem"
#else
#define REDLINE_NAME "seen"
#endif

inline constexpr auto terms = redline::compile(
    [] {
        return R"(
contract "Desk" version 1;
import "doctrine.redline";
use trading;
1 permit all lawful uses;
2 apply watched(trading);
)";
    },
    redline::imported<"doctrine.redline">([] {
        return R"(
contract "Doctrine" version 1;
template watched(kinds) { fact seen is flag;
   1 prohibit kinds unless )" REDLINE_NAME R"(; }
)";
    }));
