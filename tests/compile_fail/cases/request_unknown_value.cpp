// A request in a constant expression that gives a value which the fact does not have.
// expect: request_unknown_value.cpp:17:
// expect(GNU): fact\(.*"audience".*"custommers".*request_is_not_valid
// expect(Clang): refuse_request\(.*"audience".*"custommers".*"a value of the fact"
#include "redline/text/compile.hpp"

constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1;
use drafting;
fact audience is one of staff, customers;
1 permit all lawful uses;
)";
});

#ifdef REDLINE_FAIL
static_assert(terms.decide(terms.request().use("drafting").fact("audience", "custommers").flag("lawful")).permitted());
#else
static_assert(terms.decide(terms.request().use("drafting").fact("audience", "customers").flag("lawful")).permitted());
#endif
