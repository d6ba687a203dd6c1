// Two contracts on one request space: where their outcomes differ.
#pragma once

#include "lift.hpp"
#include "witness.hpp"

namespace redline::inline v0_1::proof {

/// Whether outcomes are anywhere milder, or stricter, than they were.
struct outcome_changes {
    bool milder = false;
    bool stricter = false;
    bool too_large = false;  // nothing is said where the budget was passed
};

/// Compares the outcomes of two contracts, use by use, over every request that is complete for both; language reference,
/// "Drafts", on how they are aligned. constexpr, noexcept, no heap of its own.
class comparer {
    // Before its callers, or clang does not find it in constant expressions.
    /// The pairs of outcomes that are wanted, as the bits of a set of terminals.
    template <class Wanted>
    static constexpr std::uint64_t pairs(Wanted const& wanted) noexcept
    {
        std::uint64_t set = 0;
        for (node_ref from = 0; from < 3; ++from)
            for (node_ref to = 0; to < 3; ++to)
                if (wanted(from, to)) set |= std::uint64_t{1} << pair_operation{}(from, to);
        return set;
    }

public:
    /// `common` has two entries more than the first contract has terms.
    constexpr comparer(space const& in, diagram& in_diagram, lifted_contract& before, lifted_contract& after,
                       node_ref* common) noexcept
        : in_{in}, diagram_{in_diagram}, before_{before}, after_{after}, common_{common}
    {}

    /// Both outcomes for an elementary use, where they may differ: terminals of `pair_operation`; both are `outside` where
    /// they do not.
    ///
    /// What both contracts say alike is set aside; where all else comes to the same, outcomes do too, and only within the
    /// rest is it looked at.
    constexpr node_ref outcomes_for(std::uint32_t use) noexcept
    {
        before_.for_use(in_.uses[use].seen_by[0]);
        after_.for_use(in_.uses[use].seen_by[1]);
        std::uint32_t was_count = before_.list_what_is_said();
        std::uint32_t is_count = after_.list_what_is_said();
        node_ref* const was = before_.said();
        node_ref* const is = after_.said();
        auto const by_node = [](node_ref a, node_ref b) { return a < b; };
        sort(was, was_count, by_node);
        sort(is, is_count, by_node);

        std::uint32_t alike = 0, own_was = 0, own_is = 0;
        for (std::uint32_t i = 0, j = 0; i < was_count || j < is_count;) {
            if (j == is_count || (i < was_count && was[i] < is[j])) was[own_was++] = was[i++];
            else if (i == was_count || is[j] < was[i]) is[own_is++] = is[j++];
            else {
                common_[alike++] = was[i];
                ++i;
                ++j;
            }
        }
        node_ref const was_own = before_.strictest_of(0, was, own_was);
        node_ref const is_own = after_.strictest_of(0, is, own_is);
        node_ref const differs = diagram_.combine(differing_operation{}, was_own, is_own);
        node_ref const both = before_.strictest_of(differs, common_, alike);
        return diagram_.combine(pair_operation{}, diagram_.combine(strictest_operation{}, both, was_own),
                                diagram_.combine(strictest_operation{}, both, is_own));
    }
    /// Where outcomes went from one to another: 1 there, else 0.
    constexpr node_ref where(node_ref outcomes, outcome from, outcome to) noexcept
    {
        return among(diagram_, outcomes, std::uint64_t{1} << pair_operation{}(terminal_of(from), terminal_of(to)));
    }
    /// Adds how outcomes differ for a use.
    constexpr void add_changes(std::uint32_t use, outcome_changes& to) noexcept
    {
        node_ref const outcomes = outcomes_for(use);
        auto const milder = [](node_ref from, node_ref is) { return is < from; };
        auto const stricter = [](node_ref from, node_ref is) { return is > from; };
        if (!to.milder) to.milder = among(diagram_, outcomes, pairs(milder)) != 0;
        if (!to.stricter) to.stricter = among(diagram_, outcomes, pairs(stricter)) != 0;
        to.too_large = to.too_large || diagram_.full();
    }

private:
    space const& in_;
    diagram& diagram_;
    lifted_contract& before_;
    lifted_contract& after_;
    node_ref* common_;
};

}  // namespace redline::inline v0_1::proof
