// From a set of ways to a list of them, the shortest first.
#pragma once

#include "diagram.hpp"
#include "how_boxes.hpp"
#include "how_sets.hpp"
#include "sort_stably.hpp"
#include "space.hpp"

#include <map>

namespace redline::inline v0_1::proof {

/// What a group of ways asks for: variables, and of what can be obtained (not of what is given) the cell.
using asked_for = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Lists the ways of a set, grouped by what they ask for, each group as the largest boxes of its values.
class way_list {
public:
    /// Stops behind `most_ways` boxes. Steps are counted in `nodes`.
    way_list(way_sets const& sets, space const& in, diagram& nodes, std::size_t most_ways)
        : sets_{sets}, in_{in}, nodes_{nodes}, most_ways_{most_ways}
    {}

    /// Lists a set: ways that ask for few things before those that ask for more.
    void list(way_set of)
    {
        if (of == no_way) return;
        for (std::uint32_t size = sets_[of].fewest; size <= sets_[of].most && !stopped(); ++size) walk(of, size);
        std::size_t found = 0;
        for (auto& [asked, boxes] : groups_) {
            if (!enlarge(boxes, most_ways_, [this](std::size_t steps) { return nodes_.spend(steps); })) more_ = true;
            found += boxes.size();
        }
        if (found > most_ways_) more_ = true;
    }
    /// Whether there are ways that are not in the list.
    bool more() const noexcept { return more_; }

    /// Calls `visit` with what each way asks for and its box, a set for each variable.
    template <class Visit>
    void each(Visit const& visit) const
    {
        for (auto const& [asked, boxes] : groups_)
            for (cell_box const& box : boxes) visit(asked, box);
    }

private:
    bool stopped() const noexcept { return more_ || nodes_.full(); }

    /// All ways of a set that ask for `left` things more than was chosen.
    void walk(way_set of, std::uint32_t left)
    {
        if (of == no_way || left < sets_[of].fewest || left > sets_[of].most || stopped() || !nodes_.spend(1)) return;
        if (of == nothing_more) return found();
        way_node const& n = sets_[of];
        walk(n.unchanged, left);
        if (left == 0) return;
        // Arcs that lead to the same set are one choice of several cells.
        std::vector<way_arc> arcs(sets_.arcs_of(of), sets_.arcs_of(of) + n.arc_count);
        sort_stably(arcs, [](way_arc const& a, way_arc const& b) { return a.to < b.to; });
        for (std::size_t a = 0; a < arcs.size();) {
            way_set const to = arcs[a].to;
            cell_set cells;
            std::uint32_t const cell = arcs[a].first;
            for (; a < arcs.size() && arcs[a].to == to; ++a) cells.add(arcs[a].first, arcs[a].last);
            asked_.push_back({n.variable, in_.variables[n.variable].is_given() ? none : cell});
            box_.push_back(std::move(cells));
            walk(to, left - 1);
            asked_.pop_back();
            box_.pop_back();
        }
    }
    void found()
    {
        if (count_ == most_ways_) {
            more_ = true;
            return;
        }
        ++count_;
        groups_[asked_].push_back(box_);
    }

    way_sets const& sets_;
    space const& in_;
    diagram& nodes_;
    std::size_t most_ways_;
    std::map<asked_for, std::vector<cell_box>> groups_;
    asked_for asked_;
    cell_box box_;
    std::size_t count_ = 0;
    bool more_ = false;
};

}  // namespace redline::inline v0_1::proof
