// A policy test that asks for a term which the contract does not have: it must not hold by a slip of the pen.
// expect(Clang): in call to 'refuse_request\(\{2, &"by"\[0\]\}, \{4, &"2\.11"
// expect(GNU): call to non-.constexpr. function .*request_is_not_valid
#include <redline/core.hpp>
#include <redline/text/compile.hpp>

constexpr auto terms = redline::compile([] {
    return R"(contract "Desk" version 1;
use drafting;
1 permit all lawful uses;
2.1 prohibit drafting;
)";
});
constexpr auto decision = terms.decide(terms.request().use("drafting").flag("lawful"));

#ifdef REDLINE_FAIL
static_assert(!decision.by("2.11"));
#else
static_assert(decision.by("2.1"));
#endif
