// Opt-in: `fmt::format` of outcomes, grounds and decisions; needs {fmt} 8 or newer.
#pragma once

#include "describe.hpp"

#include <fmt/format.h>

/// `{}` gives the word; what may stand in the braces for a string may stand there, as `{:>12}`.
template <>
struct fmt::formatter<redline::outcome> : fmt::formatter<fmt::string_view> {
    /// Writes the word. Throws only what the formatter of strings throws.
    template <class Context>
    auto format(redline::outcome o, Context& to) const
    {
        std::string_view const word = redline::name_of(o);
        return fmt::formatter<fmt::string_view>::format({word.data(), word.size()}, to);
    }
};

/// As an outcome; nothing where nothing is prohibited.
template <>
struct fmt::formatter<redline::ground> : fmt::formatter<fmt::string_view> {
    /// Writes the word. Throws only what the formatter of strings throws.
    template <class Context>
    auto format(redline::ground g, Context& to) const
    {
        std::string_view const word = redline::name_of(g);
        return fmt::formatter<fmt::string_view>::format({word.data(), word.size()}, to);
    }
};

/// A decision as `redline::describe` says it, and as a string with what stands in the braces. Allocates for long ones.
template <>
struct fmt::formatter<redline::decision> : fmt::formatter<fmt::string_view> {
    /// Writes the words. May throw `std::bad_alloc`.
    template <class Context>
    auto format(redline::decision const& d, Context& to) const
    {
        fmt::memory_buffer words;
        redline::describe(d, [&](std::string_view piece) { words.append(piece.data(), piece.data() + piece.size()); });
        return fmt::formatter<fmt::string_view>::format({words.data(), words.size()}, to);
    }
};

/// A decision that owns what it says, in the same way.
template <redline::rule_set_sizes S>
struct fmt::formatter<redline::fixed_decision<S>> : fmt::formatter<redline::decision> {
    /// Writes the words. May throw `std::bad_alloc`.
    template <class Context>
    auto format(redline::fixed_decision<S> const& d, Context& to) const
    {
        return fmt::formatter<redline::decision>::format(d.view(), to);
    }
};
