// Opt-in: `std::format` of outcomes, grounds and decisions, where the standard library has it (libstdc++ from 13 on).
#pragma once

#include "describe.hpp"

#include <version>
#if defined(__cpp_lib_format)
#include <format>
#include <string>

/// `{}` gives the word; what may stand in the braces for a string may stand there, as `{:>12}`.
template <>
struct std::formatter<redline::outcome> : std::formatter<std::string_view> {
    /// Writes the word. Throws only what the formatter of strings throws.
    template <class Context>
    auto format(redline::outcome o, Context& to) const
    {
        return std::formatter<std::string_view>::format(redline::name_of(o), to);
    }
};

/// As an outcome; nothing where nothing is prohibited.
template <>
struct std::formatter<redline::ground> : std::formatter<std::string_view> {
    /// Writes the word. Throws only what the formatter of strings throws.
    template <class Context>
    auto format(redline::ground g, Context& to) const
    {
        return std::formatter<std::string_view>::format(redline::name_of(g), to);
    }
};

/// A decision as `redline::describe` says it, and as a string with what stands in the braces. Allocates.
template <>
struct std::formatter<redline::decision> : std::formatter<std::string_view> {
    /// Writes the words. May throw `std::bad_alloc`.
    template <class Context>
    auto format(redline::decision const& d, Context& to) const
    {
        std::string words;
        redline::describe(d, [&](std::string_view piece) { words += piece; });
        return std::formatter<std::string_view>::format(words, to);
    }
};

/// A decision that owns what it says, in the same way.
template <redline::rule_set_sizes S>
struct std::formatter<redline::fixed_decision<S>> : std::formatter<redline::decision> {
    /// Writes the words. May throw `std::bad_alloc`.
    template <class Context>
    auto format(redline::fixed_decision<S> const& d, Context& to) const
    {
        return std::formatter<redline::decision>::format(d.view(), to);
    }
};
#endif
