// The request space as tables of outcomes ask for it: missions may also be known in part.
#pragma once

#include "outcome_table.hpp"
#include "space.hpp"

namespace redline::inline v0_1::proof {

/// The memory of such a space, which somebody else owns: as much as the space that it is made of takes, and two missions
/// for each that the rule set declares, and as many more cells and levels.
struct outcome_space_memory {
    variable* variables = nullptr;
    std::uint64_t* cells = nullptr;
    std::uint32_t* variable_of_level = nullptr;
    elementary_kind* missions = nullptr;
};

/// A space with unknowns of one rule set, with further cells for missions whose kind is not known yet. Refers to the uses
/// and positions of the space that it is made of. Linear; constexpr, no heap.
constexpr space space_of_outcomes(space const& of, outcome_space_memory const& memory) noexcept
{
    rule_set const& rules = *of.rules[0];
    std::uint32_t missions = 0;
    for (elementary_kind const& k : of.missions) memory.missions[missions++] = k;
    for (std::uint32_t i = 0; i < rules.missions.size; ++i) {
        if (is_leaf(rules.missions[i])) continue;
        elementary_kind open{};
        open.seen_by[0] = {kind_form::declared, i};
        memory.missions[missions++] = open;
    }

    std::uint32_t cell = 0, level = 0;
    for (std::uint32_t i = 0; i < of.variables.size; ++i) {
        variable v = of.variables[i];
        std::uint32_t const known = v.cell_count - (v.may_be_unknown ? 1 : 0);
        std::uint32_t const first = v.first_cell;
        v.first_cell = cell;
        v.first_level = level;
        for (std::uint32_t c = 0; c < known; ++c) memory.cells[cell++] = of.cells[first + c];
        if (v.kind == variable_kind::mission)
            for (std::uint32_t m = of.missions.size; m < missions; ++m) memory.cells[cell++] = m;
        if (v.may_be_unknown) memory.cells[cell++] = ~std::uint64_t{0};
        v.cell_count = cell - v.first_cell;
        for (std::uint32_t c = 1; c < v.cell_count; ++c) memory.variable_of_level[level++] = i;
        memory.variables[i] = v;
    }
    space made = of;
    made.variables = {memory.variables, of.variables.size};
    made.cells = {memory.cells, cell};
    made.variable_of_level = {memory.variable_of_level, level};
    made.missions = {memory.missions, missions};
    return made;
}

/// The cell of each mission, in whatever form a request names it; two entries for each that the rule set declares.
constexpr void number_missions(space const& in, std::uint32_t* cells) noexcept
{
    for (std::uint32_t i = 0; i < in.missions.size; ++i) {
        requested_kind const mission = in.missions[i].seen_by[0];
        cells[place_of_mission(mission)] = i;
        // Nothing tells what no child names from a mission without children.
        if (is_leaf(in.rules[0]->missions[mission.index]))
            cells[place_of_mission({kind_form::other, mission.index})] = i;
    }
}

}  // namespace redline::inline v0_1::proof
