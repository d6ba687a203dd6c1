// A request for which a function comes to something: the proof that it can.
#pragma once

#include "diagram.hpp"
#include "space.hpp"

namespace redline::inline v0_1::proof {

/// Chooses a cell of every variable for which `where`, whose terminals are 0 and 1, comes to 1; false where it never does.
/// What `where` does not ask about is as a request that says least has it: nothing is held, signed or in place, numbers are
/// low, flags are false. Linear in the variables; constexpr, no heap.
constexpr bool find_cells(space const& in, diagram const& of, node_ref where, std::uint32_t* cells) noexcept
{
    if (where == 0) return false;
    for (std::uint32_t v = 0; v < in.variables.size; ++v) {
        variable const& entry = in.variables[v];
        bool const last = entry.kind == variable_kind::evidence && entry.cell_count != 0;
        cells[v] = last ? entry.cell_count - 1 : 0;
    }
    // No node of a reduced diagram comes to 0 everywhere, so any way that is not 0 leads to 1.
    while (!is_terminal(where)) {
        diagram_node const& n = of[where];
        std::uint32_t const v = in.variable_of_level[n.level];
        std::uint32_t const at = in.cell_at(n.level);
        bool const high_first = in.variables[v].kind == variable_kind::evidence;
        bool const above = n.below == 0 || (high_first && n.above != 0);
        if (above) {
            if (cells[v] < at) cells[v] = at;
            where = n.above;
        }
        else {
            if (cells[v] >= at) cells[v] = at - 1;
            where = n.below;
        }
    }
    return true;
}

/// Makes `request`, which is one of this side's rule set, say what the cells say, for one elementary use.
constexpr void give_cells(space const& in, std::uint32_t const* cells, elementary_kind const& use, unsigned side,
                          request_view& request) noexcept
{
    clear(*in.rules[side], request);
    request.uses[0] = use.seen_by[side];
    request.use_count = 1;
    for (std::uint32_t v = 0; v < in.variables.size; ++v)
        if (in.variables[v].cell_count != 0) give(in, in.variables[v], cells[v], side, request);
}

}  // namespace redline::inline v0_1::proof
