// An independent oracle: uses or missions of several contracts as one tree, aligned by spelling.
#pragma once

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace redline_solver {

/// The declared uses or missions of all contracts, parents before their children; a position stands for what lies at
/// the path and below none of its children: a leaf, or the path's `.other`.
struct kind_tree {
    std::vector<std::string> paths{};

    /// From the position of a path to that of the last at or below it.
    std::pair<std::uint32_t, std::uint32_t> at_or_below(std::string const& path) const
    {
        std::uint32_t const first = position(path);
        std::uint32_t last = first;
        while (last + 1 < paths.size() && paths[last + 1].starts_with(path + ".")) ++last;
        return {first, last};
    }
    std::uint32_t position(std::string const& path) const
    {
        auto const found = std::find(paths.begin(), paths.end(), path);
        if (found == paths.end()) throw std::logic_error{"no path " + path};
        return static_cast<std::uint32_t>(found - paths.begin());
    }
    void add(std::string const& path)
    {
        if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
    }
    /// Brings all that lies below a path together: a dot sorts before whatever may stand in a name.
    void sort() { std::sort(paths.begin(), paths.end()); }
};

}  // namespace redline_solver
