// The stages behind reading, each a constexpr variable with a budget of its own.
#pragma once

#include "../check.hpp"
#include "../declare.hpp"
#include "../resolve.hpp"
#include "arrays.hpp"
#include "part.hpp"

namespace redline::inline v0_1::text::constant {

/// How many problems one evaluation keeps; the first in the order of the text is shown.
inline constexpr std::uint32_t kept_problems = 8;

/// The tags of the whole text.
template <class Source>
inline constexpr tag_counts tags_of = [] {
    tag_counts sum{};
    for (part_view const& p : parts_of<Source>.of) add(sum, *p.counts);
    return sum;
}();

/// What is wrong with the characters and sentences of a text, or null: it stands in the last part that was read.
template <class Source>
inline constexpr diagnostic const* wrong_sentence = parts_of<Source>.of[part_count<Source> - 1].wrong;

template <class Source>
inline constexpr array_counts sizes_of = count_arrays(tags_of<Source>);

/// All names, and what declarations say.
template <class Source>
inline constexpr auto declared = [] {
    stage<only_declared(sizes_of<Source>)> s{};
    diagnostic memory[kept_problems] = {};
    problems wrong{source_text<Source>, memory, kept_problems};
    array_sinks out = s.arrays.sinks();
    rule_set header{};
    header.text = source_text<Source>;
    declarer names{header, out, wrong};
    bool lawful = false;
    for (part_view const& p : parts_of<Source>.of) lawful = lawful || declarer::declares_lawful(p.syntax);
    if (!lawful) names.declare_lawful();
    for (part_view const& p : parts_of<Source>.of) names.declare(p.syntax);
    for (part_view const& p : parts_of<Source>.of) names.link(p.syntax);
    names.finish();
    s.filled = filled(out);
    s.filled.symbols = sizes_of<Source>.symbols;
    s.header = without_arrays(header);
    s.take(wrong);
    return s;
}();

/// The declared names, as later stages look them up.
template <class Source>
inline constexpr rule_set known = view_of(declared<Source>.arrays, declared<Source>.filled, declared<Source>.header);

/// Where the arrays of a part begin in those of the whole text.
template <class Source, std::uint32_t Part>
inline constexpr array_counts base_of = [] {
    array_counts base{};
    if constexpr (Part == 0) base.decoded = sizes_of<Source>.decoded;  // behind what declarations decode
    else {
        base = base_of<Source, Part - 1>;
        add(base, only_stated(count_arrays(*parts_of<Source>.of[Part - 1].counts)));
    }
    return base;
}();
/// How many sections stand before a part.
template <class Source, std::uint32_t Part>
inline constexpr std::uint32_t sections_before = [] {
    if constexpr (Part == 0) return std::uint32_t{0};
    else return sections_before<Source, Part - 1> + (*parts_of<Source>.of[Part - 1].counts)[tag::section];
}();

/// The terms, chains and scenarios of one part.
template <class Source, std::uint32_t Part>
inline constexpr auto stated = [] {
    constexpr part_view p = parts_of<Source>.of[Part];
    stage<only_stated(count_arrays(*p.counts)), (*p.counts)[tag::subject]> s{};
    diagnostic memory[kept_problems] = {};
    problems wrong{source_text<Source>, memory, kept_problems};
    array_sinks out = s.arrays.sinks(base_of<Source, Part>);
    sink<definition_use> uses{s.uses.of, (*p.counts)[tag::subject]};
    resolve(p.syntax, sections_before<Source, Part>, known<Source>, out, uses, wrong);
    s.filled = filled(out);
    s.use_count = uses.size;
    s.take(wrong);
    return s;
}();

template <class Source>
constexpr array_counts sizes_with_decoded() noexcept
{
    array_counts n = sizes_of<Source>;
    n.decoded *= 2;
    return n;
}

/// Copies what one part came to behind what the parts before it did.
template <class Stage, array_counts N, std::uint32_t Uses>
constexpr void append(Stage const& part, array_counts const& base, stage<N, Uses>& whole) noexcept
{
#define REDLINE_COPY(type, name)                                                                                       \
    for (std::uint32_t i = 0; i < part.filled.name; ++i) whole.arrays.name.of[base.name + i] = part.arrays.name.of[i];
    REDLINE_STATED_ARRAYS(REDLINE_COPY)
    REDLINE_SCENARIO_ARRAYS(REDLINE_COPY)
    REDLINE_COPY(char, decoded)
#undef REDLINE_COPY
    for (std::uint32_t i = 0; i < part.use_count; ++i) whole.uses.of[whole.use_count++] = part.uses.of[i];
}
template <class Stage, array_counts N, std::uint32_t Uses>
constexpr void copy_declared(Stage const& from, stage<N, Uses>& whole) noexcept
{
#define REDLINE_COPY_ALL(type, name)                                                                                   \
    for (std::uint32_t i = 0; i < from.filled.name; ++i) whole.arrays.name.of[i] = from.arrays.name.of[i];
    REDLINE_DECLARED_ARRAYS(REDLINE_COPY_ALL)
    REDLINE_COPY_ALL(char, decoded)
#undef REDLINE_COPY_ALL
}

template <class Source, std::uint32_t Part, array_counts N, std::uint32_t Uses>
constexpr void append_parts(stage<N, Uses>& whole) noexcept
{
    if constexpr (Part < part_count<Source>) {
        append(stated<Source, Part>, base_of<Source, Part>, whole);
        append_parts<Source, Part + 1>(whole);
    }
}

/// The whole contract, checked across statements, and its terms sorted by use.
template <class Source>
inline constexpr auto whole = [] {
    stage<sizes_with_decoded<Source>(), tags_of<Source>[tag::subject]> s {};
    diagnostic memory[kept_problems] = {};
    problems wrong{source_text<Source>, memory, kept_problems};
    copy_declared(declared<Source>, s);
    append_parts<Source, 0>(s);
    array_sinks out = s.arrays.sinks();
    array_counts n = declared<Source>.filled;
    add(n, only_stated(sizes_of<Source>));
#define REDLINE_FILL(type, name) out.name.size = n.name;
    REDLINE_DECLARED_ARRAYS(REDLINE_FILL)
    REDLINE_STATED_ARRAYS(REDLINE_FILL)
    REDLINE_SCENARIO_ARRAYS(REDLINE_FILL)
#undef REDLINE_FILL
    rule_set header = declared<Source>.header;
    sink<definition_use> uses{s.uses.of, tags_of<Source>[tag::subject], s.use_count};
    whole_check{header, out, uses, wrong}.run(true);
    if (!wrong.any()) index_terms(out);
    s.filled = filled(out);
    s.header = without_arrays(header);
    s.take(wrong);
    return s;
}();

}  // namespace redline::inline v0_1::text::constant
