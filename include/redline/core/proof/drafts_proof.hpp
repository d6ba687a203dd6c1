// Three contracts on one request space: what a base and two drafts of it come to, side by side.
#pragma once

#include "lift.hpp"
#include "memory.hpp"
#include "witness.hpp"

#include <algorithm>
#include <iterator>
#include <memory>

namespace redline::inline v0_1::proof {

/// All that comparing two drafts with their base takes, for one elementary use; on the heap. Sides: 0 the base, 1 theirs,
/// 2 ours. What it refers to must outlive it.
class drafts_proof {
public:
    static constexpr unsigned sides = 3;

    drafts_proof(rule_set const& base, rule_set const& theirs, rule_set const& ours, budget most, std::uint32_t use)
        : space_{base, &theirs, {false, nullptr, use}, &ours}, diagram_{space_.view(), most}
    {
        rule_set const* const rules[sides] = {&base, &theirs, &ours};
        for (unsigned s = 0; s < sides; ++s)
            side_[s] = std::make_unique<side>(space_.view(), s, *rules[s], diagram_.get());
    }
    drafts_proof(drafts_proof const&) = delete;
    drafts_proof& operator=(drafts_proof const&) = delete;

    space const& requests() const noexcept { return space_.view(); }
    diagram& nodes() noexcept { return diagram_.get(); }

    /// The outcomes of the three for a use, where they may differ, as one terminal: see `where`. What all of them say alike
    /// is set aside first, as `comparer` does it for two.
    node_ref outcomes_for(std::uint32_t use)
    {
        diagram& d = diagram_.get();
        std::vector<node_ref> said[sides], common;
        for (unsigned s = 0; s < sides; ++s) {
            lifted_contract& c = side_[s]->lifted;
            c.for_use(space_.view().uses[use].seen_by[s]);
            std::uint32_t const count = c.list_what_is_said();
            said[s].assign(c.said(), c.said() + count);
            std::sort(said[s].begin(), said[s].end());
        }
        std::vector<node_ref> of_drafts;
        std::set_intersection(said[1].begin(), said[1].end(), said[2].begin(), said[2].end(),
                              std::back_inserter(of_drafts));
        std::set_intersection(said[0].begin(), said[0].end(), of_drafts.begin(), of_drafts.end(),
                              std::back_inserter(common));
        node_ref own[sides] = {};
        for (unsigned s = 0; s < sides; ++s) {
            std::vector<node_ref> rest;
            std::set_difference(said[s].begin(), said[s].end(), common.begin(), common.end(), std::back_inserter(rest));
            own[s] = joined(0, rest);
        }
        node_ref const differ = d.combine(mildest_operation{}, d.combine(differing_operation{}, own[0], own[1]),
                                          d.combine(differing_operation{}, own[0], own[2]));
        node_ref const all = joined(differ, common);
        node_ref outcome[sides] = {};
        for (unsigned s = 0; s < sides; ++s) outcome[s] = d.combine(strictest_operation{}, all, own[s]);
        return d.combine(pair_operation{}, d.combine(pair_operation{}, outcome[0], outcome[1]), outcome[2]);
    }
    /// Where outcomes come to these three: 1 there, else 0.
    node_ref where(node_ref outcomes, outcome base, outcome theirs, outcome ours)
    {
        pair_operation const pair{};
        node_ref const terminal = pair(pair(terminal_of(base), terminal_of(theirs)), terminal_of(ours));
        return among(diagram_.get(), outcomes, std::uint64_t{1} << terminal);
    }

private:
    struct side {
        side(space const& in, unsigned number, rule_set const& rules, diagram& to)
            : request{rules, 1}, terms(2 * std::size_t{rules.terms.size}), definitions(rules.definitions.size),
              says(std::size_t{rules.terms.size} + 1),
              lifted{in, number, to, {request.view(), terms.data(), definitions.data(), says.data()}}
        {}
        request_memory request;
        std::vector<lifted_condition> terms, definitions;
        std::vector<node_ref> says;
        lifted_contract lifted;
    };

    node_ref joined(node_ref where, std::vector<node_ref>& list)
    {
        return side_[0]->lifted.strictest_of(where, list.data(), static_cast<std::uint32_t>(list.size()));
    }

    space_on_heap space_;
    diagram_on_heap diagram_;
    std::unique_ptr<side> side_[sides];
};

}  // namespace redline::inline v0_1::proof
