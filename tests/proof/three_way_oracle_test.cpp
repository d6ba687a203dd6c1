// Two random drafts of a base are compared three ways as an oracle does it that tries every request, and every witness is
// one. REDLINE_CONTRACTS makes the run shorter or longer: so many triples.
#include "oracle/mutate.hpp"
#include "oracle/print.hpp"
#include "oracle/three_way.hpp"
#include "proof/request_model.hpp"
#include "redline/core/proof/three_way.hpp"
#include "redline/core/proof/words_missions.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

namespace {

using namespace redline_test;

std::string dump(std::set<oracle::three_outcomes> const& all)
{
    std::string text;
    for (auto const& [use, b, t, o] : all)
        text += use + ": " + dump(b) + ", theirs " + dump(t) + ", ours " + dump(o) + "\n";
    return text;
}

}  // namespace

TEST_CASE("two drafts of a base differ where the oracle has it", "[proof][comparison]")
{
    std::size_t const triples = number_from("REDLINE_CONTRACTS", 400);
    std::size_t whose[4] = {}, only_drafts = 0;
    for (std::uint64_t seed = 0; seed < triples; ++seed) {
        std::mt19937_64 rng{seed};
        oracle::dice d{rng};
        oracle::contract const base = oracle::generate_small_contract(rng, 2000);
        oracle::contract const theirs = mutated(base, d);
        oracle::contract const ours = d.percent(30) ? mutated(theirs, d) : mutated(base, d);
        if (space_size(oracle::complete_space({&base, &theirs, &ours}).all) > 8000) continue;
        std::string const texts[] = {print(base), print(theirs), print(ours)};
        contract const loaded[] = {load(texts[0]), load(texts[1]), load(texts[2])};
        INFO("seed " << seed << "\n" << texts[0] << "\n" << texts[1] << "\n" << texts[2]);
        if (!loaded[0].ok || !loaded[1].ok || !loaded[2].ok) continue;
        bool const unlike = !not_comparable(base, theirs).empty() || !not_comparable(base, ours).empty() ||
                            !not_comparable(theirs, ours).empty();
        redline::three_way_comparison const made =
            redline::compare_three_ways(loaded[0].rules, loaded[1].rules, loaded[2].rules);
        if (unlike) {
            CHECK(made.conflict());
            continue;
        }
        REQUIRE(made.complete());
        std::set<oracle::three_outcomes> const due = compare_three(base, theirs, ours);
        std::set<oracle::three_outcomes> found;
        bool conflict = !made.conflicting_names().empty();
        for (redline::three_way_change const& c : made.changes()) {
            redline::proof::space const& in = c.proof->requests();
            std::string const use = redline::proof::name_of_kind(in, redline::name_space::uses, in.uses[c.use]);
            redline::outcome const outcomes[] = {c.base, c.theirs, c.ours};
            for (unsigned side = 0; side < 3; ++side) {
                redline::request_memory request{made.rules(side), 1};
                redline::workspace work{made.rules(side)};
                give_cells(in, c.cells.data(), in.uses[c.use], side, request.view());
                REQUIRE(decide(made.rules(side), request.view(), work.view()).outcome == outcomes[side]);
            }
            REQUIRE(found
                        .emplace(use, oracle::outcome(int(c.base)), oracle::outcome(int(c.theirs)),
                                 oracle::outcome(int(c.ours)))
                        .second);
            ++whose[static_cast<unsigned>(c.whose())];
            conflict = conflict || c.whose() == redline::change_of::conflict;
        }
        INFO("oracle:\n" << dump(due) << "library:\n" << dump(found));
        REQUIRE(found == due);
        CHECK(made.conflict() == conflict);
        only_drafts += use_paths(theirs) != use_paths(base) && use_paths(ours) != use_paths(base) ? 1u : 0u;
    }
    for (std::size_t const count : whose) CHECK(count > triples / 50);
    CHECK(only_drafts > 0);
}
