// Proofs about large contracts, against z3 at its best (tests/solver/time.cpp looked for that): booleans, its solver for
// finite domains, one solver for all uses by push and pop.
#include "report.hpp"
#include "solver/generate_large.hpp"
#include "solver/pair_questions.hpp"

#include "redline/core/proof/comparison.hpp"
#include "redline/redline.hpp"

#include <cstdlib>

namespace {

using namespace redline_bench;
using namespace redline_solver;

constexpr outcome all_outcomes[] = {outcome::permitted, outcome::paused, outcome::prohibited};

/// Which of the outcomes each of so many uses can have, as bits.
std::vector<unsigned> by_proof(redline::rule_set const& rules, std::uint32_t uses)
{
    std::vector<unsigned> all;
    for (std::uint32_t u = 0; u < uses; ++u) {
        redline::proof::contract_proof proof{rules, {}, {false, nullptr, u}};
        redline::proof::node_ref const root = proof.proves().outcome_for(u);
        unsigned can = 0;
        for (unsigned o = 0; o < 3; ++o) can |= proof.proves().among(root, std::uint64_t{1} << o) != 0 ? 1u << o : 0u;
        if (proof.nodes().full()) std::abort();
        all.push_back(can);
    }
    return all;
}
std::vector<unsigned> by_solver(redline::rule_set const& rules, std::uint32_t uses)
{
    z3::context context;
    redline_solver::space over{context, style::booleans, {&rules}};
    std::vector<number> leaves;
    for (std::uint32_t u = 0; u < uses; ++u) leaves.emplace_back(context, "use", u, u, style::booleans);
    std::vector<z3::expr> asked;
    for (number& use : leaves) {
        encoder of{over, 0, use};
        for (outcome const o : all_outcomes) asked.push_back(of.is(o));
    }
    z3::solver solver = make_solver(context, engine::finite_domain);
    for (z3::expr const& axiom : over.axioms()) solver.add(axiom);
    std::vector<unsigned> all(uses);
    for (std::uint32_t i = 0; i < asked.size(); ++i) {
        solver.push();
        solver.add(asked[i]);
        all[i / 3] |= solver.check() == z3::sat ? 1u << i % 3 : 0u;
        solver.pop();
    }
    return all;
}
unsigned count_of(std::vector<unsigned> const& sets, unsigned bit)
{
    unsigned count = 0;
    for (unsigned const s : sets) count += s >> bit & 1u;
    return count;
}

void measure(std::uint32_t terms)
{
    large_contract const model = generate_large(terms);
    redline::loaded_contract const before = redline::load(as_text(model));
    redline::loaded_contract const after = redline::load(as_text(revise(model, 3)));
    if (!before.ok() || !after.ok()) std::abort();
    redline::rule_set const& rules = before.rules();
    int const rounds = terms < 1000 ? 5 : 1;

    std::uint32_t const uses = std::min<std::uint32_t>(rules.uses.size + 1, 20);
    std::vector<unsigned> ours, theirs;
    times const outcomes = least_seconds(
        rounds, [&] { ours = by_proof(rules, uses); }, [&] { theirs = by_solver(rules, uses); });
    // The two number uses each in their own order; of all of them, as many can have each outcome.
    for (unsigned o = 0; uses == rules.uses.size + 1 && o < 3; ++o)
        if (count_of(ours, o) != count_of(theirs, o)) std::abort();
    double const n = 3.0 * uses;
    print_line("outcome of a use possible, " + std::to_string(terms) + " terms", outcomes.ours / n * 1e6,
               outcomes.floor / n * 1e6, "us", "", true);

    unsigned verdict = 0, due = 0;
    times const drafts = least_seconds(
        rounds,
        [&] {
            redline::outcome_comparison const c{rules, after.rules(), {}};
            if (!c.complete()) std::abort();
            verdict = static_cast<unsigned>(redline::verdict_of(c.stricter(), c.milder()));
        },
        [&] {
            z3::context context;
            redline_solver::space over{context, style::booleans, {&rules, &after.rules()}};
            due = static_cast<unsigned>(pair_questions{over, *over.use}.of_outcomes());
        });
    if (verdict != due) std::abort();
    print_line("verdict on two drafts, " + std::to_string(terms) + " terms", drafts.ours * 1e3, drafts.floor * 1e3,
               "ms", "", true);
}

}  // namespace

int main()
{
    print_heading("z3");
    for (std::uint32_t const terms : {10u, 100u, 1000u}) measure(terms);
}
