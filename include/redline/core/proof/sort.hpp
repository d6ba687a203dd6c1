// Sorting in constant expressions, without the standard library's large header.
#pragma once

#include <cstdint>

namespace redline::inline v0_1::proof {

/// Sorts by heap: no memory of its own, and never worse than n log n.
template <class T, class Before>
constexpr void sort(T* data, std::uint32_t size, Before const& before) noexcept
{
    auto const sift = [&](std::uint32_t at, std::uint32_t end) {
        T const moved = data[at];
        for (std::uint32_t child = 2 * at + 1; child < end; child = 2 * at + 1) {
            if (child + 1 < end && before(data[child], data[child + 1])) ++child;
            if (!before(moved, data[child])) break;
            data[at] = data[child];
            at = child;
        }
        data[at] = moved;
    };
    for (std::uint32_t i = size / 2; i-- != 0;) sift(i, size);
    for (std::uint32_t end = size; end > 1;) {
        --end;
        T const last = data[end];
        data[end] = data[0];
        data[0] = last;
        sift(0, end);
    }
}

}  // namespace redline::inline v0_1::proof
