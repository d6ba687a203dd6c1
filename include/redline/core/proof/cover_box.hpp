// Boxes of requests: for each variable the cells that they admit; and what a function comes to within one.
#pragma once

#include "diagram.hpp"
#include "space.hpp"

#include <vector>

namespace redline::inline v0_1::proof {

/// A conjunction: for each variable the set of cells that it admits. A variable of which all cells are admitted is not
/// spoken of: there is no literal.
class box {
public:
    box() = default;
    /// The box of all requests.
    explicit box(space const& in) : admitted_(in.cells.size, 1) {}

    bool admits(variable const& v, std::uint32_t cell) const noexcept { return admitted_[v.first_cell + cell] != 0; }
    bool admits_some(variable const& v, std::uint32_t first, std::uint32_t last) const noexcept
    {
        for (std::uint32_t cell = first; cell < last; ++cell)
            if (admits(v, cell)) return true;
        return false;
    }
    bool admits_all(variable const& v) const noexcept
    {
        for (std::uint32_t cell = 0; cell < v.cell_count; ++cell)
            if (!admits(v, cell)) return false;
        return true;
    }
    void set(variable const& v, std::uint32_t cell, bool admitted) noexcept
    {
        admitted_[v.first_cell + cell] = admitted ? 1 : 0;
    }
    void set_all(variable const& v, bool admitted) noexcept
    {
        for (std::uint32_t cell = 0; cell < v.cell_count; ++cell) set(v, cell, admitted);
    }
    /// How many variables it speaks of.
    std::uint32_t literals(space const& in) const noexcept
    {
        std::uint32_t count = 0;
        for (variable const& v : in.variables) count += admits_all(v) ? 0u : 1u;
        return count;
    }
    friend bool operator==(box const& a, box const& b) noexcept { return a.admitted_ == b.admitted_; }

private:
    std::vector<std::uint8_t> admitted_;  // by cell of the space
};

/// Whether cells of all variables, as a request has them, lie in a box.
inline bool contains(space const& in, box const& b, std::uint32_t const* cells) noexcept
{
    for (std::uint32_t v = 0; v < in.variables.size; ++v)
        if (in.variables[v].cell_count != 0 && !b.admits(in.variables[v], cells[v])) return false;
    return true;
}

/// A box as a diagram: 1 within, 0 elsewhere. Linear in the cells.
inline node_ref diagram_of(space const& in, diagram& to, box const& b) noexcept
{
    node_ref result = 1;
    for (std::uint32_t i = in.variables.size; i-- != 0;) {
        variable const& v = in.variables[i];
        if (b.admits_all(v)) continue;
        node_ref const within = result;
        for (std::uint32_t cell = v.cell_count; cell-- != 0;) {
            node_ref const here = b.admits(v, cell) ? within : 0;
            result = cell + 1 == v.cell_count ? here : to.make(v.first_level + cell, here, result);
        }
    }
    return result;
}

/// Looks at what functions come to within boxes. Each look is linear in the cells and in the nodes that the box meets.
class box_look {
public:
    box_look(space const& in, diagram const& of) : in_{in}, of_{of}, admitted_(in.cells.size + std::size_t{1}) {}

    /// Whether a function comes to a terminal somewhere in a box.
    bool reaches(box const& within, node_ref f, node_ref terminal)
    {
        begin(within);
        return visit(f, terminal);
    }
    /// Whether a box lies in a region, whose terminals are 0 and 1.
    bool lies_in(box const& b, node_ref region) { return !reaches(b, region, 0); }
    /// Makes a box, which lies in a region, admit all cells of a variable that leave it there.
    void widen(box& b, variable const& v, node_ref region)
    {
        begin(b);
        failing_.assign(v.cell_count, 0);
        fail_from(region, v);
        for (std::uint32_t cell = 0; cell < v.cell_count; ++cell)
            if (failing_[cell] == 0) b.set(v, cell, true);
    }
    /// How much was looked at so far.
    std::uint64_t steps() const noexcept { return steps_; }

private:
    void begin(box const& within)
    {
        // Marks of earlier looks are kept; a new number tells them apart.
        if (++now_ == 0) {
            seen_.assign(seen_.size(), {});
            now_ = 1;
        }
        if (seen_.size() < of_.size()) seen_.resize(of_.size());
        for (variable const& v : in_.variables)
            for (std::uint32_t cell = 0; cell < v.cell_count; ++cell) {
                std::size_t const at = std::size_t{v.first_cell} + cell;
                admitted_[at + 1] = admitted_[at] + (within.admits(v, cell) ? 1 : 0);
            }
        steps_ += in_.cells.size / 16;
    }
    bool admits_some(variable const& v, std::uint32_t first, std::uint32_t last) const noexcept
    {
        return admitted_[std::size_t{v.first_cell} + first] != admitted_[std::size_t{v.first_cell} + last];
    }
    /// Calls `child` with each function that is left once a node's variable is known, and with which cells lead to it,
    /// until it gives true.
    template <class Child>
    bool any_child(node_ref f, Child const& child)
    {
        std::uint32_t const v = of_.variable_of(of_[f].level);
        std::uint32_t first = 0;
        while (!is_terminal(f) && of_.variable_of(of_[f].level) == v) {
            ++steps_;
            diagram_node const& n = of_[f];
            std::uint32_t const at = in_.cell_at(n.level);
            if (child(n.below, first, at)) return true;
            first = at;
            f = n.above;
        }
        return child(f, first, in_.variables[v].cell_count);
    }
    variable const& variable_at(node_ref f) const { return in_.variables[of_.variable_of(of_[f].level)]; }

    bool visit(node_ref f, node_ref terminal)
    {
        if (is_terminal(f)) return f == terminal;
        // Kept only for nodes where their variable is met first, as nothing is known then of which of its cells are
        // left.
        if (seen_[f - terminal_count].look == now_) return seen_[f - terminal_count].reaches;
        variable const& v = variable_at(f);
        bool const found = any_child(f, [&](node_ref child, std::uint32_t first, std::uint32_t last) {
            return admits_some(v, first, last) && visit(child, terminal);
        });
        seen_[f - terminal_count] = {now_, found};
        return found;
    }
    /// Notes for which cells of `of` a function comes to 0 somewhere in the box, were that the cell.
    void fail_from(node_ref f, variable const& of)
    {
        bool const asks_before = !is_terminal(f) && of_[f].level < of.first_level;
        if (asks_before) {
            if (seen_[f - terminal_count].look == now_) return;
            seen_[f - terminal_count] = {now_, false};
            variable const& v = variable_at(f);
            any_child(f, [&](node_ref child, std::uint32_t first, std::uint32_t last) {
                if (admits_some(v, first, last)) fail_from(child, of);
                return false;
            });
            return;
        }
        auto const fail = [&](node_ref child, std::uint32_t first, std::uint32_t last) {
            if (visit(child, 0))
                for (std::uint32_t cell = first; cell < last; ++cell) failing_[cell] = 1;
            return false;
        };
        if (!is_terminal(f) && &variable_at(f) == &of) any_child(f, fail);
        else fail(f, 0, of.cell_count);
    }

    struct mark {
        std::uint32_t look = 0;
        bool reaches = false;
    };

    space const& in_;
    diagram const& of_;
    std::vector<mark> seen_;               // by node
    std::vector<std::uint32_t> admitted_;  // by cell: how many before it, those of all variables before it included
    std::vector<std::uint8_t> failing_;    // by cell of the variable that is widened
    std::uint32_t now_ = 0;
    std::uint64_t steps_ = 0;
};

}  // namespace redline::inline v0_1::proof
