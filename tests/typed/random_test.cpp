// Bound decisions against the oracle, on missions by chance: under one contract, and under two of different vocabularies.
#include "decisions/with_oracle.hpp"
#include "model.hpp"
#include "oracle/align.hpp"
#include "oracle/parse.hpp"
#include "redline/core/proof/outcome_memory.hpp"
#include "statute.hpp"

#include "support/catch.hpp"

using namespace typed_test;

namespace {

/// As the oracle tells a decision; durations in minutes, whatever unit they were written in.
std::string shown(oracle::decision d)
{
    for (oracle::log_entry& entry : d.log)
        for (std::optional<oracle::duration>* time : {&entry.within, &entry.keep})
            if (*time) *time = redline_test::as_duration((*time)->minutes());
    return oracle::dump(d);
}

/// A contract of another kind than `compile` gives, with a table of outcomes, as generated headers have it.
struct frontier_with_outcomes {
    static constexpr redline::rule_set_sizes sizes = frontier.sizes;
    static constexpr redline::rule_set const& rules() noexcept { return frontier.rules(); }
    static redline::outcome_table const& outcomes() noexcept
    {
        static auto const made = redline::make_outcome_table(rules());
        static redline::outcome_table const table = made.view();
        return table;
    }
};

}  // namespace

TEST_CASE("a bound mission is decided as the same request by name, and as the oracle says", "[typed]")
{
    constexpr auto desk = redline::bind<plan>(frontier);
    constexpr auto fast = redline::bind<plan>(frontier_with_outcomes{});
    oracle::contract const model = oracle::parse(frontier_text()).terms;
    redline_test::model_decider by_name{frontier.rules()};
    std::mt19937_64 engine{4711};
    oracle::dice dice{engine};
    std::size_t of[3] = {};
    for (int i = 0; i < 20000; ++i) {
        plan const m = random_plan(dice);
        oracle::request const asked = as_model(m);
        auto const bound = desk.decide(m);
        oracle::decision const decided = redline_test::as_model(bound.view());
        ++of[static_cast<unsigned>(bound.outcome())];
        INFO(oracle::print_json(asked));
        REQUIRE(shown(decided) == shown(by_name(asked)));
        if (i % 10 == 0) REQUIRE(shown(decided) == shown(oracle::evaluate(model, asked)));
        REQUIRE(desk.outcome(m) == bound.outcome());
        REQUIRE(fast.outcome(m) == bound.outcome());
    }
    for (std::size_t const n : of) CHECK(n > 500);
}

TEST_CASE("under several contracts, each decides its own part as the oracle aligns it", "[typed]")
{
    constexpr auto both = redline::under(frontier, statute);
    constexpr auto desk = redline::bind<plan_under_both>(both, redline::left_unknown<"urgent", "public", "retention">);
    oracle::contract const models[] = {oracle::parse(frontier_text()).terms, oracle::parse(statute_text()).terms};
    std::mt19937_64 engine{1984};
    oracle::dice dice{engine};
    std::size_t of[3] = {};
    std::size_t from[2] = {};
    for (int i = 0; i < 3000; ++i) {
        plan_under_both const m = random_plan_under_both(dice);
        oracle::request const asked = as_model(m);
        auto const bound = desk.decide(m);
        oracle::decision const parts[] = {oracle::evaluate(models[0], oracle::aligned(models[0], asked, false)),
                                          oracle::evaluate(models[1], oracle::aligned(models[1], asked, false))};
        INFO(oracle::print_json(asked));
        REQUIRE(shown(redline_test::as_model(bound.of(frontier).view())) == shown(parts[0]));
        REQUIRE(shown(redline_test::as_model(bound.of(statute).view())) == shown(parts[1]));
        REQUIRE(static_cast<int>(bound.outcome()) ==
                std::max(static_cast<int>(parts[0].outcome), static_cast<int>(parts[1].outcome)));
        REQUIRE(bound.comes_from(statute) == (parts[1].outcome >= parts[0].outcome));

        auto request = both.request();
        fill_by_name(request, asked);
        REQUIRE(request.valid());
        auto const named = both.decide(request);
        REQUIRE(shown(redline_test::as_model(named.of(frontier).view())) == shown(parts[0]));
        REQUIRE(shown(redline_test::as_model(named.of(statute).view())) == shown(parts[1]));
        REQUIRE(named.outcome() == bound.outcome());
        ++of[static_cast<unsigned>(bound.outcome())];
        from[0] += bound.comes_from(frontier) && !bound.comes_from(statute);
        from[1] += bound.comes_from(statute) && !bound.comes_from(frontier);
    }
    for (std::size_t const n : of) CHECK(n > 20);
    for (std::size_t const n : from) CHECK(n > 20);
}
