// The request space of a contract, or of some that are compared, cut into finitely many cells.
#pragma once

#include "../meaning.hpp"
#include "variable.hpp"
#include "variable_order.hpp"

namespace redline::inline v0_1::proof {

/// How much memory a space takes at most.
struct space_sizes {
    std::uint32_t variables = 0, cells = 0, missions = 0, uses = 0, positions = 0, terms = 0, members = 0;
};

/// A value from which on a variable has to be told apart.
struct cut_entry {
    std::uint32_t variable = 0;
    std::uint64_t value = 0;
};

/// The memory of a space, of its sizes, which somebody else owns.
struct space_memory {
    variable* variables = nullptr;
    std::uint64_t* cells = nullptr;
    std::uint32_t* variable_of_level = nullptr;  // as many as cells
    elementary_kind* missions = nullptr;
    elementary_kind* uses = nullptr;
    std::uint32_t* positions = nullptr;
    cut_entry* cuts = nullptr;         // as many as cells
    std::uint32_t* asked = nullptr;    // as many as variables
    std::uint32_t* renamed = nullptr;  // as many as variables
    order_memory order{};
};

/// All that a request may say: the variables in the order in which diagrams ask for them, and the uses. A view; whoever
/// made the memory keeps it.
struct space {
    array_view<variable> variables{};
    array_view<std::uint64_t> cells{};
    array_view<elementary_kind> missions{};
    array_view<elementary_kind> uses{};
    array_view<std::uint32_t> variable_of_level{};
    rule_set const* rules[most_sides] = {};
    std::uint32_t const* positions[most_sides] = {};  // of each side's subjects: a variable
    subject_positions subjects[most_sides] = {};

    constexpr std::uint64_t value(variable const& v, std::uint32_t cell) const noexcept
    {
        return cells[v.first_cell + cell];
    }
    constexpr bool is_unknown(variable const& v, std::uint32_t cell) const noexcept
    {
        return v.may_be_unknown && cell + 1 == v.cell_count;
    }
    /// The variable that an atom of one side speaks of, or `none`.
    constexpr std::uint32_t variable_of(unsigned side, condition_node const& n) const noexcept
    {
        std::uint32_t const position = position_of(subjects[side], *rules[side], n);
        return position == none ? none : positions[side][position];
    }
    /// The cell that a value lies in: the last that begins at or below it.
    constexpr std::uint32_t cell_of(variable const& v, std::uint64_t value) const noexcept
    {
        std::uint32_t low = 0;
        std::uint32_t high = v.cell_count - (v.may_be_unknown ? 1 : 0);
        while (high - low > 1) {
            std::uint32_t const middle = low + (high - low) / 2;
            if (cells[v.first_cell + middle] <= value) low = middle;
            else high = middle;
        }
        return low;
    }
    /// Which threshold of its variable a level stands for: the cell that lies right at it.
    constexpr std::uint32_t cell_at(std::uint32_t level) const noexcept
    {
        return level - variables[variable_of_level[level]].first_level + 1;
    }
};

/// The day that stands for a cell of days: its first, or for one that has no beginning, its last.
constexpr day_number day_in(space const& in, variable const& v, std::uint32_t cell) noexcept
{
    std::uint64_t day = in.value(v, cell);
    bool const has_next = cell + 1 < v.cell_count && !in.is_unknown(v, cell + 1);
    if (day == 0 && !v.is_fixed) day = has_next ? in.value(v, cell + 1) - 1 : cell_of_day(some_day);
    return day_of_cell(day);
}

/// The value that a cell of a slot has for one side: values of `one of` are told apart by name.
constexpr std::uint64_t value_for(space const& in, variable const& v, std::uint32_t cell, unsigned side) noexcept
{
    std::uint64_t const value = in.value(v, cell);
    unsigned const first = v.first_side();
    if (side == first || v.fact[first] == none) return value;
    rule_set const& rules = *in.rules[first];
    fact_entry const& here = rules.facts[v.fact[first]];
    if (here.type != fact_type::one_of) return value;
    std::string_view const name = rules(rules.values[here.values.first + static_cast<std::uint32_t>(value)]);
    symbol const* const found = find_name(*in.rules[side], name_space::fact_values, name, v.fact[side]);
    return found == nullptr ? value : found->index;
}

/// Makes a request of one side say of a variable what a cell says. What that side lacks is not given to it.
constexpr void give(space const& in, variable const& v, std::uint32_t cell, unsigned side, request_view& r) noexcept
{
    bool const unknown = in.is_unknown(v, cell);
    std::uint32_t const subject = v.subject[side];
    switch (v.kind) {
    case variable_kind::mission:
        r.mission = unknown || in.missions.empty()
                        ? requested_kind{}
                        : in.missions[static_cast<std::uint32_t>(in.value(v, cell))].seen_by[side];
        return;
    case variable_kind::date:
        r.has_date = !unknown;
        if (!unknown) r.date = day_in(in, v, cell);
        return;
    default: break;
    }
    if (subject == none) return;
    switch (v.kind) {
    case variable_kind::slot:
        r.attested[v.fact[side]] = in.rules[side]->facts[v.fact[side]].from;
        r.given[subject] = r.known[subject] = unknown ? std::uint8_t{0} : std::uint8_t{1};
        r.values[subject] = unknown ? 0 : value_for(in, v, cell, side);
        return;
    case variable_kind::evidence: r.evidence_age[subject] = in.value(v, cell); return;
    case variable_kind::safeguard: r.safeguard_level[subject] = static_cast<std::uint32_t>(in.value(v, cell)); return;
    default: r.chains[subject] = static_cast<chain_state>(in.value(v, cell)); return;
    }
}

}  // namespace redline::inline v0_1::proof
