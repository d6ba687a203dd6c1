// outcome_of gives what decide gives: on random contracts with requests of a model, and on the vectors' contracts with
// requests that lie at every threshold. REDLINE_CONTRACTS makes the run shorter or longer.
#include "redline/core/proof/outcome_memory.hpp"
#include "decisions/with_oracle.hpp"
#include "oracle/generate.hpp"
#include "oracle/print.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/load.hpp"
#include "support/random_filler.hpp"

namespace {

using namespace redline_test;

/// How requests came out, so that no run tests only one way.
struct tally {
    std::size_t outcomes[3] = {}, incomplete_missions = 0, several = 0, tables = 0, too_large = 0;
};

/// Whether the table and `decide` say the same of a request.
bool agree(redline::rule_set const& rules, redline::outcome_table const& table, redline::request_view const& request,
           redline::workspace& work, tally& seen)
{
    redline::outcome const due = decide(rules, request, work.view()).outcome;
    ++seen.outcomes[static_cast<unsigned>(due)];
    seen.several += request.use_count > 1 ? 1 : 0;
    if (request.mission.form == redline::kind_form::declared) {
        redline::kind_entry const& k = rules.missions[request.mission.index];
        seen.incomplete_missions += k.leave - k.enter > 1 ? 1 : 0;
    }
    return outcome_of(rules, table, request) == due;
}

std::string in_short(redline::request_view const& r, redline::rule_set const& rules)
{
    std::string text = "uses";
    for (std::uint32_t i = 0; i < r.use_count; ++i)
        text += " " + std::to_string(static_cast<unsigned>(r.uses[i].form)) + ":" + std::to_string(r.uses[i].index);
    text +=
        "; mission " + std::to_string(static_cast<unsigned>(r.mission.form)) + ":" + std::to_string(r.mission.index);
    text += "; date " + (r.has_date ? std::to_string(r.date) : "unknown") + "; slots";
    for (std::uint32_t i = 0; i < rules.slot_count; ++i)
        text += " " + (r.known[i] != 0 ? std::to_string(r.values[i]) : "unknown");
    text += "; ages";
    for (std::uint32_t i = 0; i < rules.evidence.size; ++i) text += " " + std::to_string(r.evidence_age[i]);
    return text;
}

}  // namespace

TEST_CASE("outcome_of is the outcome of decide, on random contracts", "[proof][outcome]")
{
    std::size_t const contracts = number_from("REDLINE_CONTRACTS", 1500);
    tally seen;
    for (std::uint64_t seed = 0; seed < contracts; ++seed) {
        std::mt19937_64 rng{seed};
        oracle::contract const model = oracle::generate_contract(rng);
        contract const c = load(print(model));
        INFO("seed " << seed << "\n" << print(model));
        REQUIRE(c.ok);
        redline::outcome_table_on_heap const table = redline::make_outcome_table(c.rules);
        REQUIRE(!table.too_large());
        redline::request_memory request{c.rules};
        redline::workspace work{c.rules};
        for (int k = 0; k < 20; ++k) {
            oracle::request const r = oracle::generate_request(model, rng);
            redline::clear(c.rules, request.view());
            model_filler fill{c.rules, request.view()};
            REQUIRE(fill(r));
            if (agree(c.rules, table.view(), request.view(), work, seen)) continue;
            INFO(print_json(r));
            FAIL("the outcomes differ");
        }
    }
    for (std::size_t const of_outcome : seen.outcomes) CHECK(of_outcome > contracts);
    CHECK(seen.incomplete_missions > contracts / 10);
    CHECK(seen.several > contracts);
}

TEST_CASE("outcome_of is the outcome of decide, at the thresholds of random contracts", "[proof][outcome]")
{
    std::size_t const contracts = number_from("REDLINE_CONTRACTS", 1500) / 3;
    tally seen;
    for (std::uint64_t seed = 2'000'000; seed < 2'000'000 + contracts; ++seed) {
        std::mt19937_64 rng{seed};
        contract const c = load(print(oracle::generate_contract(rng)));
        REQUIRE(c.ok);
        redline::outcome_table_on_heap const table = redline::make_outcome_table(c.rules);
        REQUIRE(!table.too_large());
        redline::request_memory request{c.rules};
        redline::workspace work{c.rules};
        random_filler fill{c.rules, seed};
        for (int k = 0; k < 100; ++k) {
            fill(request.view());
            if (agree(c.rules, table.view(), request.view(), work, seen)) continue;
            INFO("seed " << seed << ", " << in_short(request.view(), c.rules));
            FAIL("the outcomes differ");
        }
    }
    for (std::size_t const of_outcome : seen.outcomes) CHECK(of_outcome > contracts);
    CHECK(seen.incomplete_missions > contracts);
}

TEST_CASE("outcome_of is the outcome of decide, on the contracts of the vectors", "[proof][outcome][vectors]")
{
    auto const texts = files_in(source_dir() / "tests/vectors", {".redline"});
    REQUIRE(texts.size() >= 60);
    tally seen;
    for (path const& file : texts) {
        INFO(file.filename().string());
        contract const c = load(read_file(file));
        REQUIRE(c.ok);
        redline::outcome_table_on_heap const table = redline::make_outcome_table(c.rules);
        REQUIRE(!table.too_large());
        redline::request_memory request{c.rules};
        redline::workspace work{c.rules};
        random_filler fill{c.rules, 7};
        for (int k = 0; k < 1000; ++k) {
            fill(request.view());
            if (agree(c.rules, table.view(), request.view(), work, seen)) continue;
            INFO("request " << k << ", " << in_short(request.view(), c.rules));
            FAIL("the outcomes differ");
        }
    }
    for (std::size_t const of_outcome : seen.outcomes) CHECK(of_outcome > texts.size());
}

TEST_CASE("outcome_of counts however many thresholds there are", "[proof][outcome]")
{
    for (unsigned const many : {1u, 7u, 8u, 31u, 32u, 63u, 64u, 150u}) {
        // Bands of numbers and of ages, so that every threshold tells something.
        std::string text = "contract \"Many\" version 1;\nparty p;\nuse u;\nfact n is count;\nevidence e from p;\n"
                           "1 permit all lawful uses;\n"
                           "2 prohibit u when n is 18446744073709551615;\n";
        for (unsigned i = 0; i < many; ++i) {
            std::string const at = std::to_string(20 * i);
            std::string const label = std::to_string(i + 1);
            text +=
                "3." + label + " prohibit u when n over " + at + " and n under " + std::to_string(20 * i + 10) + ";\n";
            text += "4." + label + " restrict u when n is " + at + " to e within " + std::to_string(7 * i + 1) +
                    " minutes;\n";
        }
        contract const c = load(text);
        INFO(text);
        REQUIRE(c.ok);
        redline::outcome_table_on_heap const table = redline::make_outcome_table(c.rules);
        REQUIRE(!table.too_large());
        redline::request_memory request{c.rules};
        redline::workspace work{c.rules};
        random_filler fill{c.rules, many};
        tally seen;
        for (int k = 0; k < 5000; ++k) {
            fill(request.view());
            if (agree(c.rules, table.view(), request.view(), work, seen)) continue;
            INFO("request " << k << ", " << in_short(request.view(), c.rules));
            FAIL("the outcomes differ");
        }
        for (std::size_t const of_outcome : seen.outcomes) CHECK(of_outcome > 50);
    }
}

TEST_CASE("a table that passes its budget is none", "[proof][outcome]")
{
    contract const c = load(read_file(source_dir() / "tests/vectors/decide-00.redline"));
    REQUIRE(c.ok);
    CHECK(!redline::make_outcome_table(c.rules).too_large());
    redline::proof::budget few_steps;
    few_steps.steps = 10;
    CHECK(redline::make_outcome_table(c.rules, few_steps).too_large());
}
