// An import whose text is not given to compile: the compile error names the import.
// expect: at_line{3}, .*at_column{8}|wrong_contract\(1001, 3, 8,
// expect: RL1001: the import "|"the import "
// expect: doctrin.redline|'d', 'o', 'c', 't', 'r', 'i', 'n', '\.'
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_PATH "doctrin.redline"
#else
#define REDLINE_PATH "doctrine.redline"
#endif

inline constexpr auto terms = redline::compile(
    [] {
        return R"(
contract "Desk" version 1;
import ")" REDLINE_PATH R"(";
1 permit all lawful uses;
)";
    },
    redline::imported<"doctrine.redline">([] { return "contract \"Doctrine\" version 1; use trading;"; }));
