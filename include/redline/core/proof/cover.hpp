// A region of the request space as few boxes: an irredundant cover by prime ones.
#pragma once

#include "cover_sum.hpp"
#include "sort_stably.hpp"

#include <algorithm>

namespace redline::inline v0_1::proof {

/// How far a cover may go: boxes, and steps of a few nanoseconds each.
struct cover_limits {
    std::uint32_t boxes = 200;
    std::uint64_t steps = std::uint64_t{1} << 23;
};

/// Boxes whose union is a region. Where `complete` is false there was more to it than the limits allow, and the union
/// is a part of the region.
struct region_cover {
    std::vector<box> boxes;
    bool complete = true;
};

/// Covers regions, given as diagrams whose terminals are 0 and 1. Run time only; on the heap.
class cover_finder {
public:
    cover_finder(space const& in, diagram& of, cover_limits limits = {})
        : in_{in}, of_{of}, limits_{limits}, sets_{of}, look_{in, of}
    {}

    void limit(cover_limits limits) noexcept { limits_ = limits; }
    region_cover of(node_ref region) { return between(region, region); }

    /// Boxes within `may` that hold all of `must`, itself within `may`: what lies between is free to be covered or not.
    /// Each is prime, which is to say that it admits nothing more of any variable within `may`, and none can be left
    /// out. The largest come first. Deterministic.
    region_cover between(node_ref must, node_ref may)
    {
        region_cover best;
        if (must == 0) return best;
        start_ = spent();
        starts_.clear();
        // Cubes to start from; more than there may be boxes, since one box often takes in many of them.
        std::size_t const most = 8 * std::size_t{limits_.boxes};
        cube_sum{in_, of_, sets_, limits_.steps / 4}.find(must, may, [&](box const& b) {
            starts_.push_back({size_of(b), b});
            return starts_.size() < most;
        });
        sort(starts_);
        for (unsigned way = 0; way < ways; ++way) {
            region_cover found = covered(must, may, way);
            if (way == 0 || better(found, best)) best = std::move(found);
            if (best.boxes.size() <= 1 || spent() - start_ > limits_.steps / 4) break;
        }
        return best;
    }

private:
    struct start {
        double size;
        box from;
    };
    static void sort(std::vector<start>& boxes)
    {
        sort_stably(boxes, [](start const& a, start const& b) { return a.size > b.size; });
    }
    /// In which orders variables are freed: what is asked least first, or most, or what may be brought about first, or
    /// last.
    static constexpr unsigned ways = 4;

    std::uint64_t spent() const noexcept { return of_.steps() + look_.steps(); }
    bool exhausted() const noexcept { return of_.full() || spent() - start_ > limits_.steps; }

    region_cover covered(node_ref must, node_ref may, unsigned way)
    {
        region_cover result;
        node_ref left = must;
        auto const add = [&](box b) {
            widen(b, may, way);
            left = sets_.subtract(left, diagram_of(in_, of_, b));
            result.boxes.push_back(std::move(b));
        };
        for (start const& s : starts_) {
            if (left == 0 || exhausted() || result.boxes.size() == limits_.boxes) break;
            if (look_.reaches(s.from, left, 1)) add(s.from);
        }
        while (left != 0 && !exhausted() && result.boxes.size() < limits_.boxes) add(some_cube(left));
        if (of_.full()) return {{}, false};
        result.complete = left == 0;
        drop_redundant(result.boxes, must);
        if (of_.full()) return {{}, false};
        return result;
    }
    bool better(region_cover const& a, region_cover const& b) const
    {
        if (a.complete != b.complete) return a.complete;
        if (a.boxes.size() != b.boxes.size()) return a.boxes.size() < b.boxes.size();
        return literals(a) < literals(b);
    }
    std::size_t literals(region_cover const& c) const
    {
        std::size_t count = 0;
        for (box const& b : c.boxes) count += b.literals(in_);
        return count;
    }
    /// The share of all combinations of cells that a box holds.
    double size_of(box const& b) const noexcept
    {
        double size = 1;
        for (variable const& v : in_.variables) {
            std::uint32_t admitted = 0;
            for (std::uint32_t cell = 0; cell < v.cell_count; ++cell) admitted += b.admits(v, cell) ? 1u : 0u;
            if (v.cell_count != 0) size *= static_cast<double>(admitted) / v.cell_count;
        }
        return size;
    }

    /// Makes a box prime: frees variables one by one, then lets each that is left admit all cells that it can.
    void widen(box& b, node_ref may, unsigned way)
    {
        std::vector<std::uint32_t> const order = order_of(b, way);
        for (std::uint32_t const i : order) {
            box const before = b;
            b.set_all(in_.variables[i], true);
            if (!look_.lies_in(b, may)) b = before;
        }
        for (std::uint32_t const i : order)
            if (!b.admits_all(in_.variables[i])) look_.widen(b, in_.variables[i], may);
    }
    std::vector<std::uint32_t> order_of(box const& b, unsigned way) const
    {
        std::vector<std::uint32_t> order;
        for (std::uint32_t v = in_.variables.size; v-- != 0;)
            if (!b.admits_all(in_.variables[v])) order.push_back(v);
        if (way % 2 == 1) std::reverse(order.begin(), order.end());
        if (way >= 2)
            sort_stably(order, [&](std::uint32_t left, std::uint32_t right) {
                bool const first = way % 2 == 1;
                return in_.variables[left].is_given() == first && in_.variables[right].is_given() != first;
            });
        return order;
    }
    /// The cells of one way through a diagram that ends in 1.
    box some_cube(node_ref f) const
    {
        box b{in_};
        while (!is_terminal(f)) {
            diagram_node const& n = of_[f];
            variable const& v = in_.variables[in_.variable_of_level[n.level]];
            std::uint32_t const at = in_.cell_at(n.level);
            bool const above = n.above == 1 || n.below == 0;
            for (std::uint32_t cell = 0; cell < v.cell_count; ++cell)
                if ((cell >= at) != above) b.set(v, cell, false);
            f = above ? n.above : n.below;
        }
        return b;
    }

    /// Leaves out boxes whose part of `must` the others hold, the smallest first; the rest is left largest first.
    void drop_redundant(std::vector<box>& boxes, node_ref must)
    {
        std::vector<start> sorted;
        sorted.reserve(boxes.size());
        for (box& b : boxes) sorted.push_back({size_of(b), std::move(b)});
        sort(sorted);
        for (std::size_t i = 0; i < boxes.size(); ++i) boxes[i] = std::move(sorted[i].from);
        std::vector<node_ref> each, before{0};
        for (box const& b : boxes) {
            each.push_back(sets_.intersect(must, diagram_of(in_, of_, b)));
            before.push_back(sets_.unite(before.back(), each.back()));
        }
        node_ref kept = 0;
        std::vector<bool> needed(boxes.size());
        for (std::size_t i = boxes.size(); i-- != 0;) {
            needed[i] = sets_.subtract(each[i], sets_.unite(before[i], kept)) != 0;
            if (needed[i]) kept = sets_.unite(kept, each[i]);
        }
        std::size_t to = 0;
        for (std::size_t i = 0; i < boxes.size(); ++i)
            if (needed[i]) {
                if (to != i) boxes[to] = std::move(boxes[i]);
                ++to;
            }
        boxes.resize(to);
    }

    space const& in_;
    diagram& of_;
    cover_limits limits_;
    set_operations sets_;
    box_look look_;
    std::vector<start> starts_;
    std::uint64_t start_ = 0;
};

}  // namespace redline::inline v0_1::proof
