// A stretch of an array that somebody else owns, and references into the text of a contract.
#pragma once

#include <cstdint>

namespace redline::inline v0_1 {

/// "No such entry", wherever an index may be absent.
inline constexpr std::uint32_t none = 0xFFFFFFFFu;

/// A read-only view of `size` entries; empty views may hold a null pointer. Never owns, constexpr throughout.
template <class T>
struct array_view {
    T const* data = nullptr;
    std::uint32_t size = 0;

    constexpr T const* begin() const noexcept { return data; }
    constexpr T const* end() const noexcept { return data + size; }
    constexpr T const& operator[](std::uint32_t i) const noexcept { return data[i]; }
    constexpr bool empty() const noexcept { return size == 0; }
};

/// Entries `first` to `last`, the last excluded, of one of the arrays of a rule set.
struct index_range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    constexpr bool empty() const noexcept { return first == last; }
    constexpr std::uint32_t size() const noexcept { return last - first; }
};

/// Where a piece of text lies: in the contract's own text, among its decoded strings, or among the built-in words.
enum class text_source : std::uint8_t { contract, decoded, builtin };

/// A piece of text: `length` bytes at `offset` of its `source`. `rule_set::operator()` gives the text.
struct text_ref {
    std::uint32_t offset = 0;
    std::uint32_t length : 30 = 0;
    std::uint32_t source : 2 = 0;

    constexpr bool empty() const noexcept { return length == 0; }
};

}  // namespace redline::inline v0_1
