// Two contracts compared at run time: where outcomes went from what to what, and the verdict.
#pragma once

#include "comparer.hpp"
#include "memory.hpp"

#include <memory>
#include <utility>

namespace redline::inline v0_1 {

/// Permitted, paused, prohibited, in this order: `narrower` is somewhere stricter and nowhere milder.
enum class comparison_verdict : std::uint8_t { equivalent, narrower, wider, incomparable };
/// The verdict, where something became stricter, and something milder.
constexpr comparison_verdict verdict_of(bool narrower, bool wider) noexcept
{
    return static_cast<comparison_verdict>((narrower ? 1 : 0) | (wider ? 2 : 0));
}
/// The word that `redline compare` prints.
constexpr std::string_view name_of(comparison_verdict v) noexcept
{
    constexpr std::string_view names[] = {"equivalent", "narrower", "wider", "incomparable"};
    return names[static_cast<unsigned>(v)];
}

namespace proof {

/// All that comparing two contracts takes, on the heap. What it refers to must outlive it.
class compared_contracts {
public:
    compared_contracts(rule_set const& before, rule_set const& after, budget most = {}, space_options options = {})
        : space_{before, &after, options}, diagram_{space_.view(), most}, request_before_{before, 1},
          request_after_{after, 1}, terms_(2 * (std::size_t{before.terms.size} + after.terms.size)),
          definitions_(std::size_t{before.definitions.size} + after.definitions.size),
          says_(std::size_t{before.terms.size} * 2 + after.terms.size + 4), before_{space_.view(),
                                                                                    0,
                                                                                    diagram_.get(),
                                                                                    {request_before_.view(),
                                                                                     terms_.data(), definitions_.data(),
                                                                                     says_.data()}},
          after_{space_.view(),
                 1,
                 diagram_.get(),
                 {request_after_.view(), terms_.data() + 2 * std::size_t{before.terms.size},
                  definitions_.data() + before.definitions.size, says_.data() + before.terms.size + 1}},
          comparer_{space_.view(), diagram_.get(), before_, after_,
                    says_.data() + before.terms.size + after.terms.size + 2}
    {}
    compared_contracts(compared_contracts const&) = delete;
    compared_contracts& operator=(compared_contracts const&) = delete;

    space const& requests() const noexcept { return space_.view(); }
    diagram& nodes() noexcept { return diagram_.get(); }
    comparer& compares() noexcept { return comparer_; }
    lifted_contract& before() noexcept { return before_; }
    lifted_contract& after() noexcept { return after_; }

private:
    space_on_heap space_;
    diagram_on_heap diagram_;
    request_memory request_before_, request_after_;
    std::vector<lifted_condition> terms_, definitions_;
    std::vector<node_ref> says_;
    lifted_contract before_, after_;
    comparer comparer_;
};

}  // namespace proof

/// Where, for one elementary use, outcomes went from one to another.
struct outcome_change {
    std::uint32_t use = none;  // of the space's
    outcome from = outcome::permitted;
    outcome to = outcome::permitted;
    proof::compared_contracts* proof = nullptr;  // what `region` and `cells` belong to
    proof::node_ref region = 0;                  // 1 where it went so, else 0
    std::vector<std::uint32_t> cells;            // of the witness
};

/// The outcomes of two contracts compared; see `compare`. Each use has a proof of its own, with variables in an order for
/// it, which is kept where outcomes differ.
class outcome_comparison {
public:
    /// Compares at once; both rule sets must outlive the comparison. Allocates; may throw bad_alloc.
    outcome_comparison(rule_set const& before, rule_set const& after, proof::budget most)
    {
        for (std::uint32_t u = 0, uses = 1; u < uses && complete_; ++u) {
            auto proof = std::make_unique<proof::compared_contracts>(
                before, after, most, proof::space_options{false, nullptr, u, this->uses()});
            // All proofs have the same uses: they are found once.
            if (u == 0) uses_.assign(proof->requests().uses.begin(), proof->requests().uses.end());
            uses = this->uses().size;
            if (compare(*proof, u)) proofs_.push_back(std::move(proof));
        }
        if (!complete_) changes_.clear();
    }

    /// False where the contracts pass the budget: then nothing is said about outcomes.
    bool complete() const noexcept { return complete_; }
    /// Whether some outcome became stricter.
    bool stricter() const noexcept { return stricter_; }
    /// Whether some outcome became milder.
    bool milder() const noexcept { return milder_; }
    /// Where outcomes differ.
    std::vector<outcome_change> const& changes() const noexcept { return changes_; }
    /// The elementary uses of both contracts, in the order of every proof's space; valid as long as this object is.
    array_view<proof::elementary_kind> uses() const noexcept
    {
        return {uses_.data(), static_cast<std::uint32_t>(uses_.size())};
    }

private:
    /// Whether outcomes differ for a use.
    bool compare(proof::compared_contracts& proof, std::uint32_t use)
    {
        proof::space const& in = proof.requests();
        std::vector<std::uint32_t> cells(in.variables.size);
        proof::node_ref const outcomes = proof.compares().outcomes_for(use);
        std::size_t const before = changes_.size();
        for (unsigned from = 0; from < 3; ++from)
            for (unsigned to = 0; to < 3; ++to) {
                if (from == to) continue;
                outcome const was = static_cast<outcome>(from);
                outcome const is = static_cast<outcome>(to);
                proof::node_ref const region = proof.compares().where(outcomes, was, is);
                if (!proof::find_cells(in, proof.nodes(), region, cells.data())) continue;
                changes_.push_back({use, was, is, &proof, region, cells});
                (to < from ? milder_ : stricter_) = true;
            }
        complete_ = !proof.nodes().full();
        return changes_.size() != before;
    }

    std::vector<proof::elementary_kind> uses_;
    std::vector<std::unique_ptr<proof::compared_contracts>> proofs_;
    std::vector<outcome_change> changes_;
    bool stricter_ = false, milder_ = false, complete_ = true;
};

}  // namespace redline::inline v0_1
