// A request space of nothing but numbered cells, small enough to look at every request of it.
#pragma once

#include "redline/core/proof/cover.hpp"
#include "redline/core/proof/memory.hpp"

#include <optional>
#include <random>

namespace redline_test {

/// Cells of all variables: one request.
using cells = std::vector<std::uint32_t>;

/// Variables with as many cells as is said, and a diagram over them.
class toy_space {
public:
    explicit toy_space(std::vector<std::uint32_t> const& counts, redline::proof::budget most = {})
    {
        for (std::uint32_t const count : counts) {
            redline::proof::variable v{};
            v.first_cell = static_cast<std::uint32_t>(values_.size());
            v.cell_count = count;
            v.first_level = static_cast<std::uint32_t>(levels_.size());
            for (std::uint32_t cell = 0; cell < count; ++cell) values_.push_back(cell);
            for (std::uint32_t cell = 1; cell < count; ++cell)
                levels_.push_back(static_cast<std::uint32_t>(variables_.size()));
            variables_.push_back(v);
        }
        space_.variables = {variables_.data(), static_cast<std::uint32_t>(variables_.size())};
        space_.cells = {values_.data(), static_cast<std::uint32_t>(values_.size())};
        space_.variable_of_level = {levels_.data(), static_cast<std::uint32_t>(levels_.size())};
        diagram_.emplace(space_, most);
    }
    redline::proof::space const& space() const { return space_; }
    redline::proof::diagram& nodes() { return diagram_->get(); }

    std::vector<cells> all() const
    {
        std::vector<cells> found{cells(variables_.size())};
        for (std::size_t v = 0; v < variables_.size(); ++v) {
            std::size_t const before = found.size();
            for (std::uint32_t cell = 1; cell < variables_[v].cell_count; ++cell)
                for (std::size_t i = 0; i < before; ++i) {
                    found.push_back(found[i]);
                    found.back()[v] = cell;
                }
        }
        return found;
    }
    /// A box that admits some cells of each variable.
    redline::proof::box random_box(std::mt19937_64& rng) const
    {
        redline::proof::box b{space_};
        for (redline::proof::variable const& v : variables_) {
            if (rng() % 3 == 0) continue;
            do
                for (std::uint32_t cell = 0; cell < v.cell_count; ++cell) b.set(v, cell, rng() % 2 == 0);
            while (!b.admits_some(v, 0, v.cell_count));
        }
        return b;
    }

private:
    std::vector<redline::proof::variable> variables_;
    std::vector<std::uint64_t> values_;
    std::vector<std::uint32_t> levels_;
    redline::proof::space space_;
    std::optional<redline::proof::diagram_on_heap> diagram_;
};

/// What a function comes to for one request.
inline redline::proof::node_ref value_at(redline::proof::space const& in, redline::proof::diagram const& of,
                                         redline::proof::node_ref f, cells const& at)
{
    while (!redline::proof::is_terminal(f)) {
        redline::proof::diagram_node const& n = of[f];
        f = at[in.variable_of_level[n.level]] >= in.cell_at(n.level) ? n.above : n.below;
    }
    return f;
}

}  // namespace redline_test
