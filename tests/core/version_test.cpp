// The version of the library and of the language; rule sets of a language that is not known decide nothing.
#include "core/contract_of.hpp"
#include "redline/core/outcome.hpp"
#include "redline/core/proof/outcome_memory.hpp"
#include "redline/text/compile.hpp"

#include <string>

static_assert(REDLINE_VERSION == REDLINE_VERSION_MAJOR * 10000 + REDLINE_VERSION_MINOR * 100 + REDLINE_VERSION_PATCH);

namespace {

constexpr auto terms = redline::compile([] {
    return R"(redline 1;
contract "Desk" version 1;
use drafting;
1 permit all lawful uses;
)";
});
static_assert(terms.rules().language == 1 && redline::language_version == 1);

}  // namespace

TEST_CASE("the version in words is the version in numbers", "[core]")
{
    CHECK(std::string{REDLINE_VERSION_STRING} == std::to_string(REDLINE_VERSION_MAJOR) + "." +
                                                     std::to_string(REDLINE_VERSION_MINOR) + "." +
                                                     std::to_string(REDLINE_VERSION_PATCH));
}

TEST_CASE("a rule set carries the version of its language, and one that is not known decides nothing", "[core]")
{
    redline_test::bench b;
    redline::request_writer w = b.fresh();
    w.use("analysis");
    w.fact("lawful", true);
    CHECK(b.loaded.rules.language == redline::language_version);
    redline::rule_set rules = b.loaded.rules;
    redline::outcome_table_on_heap const table = redline::make_outcome_table(rules);
    auto const decided = [&] { return decide(rules, b.request.view(), b.work.view()); };
    auto const outcome_alone = [&] { return outcome_of(rules, table.view(), b.request.view()); };
    CHECK((decided().outcome == redline::outcome::permitted && outcome_alone() == redline::outcome::permitted));
    for (std::uint32_t const unknown : {0u, redline::language_version + 1}) {
        rules.language = unknown;
        redline::decision const d = decided();
        CHECK((d.outcome == redline::outcome::prohibited && d.ground == redline::ground::not_valid && d.by.empty()));
        CHECK(outcome_alone() == redline::outcome::prohibited);
    }
}
