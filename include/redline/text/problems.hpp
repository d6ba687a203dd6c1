// Where the stages put what they find wrong.
#pragma once

#include "diagnostic.hpp"
#include "sink.hpp"

namespace redline::text {

/// Collects diagnostics. At run time there is room for all up to a limit, in a constant expression for the first few.
class problems {
public:
    constexpr problems(char const* of, diagnostic* memory, std::uint32_t room) noexcept : found{memory, room}, text{of} {}

    sink<diagnostic> found;
    char const* text;  // the whole text, NUL-terminated

    /// A place of the text, its column counted in characters from the start of its line.
    constexpr place at(std::uint32_t offset, std::uint32_t length, std::uint32_t line) const noexcept
    {
        std::uint32_t column = 1;
        for (std::uint32_t i = offset; i != 0 && text[i - 1] != '\n'; --i)
            if ((static_cast<unsigned char>(text[i - 1]) & 0xC0u) != 0x80u) ++column;
        // A byte-order mark is no character of the line.
        if (line == 1 && static_cast<unsigned char>(text[0]) == 0xEF && static_cast<unsigned char>(text[1]) == 0xBB &&
            static_cast<unsigned char>(text[2]) == 0xBF && offset >= 3)
            --column;
        return {offset, length, line, column};
    }
    constexpr void report(diagnostic const& d) noexcept { found.push(d); }
    /// The diagnostic that was reported last, to add to it; what is added to one that found no room is dropped.
    constexpr diagnostic& last() noexcept
    {
        return found.overflowed || found.size == 0 ? dropped_ : found.data[found.size - 1];
    }
    constexpr bool any() const noexcept { return found.size != 0 || found.overflowed; }

private:
    diagnostic dropped_{};
};

}  // namespace redline::text
