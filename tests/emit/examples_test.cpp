// The example contracts through generated headers: the rule sets and decisions of load, and decisions by the compiler.
#include "emit/against_load.hpp"
#include "examples_headers.hpp"
#include "support/both.hpp"

using namespace redline_test;

namespace {

constexpr auto compromise = generated::examples::of_compromise;

constexpr auto autonomous(std::string_view day, std::string_view oversight, std::string_view review = "complete")
{
    auto request = compromise.request();
    request.use("weapons.autonomous").mission("combat").date(day).count("persons", 10);
    request.flag("lawful").attested("lawful", "general_counsel").only("outputs");
    request.fact("oversight", oversight).attested("oversight", "agency").safeguard("output_filter", "validated");
    request.evidence("red_team").evidence("legal_review").evidence("scenario_test").signoff("review", review);
    return request;
}

}  // namespace

TEST_CASE("example contracts as generated headers are what load makes of them", "[emit]")
{
    std::size_t outcomes[3] = {}, texts = 0;
#define REDLINE_GENERATED(file, name) check_against_load(file, name, outcomes, 2000), ++texts;
#include "examples_list.inc"
#undef REDLINE_GENERATED
    CHECK(texts >= 7);
    for (std::size_t const of_outcome : outcomes) CHECK(of_outcome > 200);
}

TEST_CASE("a generated contract decides in constant expressions", "[emit]")
{
    constexpr auto never = compromise.decide(autonomous("2027-05-31", "in_the_loop"));
    REDLINE_BOTH(never.prohibited());
    REDLINE_BOTH(never.by("2.1"));
    REDLINE_BOTH(never.logged_by("4.1"));
    REDLINE_BOTH(compromise.decide(autonomous("2027-06-01", "on_the_loop")).permitted());
    REDLINE_BOTH(compromise.decide(autonomous("2027-06-01", "on_the_loop", "opened")).paused());
    REDLINE_BOTH(compromise.outcome(autonomous("2027-06-01", "on_the_loop")) == redline::outcome::permitted);
    REDLINE_BOTH(compromise.outcome(autonomous("2027-06-01", "none")) == redline::outcome::prohibited);
    REDLINE_BOTH(compromise.outcome(compromise.request().use("weapons")) == redline::outcome::paused);
    REDLINE_BOTH(*compromise.rules().digest == compromise.digest());
    REDLINE_BOTH(compromise.rules_with_digest().digest == compromise.rules().digest);
    constexpr redline::rule_set const& rules = compromise;
    REDLINE_BOTH(&rules == &compromise.rules());
    REDLINE_BOTH(rules(rules.terms[rules.baseline].label) == "1.1");
}
