// A request in a constant expression that gives a flag as a count.
// expect: request_wrong_type.cpp:17:
// expect(GNU): count\(.*"urgent".*request_is_not_valid
// expect(Clang): refuse_request\(.*"facts".*"urgent".*"true or false"
#include "redline/text/compile.hpp"

constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
fact urgent is flag;
1 permit all lawful uses;
)";
});

#ifdef REDLINE_FAIL
static_assert(terms.decide(terms.request().use("drafting").count("urgent", 1).flag("lawful")).permitted());
#else
static_assert(terms.decide(terms.request().use("drafting").flag("urgent").flag("lawful")).permitted());
#endif
