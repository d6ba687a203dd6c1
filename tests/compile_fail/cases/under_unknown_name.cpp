// A request under several contracts that names what none of them declares.
// expect: under_unknown_name.cpp:27:
// expect: "persns".*request_is_not_valid|refuse_request\(.*"facts".*"persns".*"a declared fact"
#define NETWORK ""
#include "redline/text/compile.hpp"
#include "redline/typed.hpp"

constexpr auto vendor = redline::compile([] {
    return R"(
contract "Vendor" version 1;
use drafting;
fact network is one of open, secret;
1 permit all lawful uses;
)";
});
constexpr auto statute = redline::compile([] {
    return R"(
contract "Statute" version 1;
use drafting; use trading;
fact persons is count;
)" NETWORK R"(
1 permit all lawful uses;
)";
});
constexpr auto both = redline::under(vendor, statute);
#ifdef REDLINE_FAIL
static_assert(both.decide(both.request().use("trading").flag("lawful").count("persns", 1)).permitted());
#else
static_assert(both.decide(both.request().use("trading").flag("lawful").count("persons", 1)).permitted());
#endif
