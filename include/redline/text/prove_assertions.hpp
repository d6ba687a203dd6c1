// Assertions proved at run time, and what breaks them reported.
#pragma once

#include "../core/proof/memory.hpp"
#include "../core/proof/words_describe.hpp"
#include "../core/scenario.hpp"
#include "problems.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>

namespace redline::inline v0_1::text {

/// Proves the assertions of a contract, use by use: each use has variables in an order of its own, and a proof that is
/// thrown away before the next.
class assertion_prover {
public:
    assertion_prover(rule_set const& rules, scenario_set const& stated, proof::budget most)
        : rules_{rules}, stated_{stated}, most_{most}, left_{most.steps * proofs_at_most},
          results_(stated.assertions.size), request_{rules, 1}
    {}

    void run()
    {
        for (std::uint32_t u = 0; u <= rules_.uses.size; ++u) {
            requested_kind const use = proof::elementary_use(rules_, u);
            std::vector<std::uint32_t> open;
            for (std::uint32_t a = 0; a < results_.size(); ++a)
                if (results_[a].is == proof::answer::holds &&
                    covers(rules_, stated_.assertions[a].scope, use) == truth::yes)
                    open.push_back(a);
            if (!open.empty()) prove(u, open);
        }
    }
    struct result {
        proof::answer is = proof::answer::holds;
        std::string witness;  // in words
    };
    std::vector<result>& results() noexcept { return results_; }

private:
    /// From how many questions about one use on it pays to work out its outcomes once for all.
    static constexpr std::size_t questions_to_share = 4;
    /// All proofs of a contract together take as many steps as this many of the largest.
    static constexpr std::uint64_t proofs_at_most = 8;

    void prove(std::uint32_t use, std::vector<std::uint32_t> const& assertions)
    {
        if (left_ == 0) {
            for (std::uint32_t const a : assertions) results_[a].is = proof::answer::too_large;
            return;
        }
        proof::contract_proof all{rules_, most(), {false, nullptr, use}};
        bool const shared = assertions.size() >= questions_to_share;
        if (shared) all.proves().share_outcomes();
        for (std::uint32_t const a : assertions) {
            proof::proof_result found = all.proves().prove(stated_.assertions[a], use);
            if (found.is != proof::answer::too_large || assertions.size() == 1) take(a, found, all);
            else {
                // What is too large together may not be, one by one.
                proof::contract_proof alone{rules_, most(), {false, nullptr, use}};
                take(a, alone.proves().prove(stated_.assertions[a], use), alone);
                spend(alone);
            }
        }
        spend(all);
    }
    proof::budget most() const noexcept { return {most_.nodes, std::min(most_.steps, left_)}; }
    /// Takes what a proof took, and what it takes to begin one, from what is left.
    void spend(proof::contract_proof& by) noexcept
    {
        std::uint64_t const took = by.nodes().steps() + rules_.terms.size + rules_.conditions.size + rules_.slot_count;
        left_ -= std::min(left_, took);
    }
    void take(std::uint32_t assertion, proof::proof_result const& found, proof::contract_proof& by)
    {
        result& r = results_[assertion];
        r.is = found.is;
        if (found.is != proof::answer::broken) return;
        proof::space const& in = by.requests();
        proof::give_cells(in, by.proves().cells(), in.uses[found.use], 0, request_.view());
        r.witness = proof::describe(rules_, request_.view());
    }

    rule_set const& rules_;
    scenario_set const& stated_;
    proof::budget most_;
    std::uint64_t left_;  // steps
    std::vector<result> results_;
    request_memory request_;
};

/// Proves every assertion of a contract, and reports each that some request breaks, with that request in words, or whose
/// proof passes the budget. `witnesses` keeps the words, which diagnostics point to. Allocates.
inline void prove_assertions(rule_set const& rules, scenario_set const& stated, std::deque<std::string>& witnesses,
                             problems& wrong, proof::budget most = {})
{
    if (stated.assertions.empty()) return;
    assertion_prover proves{rules, stated, most};
    proves.run();
    for (std::uint32_t i = 0; i < stated.assertions.size; ++i) {
        assertion_prover::result& r = proves.results()[i];
        if (r.is == proof::answer::holds) continue;
        assertion_entry const& a = stated.assertions[i];
        bool const broken = r.is == proof::answer::broken;
        diagnostic& d =
            wrong.report(broken ? code::assertion_broken : code::proof_too_large, a.offset, a.length, a.line);
        d.limit = most.nodes;
        if (broken) d.detail = witnesses.emplace_back(std::move(r.witness));
    }
}

}  // namespace redline::inline v0_1::text
