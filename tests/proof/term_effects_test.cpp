// What terms come to by themselves, read back from its words, is what decisions take from each.
// REDLINE_CONTRACTS makes the run shorter or longer.
#include "redline/core/proof/term_effects.hpp"
#include "oracle/generate.hpp"
#include "oracle/print.hpp"
#include "proof/table_words.hpp"
#include "redline/core/decide.hpp"
#include "support/files.hpp"

namespace {

using namespace redline_test;

std::size_t contracts() { return number_from("REDLINE_CONTRACTS", 300); }

/// All conditions of effects as a table, for who reads those.
redline::contract_table as_table(redline::contract_effects const& of)
{
    redline::contract_table table;
    for (redline::effects_of_term const& t : of.terms)
        for (redline::effect_by_use const& e : t.by_use) {
            table.rows.emplace_back();
            table.rows.back().prohibited = e.prohibits;
            table.rows.back().paused = e.pauses;
        }
    return table;
}

/// What decisions take from a prohibit form.
redline::outcome says(redline::rule_set const& rules, redline::term_entry const& t,
                      redline::request_view const& request)
{
    std::vector<std::uint32_t> stamps(rules.definitions.size), listed(rules.definitions.size);
    std::vector<redline::truth_readings> values(rules.definitions.size);
    redline::definition_memo memo{stamps.data(), listed.data(), values.data(), 1};
    redline::condition_evaluator const of{rules, request, request.uses[0], memo};
    redline::truth const a = both(covers(rules, t.scope, request.uses[0]),
                                  of.value(t.when, redline::truth::yes, redline::reading::as_given));
    return verdict_of_prohibition(a, of.readings(t.unless, redline::truth::no));
}

redline::effect_by_use const* effect_on(redline::effects_of_term const& of, redline::requested_kind use)
{
    for (redline::effect_by_use const& e : of.by_use)
        if (std::find(e.kinds.begin(), e.kinds.end(), use) != e.kinds.end()) return &e;
    return nullptr;
}

}  // namespace

TEST_CASE("effects of terms are what decisions take from them", "[proof][explain]")
{
    std::size_t seen[3] = {}, incomplete = 0;
    for (std::uint64_t seed = 1; seed <= contracts(); ++seed) {
        std::mt19937_64 rng{seed};
        std::string const text = print(redline_oracle::generate_contract(rng));
        contract const loaded = load(text);
        INFO("seed " << seed << "\n" << text);
        REQUIRE(loaded.ok);
        redline::rule_set const& rules = loaded.rules;
        redline::contract_effects const found = redline::effects_of_terms(rules);
        REQUIRE_FALSE(found.too_large);
        table_reader const read{rules, text, as_table(found)};
        redline::proof::space_on_heap const memory{rules};
        redline::request_memory request{rules, 1};
        for (int i = 0; i < 20; ++i) {
            std::vector<std::uint32_t> cells;
            for (redline::proof::variable const& v : memory.view().variables)
                cells.push_back(static_cast<std::uint32_t>(rng() % v.cell_count));
            auto const& uses = memory.view().uses;
            give_cells(memory.view(), cells.data(), uses[static_cast<std::uint32_t>(rng() % uses.size)], 0,
                       request.view());
            std::size_t listed = 0;
            for (std::uint32_t t = 0; t < rules.terms.size; ++t) {
                if (!is_prohibit_form(rules.terms[t].kind)) continue;
                redline::outcome const due = says(rules, rules.terms[t], request.view());
                ++seen[static_cast<unsigned>(due)];
                INFO("term " << rules(rules.terms[t].label) << ": " << redline::proof::describe(rules, request.view()));
                if (listed == found.terms.size() || found.terms[listed].term != t) {
                    CHECK(due == redline::outcome::permitted);
                    continue;
                }
                redline::effect_by_use const* const e = effect_on(found.terms[listed++], request.view().uses[0]);
                if (e == nullptr) {
                    CHECK(due == redline::outcome::permitted);
                    continue;
                }
                incomplete += e->prohibits.complete && e->pauses.complete ? 0 : 1;
                if (e->prohibits.complete)
                    CHECK(read.holds(e->prohibits, request.view()) == (due == redline::outcome::prohibited));
                if (e->pauses.complete)
                    CHECK(read.holds(e->pauses, request.view()) == (due == redline::outcome::paused));
            }
        }
    }
    for (std::size_t const count : seen) CHECK(count > contracts());
    CHECK(incomplete < contracts());
}

TEST_CASE("effects of terms: one by one", "[proof][explain]")
{
    contract const loaded = load(R"(contract "T" version 1; party p; role r of p;
        use a; use a.x; use b; fact urgent is flag; evidence paper from p;
        1 permit all lawful uses;
        2 restrict a to signed by review or waived by board;
        3 prohibit b when urgent;
        4 require paper for all uses except a.x when use is not b;
        signoff review { stage s: r; } signoff board { stage s: r; })");
    REQUIRE(loaded.ok);
    redline::contract_effects const found = redline::effects_of_terms(loaded.rules);
    REQUIRE(found.terms.size() == 3);
    auto const first = [](redline::table_conditions const& c) {
        return c.never() ? std::string{"never"} : c.any_of.front().text;
    };
    REQUIRE(found.terms[0].by_use.size() == 1);
    CHECK(found.terms[0].by_use[0].in_words == std::vector<std::string>{"a"});
    CHECK(first(found.terms[0].by_use[0].prohibits) == "review refused and board not asked or refused");
    CHECK(first(found.terms[1].by_use[0].prohibits) == "urgent");
    CHECK(first(found.terms[1].by_use[0].pauses) == "never");
    CHECK(found.terms[2].by_use[0].in_words == std::vector<std::string>{"a.other", "unlisted"});
    CHECK(first(found.terms[2].by_use[0].pauses) == "paper not held");
}
