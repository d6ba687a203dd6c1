// Random drafts are compared as an oracle compares them that tries every request, and every witness is one.
// REDLINE_CONTRACTS makes the run shorter or longer: so many pairs.
#include "oracle/compare.hpp"
#include "oracle/mutate.hpp"
#include "oracle/print.hpp"
#include "proof/request_model.hpp"
#include "redline/core/proof/attestation.hpp"
#include "redline/core/proof/comparison.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

#include <tuple>

namespace {

using namespace redline_test;

/// A use of the union, and outcomes before and after.
using change = std::tuple<std::string, oracle::outcome, oracle::outcome>;

/// The changes that a comparison has, their witnesses tried on both sides.
class found_changes {
public:
    found_changes(redline::rule_set const& before, redline::rule_set const& after,
                  redline::outcome_comparison const& from)
        : rules_{&before, &after}, requests_{redline::request_memory{before, 1}, redline::request_memory{after, 1}}
    {
        for (redline::outcome_change const& c : from.changes()) {
            REQUIRE(decided(c, 0) == c.from);
            REQUIRE(decided(c, 1) == c.to);
            // To a contract that lacks it a use is one further up: the longer path is that of the union.
            std::string const was = path_in(0), is = path_in(1);
            bool const first = was == is || is == "unlisted" || is_further_up(is, was);
            REQUIRE((first || was == "unlisted" || is_further_up(was, is)));
            REQUIRE(
                all.emplace(first ? was : is, static_cast<oracle::outcome>(c.from), static_cast<oracle::outcome>(c.to))
                    .second);
        }
    }
    std::set<change> all;

private:
    static bool is_further_up(std::string const& one, std::string const& other)
    {
        return oracle::is_other(one) && other.rfind(oracle::parent_of(one) + ".", 0) == 0;
    }
    std::string path_in(unsigned side)
    {
        return path_of(*rules_[side], rules_[side]->uses, requests_[side].view().uses[0]);
    }
    redline::outcome decided(redline::outcome_change const& c, unsigned side)
    {
        redline::workspace work{*rules_[side]};
        redline::request_view& request = requests_[side].view();
        redline::proof::space const& in = c.proof->requests();
        give_cells(in, c.cells.data(), in.uses[c.use], side, request);
        REQUIRE(request.use_count == 1);
        return decide(*rules_[side], request, work.view()).outcome;
    }

    redline::rule_set const* rules_[2];
    redline::request_memory requests_[2];
};

std::set<change> due_changes(oracle::comparison const& is)
{
    std::set<change> due;
    for (auto const& [use, pairs] : is.uses)
        for (auto const& [pair, witness] : pairs)
            if (pair.first != pair.second) due.emplace(use, pair.first, pair.second);
    return due;
}

std::string dump(std::set<change> const& changes)
{
    std::string text;
    for (auto const& [use, from, to] : changes) text += use + ": " + dump(from) + " to " + dump(to) + "\n";
    return text;
}

oracle::verdict as_model(redline::comparison_verdict v) { return static_cast<oracle::verdict>(v); }

}  // namespace

TEST_CASE("outcomes of drafts differ where the oracle has it", "[proof][comparison]")
{
    std::size_t const pairs = number_from("REDLINE_CONTRACTS", 1000);
    std::size_t verdicts[4] = {}, from[4] = {}, changed = 0, vocabularies = 0;
    for (std::uint64_t seed = 0; seed < pairs; ++seed) {
        std::mt19937_64 rng{seed};
        auto const [before, after] = oracle::generate_small_pair(rng);
        std::string const text = print(before), next = print(after);
        contract const was = load(text), is = load(next);
        INFO("seed " << seed << "\n" << text << "\n" << next);
        REQUIRE(was.ok);
        REQUIRE(is.ok);
        oracle::comparison const due = compare(before, after);
        if (!due.errors.empty()) continue;

        redline::outcome_comparison const made{was.rules, is.rules, {}};
        REQUIRE(made.complete());
        redline::comparison_verdict const verdict = redline::verdict_of(made.stricter(), made.milder());
        REQUIRE(as_model(verdict) == due.of_outcomes);
        std::set<change> const wanted = due_changes(due);
        found_changes const found{was.rules, is.rules, made};
        INFO("oracle:\n" << dump(wanted) << "library:\n" << dump(found.all));
        REQUIRE(found.all == wanted);

        bool narrower = false, wider = false;
        for (oracle::from_change const& one : due.from) {
            narrower = narrower || one.is_narrower();
            wider = wider || one.is_wider();
        }
        redline::proof::differing_ways const attested = redline::proof::compare_attestations(was.rules, is.rules);
        REQUIRE(attested.narrower == narrower);
        REQUIRE(attested.wider == wider);

        ++verdicts[static_cast<unsigned>(verdict)];
        ++from[static_cast<unsigned>(redline::verdict_of(narrower, wider))];
        changed += wanted.size();
        vocabularies += use_paths(before) != use_paths(after) || mission_paths(before) != mission_paths(after) ? 1u
                                                                                                               : 0u;
    }
    for (unsigned v = 0; v < 4; ++v) {
        INFO("verdict " << v);
        CHECK(verdicts[v] > pairs / 50);
        CHECK(from[v] > 0);
    }
    CHECK(changed > pairs);
    CHECK(vocabularies > pairs / 10);
}
