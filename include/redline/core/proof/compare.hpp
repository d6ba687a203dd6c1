// compare: what a new draft changes, exactly.
#pragma once

#include "attestation.hpp"
#include "comparison.hpp"
#include "differences.hpp"
#include "signers.hpp"

namespace redline::inline v0_1 {

/// A chain of one name in both contracts, which not the same persons can complete.
struct chain_change {
    std::uint32_t before = none, after = none;  // the chain in each
    signers_comparison signers{};
};

/// Two contracts compared. Refers to both rule sets, which must outlive it.
///
/// `verdict` counts outcomes, who can complete chains, and who attests; `differences` lists all else that differs, and what
/// is in one vocabulary only. Where `complete` is false, the contracts pass the budget, and no verdict is given: it is then
/// `incomparable`, on the safe side.
class contract_comparison {
public:
    /// Compares at once; both rule sets must outlive the comparison. Allocates; may throw bad_alloc.
    contract_comparison(rule_set const& before, rule_set const& after, proof::budget most)
        : before_{before}, after_{after}, unlike_{incomparable_names(before, after)}
    {
        if (!comparable()) return;
        outcomes_ = std::make_unique<outcome_comparison>(before, after, most);
        differences_ = differences_between(before, after);
        attested_ = proof::compare_attestations(before, after);
        for (std::uint32_t c = 0; c < before.chains.size; ++c) {
            symbol const* const found = find_name(after, name_space::names, before(before.chains[c].name));
            if (found == nullptr || found->kind != symbol_kind::chain) continue;
            signers_comparison const s = compare_signers(before, c, after, found->index);
            if (s.verdict == signers_verdict::too_large) complete_ = false;
            if (s.verdict != signers_verdict::same) chains_.push_back({c, found->index, s});
        }
        complete_ = complete_ && outcomes_->complete();
    }

    /// The contract that came first.
    rule_set const& before() const noexcept { return before_; }
    /// The contract that came second.
    rule_set const& after() const noexcept { return after_; }
    /// False where a fact or safeguard of one name has other values: then nothing else is known. See `unlike`.
    bool comparable() const noexcept { return !unlike_; }
    /// What has other values in both; false where the contracts are comparable.
    incomparable_pair const& unlike() const noexcept { return unlike_; }
    /// Whether the comparison was made, and is exact.
    bool complete() const noexcept { return comparable() && complete_; }
    /// The verdict; `incomparable` where the comparison is not complete.
    comparison_verdict verdict() const noexcept
    {
        return complete() ? verdict_of(narrower(), wider()) : comparison_verdict::incomparable;
    }
    /// Whether something is stricter, be it outcomes, who attests, or who can complete a chain.
    bool narrower() const noexcept
    {
        return outcomes_->stricter() || attested_.narrower || any(signers_verdict::narrower);
    }
    /// Whether something is milder.
    bool wider() const noexcept { return outcomes_->milder() || attested_.wider || any(signers_verdict::wider); }

    /// Where outcomes differ, and the space that this refers to; only where the contracts are comparable.
    outcome_comparison const& outcomes() const noexcept { return *outcomes_; }
    /// Chains of one name that not the same persons can complete.
    std::vector<chain_change> const& chains() const noexcept { return chains_; }
    /// All else that differs, in the order of the contracts.
    std::vector<difference> const& differences() const noexcept { return differences_; }

private:
    bool any(signers_verdict v) const noexcept
    {
        for (chain_change const& c : chains_)
            if (c.signers.verdict == v || c.signers.verdict == signers_verdict::incomparable) return true;
        return false;
    }

    rule_set const& before_;
    rule_set const& after_;
    incomparable_pair unlike_;
    std::unique_ptr<outcome_comparison> outcomes_;
    std::vector<chain_change> chains_;
    std::vector<difference> differences_;
    proof::differing_ways attested_{};
    bool complete_ = true;
};

/// Compares two contracts; language reference, "Drafts". Exact: over every request that is complete for both, aligned by
/// spelling, and over every group of persons for chains. Allocates; bounded by the budget.
inline contract_comparison compare(rule_set const& before, rule_set const& after, proof::budget most = {})
{
    return {before, after, most};
}

}  // namespace redline::inline v0_1
