// An assertion that some request breaks: the compile error names it, its line, and that request.
// expect: at_line{7}, .*at_column{1}|wrong_contract\(704, 7, 1,
// expect: RL0704: some request breaks this ".*"assertion|"some request breaks this assertion
// expect: use trading, .*amount is .*1_000_000|'a', 'm', 'o', 'u', 'n', 't', ' ', 'i', 's', ' ', '1', '_', '0', '0', '0'
#include "redline/text/compile.hpp"

#ifdef REDLINE_FAIL
#define REDLINE_TEXT "assert never permitted for trading when amount at least 1_000_000;"
#else
#define REDLINE_TEXT "assert never permitted for trading when amount over 1_000_000;"
#endif

inline constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use trading;
fact amount is count;
1 permit all lawful uses;
2 prohibit trading when amount over 1_000_000;
)" REDLINE_TEXT;
});
