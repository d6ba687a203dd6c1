// Sorting that leaves equals in their order, at run time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace redline::inline v0_1::proof {

/// Sorts as `std::stable_sort` does, which clang 19 takes for deprecated with the standard library of g++ 12. Allocates;
/// n log n.
template <class T, class Before>
void sort_stably(std::vector<T>& of, Before const& before)
{
    std::vector<std::uint32_t> order(of.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (before(of[a], of[b])) return true;
        return !before(of[b], of[a]) && a < b;
    });
    std::vector<T> sorted;
    sorted.reserve(of.size());
    for (std::uint32_t const i : order) sorted.push_back(std::move(of[i]));
    of = std::move(sorted);
}

}  // namespace redline::inline v0_1::proof
