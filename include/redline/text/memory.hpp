// Memory from the heap for rule sets whose sizes are known at run time only.
#pragma once

#include "../core/heap.hpp"
#include "arrays.hpp"

#include <vector>

namespace redline::inline v0_1::text {

/// All arrays of a rule set, on the heap.
struct array_memory {
#define REDLINE_VECTOR(type, name) std::vector<type> name;
    REDLINE_ALL_ARRAYS(REDLINE_VECTOR)
#undef REDLINE_VECTOR
    std::vector<char> decoded;

    void reserve(array_counts const& n)
    {
#define REDLINE_RESIZE(type, name) name.resize(n.name);
        REDLINE_ALL_ARRAYS(REDLINE_RESIZE)
#undef REDLINE_RESIZE
        decoded.resize(n.decoded);
    }
    array_sinks sinks()
    {
        array_sinks s;
#define REDLINE_SINK(type, name) s.name = {name.data(), static_cast<std::uint32_t>(name.size())};
        REDLINE_ALL_ARRAYS(REDLINE_SINK)
#undef REDLINE_SINK
        s.decoded = {decoded.data(), static_cast<std::uint32_t>(decoded.size())};
        return s;
    }
};

}  // namespace redline::inline v0_1::text
