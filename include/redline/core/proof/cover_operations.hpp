// Sets of requests: operations on diagrams whose terminals are 0 and 1.
#pragma once

#include "diagram.hpp"

namespace redline::inline v0_1::proof {

/// Union, intersection and difference of sets of requests. One object is good for as long as its diagram: it takes ids
/// of its own, so that results are remembered apart from those of others. constexpr, no heap.
class set_operations {
public:
    constexpr explicit set_operations(diagram& in) noexcept
        : in_{in}, unite_{in.fresh_operation()}, intersect_{in.fresh_operation()}, subtract_{in.fresh_operation()}
    {}
    constexpr node_ref unite(node_ref a, node_ref b) const noexcept { return in_.combine(unite_, a, b); }
    constexpr node_ref intersect(node_ref a, node_ref b) const noexcept { return in_.combine(intersect_, a, b); }
    constexpr node_ref subtract(node_ref a, node_ref b) const noexcept { return in_.combine(subtract_, a, b); }

private:
    struct unite_operation {
        std::uint32_t id;
        constexpr node_ref operator()(node_ref a, node_ref b) const noexcept { return a | b; }
        constexpr node_ref shortcut(node_ref a, node_ref b) const noexcept
        {
            if (a == 1 || b == 1) return 1;
            return a == 0 || a == b ? b : b == 0 ? a : no_node;
        }
    };
    struct intersect_operation {
        std::uint32_t id;
        constexpr node_ref operator()(node_ref a, node_ref b) const noexcept { return a & b; }
        constexpr node_ref shortcut(node_ref a, node_ref b) const noexcept
        {
            if (a == 0 || b == 0) return 0;
            return a == 1 || a == b ? b : b == 1 ? a : no_node;
        }
    };
    struct subtract_operation {
        std::uint32_t id;
        constexpr node_ref operator()(node_ref a, node_ref b) const noexcept { return a & (1 - b); }
        constexpr node_ref shortcut(node_ref a, node_ref b) const noexcept
        {
            if (a == 0 || b == 1 || a == b) return 0;
            return b == 0 ? a : no_node;
        }
    };

    diagram& in_;
    unite_operation unite_;
    intersect_operation intersect_;
    subtract_operation subtract_;
};

}  // namespace redline::inline v0_1::proof
