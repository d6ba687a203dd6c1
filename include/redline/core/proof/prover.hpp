// Proves what a contract says about every complete request, or shows the request that says otherwise.
#pragma once

#include "../assertion.hpp"
#include "lift.hpp"
#include "witness.hpp"

namespace redline::inline v0_1::proof {

/// What came of a proof; `too_large` where the contract passes the budget of nodes or steps.
enum class answer : std::uint8_t { holds, broken, too_large };

/// The answer, and where it is broken, the elementary use of the request that breaks it; its cells are in the prover.
struct proof_result {
    answer is = answer::holds;
    std::uint32_t use = none;
};

/// Answers questions about one contract. constexpr, noexcept, no heap of its own.
class prover {
public:
    /// `roots` has an entry for each elementary use, `cells` and `fixed` one for each variable.
    constexpr prover(space const& in, diagram& in_diagram, lifted_contract& contract, node_ref* roots,
                     std::uint32_t* cells, std::uint32_t* fixed) noexcept
        : in_{in}, diagram_{in_diagram}, contract_{contract}, roots_{roots}, cells_{cells}, fixed_{fixed}
    {
        for (std::uint32_t u = 0; u < in.uses.size; ++u) roots_[u] = no_node;
    }

    /// The outcome for an elementary use, as a diagram.
    constexpr node_ref outcome_for(std::uint32_t use) noexcept
    {
        contract_.for_use(in_.uses[use].seen_by[0]);
        if (roots_[use] == no_node) roots_[use] = contract_.outcome_everywhere();
        return roots_[use];
    }
    /// The cells of the request that broke what was proved last.
    constexpr std::uint32_t const* cells() const noexcept { return cells_; }

    /// Language reference, "What is an error, and what is a warning": over every complete request of the scope for which
    /// `when` is true and every item of `without` is false.
    constexpr proof_result prove(assertion_entry const& a) noexcept
    {
        for (std::uint32_t u = 0; u < in_.uses.size; ++u) {
            proof_result const r = prove(a, u);
            if (r.is != answer::holds) return r;
        }
        return {};
    }
    /// The same, for one elementary use alone.
    constexpr proof_result prove(assertion_entry const& a, std::uint32_t use) noexcept
    {
        if (covers(contract_.rules(), a.scope, in_.uses[use].seen_by[0]) != truth::yes) return {};
        bool const broken = is_broken(a, use);
        if (diagram_.full()) return {answer::too_large, none};
        return broken ? proof_result{answer::broken, use} : proof_result{};
    }
    /// The terminals of a function, as the bits of a set.
    constexpr node_ref among(node_ref f, std::uint64_t terminals) noexcept
    {
        return proof::among(diagram_, f, terminals);
    }

    /// From now on, works out outcomes once for each use, and not for each question: the better the more there are.
    constexpr void share_outcomes() noexcept { shared_ = true; }

private:
    /// A function where variables that are fixed to a cell lie there.
    constexpr node_ref with_fixed(std::uint32_t operation, node_ref f) noexcept
    {
        auto const side_of = [&](std::uint32_t level) {
            std::uint32_t const cell = fixed_[in_.variable_of_level[level]];
            return cell == none                ? diagram::side::either
                   : cell < in_.cell_at(level) ? diagram::side::below
                                               : diagram::side::above;
        };
        return diagram_.restrict(operation, side_of, f);
    }
    constexpr bool is_broken(assertion_entry const& a, std::uint32_t use) noexcept
    {
        constexpr std::uint64_t all = 7;
        bool const attainable = a.claim == assertion_claim::attainable;
        std::uint64_t const claimed = std::uint64_t{1}
                                      << static_cast<unsigned>(attainable ? outcome::permitted : a.outcome);
        std::uint64_t const wrong = a.claim == assertion_claim::never ? claimed : all & ~claimed;

        contract_.for_use(in_.uses[use].seen_by[0]);
        node_ref const holds = contract_.condition(a.when, truth::yes);
        node_ref const fails = attainable ? all_false : contract_.condition(a.without, truth::no);
        node_ref const where = diagram_.combine(inside_operation{}, holds, fails);
        if (where == strictest_operation::outside) return false;
        if (attainable && !obtain_all(a.without)) return false;
        std::uint32_t const fixing = diagram_.fresh_operation();
        relevance_operation const relevant = relevance_operation::of_breaking(wrong);
        auto const piece = [&](node_ref f) { return diagram_.map(relevant, attainable ? with_fixed(fixing, f) : f); };
        node_ref const f = shared_ ? diagram_.combine(strictest_operation{}, where, piece(outcome_for(use)))
                                   : contract_.outcome_within(where, piece);
        if (!find_cells(in_, diagram_, among(f, wrong), cells_)) return false;
        for (std::uint32_t v = 0; attainable && v < in_.variables.size; ++v)
            if (fixed_[v] != none) cells_[v] = fixed_[v];
        return true;
    }
    /// Fixes what can be obtained as far as it may be, so that no item of `without` is true; false where that can't be.
    constexpr bool obtain_all(index_range without) noexcept
    {
        for (std::uint32_t v = 0; v < in_.variables.size; ++v) {
            variable const& entry = in_.variables[v];
            fixed_[v] = none;
            if (entry.is_given()) continue;
            // From what helps most on: the freshest evidence, the highest level; complete, opened, not asked.
            std::uint32_t const tries = entry.kind == variable_kind::chain ? 3 : entry.cell_count;
            bool found = false;
            for (std::uint32_t i = 0; i < tries && !found; ++i) {
                fixed_[v] = entry.kind == variable_kind::evidence ? i : tries - 1 - i;
                found = fails(without, v, fixed_[v]);
            }
            if (!found) return false;
        }
        return true;
    }
    /// Whether all items that speak of a variable are false in a cell.
    constexpr bool fails(index_range items, std::uint32_t variable, std::uint32_t cell) noexcept
    {
        for (std::uint32_t i = items.first; i != items.last; ++i) {
            condition_node const& n = contract_.rules().conditions[i];
            if (in_.variable_of(0, n) != variable) continue;
            if (contract_.value_in(n, in_.variables[variable], cell) != truth::no) return false;
        }
        return true;
    }

    space const& in_;
    diagram& diagram_;
    lifted_contract& contract_;
    node_ref* roots_;
    std::uint32_t* cells_;
    std::uint32_t* fixed_;
    bool shared_ = false;
};

}  // namespace redline::inline v0_1::proof
