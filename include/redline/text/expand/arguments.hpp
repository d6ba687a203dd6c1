// What arguments and parameters of templates are: names, paths, numbers, durations, strings; and where each fits.
#pragma once

#include "sources.hpp"

namespace redline::inline v0_1::text {

/// The kinds of an argument, as bits: a parameter may stand where several fit.
enum argument_kind : unsigned {
    name_argument = 1,
    path_argument = 2,
    integer_argument = 4,
    duration_argument = 8,
    string_argument = 16,
    any_argument = 31
};

/// Which kinds a place of a template takes, by the tag of its node; `duration` tells whether a unit follows an integer.
constexpr unsigned kinds_for(tag t, bool unit_follows) noexcept
{
    switch (t) {
    case tag::argument: return any_argument;
    case tag::value_name: return name_argument | integer_argument | duration_argument;
    case tag::value_integer: return unit_follows ? integer_argument : duration_argument;
    case tag::quorum_number: return integer_argument;
    case tag::description:
    case tag::authority_title:
    case tag::because: return string_argument;
    default: break;
    }
    word_space const space = space_of(t);
    return space == word_space::uses || space == word_space::missions ? name_argument | path_argument : name_argument;
}

/// What fits a parameter, by all places where it stands; where nothing does, `conflict` is a place that fits none of
/// those before it, and `first` the first.
struct parameter_kinds {
    unsigned kinds = any_argument;
    token const* first = nullptr;
    token const* conflict = nullptr;
};
constexpr parameter_kinds kinds_of_parameter(template_view const& of, std::uint32_t parameter) noexcept
{
    parameter_kinds result{};
    token const& p = of.parameter(parameter);
    for (node const* n = of.body; n != of.nodes_end; ++n) {
        if (is_mark(n->is)) continue;
        token const& t = of.in->tokens[n->token];
        if ((t.classes & is_path) == 0) continue;
        unsigned fit = any_argument;
        if (same_name(t, p, of.in->text)) {
            node const* next = n + 1;
            while (next != of.nodes_end && is_mark(next->is)) ++next;
            fit = kinds_for(n->is, next != of.nodes_end && next->is == tag::unit && next->token == n->token + 1);
        }
        else if (t.is == terminal::path) {
            std::string_view rest = spelling(t, of.in->text);
            bool holds = false;
            for (;;) {
                std::string_view const part = first_part(rest);
                holds = holds || (part.size() == p.length && same_text(part, spelling(p, of.in->text)));
                if (part.size() == rest.size()) break;
                rest.remove_prefix(part.size() + 1);
            }
            if (!holds) continue;
            fit = name_argument | path_argument;
        }
        else continue;
        if (result.first == nullptr) result.first = &t;
        if ((result.kinds & fit) == 0) {
            result.conflict = &t;
            return result;
        }
        result.kinds &= fit;
    }
    return result;
}

/// Kinds in words, for a message.
constexpr std::string_view kinds_in_words(unsigned kinds) noexcept
{
    switch (kinds) {
    case name_argument: return "a name";
    case name_argument | path_argument: return "a name or a path";
    case integer_argument: return "an integer";
    case duration_argument: return "a duration";
    case string_argument: return "a string";
    case integer_argument | duration_argument: return "an integer or a duration";
    case name_argument | integer_argument | duration_argument: return "a name, an integer or a duration";
    default: return "a name, a path, an integer, a duration or a string";
    }
}

}  // namespace redline::inline v0_1::text
