// The texts that a contract is read from, as they were read: what expansion looks at.
#pragma once

#include "../../core/array_view.hpp"
#include "../syntax.hpp"

namespace redline::inline v0_1::text {

/// One text, read in one part or several; and for each of its imports, in their order, the number of the source that it
/// brings in.
struct source_view {
    char const* text = nullptr;
    array_view<syntax_view> parts{};
    array_view<std::uint32_t> imports{};
};

/// Where a template stands.
struct template_ref {
    std::uint32_t source = 0;
    std::uint32_t part = 0;
    std::uint32_t statement = 0;
};

/// All texts of a contract, its own first, and all templates in them.
struct sources_view {
    array_view<source_view> sources{};
    array_view<template_ref> templates{};
};

/// Whether a text has to be expanded: an import, a template or an application stands in it.
constexpr bool needs_expansion(tag_counts const& n) noexcept
{
    return n[tag::import_] + n[tag::template_] + n[tag::apply] != 0;
}

/// Whether a statement is an application of a template.
constexpr bool is_application(syntax_view const& in, statement const& s) noexcept
{
    return s.is == tag::label && s.last_node - s.first_node > 1 && in.nodes[s.first_node + 1].is == tag::apply;
}

/// Whether a node was made from no token of its own, but behind what it stands for.
constexpr bool is_mark(tag t) noexcept
{
    return t == tag::both || t == tag::either || t == tag::negation || t == tag::group || t == tag::end_of_condition;
}

/// What a name or path is where it stands in a template: to whom it may be local.
enum class word_space : std::uint8_t { none, names, uses, missions, any };

constexpr word_space space_of(tag t) noexcept
{
    switch (t) {
    case tag::use:
    case tag::scope_path:
    case tag::except_path:
    case tag::use_is: return word_space::uses;
    case tag::mission:
    case tag::mission_is: return word_space::missions;
    case tag::argument: return word_space::any;
    case tag::party:
    case tag::role:
    case tag::of_party:
    case tag::authority:
    case tag::fact:
    case tag::from:
    case tag::safeguard:
    case tag::evidence:
    case tag::event:
    case tag::define:
    case tag::signoff:
    case tag::trigger:
    case tag::subject:
    case tag::signed_by:
    case tag::waived_by:
    case tag::asked_of:
    case tag::told:
    case tag::audit_by:
    case tag::duty_of:
    case tag::duty_what:
    case tag::of_event:
    case tag::cite:
    case tag::quorum_one:
    case tag::member:
    case tag::escalate:
    case tag::barred:
    case tag::deputy:
    case tag::deputy_for:
    case tag::revocable:
    case tag::rests_on: return word_space::names;
    default: return word_space::none;  // values, levels and stages belong to something else
    }
}
constexpr bool declares_name(tag t) noexcept
{
    return t == tag::party || t == tag::role || t == tag::authority || t == tag::fact || t == tag::safeguard ||
           t == tag::evidence || t == tag::event || t == tag::define || t == tag::signoff || t == tag::trigger;
}

/// Whether two tokens, of texts that may differ, are spelled alike.
constexpr bool same_word(token const& a, char const* text_of_a, token const& b, char const* text_of_b) noexcept
{
    return a.length == b.length && same_text(spelling(a, text_of_a), spelling(b, text_of_b));
}

/// How many parameters a template may have.
inline constexpr std::uint32_t parameters_limit = 64;

/// A template, taken apart: its name, its parameters, and what stands between its braces.
class template_view {
public:
    constexpr template_view(sources_view const& all, template_ref at) noexcept
        : source{at.source}, in{&all.sources[at.source].parts[at.part]}
    {
        statement const& s = in->statements[at.statement];
        name = in->tokens + in->nodes[s.first_node].token;
        parameters = body = in->nodes + s.first_node + 1;
        nodes_end = in->nodes + s.last_node;
        while (body != nodes_end && body->is == tag::parameter) ++body;
        first = in->tokens + s.first_token;
        while (first->is != terminal::open_brace) ++first;
        ++first;
        last = in->tokens + s.last_token - 1;  // the closing brace
    }

    std::uint32_t source;
    syntax_view const* in;
    token const* name = nullptr;
    node const* parameters = nullptr;  // up to `body`
    node const* body = nullptr;        // up to `nodes_end`
    node const* nodes_end = nullptr;
    token const* first = nullptr;
    token const* last = nullptr;

    constexpr std::uint32_t parameter_count() const noexcept { return static_cast<std::uint32_t>(body - parameters); }
    constexpr token const& parameter(std::uint32_t i) const noexcept { return in->tokens[parameters[i].token]; }
    /// Which parameter a stretch of a word is; `none` where it is none.
    constexpr std::uint32_t parameter_named(std::string_view const& spelled) const noexcept
    {
        for (std::uint32_t i = 0; i != parameter_count(); ++i) {
            token const& p = parameter(i);
            if (p.length == spelled.size() && same_text(spelling(p, in->text), spelled)) return i;
        }
        return none;
    }
    /// Whether a name, or the first part of a path, is one that the template declares itself, in that space.
    constexpr bool declares(std::string_view const& spelled, word_space space) const noexcept
    {
        for (node const* n = body; n != nodes_end; ++n) {
            bool const fits = space == word_space::names      ? declares_name(n->is)
                              : space == word_space::uses     ? n->is == tag::use
                              : space == word_space::missions ? n->is == tag::mission
                              : space == word_space::any
                                  ? declares_name(n->is) || n->is == tag::use || n->is == tag::mission
                                  : false;
            if (!fits) continue;
            token const& t = in->tokens[n->token];
            if (t.length == spelled.size() && t.is == terminal::name && same_text(spelling(t, in->text), spelled))
                return parameter_named(spelled) == none;
        }
        return false;
    }
};

/// The first part of a path, which is the whole of a name.
constexpr std::string_view first_part(std::string_view const& path) noexcept
{
    std::size_t end = 0;
    while (end != path.size() && path[end] != '.') ++end;
    return path.substr(0, end);
}

/// The template of a name that a token of some text spells; its place in `templates`, or `none`.
constexpr std::uint32_t find_template(sources_view const& all, token const& name, char const* text) noexcept
{
    for (std::uint32_t i = 0; i != all.templates.size; ++i) {
        template_ref const& at = all.templates[i];
        syntax_view const& in = all.sources[at.source].parts[at.part];
        token const& t = in.tokens[in.nodes[in.statements[at.statement].first_node].token];
        if (t.value == name.value && same_word(t, in.text, name, text)) return i;
    }
    return none;
}

/// How many templates stand in a text.
constexpr std::uint32_t count_templates(source_view const& of) noexcept
{
    std::uint32_t count = 0;
    for (syntax_view const& p : of.parts)
        for (std::uint32_t i = 0; i != p.statement_count; ++i)
            if (p.statements[i].is == tag::template_) ++count;
    return count;
}
/// Lists the templates of a text, `number` among the sources.
constexpr void list_templates(source_view const& of, std::uint32_t number, sink<template_ref>& to) noexcept
{
    for (std::uint32_t p = 0; p != of.parts.size; ++p)
        for (std::uint32_t i = 0; i != of.parts[p].statement_count; ++i)
            if (of.parts[p].statements[i].is == tag::template_) to.push({number, p, i});
}

}  // namespace redline::inline v0_1::text
