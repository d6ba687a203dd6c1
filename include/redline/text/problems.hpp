// Where the stages put what they find wrong.
#pragma once

#include "diagnostic.hpp"
#include "sink.hpp"
#include "utf8.hpp"

namespace redline::inline v0_1::text {

/// Collects diagnostics. At run time there is room for all up to a limit, in a constant expression for the first few.
class problems {
public:
    constexpr problems(char const* of, diagnostic* memory, std::uint32_t room) noexcept : found{memory, room}, text{of}
    {}

    sink<diagnostic> found;
    char const* text;  // the whole text, NUL-terminated

    /// A place of the text, its column counted in characters from the start of its line, or from the place before it that
    /// was asked for last, so that a line full of mistakes is walked once. Behind the last diagnostic that finds room,
    /// nothing is counted any more.
    constexpr place at(std::uint32_t offset, std::uint32_t length, std::uint32_t line) noexcept
    {
        if (found.overflowed) return {offset, length, line, 1};
        bool const goes_on = line == last_.line && offset >= last_.offset;
        std::uint32_t const from = goes_on ? last_.offset : 0;
        std::uint32_t column = goes_on ? last_.column : 1;
        for (std::uint32_t i = offset; i != from && text[i - 1] != '\n'; --i)
            if ((static_cast<unsigned char>(text[i - 1]) & 0xC0u) != 0x80u) ++column;
        // A byte-order mark is no character of the line.
        if (!goes_on && line == 1 && offset >= 3 && starts_with_byte_order_mark(text)) --column;
        last_ = {offset, length, line, column};
        return last_;
    }
    /// The line of an offset, counted from the offset that was asked for last.
    constexpr std::uint32_t line_of(std::uint32_t offset) noexcept
    {
        if (found.overflowed) return 1;
        for (; counted_.offset < offset; ++counted_.offset)
            if (text[counted_.offset] == '\n') ++counted_.line;
        for (; counted_.offset > offset; --counted_.offset)
            if (text[counted_.offset - 1] == '\n') --counted_.line;
        return counted_.line;
    }
    /// Whether as many names may still be looked through for one that is near. Bounds what a text costs that is full of
    /// wrong names; one that isn't never comes to the bound.
    constexpr bool may_look_through(std::uint32_t names) noexcept
    {
        if (found.overflowed || names > names_to_look_through_) return false;
        names_to_look_through_ -= names;
        return true;
    }
    constexpr void report(diagnostic const& d) noexcept { found.push(d); }
    /// Reports what is wrong with a stretch of the text, which becomes the subject; the result is there to add to.
    constexpr diagnostic& report(code is, std::uint32_t offset, std::uint32_t length, std::uint32_t line) noexcept
    {
        diagnostic d{};
        d.is = is;
        d.where = at(offset, length, line);
        d.subject = {text + offset, length};
        report(d);
        return last();
    }
    /// The diagnostic that was reported last, to add to it; what is added to one that found no room is dropped.
    constexpr diagnostic& last() noexcept
    {
        return found.overflowed || found.size == 0 ? dropped_ : found.data[found.size - 1];
    }
    constexpr bool any() const noexcept { return found.size != 0 || found.overflowed; }

private:
    diagnostic dropped_{};
    place last_{};
    place counted_{0, 0, 1, 0};
    std::uint32_t names_to_look_through_ = std::uint32_t{1} << 22;
};

}  // namespace redline::inline v0_1::text
