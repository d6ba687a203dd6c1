// The examples that stand above functions, each as it is written there; taken out by CMakeLists.txt.
#include "redline/chain.hpp"
#include "redline/redline.hpp"
#include "redline/text/compare_compiled.hpp"
#include "redline/typed.hpp"

namespace compile_hpp {

#include "example_of/redline/text/compile.hpp"

static_assert(terms.decide(terms.request().use("drafting").flag("lawful")).permitted());

}  // namespace compile_hpp

namespace drafts_hpp {

#include "example_of/redline/text/constant/drafts.hpp"

static_assert(terms.decide(terms.request().use("weapons").flag("lawful")).prohibited());

}  // namespace drafts_hpp

namespace compare_compiled_hpp {

constexpr auto doctrine =
    redline::compile([] { return "contract \"Doctrine\" version 1; use drafting; 1 permit all lawful uses;"; });
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

namespace named_case_hpp {

constexpr auto terms = redline::compile([] {
    return R"(
    contract "Defence" version 1;
    party lab;
    role safety_lead of lab;
    use weapons;
    1 permit all lawful uses;
    2 restrict weapons to signed by review;
    signoff review { stage safety: safety_lead within 2 days; }
)";
});
using redline::case_of, redline::in_hours;
constexpr redline::person_id ann = 1, bob = 2;
constexpr auto request = terms.request().use("weapons").flag("lawful");

static_assert(
#include "example_of/redline/core/chain/named_case.hpp"
);

}  // namespace named_case_hpp

namespace bind_hpp {

constexpr auto terms = redline::compile([] {
    return R"(
    contract "Desk" version 1;
    use drafting;
    use trading;
    fact amount is count;
    1 permit all lawful uses;
    2 prohibit trading when amount over 100;
)";
});

#include "example_of/redline/typed/bind.hpp"

static_assert(desk.decide({purpose::trading, true, 101}).by("2"));

}  // namespace bind_hpp

namespace under_hpp {

constexpr auto vendor =
    redline::compile([] { return "contract \"Vendor\" version 1; use drafting; 1 permit all lawful uses;"; });
constexpr auto statute = redline::compile(
    [] { return "contract \"Statute\" version 1; use drafting; 1 permit all lawful uses; 2 prohibit drafting;"; });

#include "example_of/redline/typed/under.hpp"

static_assert(decision.of(vendor).permitted());

}  // namespace under_hpp
