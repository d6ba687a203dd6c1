// Finds all smallest changes of a request after which a contract permits it.
#pragma once

#include "how_memo.hpp"
#include "how_sets.hpp"
#include "memory.hpp"

namespace redline::inline v0_1::proof {

/// Searches a diagram that comes to 0 where all is permitted; its space holds what the request does not know as
/// unknown, and what it knows as fixed.
///
/// Each variable is left as it is, or changed: what is unknown becomes known, to any of its cells; evidence is held,
/// age zero; a safeguard rises to a higher level; a chain becomes complete. Obtaining or learning more never takes a
/// permission back, so what is permitted is closed upwards, and its smallest changes follow from those of a diagram's
/// branches: a change of the variable at the top is needed where the rest of a way would not do without it. Each pair
/// of nodes is worked out once. Counts its steps in the diagram's budget; where that or the sets are full, no result
/// means anything.
class way_search {
public:
    way_search(way_sets& to, contract_proof& of, request_view const& from)
        : to_{to}, in_{of.requests()}, nodes_{of.nodes()}, now_(in_.variables.size)
    {
        for (std::uint32_t i = 0; i < in_.variables.size; ++i) now_[i] = cell_now(in_.variables[i], from);
    }

    bool full() const noexcept { return nodes_.full() || to_.full(); }

    /// The smallest ways to where `outcome` is permitted.
    way_set smallest(node_ref outcome)
    {
        if (is_terminal(outcome)) return outcome == permitted ? nothing_more : no_way;
        if (std::uint32_t const known = smallest_.find(outcome); known != memo_table::absent) return known;
        std::uint32_t const index = variable_of(outcome);
        variable const& v = in_.variables[index];
        std::vector<branch> const branches = branches_of(outcome, index);
        if (full() || !nodes_.spend(branches.size())) return no_way;
        node_ref before = stays(outcome);
        way_set const unchanged = smallest(before);
        std::vector<way_arc> arcs;
        for (std::size_t b = 0; b < branches.size(); ++b) {
            std::uint32_t first = branches[b].first;
            std::uint32_t last = b + 1 < branches.size() ? branches[b + 1].first - 1 : v.cell_count - 1;
            switch (v.kind) {
            case variable_kind::slot:
            case variable_kind::mission:
            case variable_kind::date:
                if (in_.is_unknown(v, last) && last-- == first) continue;
                break;
            case variable_kind::evidence:
                if (first != 0 || last >= now_[index]) continue;
                last = first;
                break;
            case variable_kind::safeguard:
                if (first <= now_[index]) continue;
                last = first;
                break;
            case variable_kind::chain: {
                std::uint32_t const complete = in_.cell_of(v, static_cast<std::uint64_t>(chain_state::complete));
                if (first > complete || last < complete || now_[index] == complete) continue;
                first = last = complete;
                break;
            }
            }
            arcs.push_back({first, last, added(branches[b].to, before)});
            if (v.kind == variable_kind::safeguard) before = branches[b].to;  // one level lower must not do
        }
        return smallest_.add(outcome, to_.make(index, unchanged, arcs));
    }

    /// Those of some ways that don't lead to where `outcome`, of this search's diagram, is permitted. The ways may be
    /// of another search whose variables are in the same order.
    way_set without(way_set ways, node_ref outcome)
    {
        if (ways == no_way) return no_way;
        std::uint32_t const asked = ways == nothing_more ? none : to_[ways].variable;
        // What the ways don't ask for stays as it is.
        while (!is_terminal(outcome) && variable_of(outcome) < asked) outcome = stays(outcome);
        if (outcome == permitted) return no_way;
        if (is_terminal(outcome)) return ways;
        std::uint64_t const key = (std::uint64_t{ways} << 32) + outcome;
        if (std::uint32_t const known = without_.find(key); known != memo_table::absent) return known;
        if (full() || !nodes_.spend(to_[ways].arc_count)) return no_way;
        return without_.add(key, remaining(ways, outcome));
    }

private:
    static constexpr node_ref permitted = terminal_of(outcome::permitted);

    /// What a function comes to from a cell of its first variable on, up to the next branch.
    struct branch {
        std::uint32_t first = 0;
        node_ref to = 0;
    };

    /// The cell in which a request has a variable.
    std::uint32_t cell_now(variable const& v, request_view const& from) const noexcept
    {
        std::uint32_t const subject = v.subject[0];
        switch (v.kind) {
        case variable_kind::evidence: return in_.cell_of(v, from.evidence_age[subject]);
        case variable_kind::safeguard: return in_.cell_of(v, from.safeguard_level[subject]);
        case variable_kind::chain: return in_.cell_of(v, static_cast<std::uint64_t>(from.chains[subject]));
        default: return v.cell_count - 1;  // the one that says unknown, or the only one
        }
    }
    std::vector<branch> branches_of(node_ref of, std::uint32_t index) const
    {
        std::vector<branch> result;
        std::uint32_t first = 0;
        while (!is_terminal(of) && variable_of(of) == index) {
            result.push_back({first, nodes_[of].below});
            first = in_.cell_at(nodes_[of].level);
            of = nodes_[of].above;
        }
        result.push_back({first, of});
        return result;
    }
    std::uint32_t variable_of(node_ref r) const noexcept { return nodes_.variable_of(nodes_[r].level); }
    /// What a function comes to where its first variable is as it is.
    node_ref stays(node_ref of) const noexcept
    {
        std::uint32_t const index = variable_of(of);
        while (!is_terminal(of) && variable_of(of) == index) {
            if (now_[index] < in_.cell_at(nodes_[of].level)) return nodes_[of].below;
            of = nodes_[of].above;
        }
        return of;
    }
    /// The smallest ways of a changed variable that don't do without the change.
    way_set added(node_ref changed, node_ref before)
    {
        if (changed == before || before == permitted) return no_way;
        return without(smallest(changed), before);
    }
    /// `without`, where the ways ask for the function's first variable or for one before it.
    way_set remaining(way_set ways, node_ref outcome)
    {
        way_node const n = to_[ways];
        bool const same = variable_of(outcome) == n.variable;
        way_set const unchanged = without(n.unchanged, same ? stays(outcome) : outcome);
        std::vector<branch> branches{{0, outcome}};
        if (same) branches = branches_of(outcome, n.variable);
        std::vector<way_arc> arcs;
        for (std::uint32_t a = 0; a < n.arc_count; ++a) {
            way_arc const arc = to_.arcs_of(ways)[a];  // a copy: making sets moves them
            for (std::size_t b = 0; b < branches.size(); ++b) {
                std::uint32_t const first = std::max(arc.first, branches[b].first);
                bool const is_last = b + 1 == branches.size();
                std::uint32_t const last = is_last ? arc.last : std::min(arc.last, branches[b + 1].first - 1);
                if (first <= last) arcs.push_back({first, last, without(arc.to, branches[b].to)});
            }
        }
        return to_.make(n.variable, unchanged, arcs);
    }

    way_sets& to_;
    space const& in_;
    diagram& nodes_;
    std::vector<std::uint32_t> now_;
    memo_table smallest_, without_;
};

}  // namespace redline::inline v0_1::proof
