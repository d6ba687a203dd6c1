// Arrays of exactly the sizes that a text needs, for its rule set as constant data.
#pragma once

#include "../arrays.hpp"
#include "../resolve_condition.hpp"

namespace redline::inline v0_1::text::constant {

/// Memory for `N` entries; where there are none, for one that nobody sees.
template <class T, std::uint32_t N>
struct entries {
    T of[N == 0 ? 1 : N] = {};
};

/// All arrays, of the sizes `N`.
template <array_counts N>
struct all_arrays {
#define REDLINE_ENTRIES(type, name) entries<type, N.name> name{};
    REDLINE_ALL_ARRAYS(REDLINE_ENTRIES)
#undef REDLINE_ENTRIES
    entries<char, N.decoded> decoded{};

    /// Sinks over the arrays, whose first entries have the indices `base` in the whole contract.
    constexpr array_sinks sinks(array_counts const& base = {}) noexcept
    {
        array_sinks s{};
#define REDLINE_SINK(type, name) s.name = {name.of, N.name, 0, base.name};
        REDLINE_ALL_ARRAYS(REDLINE_SINK)
#undef REDLINE_SINK
        s.decoded = {decoded.of, N.decoded, 0, base.decoded};
        return s;
    }
};

/// How far sinks were filled.
constexpr array_counts filled(array_sinks const& s) noexcept
{
    array_counts n{};
#define REDLINE_FILLED(type, name) n.name = s.name.size;
    REDLINE_ALL_ARRAYS(REDLINE_FILLED)
#undef REDLINE_FILLED
    n.decoded = s.decoded.size;
    return n;
}

/// A rule set over constant arrays that were filled as far as `n` says.
template <array_counts N>
constexpr rule_set view_of(all_arrays<N> const& a, array_counts const& n, rule_set const& header) noexcept
{
    rule_set rules = header;
    rules.decoded = a.decoded.of;
#define REDLINE_VIEW(type, name) rules.name = {a.name.of, n.name};
    REDLINE_RULE_SET_ARRAYS(REDLINE_VIEW)
#undef REDLINE_VIEW
    return rules;
}

/// The header alone: what a rule set holds beside its arrays.
constexpr rule_set without_arrays(rule_set header) noexcept
{
#define REDLINE_NO_VIEW(type, name) header.name = {};
    REDLINE_RULE_SET_ARRAYS(REDLINE_NO_VIEW)
#undef REDLINE_NO_VIEW
    header.decoded = nullptr;
    return header;
}

// Of the sizes of a text or a part, only those of one group of arrays.

constexpr array_counts only_declared(array_counts const& n) noexcept
{
    array_counts c{};
#define REDLINE_KEEP(type, name) c.name = n.name;
    REDLINE_DECLARED_ARRAYS(REDLINE_KEEP)
    c.decoded = n.decoded;
    return c;
}
constexpr array_counts only_stated(array_counts const& n) noexcept
{
    array_counts c{};
    REDLINE_STATED_ARRAYS(REDLINE_KEEP)
    REDLINE_SCENARIO_ARRAYS(REDLINE_KEEP)
#undef REDLINE_KEEP
    c.decoded = n.decoded;
    return c;
}
constexpr void add(array_counts& to, array_counts const& n) noexcept
{
#define REDLINE_ADD(type, name) to.name += n.name;
    REDLINE_ALL_ARRAYS(REDLINE_ADD)
#undef REDLINE_ADD
    to.decoded += n.decoded;
}
constexpr void add(tag_counts& to, tag_counts const& n) noexcept
{
    for (std::uint32_t i = 0; i < tag_count; ++i) to.of[i] += n.of[i];
    to.decoded += n.decoded;
    to.broken += n.broken;
}

/// The outcome of one stage: its arrays, and the first thing that is wrong.
template <array_counts N, std::uint32_t DefinitionUses = 0>
struct stage {
    all_arrays<N> arrays{};
    array_counts filled{};
    rule_set header{};
    entries<definition_use, DefinitionUses> uses{};
    std::uint32_t use_count = 0;
    diagnostic first_wrong{};
    bool wrong = false;

    /// Keeps the first, in the order of the text, of what was found wrong.
    constexpr void take(problems const& found) noexcept
    {
        wrong = found.any();
        for (std::uint32_t i = 0; i < found.found.size; ++i)
            if (i == 0 || found.found.data[i].where.offset < first_wrong.where.offset)
                first_wrong = found.found.data[i];
    }
};

}  // namespace redline::inline v0_1::text::constant
