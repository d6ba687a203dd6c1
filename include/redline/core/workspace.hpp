// The memory that a decision is made in: how much it takes, and its parts.
#pragma once

#include "condition.hpp"
#include "decision.hpp"

namespace redline::inline v0_1 {

/// The sizes of a rule set that requests and workspaces follow.
struct rule_set_sizes {
    std::uint32_t terms = 0, facts = 0, slots = 0, evidence = 0, safeguards = 0, chains = 0, definitions = 0;

    /// Words of 64 bits for all index sets of a workspace.
    constexpr std::uint32_t words() const noexcept
    {
        return 7 * index_set_words(terms) + index_set_words(chains) + index_set_words(evidence) +
               index_set_words(safeguards) + index_set_words(facts);
    }
};

/// The sizes of what requests, workspaces and decisions of a rule set take. constexpr, no heap.
constexpr rule_set_sizes sizes_of(rule_set const& r) noexcept
{
    return {r.terms.size,      r.facts.size,  r.slot_count,      r.evidence.size,
            r.safeguards.size, r.chains.size, r.definitions.size};
}

/// The parts of a workspace, over memory of its owner that started as zeros. One decision at a time.
struct workspace_view {
    index_set candidates{}, prohibiting{}, pausing{}, permitting{}, exceptions{}, log_candidates{}, log{};
    index_set signoffs{}, evidence{}, safeguards{}, facts{};
    definition_memo memo{};

    constexpr workspace_view() noexcept = default;
    /// `words` has `sizes.words()` entries, `stamps` two and `values` one for each definition.
    constexpr workspace_view(rule_set_sizes const& sizes, std::uint64_t* words, std::uint32_t* stamps,
                             truth_readings* values) noexcept
    {
        place_sets(sizes, words);
        memo = {stamps, stamps + sizes.definitions, values, 0};
    }
    /// The sets alone, over words that a decision has filled.
    static constexpr workspace_view sets_of(rule_set_sizes const& sizes, std::uint64_t* words) noexcept
    {
        workspace_view w;
        w.place_sets(sizes, words);
        return w;
    }
    /// Forgets what definitions came out as.
    constexpr void forget(std::uint32_t definitions) noexcept { memo.forget(definitions); }

private:
    constexpr void place_sets(rule_set_sizes const& sizes, std::uint64_t* words) noexcept
    {
        index_set* const of_terms[] = {&candidates, &prohibiting,    &pausing, &permitting,
                                       &exceptions, &log_candidates, &log};
        for (index_set* set : of_terms) words = place(*set, words, sizes.terms);
        words = place(signoffs, words, sizes.chains);
        words = place(evidence, words, sizes.evidence);
        words = place(safeguards, words, sizes.safeguards);
        place(facts, words, sizes.facts);
    }
    static constexpr std::uint64_t* place(index_set& set, std::uint64_t* words, std::uint32_t limit) noexcept
    {
        set = index_set{words, limit};
        return words + index_set_words(limit);
    }
};

}  // namespace redline::inline v0_1
