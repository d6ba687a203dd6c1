// The first step of a table of outcomes: which facts each use looks up at once, and what each way they come is left of its
// outcome.
#pragma once

#include "lift.hpp"
#include "outcome_table.hpp"

namespace redline::inline v0_1::proof {

/// The outcome of every use as diagrams, over a space with unknowns; the diagram may then be full.
constexpr void lift_outcomes(lifted_contract& contract, node_ref* roots) noexcept
{
    for (std::uint32_t p = 0; p < program_count(contract.rules()); ++p) {
        contract.for_use(use_of_program(contract.rules(), p));
        roots[p] = contract.outcome_everywhere();
    }
}

/// What making rows takes meanwhile, of somebody else: an entry for each program in `roots`; for each node that the
/// diagram had after `lift_outcomes`, and one more, in `stamps`, which are zeros, and `waiting`; for each variable in
/// `asked`.
struct outcome_rows_workspace {
    node_ref const* roots = nullptr;
    std::uint32_t* stamps = nullptr;
    node_ref* waiting = nullptr;
    std::uint8_t* asked = nullptr;
};

/// What a use looks up at once: so many facts, and a row that begins at this function. `like` is the first program of an
/// equal outcome, which may be itself.
struct outcome_first_row {
    std::uint32_t like = 0;
    std::uint32_t facts = 0;
    std::uint32_t begin = 0;
    std::uint32_t size = 1;
};

/// Makes the first rows of all programs, as functions of the diagram, to which it adds; the diagram may then be full. To be
/// run without memory for rows first: it gives how many entries all rows have. constexpr, noexcept, no heap.
class outcome_rows {
public:
    constexpr outcome_rows(space const& in, diagram& of, outcome_rows_workspace const& work) noexcept
        : in_{in}, of_{of}, work_{work}
    {}

    constexpr std::uint32_t run(outcome_first_row* programs, node_ref* rows) noexcept
    {
        rows_ = rows;
        size_ = 0;
        if (rows != nullptr) {
            first_operation_ = of_.fresh_operation();
            for (std::uint32_t i = 0; i < in_.cells.size; ++i) of_.fresh_operation();
        }
        for (std::uint32_t p = 0; p < program_count(*in_.rules[0]) && !of_.full(); ++p) program(programs, p);
        return size_;
    }

    /// Whether a variable is a fact whose known values are its cells, as far as the last one.
    static constexpr bool has_values_as_cells(space const& in, variable const& v) noexcept
    {
        if (v.kind != variable_kind::slot || !v.may_be_unknown) return false;
        for (std::uint32_t c = 0; c + 1 < v.cell_count; ++c)
            if (in.value(v, c) != c) return false;
        return true;
    }
    /// Whether a variable that is asked about comes into a row that has so many entries so far.
    static constexpr bool fits(space const& in, variable const& v, std::uint32_t size) noexcept
    {
        return size * v.cell_count <= longest_row && has_values_as_cells(in, v);
    }

private:
    static constexpr std::uint32_t longest_row = 256;

    constexpr void program(outcome_first_row* programs, std::uint32_t p) noexcept
    {
        node_ref const root = work_.roots[p];
        for (std::uint32_t before = 0; before < p; ++before)
            if (work_.roots[before] == root) {
                programs[p] = programs[before];
                return;
            }
        mark(root);
        outcome_first_row made{p, 0, size_, 1};
        node_ref row[longest_row] = {root};
        for (std::uint32_t i = 0; i < in_.variables.size; ++i) {
            variable const& v = in_.variables[i];
            if (work_.asked[i] == 0 || !fits(in_, v, made.size)) continue;
            if (rows_ != nullptr)
                for (std::uint32_t cell = v.cell_count; cell-- != 0;)
                    for (std::uint32_t e = 0; e < made.size; ++e) row[e + made.size * cell] = where(row[e], i, cell);
            ++made.facts;
            made.size *= v.cell_count;
        }
        if (rows_ != nullptr)
            for (std::uint32_t e = 0; e < made.size; ++e) rows_[size_ + e] = row[e];
        size_ += made.size;
        programs[p] = made;
    }
    /// Marks the variables that a function asks about.
    constexpr void mark(node_ref root) noexcept
    {
        for (std::uint32_t v = 0; v < in_.variables.size; ++v) work_.asked[v] = 0;
        ++stamp_;
        std::uint32_t waiting = 0;
        auto const reach = [&](node_ref r) {
            if (is_terminal(r) || work_.stamps[r - terminal_count] == stamp_) return;
            work_.stamps[r - terminal_count] = stamp_;
            work_.waiting[waiting++] = r;
        };
        reach(root);
        while (waiting != 0) {
            diagram_node const& n = of_[work_.waiting[--waiting]];
            work_.asked[in_.variable_of_level[n.level]] = 1;
            reach(n.below);
            reach(n.above);
        }
    }
    /// A function where a variable lies in a cell.
    constexpr node_ref where(node_ref f, std::uint32_t variable, std::uint32_t cell) noexcept
    {
        auto const side_of = [&](std::uint32_t level) {
            return in_.variable_of_level[level] != variable ? diagram::side::either
                   : cell < in_.cell_at(level)              ? diagram::side::below
                                                            : diagram::side::above;
        };
        return of_.restrict(first_operation_ + in_.variables[variable].first_cell + cell, side_of, f);
    }

    space const& in_;
    diagram& of_;
    outcome_rows_workspace work_;
    node_ref* rows_ = nullptr;
    std::uint32_t size_ = 0, stamp_ = 0, first_operation_ = 0;
};

}  // namespace redline::inline v0_1::proof
