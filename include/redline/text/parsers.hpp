// The token parsers that the grammar is made of. Both engines call their one `step`.
#pragma once

#include "builder.hpp"

// Both are used by headers of X3 that do not include them.
#include <boost/spirit/home/x3/support/traits/is_variant.hpp>
#include <boost/spirit/home/x3/support/traits/tuple_traits.hpp>

#include <boost/spirit/home/x3/core/parser.hpp>
#include <boost/spirit/home/x3/support/context.hpp>
#include <boost/spirit/home/x3/support/unused.hpp>

#include <string_view>

namespace redline::inline v0_1::text {

namespace x3 = boost::spirit::x3;

/// The tag under which X3's context holds the builder.
struct builder_tag;

/// What all token parsers share: X3's `parse` hands the work to `step`, which is constexpr and used by the walker too.
template <class Derived>
struct token_parser : x3::parser<Derived> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <class Iterator, class Context, class RuleContext, class Attribute>
    bool parse(Iterator& at, Iterator const&, Context const& context, RuleContext const&, Attribute&) const
    {
        builder& to = x3::get<builder_tag>(context).get();
        return this->derived().step(at, to);
    }
};

/// A reserved word or a sign: exactly one terminal.
struct word : token_parser<word> {
    terminal wanted;
    tag makes;

    constexpr explicit word(std::string_view spelled, tag makes_node = tag::none) noexcept
        : wanted{terminal_of(spelled)}, makes{makes_node}
    {}
    constexpr bool step(token const*& at, builder& to) const noexcept
    {
        if (at->is != wanted) return to.explaining && to.miss(at, wanted, makes);
        if (makes != tag::none && !to.take(makes, at)) return false;
        ++at;
        return true;
    }

private:
    static constexpr terminal terminal_of(std::string_view spelled) noexcept
    {
        if (name_codes.of[static_cast<unsigned char>(spelled[0])] != 0) return words.find(key_of(spelled), spelled)->is;
        std::uint8_t i = first_punctuation;
        while (punctuation_words[i - first_punctuation][0] != spelled[0]) ++i;
        return static_cast<terminal>(i);
    }
};

/// A token of a class: a name, a path, a label, a number, a date, a string.
struct some : token_parser<some> {
    std::uint8_t classes;
    terminal wanted;
    tag makes;

    constexpr some(unsigned of, terminal named, tag makes_node) noexcept
        : classes{static_cast<std::uint8_t>(of)}, wanted{named}, makes{makes_node}
    {}
    constexpr bool step(token const*& at, builder& to) const noexcept
    {
        if ((at->classes & classes) == 0) {
            if (!to.watching) return false;
            if (!to.stands_for(at, wanted)) return to.explaining && to.miss(at, wanted, makes);
        }
        if (!to.take(makes, at)) return false;
        ++at;
        return true;
    }
};

/// A name or path where it is declared: one that is not local, but where a text was made by expanding templates.
struct declared : token_parser<declared> {
    std::uint8_t classes;
    tag makes;

    constexpr declared(unsigned of, tag makes_node) noexcept : classes{static_cast<std::uint8_t>(of)}, makes{makes_node}
    {}
    constexpr bool step(token const*& at, builder& to) const noexcept
    {
        bool const local = at->is == terminal::local_name || at->is == terminal::local_path;
        if ((at->classes & classes) == 0 || (local && !to.local_names))
            return to.explaining && to.miss(at, classes == is_name ? terminal::name : terminal::path, makes);
        if (!to.take(makes, at)) return false;
        ++at;
        return true;
    }
};
constexpr declared new_name(tag makes) noexcept { return {is_name, makes}; }
constexpr declared new_path(tag makes) noexcept { return {is_path, makes}; }

/// The one role of a quorum. In a template, a parameter before `of` or `signers` is a number.
struct quorum_role : token_parser<quorum_role> {
    constexpr bool step(token const*& at, builder& to) const noexcept
    {
        bool const counts = to.in_template && (at[1].is == terminal::of || at[1].is == terminal::signers);
        if ((at->classes & is_name) == 0 || (counts && to.is_parameter(at)))
            return to.explaining && to.miss(at, terminal::name, tag::quorum_one);
        if (!to.take(tag::quorum_one, at)) return false;
        ++at;
        return true;
    }
};

constexpr some name(tag makes) noexcept { return {is_name, terminal::name, makes}; }
constexpr some path(tag makes) noexcept { return {is_path, terminal::path, makes}; }
constexpr some requested_path(tag makes) noexcept { return {is_request_path, terminal::path, makes}; }
constexpr some label(tag makes) noexcept { return {is_label, terminal::label, makes}; }
constexpr some integer(tag makes) noexcept { return {is_integer, terminal::integer, makes}; }
constexpr some date(tag makes) noexcept { return {is_date, terminal::date, makes}; }
constexpr some string(tag makes) noexcept { return {is_string, terminal::string, makes}; }

/// A unit of time; it has no one spelling, so it is no `word`.
struct unit_parser : token_parser<unit_parser> {
    constexpr bool step(token const*& at, builder& to) const noexcept
    {
        if (at->is != terminal::unit) {
            if (!to.watching) return false;
            // A parameter stands for the whole of a duration.
            return to.is_parameter(at - 1) || (to.explaining && to.miss(at, terminal::unit));
        }
        to.take(tag::unit, at);
        ++at;
        return true;
    }
};
inline constexpr unit_parser unit{};

/// A node that stands for what was read before it, made from no token of its own.
struct mark : token_parser<mark> {
    tag makes;

    constexpr explicit mark(tag makes_node) noexcept : makes{makes_node} {}
    constexpr bool step(token const*& at, builder& to) const noexcept
    {
        to.take(makes, at);
        return true;
    }
};

/// The body of a template begins or ends.
struct template_begins : token_parser<template_begins> {
    constexpr bool step(token const*&, builder& to) const noexcept
    {
        to.begin_template();
        return true;
    }
};
struct template_ends : token_parser<template_ends> {
    constexpr bool step(token const*&, builder& to) const noexcept
    {
        to.end_template();
        return true;
    }
};

/// Goes one level deeper into a condition, or back: what keeps recursion within `nesting_limit`.
struct deeper : token_parser<deeper> {
    constexpr bool step(token const*& at, builder& to) const noexcept { return to.enter(at); }
};
struct shallower : token_parser<shallower> {
    constexpr bool step(token const*&, builder& to) const noexcept
    {
        to.leave();
        return true;
    }
};

}  // namespace redline::inline v0_1::text
