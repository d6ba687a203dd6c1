// Text as a template argument.
#pragma once

#include <cstddef>
#include <string_view>

namespace redline {

/// Text as a template argument.
template <std::size_t Size>
struct fixed_text {
    char of[Size] = {};

    constexpr fixed_text(char const (&text)[Size]) noexcept
    {
        for (std::size_t i = 0; i < Size; ++i) of[i] = text[i];
    }
    constexpr std::string_view view() const noexcept { return {of, Size - 1}; }
};

}  // namespace redline
