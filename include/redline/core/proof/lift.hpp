// A contract's conditions, terms and outcomes as diagrams over its request space.
#pragma once

#include "operations.hpp"
#include "space.hpp"

namespace redline::inline v0_1::proof {

/// What was worked out of a term's condition or of a definition, and whether that holds for every use.
struct lifted_condition {
    node_ref root = no_node;
    bool of_use = false;
};

/// The memory that lifting a contract takes, which somebody else owns: a request of the rule set, two entries of `terms`
/// for each term, one of `definitions` for each definition, and one of `says` more than there are terms.
struct lift_memory {
    request_view request{};
    lifted_condition* terms = nullptr;
    lifted_condition* definitions = nullptr;
    node_ref* says = nullptr;
};

/// Makes diagrams of one side's contract, for one elementary use at a time.
///
/// An atom is evaluated, as decisions do it, on a request from each of its variable's cells, and operators are those of
/// decisions on terminals: nothing of the language's meaning is said here again. constexpr, noexcept, no heap of its own.
class lifted_contract {
    // Templates stand before what calls them, or clang does not find them in constant expressions.
    constexpr truth_readings evaluated(condition_node const& n) noexcept
    {
        definition_memo nothing{};
        return condition_evaluator{rules_, memory_.request, use_, nothing}.atom(n);
    }
    /// A function of one variable: what `of` gives, with the request in each of its cells.
    template <class Of>
    constexpr node_ref over_cells(variable const& v, Of const& of) noexcept
    {
        node_ref result = no_node;
        if (!to_.spend(v.cell_count)) return 0;
        for (std::uint32_t cell = v.cell_count; cell-- != 0;) {
            give(in_, v, cell, side_, memory_.request);
            node_ref const here = of();
            result = result == no_node ? here : to_.make(v.first_level + cell, here, result);
        }
        return result == no_node ? 0 : result;
    }
    /// The same, where it is known to change at a few cells only.
    template <class Of>
    constexpr node_ref over_some_cells(variable const& v, std::uint32_t const* cells, unsigned count,
                                       Of const& of) noexcept
    {
        node_ref result = no_node;
        std::uint32_t next = 0;
        for (unsigned i = count; i-- != 0;) {
            give(in_, v, cells[i], side_, memory_.request);
            node_ref const here = of();
            result = result == no_node ? here : to_.make(v.first_level + next - 1, here, result);
            next = cells[i];
        }
        return result;
    }

public:
    constexpr lifted_contract(space const& in, unsigned side, diagram& to, lift_memory const& memory) noexcept
        : in_{in}, rules_{*in.rules[side]}, side_{side}, to_{to}, memory_{memory}
    {
        clear(rules_, memory_.request);
        for (std::uint32_t i = 0; i < 2 * rules_.terms.size; ++i) memory_.terms[i] = {};
        for (std::uint32_t i = 0; i < rules_.definitions.size; ++i) memory_.definitions[i] = {};
        effect_ = effect();
    }

    constexpr rule_set const& rules() const noexcept { return rules_; }
    constexpr requested_kind use() const noexcept { return use_; }
    /// All that follows is for this use.
    constexpr void for_use(requested_kind use) noexcept
    {
        if (use == use_) return;
        use_ = use;
        for (std::uint32_t i = 0; i < rules_.definitions.size; ++i)
            if (memory_.definitions[i].of_use) memory_.definitions[i] = {};
        for (std::uint32_t i = 0; i < 2 * rules_.terms.size; ++i)
            if (memory_.terms[i].of_use) memory_.terms[i] = {};
    }

    /// A condition, all readings of it; `absent` where there is none.
    constexpr node_ref condition(index_range condition, truth absent) noexcept
    {
        if (condition.empty()) return terminal_of(truth_readings::alike(absent));
        node_ref stack[condition_stack] = {};
        unsigned size = 0;
        for (std::uint32_t i = condition.first; i != condition.last; ++i) {
            condition_node const& n = rules_.conditions[i];
            switch (n.op) {
            case condition_op::both:
                --size;
                stack[size - 1] = to_.combine(both_operation{}, stack[size - 1], stack[size]);
                break;
            case condition_op::either:
                --size;
                stack[size - 1] = to_.combine(either_operation{}, stack[size - 1], stack[size]);
                break;
            case condition_op::negation: stack[size - 1] = to_.map(negation_operation{}, stack[size - 1]); break;
            case condition_op::definition: stack[size++] = definition(n.subject); break;
            default: stack[size++] = atom(n); break;
            }
        }
        return stack[0];
    }
    /// The scope of a term, and its `when`: A, where the term is a form.
    constexpr node_ref applies(std::uint32_t term) noexcept
    {
        term_entry const& t = rules_.terms[term];
        truth const scope = covers(rules_, t.scope, use_);
        if (scope == truth::no) return all_false;
        node_ref const in_scope = terminal_of(truth_readings::alike(scope));
        return to_.combine(both_operation{}, in_scope, kept(memory_.terms[2 * term], t.when, truth::yes));
    }
    constexpr node_ref when(std::uint32_t term) noexcept
    {
        return kept(memory_.terms[2 * term], rules_.terms[term].when, truth::yes);
    }
    constexpr node_ref unless(std::uint32_t term) noexcept
    {
        return kept(memory_.terms[2 * term + 1], rules_.terms[term].unless, truth::no);
    }
    /// What a prohibit form says, as an outcome.
    constexpr node_ref says(std::uint32_t term) noexcept
    {
        node_ref const a = applies(term);
        return a == all_false ? terminal_of(outcome::permitted) : to_.combine(prohibition_operation{}, a, unless(term));
    }
    /// What the request would come to, were one permit term all that covers it, and the contract always in effect;
    /// prohibited, where the term is none that covers.
    constexpr node_ref covers_alone(std::uint32_t term) noexcept
    {
        if (!is_covering(rules_.terms[term].kind)) return terminal_of(outcome::prohibited);
        return to_.map(coverage_operation{}, applies(term));
    }
    /// Whether the contract is in effect: permitted there, prohibited elsewhere.
    constexpr node_ref effective() noexcept { return to_.map(coverage_operation{}, effect_); }
    /// What the baseline's term says: whether a permit term covers the request, and the contract is in effect.
    constexpr node_ref uncovered() noexcept
    {
        node_ref coverage = all_false;
        for (std::uint32_t t = 0; t < rules_.terms.size; ++t)
            if (is_covering(rules_.terms[t].kind)) coverage = to_.combine(either_operation{}, coverage, applies(t));
        coverage = to_.combine(both_operation{}, coverage, effect_);
        return to_.map(coverage_operation{}, coverage);
    }
    /// The outcome of the contract, within `where`, whose terminals are 0 and `outside`: the strictest of what its terms say,
    /// each first put through `piece`.
    template <class Piece>
    constexpr node_ref outcome_within(node_ref where, Piece const& piece) noexcept
    {
        where = to_.combine(strictest_operation{}, where, piece(uncovered()));
        if (where == strictest_operation::outside) return where;
        std::uint32_t count = 0;
        for (std::uint32_t t = 0; t < rules_.terms.size && !to_.full(); ++t)
            if (is_prohibit_form(rules_.terms[t].kind)) memory_.says[count++] = piece(says(t));
        return strictest_of(where, memory_.says, count);
    }
    /// Lists what the baseline's term and each prohibit form say, where that is anything: the outcome is the strictest of
    /// all. How many there are; `said` has them.
    constexpr std::uint32_t list_what_is_said() noexcept
    {
        std::uint32_t count = 0;
        if (node_ref const root = uncovered(); root != 0) memory_.says[count++] = root;
        for (std::uint32_t t = 0; t < rules_.terms.size && !to_.full(); ++t) {
            if (!is_prohibit_form(rules_.terms[t].kind)) continue;
            if (node_ref const root = says(t); root != 0) memory_.says[count++] = root;
        }
        return count;
    }
    constexpr node_ref* said() noexcept { return memory_.says; }
    /// Joins what is said, in `list`, within `where`: first what asks for variables further down, so that what it meets on
    /// the way up is little.
    constexpr node_ref strictest_of(node_ref where, node_ref* list, std::uint32_t count) noexcept
    {
        auto const level = [&](node_ref r) { return is_terminal(r) ? 0xFFFFFFFFu : to_[r].level; };
        sort(list, count, [&](node_ref a, node_ref b) { return level(a) != level(b) ? level(a) > level(b) : a < b; });
        for (std::uint32_t i = 0; i < count && !to_.full(); ++i)
            where = to_.combine(strictest_operation{}, where, list[i]);
        return where;
    }
    constexpr node_ref outcome_everywhere() noexcept
    {
        return outcome_within(0, [](node_ref f) { return f; });
    }

    /// One atom; calls for each cell that it can tell apart.
    constexpr node_ref atom(condition_node const& n) noexcept
    {
        if (n.op == condition_op::use_is) {
            of_use_ = true;
            return terminal_of(evaluated(n));
        }
        if (n.op == condition_op::has_any) {
            node_ref any = all_false;
            index_range const slots = n.alternatives();
            for (std::uint32_t i = slots.first; i != slots.last; ++i)
                any = to_.combine(either_operation{}, any, atom({condition_op::has, rules_.alternatives[i], 0}));
            return any;
        }
        variable const& v = in_.variables[in_.variable_of(side_, n)];
        std::uint32_t breaks[8] = {0};
        unsigned count = 1;
        auto const add = [&](std::uint32_t cell) {
            unsigned at = count;
            while (at != 0 && breaks[at - 1] > cell) --at;
            if (at != 0 && breaks[at - 1] == cell) return;
            for (unsigned i = count++; i != at; --i) breaks[i] = breaks[i - 1];
            breaks[at] = cell;
        };
        bool listed = false;
        each_cut(n, [&](std::uint64_t value) {
            listed = true;
            bool const day = v.kind == variable_kind::date;
            std::uint64_t const at = day ? cell_of_day(static_cast<day_number>(static_cast<std::uint32_t>(value)))
                                         : value;
            std::uint32_t const cell = in_.cell_of(v, at);
            add(cell);
            // A day that is no cell's first lies in one that began before it, or before the first.
            if (cell + 1 < v.cell_count) add(cell + 1);
        });
        if (!listed) return over_cells(v, [&] { return terminal_of(evaluated(n)); });
        if (v.cell_count > 1) add(v.cell_count - 1);
        return over_some_cells(v, breaks, count, [&] { return terminal_of(evaluated(n)); });
    }

    /// What an atom comes to in one cell of its variable.
    constexpr truth value_in(condition_node const& n, variable const& v, std::uint32_t cell) noexcept
    {
        give(in_, v, cell, side_, memory_.request);
        return evaluated(n)[reading::as_given];
    }

private:
    constexpr node_ref effect() noexcept
    {
        if (!rules_.has_from && !rules_.has_before) return all_true;
        variable const& v = in_.variables[in_.positions[side_][in_.subjects[side_].date]];
        return over_cells(v, [&] { return terminal_of(truth_readings::alike(in_effect(rules_, memory_.request))); });
    }
    constexpr node_ref kept(lifted_condition& memo, index_range range, truth absent) noexcept
    {
        if (memo.root == no_node) {
            bool const before = of_use_;
            of_use_ = false;
            memo.root = condition(range, absent);
            memo.of_use = of_use_;
            of_use_ = before || memo.of_use;
        }
        else of_use_ = of_use_ || memo.of_use;
        return memo.root;
    }
    constexpr node_ref definition(std::uint32_t d) noexcept
    {
        return kept(memory_.definitions[d], rules_.definitions[d].condition, truth::yes);
    }

    space const& in_;
    rule_set const& rules_;
    unsigned side_;
    diagram& to_;
    lift_memory memory_;
    requested_kind use_{};
    node_ref effect_ = 0;
    bool of_use_ = false;  // whether what is being lifted speaks of the use
};

}  // namespace redline::inline v0_1::proof
