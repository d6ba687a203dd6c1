// The texts of a contract that imports others or applies templates, in constant expressions: read each, put into one.
#pragma once

#include "../expand/check_templates.hpp"
#include "../expand/expander.hpp"
#include "../expand/plan.hpp"
#include "../../core/fixed_text.hpp"
#include "stages.hpp"

#include <utility>

namespace redline::inline v0_1 {

/// A text that a contract imports, for `compile`: its path as imports write it, and a lambda that returns it.
template <fixed_text Path, class Source>
struct imported_text {
    /// The type of the lambda that returns the text.
    using source = Source;
    /// The path, as imports write it.
    static constexpr std::string_view path() noexcept { return {the_path<Path>.of, the_path<Path>.view().size()}; }

private:
    template <fixed_text P>
    static constexpr auto the_path = P;
};

/// Gives a text to contracts that import it, whose imports write that path.
///
///     constexpr auto terms = redline::compile(
///         [] { return R"(
///             contract "Desk" version 1;
///             import "doctrine.redline";
///             1 permit all lawful uses;
///         )"; },
///         redline::imported<"doctrine.redline">([] { return R"(
///             contract "Doctrine" version 1;
///             use weapons;
///             9 prohibit weapons;
///         )"; }));
template <fixed_text Path, class Source>
constexpr imported_text<Path, Source> imported(Source) noexcept
{
    return {};
}

namespace text::constant {

template <class Draft>
struct expansion;

/// The source that a contract and the texts it imports come to: what the stages read.
template <class Main, class... Imported>
struct expanded {
    static constexpr std::uint32_t source_count = 1 + sizeof...(Imported);
    static constexpr std::string_view names[source_count] = {"", Imported::path()...};

    constexpr char const* operator()() const noexcept { return expansion<expanded>::text.of; }
};
template <class Main, class... Imported>
inline constexpr bool is_expanded<expanded<Main, Imported...>> = true;

/// What is known of a draft: the syntax of its texts, one behind another.
template <class Source>
inline constexpr auto syntaxes_of = [] {
    entries<syntax_view, part_count<Source>> all{};
    for (std::uint32_t i = 0; i < part_count<Source>; ++i) all.of[i] = parts_of<Source>.of[i].syntax;
    return all;
}();

/// For each import of a text, which of the texts it brings in.
template <class Draft, class Source>
inline constexpr auto imports_of = [] {
    entries<std::uint32_t, tags_of<Source>[tag::import_]> all {};
    std::uint32_t count = 0;
    for (part_view const& p : parts_of<Source>.of)
        for (std::uint32_t i = 0; i != p.syntax.statement_count; ++i) {
            statement const& s = p.syntax.statements[i];
            if (s.is != tag::import_) continue;
            token const& t = p.syntax.tokens[p.syntax.nodes[s.first_node].token];
            std::string_view const path{p.syntax.text + t.offset + 1, t.length - 2};
            std::uint32_t& target = all.of[count++];
            target = none;
            for (std::uint32_t n = 1; n < Draft::source_count; ++n)
                if (Draft::names[n].size() == path.size() && same_text(Draft::names[n], path)) target = n;
        }
    return all;
}();

template <class Draft, class Source>
inline constexpr source_view source_view_of{source_text<Source>,
                                            {syntaxes_of<Source>.of, part_count<Source>},
                                            {imports_of<Draft, Source>.of, tags_of<Source>[tag::import_]}};

template <class Draft>
struct sources_of;
template <class Main, class... Imported>
struct sources_of<expanded<Main, Imported...>> {
    using draft = expanded<Main, Imported...>;
    static constexpr source_view list[draft::source_count] = {source_view_of<draft, Main>,
                                                              source_view_of<draft, typename Imported::source>...};
    static constexpr char const* texts[draft::source_count] = {source_text<Main>,
                                                               source_text<typename Imported::source>...};
    static constexpr std::uint32_t template_count =
        tags_of<Main>[tag::template_] + (std::uint32_t{0} + ... + tags_of<typename Imported::source>[tag::template_]);
    static constexpr auto templates = [] {
        entries<template_ref, template_count> all{};
        sink<template_ref> to{all.of, template_count};
        for (std::uint32_t i = 0; i != draft::source_count; ++i) list_templates(list[i], i, to);
        return all;
    }();
    static constexpr sources_view all{{list, draft::source_count}, {templates.of, template_count}};
    /// The first text that cannot be read, and what is wrong with it; null where there is none.
    static constexpr diagnostic const* wrong[draft::source_count] = {wrong_sentence<Main>,
                                                                     wrong_sentence<typename Imported::source>...};
};

/// What one evaluation found wrong: the first.
struct draft_finding {
    diagnostic first{};
    bool wrong = false;

    constexpr void take(sink<diagnostic> const& found) noexcept
    {
        if (wrong || found.size == 0) return;
        wrong = true;
        first = found.data[0];
    }
};

/// What is wrong with the sentences of imported texts, and with imports.
template <class Draft>
inline constexpr draft_finding wrong_texts = [] {
    draft_finding result{};
    using sources = sources_of<Draft>;
    for (std::uint32_t s = 0; s != Draft::source_count; ++s) {
        if (sources::wrong[s] == nullptr) continue;
        result.wrong = true;
        result.first = *sources::wrong[s];
        result.first.where.source = s;
        return result;
    }
    for (std::uint32_t s = 1; s != Draft::source_count; ++s) {
        diagnostic memory[1] = {};
        problems wrong{sources::texts[s], memory, 1};
        syntax_view const& first = sources::list[s].parts[0];
        for (std::uint32_t i = 0; i != first.statement_count; ++i) check_header(first, first.statements[i], wrong);
        if (!wrong.any()) continue;
        result.wrong = true;
        result.first = memory[0];
        result.first.where.source = s;
        return result;
    }
    auto const report = [&](code is, std::uint32_t s, syntax_view const& in, statement const& import,
                            std::string_view why) {
        token const& t = in.tokens[in.nodes[import.first_node].token];
        problems at{in.text, nullptr, 0};
        result.wrong = true;
        result.first.is = is;
        result.first.where = at.at(t.offset, t.length, t.line);
        result.first.where.source = s;
        result.first.subject = {in.text + t.offset + 1, t.length - 2};
        result.first.detail = why;
    };
    for (std::uint32_t s = 0; s != Draft::source_count; ++s) {
        std::uint32_t import = 0;
        for (syntax_view const& in : sources::list[s].parts)
            for (std::uint32_t i = 0; i != in.statement_count; ++i) {
                if (in.statements[i].is != tag::import_) continue;
                if (sources::list[s].imports[import++] != none) continue;
                report(code::import_not_read, s, in, in.statements[i],
                       "no text of that path was given behind the contract's");
                return result;
            }
    }
    std::uint8_t state[Draft::source_count] = {};
    planner plans{sources::all, nullptr, state};
    plans.run();
    if (auto const& c = plans.in_a_circle; c.import != nullptr)
        report(code::import_circle, c.source, *c.in, *c.import, "that text is being imported already");
    return result;
}();

template <class Draft, std::uint32_t Template>
inline constexpr draft_finding template_checked = [] {
    diagnostic memory[1] = {};
    sink<diagnostic> wrong{memory, 1};
    template_check{sources_of<Draft>::all, wrong}.run(Template);
    draft_finding result{};
    result.take(wrong);
    return result;
}();
template <class Draft>
inline constexpr draft_finding template_circles = [] {
    diagnostic memory[1] = {};
    sink<diagnostic> wrong{memory, 1};
    std::uint8_t state[sources_of<Draft>::template_count + 1] = {};
    template_check{sources_of<Draft>::all, wrong}.circles(state);
    draft_finding result{};
    result.take(wrong);
    return result;
}();

template <class Draft>
inline constexpr std::uint32_t stretch_count = [] {
    std::uint8_t state[Draft::source_count] = {};
    planner plans{sources_of<Draft>::all, nullptr, state};
    plans.run();
    return plans.size;
}();
template <class Draft>
inline constexpr auto stretches_of = [] {
    entries<stretch, stretch_count<Draft>> all{};
    std::uint8_t state[Draft::source_count] = {};
    planner{sources_of<Draft>::all, all.of, state}.run();
    return all;
}();

/// How much a stretch comes to, and what is wrong with its applications.
struct stretch_size {
    std::uint32_t characters = 0;
    std::uint32_t pieces = 0;
    draft_finding found{};
};
template <class Draft, std::uint32_t Stretch>
inline constexpr stretch_size size_of_stretch = [] {
    diagnostic memory[1] = {};
    sink<diagnostic> wrong{memory, 1};
    expansion_writer to{};
    stretch const& s = stretches_of<Draft>.of[Stretch];
    expander{sources_of<Draft>::all, to, wrong}.statements(s.source, s.part, s.first, s.last);
    stretch_size size{to.size(), to.piece_count(), {}};
    size.found.take(wrong);
    return size;
}();

/// An expanded text, or a stretch of it.
template <std::uint32_t Characters, std::uint32_t Pieces>
struct expanded_text {
    char of[Characters + 1] = {};
    text_piece pieces[Pieces + 1] = {};
};
template <class Draft, std::uint32_t Stretch>
inline constexpr auto text_of_stretch = [] {
    constexpr stretch_size size = size_of_stretch<Draft, Stretch>;
    expanded_text<size.characters, size.pieces> text{};
    diagnostic memory[1] = {};
    sink<diagnostic> wrong{memory, 1};
    expansion_writer to{text.of, text.pieces};
    stretch const& s = stretches_of<Draft>.of[Stretch];
    expander{sources_of<Draft>::all, to, wrong}.statements(s.source, s.part, s.first, s.last);
    return text;
}();

/// All stretches, put together.
template <class Draft, class Numbers>
struct joined_stretches;
template <class Draft, std::size_t... I>
struct joined_stretches<Draft, std::index_sequence<I...>> {
    static constexpr std::uint32_t characters = (std::uint32_t{0} + ... + size_of_stretch<Draft, I>.characters);
    static constexpr std::uint32_t pieces = (std::uint32_t{0} + ... + size_of_stretch<Draft, I>.pieces);

    static constexpr expanded_text<characters, pieces> join() noexcept
    {
        expanded_text<characters, pieces> all{};
        std::uint32_t size = 0;
        std::uint32_t piece = 0;
        (append<I>(all, size, piece), ...);
        all.pieces[piece] = {size, true, {0, 0, 0, 1}, {}};  // the end of the text
        return all;
    }
    /// The first thing that is wrong with an application, or null.
    static constexpr diagnostic const* wrong() noexcept
    {
        diagnostic const* first = nullptr;
        ((first = first == nullptr && size_of_stretch<Draft, I>.found.wrong ? &size_of_stretch<Draft, I>.found.first
                                                                            : first),
         ...);
        return first;
    }

private:
    template <std::size_t Stretch>
    static constexpr void append(expanded_text<characters, pieces>& all, std::uint32_t& size,
                                 std::uint32_t& piece) noexcept
    {
        constexpr stretch_size added = size_of_stretch<Draft, Stretch>;
        copy_characters(all.of + size, text_of_stretch<Draft, Stretch>.of, added.characters);
        for (std::uint32_t i = 0; i != added.pieces; ++i) {
            all.pieces[piece] = text_of_stretch<Draft, Stretch>.pieces[i];
            all.pieces[piece++].at += size;
        }
        size += added.characters;
    }
};

template <class Draft>
struct expansion {
    using joined = joined_stretches<Draft, std::make_index_sequence<stretch_count<Draft>>>;
    static constexpr auto text = joined::join();
    static constexpr source_map map{{text.pieces, joined::pieces + 1}, {sources_of<Draft>::texts, Draft::source_count}};
};

/// The first thing that is wrong with templates from `Template` on, or null.
template <class Draft, std::uint32_t Template = 0>
constexpr diagnostic const* wrong_template() noexcept
{
    if constexpr (Template == sources_of<Draft>::template_count) {
        if constexpr (template_circles<Draft>.wrong) return &template_circles<Draft>.first;
        else return nullptr;
    }
    else if constexpr (template_checked<Draft, Template>.wrong) return &template_checked<Draft, Template>.first;
    else return wrong_template<Draft, Template + 1>();
}
/// The first thing that keeps a draft from being expanded, or null.
template <class Draft>
constexpr diagnostic const* wrong_draft() noexcept
{
    if constexpr (wrong_texts<Draft>.wrong) return &wrong_texts<Draft>.first;
    else if constexpr (constexpr diagnostic const* t = wrong_template<Draft>(); t != nullptr) return t;
    else return expansion<Draft>::joined::wrong();
}

}  // namespace text::constant
}  // namespace redline::inline v0_1
