// An irredundant sum of cubes between two sets of requests, after Minato and Morreale.
#pragma once

#include "cover_box.hpp"
#include "cover_operations.hpp"

#include <algorithm>
#include <unordered_map>

namespace redline::inline v0_1::proof {

/// Finds cubes, boxes of one interval for each variable, whose union holds all of a set and nothing outside of another.
///
/// Minato's algorithm asks of each level what can only be covered with a literal. Thresholds of one variable are not
/// independent, so here a level without a literal joins the cells right below its threshold to those right above, and
/// to no others. Cubes are kept as a graph that shares what is alike: there may be very many.
class cube_sum {
public:
    cube_sum(space const& in, diagram& of, set_operations const& sets, std::uint64_t most_steps)
        : in_{in}, of_{of}, sets_{sets}, last_step_{of.steps() + most_steps}
    {}

    /// Calls `visit` with cubes that cover `must` and lie in `may`, until it gives false; false where there are more
    /// steps to it than allowed, and then calls nothing.
    template <class Visit>
    bool find(node_ref must, node_ref may, Visit const& visit)
    {
        std::uint32_t const root = sum(must, may).cubes;
        if (out_of_steps()) return false;
        list(root, box{in_}, visit);
        return true;
    }

private:
    static constexpr std::uint32_t no_cube = 0, everything = 1, first_cubes = 2;
    /// Cubes with the literal below a level's threshold, with that at or above it, and with neither.
    struct cubes {
        std::uint32_t level, below, above, without;
    };
    struct result {
        std::uint32_t cubes = no_cube;
        node_ref covered = 0;
    };

    bool out_of_steps() const noexcept { return of_.full() || of_.steps() > last_step_; }
    result sum(node_ref must, node_ref may)
    {
        if (must == 0) return {no_cube, 0};
        if (may == 1) return {everything, 1};
        std::uint64_t const key = std::uint64_t{must} << 32 | may;
        if (auto const found = known_.find(key); found != known_.end()) return found->second;
        if (!of_.spend(1) || out_of_steps()) return {};

        std::uint32_t const level = std::min(level_of(must), level_of(may));
        halves const musts = split(must, level);
        halves const mays = split(may, level);
        // The next threshold of the same variable, where there is one: what lies between is joined, or is not.
        std::uint32_t const next = std::min(level_of(musts.above), level_of(mays.above));
        std::uint32_t const v = of_.variable_of(level);
        std::uint32_t const after = next != no_level && of_.variable_of(next) == v ? next : no_level;
        halves const must_above = split(musts.above, after);
        halves const may_above = split(mays.above, after);

        result const below = sum(sets_.subtract(musts.below, may_above.below), mays.below);
        node_ref const needs_above = joined(after, sets_.subtract(must_above.below, mays.below), 0);
        result const above = sum(needs_above, mays.above);
        halves const covered_above = split(above.covered, after);
        node_ref const left_here = sets_.unite(sets_.subtract(musts.below, below.covered),
                                               sets_.subtract(must_above.below, covered_above.below));
        node_ref const left_above = sets_.subtract(must_above.above, covered_above.above);
        result const without = sum(joined(after, left_here, left_above),
                                   joined(after, sets_.intersect(mays.below, may_above.below), may_above.above));

        node_ref const covered_below = sets_.unite(below.covered, split(without.covered, after).below);
        result const r{made({level, below.cubes, above.cubes, without.cubes}),
                       of_.make(level, covered_below, sets_.unite(above.covered, without.covered))};
        known_.emplace(key, r);
        return r;
    }

    static constexpr std::uint32_t no_level = 0xFFFFFFFFu;
    struct halves {
        node_ref below, above;
    };
    std::uint32_t level_of(node_ref f) const noexcept { return is_terminal(f) ? no_level : of_[f].level; }
    /// What a function comes to on either side of a level's threshold; it asks for no lower one of that variable.
    halves split(node_ref f, std::uint32_t level) const noexcept
    {
        if (level == no_level || is_terminal(f)) return {f, f};
        diagram_node const& n = of_[f];
        if (n.level == level) return {n.below, n.above};
        if (of_.variable_of(n.level) == of_.variable_of(level)) return {n.below, f};
        return {f, f};
    }
    node_ref joined(std::uint32_t level, node_ref below, node_ref above)
    {
        return level == no_level ? below : of_.make(level, below, above);
    }
    std::uint32_t made(cubes const& c)
    {
        if (c.below == no_cube && c.above == no_cube) return c.without;
        cubes_.push_back(c);
        return first_cubes + static_cast<std::uint32_t>(cubes_.size()) - 1;
    }

    template <class Visit>
    bool list(std::uint32_t at, box const& so_far, Visit const& visit)
    {
        if (at == no_cube) return true;
        if (at == everything) return visit(so_far);
        cubes const c = cubes_[at - first_cubes];
        variable const& v = in_.variables[of_.variable_of(c.level)];
        std::uint32_t const threshold = in_.cell_at(c.level);
        box below = so_far, above = so_far;
        for (std::uint32_t cell = 0; cell < v.cell_count; ++cell)
            (cell < threshold ? above : below).set(v, cell, false);
        return list(c.without, so_far, visit) && list(c.below, below, visit) && list(c.above, above, visit);
    }

    space const& in_;
    diagram& of_;
    set_operations const& sets_;
    std::uint64_t last_step_;
    std::vector<cubes> cubes_;
    std::unordered_map<std::uint64_t, result> known_;
};

}  // namespace redline::inline v0_1::proof
