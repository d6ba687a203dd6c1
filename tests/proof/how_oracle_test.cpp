// The ways of random requests under random small contracts are those of an oracle that tries every change.
// REDLINE_CONTRACTS makes the run shorter or longer: so many contracts, two requests each.
#include "decisions/with_oracle.hpp"
#include "oracle/generate_small.hpp"
#include "oracle/how.hpp"
#include "oracle/print.hpp"
#include "proof/how_check.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

namespace {

using namespace redline_test;

/// What a way asks for, in the oracle's terms.
oracle::support support_of(redline::rule_set const& r, redline::way const& w)
{
    auto const text = [&](redline::text_ref t) { return std::string{r(t)}; };
    oracle::support asks;
    for (std::uint32_t const e : w.evidence) asks["evidence:" + text(r.evidence[e].name)] = 1;
    for (std::uint32_t const c : w.chains) asks["signoff:" + text(r.chains[c].name)] = 1;
    for (auto const& f : w.facts) asks["fact:" + text(r.facts[f.fact].name)] = 1;
    for (auto const& s : w.safeguards) asks["safeguard:" + text(r.safeguards[s.safeguard].name)] = s.level;
    if (!w.missions.empty()) asks["mission"] = 1;
    if (!w.dates.empty()) asks["date"] = 1;
    return asks;
}

struct tally {
    std::size_t requests = 0, permitted = 0, no_way = 0, several = 0, ways = 0, facts = 0, missions = 0, dates = 0,
                safeguards = 0, chains = 0, evidence = 0, several_uses = 0, complete = 0, left_out = 0;

    void add(redline::how_answer const& answer)
    {
        ++requests;
        no_way += answer.ways.empty() ? 1u : 0u;
        several += answer.ways.size() > 1 ? 1u : 0u;
        for (redline::way const& w : answer.ways) {
            ++ways;
            permitted += w.size() == 0 ? 1u : 0u;
            facts += w.facts.size();
            missions += w.missions.empty() ? 0u : 1u;
            dates += w.dates.empty() ? 0u : 1u;
            safeguards += w.safeguards.size();
            chains += w.chains.size();
            evidence += w.evidence.size();
        }
    }
};

/// What differs between the ways that were found and those that are due, or nothing.
std::string difference(oracle::contract const& model, redline::rule_set const& rules, oracle::request const& r,
                       std::vector<redline::way> const& ways)
{
    std::vector<oracle::way> const due = smallest_ways(model, r);
    std::vector<oracle::way> found;
    for (redline::way const& w : ways) found.push_back({support_of(rules, w), {}});
    if (minimal_supports(found) != minimal_supports(due)) return "the smallest sets differ";
    redline::request_memory changed{rules};
    for (oracle::way const& one : due) {
        clear(rules, changed.view());
        model_filler{rules, changed.view()}(joined(r, one.change));
        bool const held =
            std::any_of(ways.begin(), ways.end(), [&](redline::way const& w) { return holds(w, changed.view()); });
        if (!held) return "no way is held by " + print_json(joined(r, one.change));
    }
    return {};
}

}  // namespace

TEST_CASE("ways are the oracle's, work, and are as small as can be", "[proof][how]")
{
    std::size_t const contracts = number_from("REDLINE_CONTRACTS", 2500);
    tally seen;
    for (std::uint64_t seed = 0; seed < contracts; ++seed) {
        std::mt19937_64 rng{seed};
        oracle::dice dice{rng};
        oracle::contract const model = oracle::generate_small_contract(rng, 5000);
        std::string const text = print(model);
        contract const loaded = load(text);
        INFO("seed " << seed << "\n" << text);
        REQUIRE(loaded.ok);
        redline::rule_set const& rules = loaded.rules;
        for (int k = 0; k < 2; ++k) {
            oracle::request const r = oracle::request_to_mend(model, dice);
            redline::request_memory request{rules};
            INFO(print_json(r));
            REQUIRE(model_filler{rules, request.view()}(r));
            redline::how_answer const answer = how(rules, request.view());
            REQUIRE(answer.status == redline::how_status::answered);
            REQUIRE_FALSE(answer.more);
            seen.add(answer);
            seen.several_uses += r.uses.size() > 1 ? 1u : 0u;
            seen.complete += oracle::is_complete(model, r) ? 1u : 0u;

            way_check check{rules, request.view()};
            for (std::size_t i = 0; i < answer.ways.size(); ++i) {
                char const* const fault = check.fault_of(answer.ways[i], rng);
                INFO("way " << i << ": " << dump(model, support_of(rules, answer.ways[i])) << " "
                            << (fault == nullptr ? "" : fault));
                REQUIRE(fault == nullptr);
                REQUIRE(std::count(answer.ways.begin(), answer.ways.end(), answer.ways[i]) == 1);
                REQUIRE((i == 0 || answer.ways[i - 1].size() <= answer.ways[i].size()));
            }
            REQUIRE(check.is_complete(answer.ways, rng, 100));
            if (space_size(possible_changes(model, r)) > 200'000) {
                ++seen.left_out;
                continue;
            }
            REQUIRE(difference(model, rules, r, answer.ways) == "");
        }
    }
    CAPTURE(seen.requests, seen.permitted, seen.no_way, seen.several, seen.ways, seen.facts, seen.missions, seen.dates,
            seen.safeguards, seen.chains, seen.evidence, seen.several_uses, seen.complete, seen.left_out);
    // No run tests only one way, and few requests are too large for the oracle.
    for (std::size_t const often : {seen.no_way, seen.several, seen.facts, seen.dates, seen.safeguards, seen.chains,
                                    seen.evidence, seen.several_uses, seen.complete})
        CHECK(often > contracts / 20);
    CHECK(seen.missions > contracts / 40);
    CHECK(seen.permitted > 0);
    CHECK(seen.left_out < contracts / 4);
}
