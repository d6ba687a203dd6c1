// An array that is filled from the front: the one output of every stage, over memory that the caller owns.
#pragma once

#include <cstdint>

namespace redline::inline v0_1::text {

/// A fixed stretch of memory and how much of it is filled.
///
/// The stages know how much they can write before they run, so a sink is never too small; one that is says `overflowed`
/// and drops what does not fit, and the caller runs the stage again with more. constexpr, never allocates.
template <class T>
struct sink {
    T* data = nullptr;
    std::uint32_t capacity = 0;
    std::uint32_t size = 0;
    std::uint32_t base = 0;  // index of the first entry, where this is a part of a longer array
    bool overflowed = false;

    /// The index, in the whole array, of the entry that is pushed next.
    constexpr std::uint32_t next() const noexcept { return base + size; }

    constexpr void push(T const& value) noexcept
    {
        if (size == capacity) {
            overflowed = true;
            return;
        }
        data[size++] = value;
    }
};

}  // namespace redline::inline v0_1::text
