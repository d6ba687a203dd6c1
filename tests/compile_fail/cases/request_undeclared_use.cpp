// A request in a constant expression that names a use which is not declared.
// expect: request_undeclared_use.cpp:16:
// expect(GNU): use\(.*"draftin".*request_is_not_valid
// expect(Clang): refuse_request\(.*"use".*"draftin".*"a declared use, `.other` below one, or `unlisted`"
#include "redline/text/compile.hpp"

constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
1 permit all lawful uses;
)";
});

#ifdef REDLINE_FAIL
static_assert(terms.decide(terms.request().use("draftin").flag("lawful")).permitted());
#else
static_assert(terms.decide(terms.request().use("drafting").flag("lawful")).permitted());
#endif
