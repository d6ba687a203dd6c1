// What is wrong with templates themselves, be they applied or not.
#pragma once

#include "arguments.hpp"

#include "../builder.hpp"
#include "../problems.hpp"

#include "../../core/nearest.hpp"

namespace redline::inline v0_1::text {

/// Checks templates where they stand: parameters that stand twice, or where no argument fits all their places;
/// applications within them; circles. What a template says is read with the text that it stands in.
class template_check {
public:
    constexpr template_check(sources_view const& all, sink<diagnostic>& wrong) noexcept : all_{all}, wrong_{wrong} {}

    /// One template, by its number. Linear in it, and quadratic in its parameters; constexpr, no heap.
    constexpr void run(std::uint32_t number) noexcept
    {
        template_view const of{all_, all_.templates[number]};
        if (of.parameter_count() > parameters_limit) {
            diagnostic d = report(code::expansion_too_large, of, *of.name);
            d.detail = "parameters";
            d.limit = parameters_limit;
            return wrong_.push(d);
        }
        for (std::uint32_t i = 0; i != of.parameter_count(); ++i) parameter(of, i);
        for (node const* n = of.body; n != of.nodes_end; ++n)
            if (n->is == tag::apply) nested(of, n);
    }
    /// Circles among templates; true where there are none. `state` is zeroed, one for each template. Linear in the
    /// applications within templates.
    constexpr bool circles(std::uint8_t* state) noexcept
    {
        std::uint32_t const before = wrong_.size;
        for (std::uint32_t i = 0; i != all_.templates.size; ++i) follow(i, state, 1);
        return wrong_.size == before && !wrong_.overflowed;
    }

private:
    constexpr diagnostic report(code is, template_view const& of, token const& t) const noexcept
    {
        diagnostic d{};
        d.is = is;
        d.where = place_of(of, t);
        d.subject = spelling(t, of.in->text);
        return d;
    }
    constexpr place place_of(template_view const& of, token const& t) const noexcept
    {
        problems at{of.in->text, nullptr, 0};
        place p = at.at(t.offset, t.length, t.line);
        p.source = of.source;
        return p;
    }
    constexpr void parameter(template_view const& of, std::uint32_t number) noexcept
    {
        token const& p = of.parameter(number);
        std::uint32_t const first = of.parameter_named(spelling(p, of.in->text));
        if (first != number) {
            diagnostic d = report(code::parameter_twice, of, p);
            d.related = place_of(of, of.parameter(first));
            return wrong_.push(d);
        }
        parameter_kinds const kinds = kinds_of_parameter(of, number);
        if (kinds.conflict == nullptr) return;
        diagnostic d = report(code::parameter_of_two_kinds, of, *kinds.conflict);
        d.subject = spelling(p, of.in->text);
        d.detail = kinds_in_words(kinds.kinds);
        d.related = place_of(of, *kinds.first);
        wrong_.push(d);
    }
    constexpr void nested(template_view const& of, node const* n) noexcept
    {
        token const& name = of.in->tokens[n->token];
        std::uint32_t const found = find_template(all_, name, of.in->text);
        if (found == none) {
            diagnostic d = report(code::unknown_template, of, name);
            nearest_name nearest{d.subject};
            for (template_ref const& t : all_.templates) {
                template_view const other{all_, t};
                nearest.consider(spelling(*other.name, other.in->text));
            }
            d.suggestion = nearest.best();
            return wrong_.push(d);
        }
        template_view const applied{all_, all_.templates[found]};
        std::uint32_t given = 0;
        for (node const* a = n + 1; a != of.nodes_end && (a->is == tag::argument || a->is == tag::unit); ++a)
            given += a->is == tag::argument ? 1u : 0u;
        if (given == applied.parameter_count()) return;
        diagnostic d = report(code::argument_count, of, name);
        d.number = given;
        d.limit = applied.parameter_count();
        d.related = place_of(applied, *applied.name);
        wrong_.push(d);
    }
    /// `state`: 0 not seen, 1 on the way, 2 done.
    constexpr void follow(std::uint32_t number, std::uint8_t* state, unsigned depth) noexcept
    {
        if (state[number] != 0) return;
        state[number] = 1;
        template_view const of{all_, all_.templates[number]};
        for (node const* n = of.body; n != of.nodes_end; ++n) {
            if (n->is != tag::apply) continue;
            token const& name = of.in->tokens[n->token];
            std::uint32_t const next = find_template(all_, name, of.in->text);
            if (next == none) continue;
            if (state[next] == 1) {
                diagnostic d = report(code::template_circle, of, name);
                d.detail = spelling(*of.name, of.in->text);
                template_view const first{all_, all_.templates[next]};
                d.related = place_of(first, *first.name);
                wrong_.push(d);
            }
            else if (depth == nesting_limit && state[next] == 0) {
                diagnostic d = report(code::expansion_too_large, of, name);
                d.detail = "templates within templates";
                d.limit = nesting_limit;
                wrong_.push(d);
            }
            else follow(next, state, depth + 1);
        }
        state[number] = 2;
    }

    sources_view const& all_;
    sink<diagnostic>& wrong_;
};

}  // namespace redline::inline v0_1::text
