// The examples that stand above functions, each as it is written there; taken out by CMakeLists.txt.
#include "redline/redline.hpp"
#include "redline/text/compare_compiled.hpp"

namespace compile_hpp {

#include "example_of/redline/text/compile.hpp"

static_assert(terms.decide(terms.request().use("drafting").flag("lawful")).permitted());

}  // namespace compile_hpp

namespace drafts_hpp {

#include "example_of/redline/text/constant/drafts.hpp"

static_assert(terms.decide(terms.request().use("weapons").flag("lawful")).prohibited());

}  // namespace drafts_hpp

namespace compare_compiled_hpp {

constexpr auto prime = redline::compile(
    [] { return "contract \"Prime\" version 1; use drafting; 1 permit all lawful uses; 2 prohibit drafting;"; });
constexpr auto subcontract =
    redline::compile([] { return "contract \"Subcontract\" version 1; use drafting; 1 permit nothing else;"; });

#include "example_of/redline/text/compare_compiled.hpp"

static_assert(!redline::no_wider(prime, subcontract));

}  // namespace compare_compiled_hpp

namespace named_request_hpp {

constexpr auto terms = redline::compile([] {
    return R"(
    contract "Defence" version 1;
    use weapons;
    use weapons.autonomous;
    mission combat;
    fact oversight is level none < in_the_loop;
    1 permit all lawful uses;
    2 restrict weapons.autonomous to oversight at least in_the_loop;
)";
});

constexpr auto decision = terms.decide(
#include "example_of/redline/core/named_request.hpp"
);
static_assert(decision.prohibited() && decision.by("2"));

}  // namespace named_request_hpp
