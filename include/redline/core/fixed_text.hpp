// Text as a template argument.
#pragma once

#include <cstddef>
#include <string_view>

namespace redline::inline v0_1 {

/// Text as a template argument: `never_permits<"weapons">`, `left_unknown<"persons">`. Made of a string literal; `view` is
/// that text without the zero at its end. constexpr, no heap.
template <std::size_t Size>
struct fixed_text {
    char of[Size] = {};

    /// From a string literal.
    constexpr fixed_text(char const (&text)[Size]) noexcept
    {
        for (std::size_t i = 0; i < Size; ++i) of[i] = text[i];
    }
    /// The text.
    constexpr std::string_view view() const noexcept { return {of, Size - 1}; }
};

}  // namespace redline::inline v0_1
