// Terms and definitions, resolved.
#pragma once

#include "resolve_condition.hpp"

namespace redline::inline v0_1::text {

/// Resolves terms and definitions of a part of a text into the arrays of rule sets.
class term_resolver : public condition_resolver {
public:
    using condition_resolver::condition_resolver;

    constexpr void definition(node_reader nodes) noexcept
    {
        definition_entry d{};
        d.name = ref_of(nodes.take());
        std::uint32_t const index = out_.definitions.next();
        d.condition = condition(nodes, condition_place::definition, index);
        out_.definitions.push(d);
    }

    constexpr void term(node_reader nodes, std::uint32_t section) noexcept
    {
        token const& label = nodes.take();
        term_entry t{};
        t.label = ref_of(label);
        t.section = section;
        t.line = label.line;
        body(nodes, t);
        t.cites.first = out_.cites.next();
        while (nodes.is(tag::cite)) out_.cites.push(index_of(nodes.take(), symbol_kind::authority, "an authority"));
        t.cites.last = out_.cites.next();
        if (nodes.is(tag::because)) t.because = string_of(nodes.take());
        out_.terms.push(t);
    }

private:
    constexpr void when(node_reader& nodes, term_entry& t) noexcept
    {
        if (nodes.skip(tag::when)) t.when = condition(nodes, condition_place::when);
    }
    constexpr void unless(node_reader& nodes, term_entry& t, condition_place place = condition_place::unless) noexcept
    {
        t.unless = condition(nodes, place);
        t.waivable = waivable();
    }
    constexpr void scope_if_any(node_reader& nodes, term_entry& t) noexcept
    {
        if (nodes.is(tag::all_uses) || nodes.is(tag::scope_path)) t.scope = scope(nodes);
        else t.scope.all = true;
    }

    constexpr void body(node_reader& nodes, term_entry& t) noexcept
    {
        switch (nodes.is()) {
        case tag::permit: nodes.take(); return permit(nodes, t);
        case tag::prohibit:
            nodes.take();
            t.kind = term_kind::prohibit;
            t.scope = scope(nodes);
            when(nodes, t);
            if (nodes.skip(tag::unless)) unless(nodes, t);
            return;
        case tag::restrict:
            nodes.take();
            t.kind = term_kind::restrict;
            t.scope = scope(nodes);
            when(nodes, t);
            nodes.take();
            return unless(nodes, t);
        case tag::require:
            nodes.take();
            t.kind = term_kind::require;
            unless(nodes, t, condition_place::items);
            t.scope = scope(nodes);
            return when(nodes, t);
        case tag::trigger: return trigger(nodes, t);
        case tag::log: nodes.take(); return log(nodes, t);
        case tag::audit: {
            nodes.take();
            t.kind = term_kind::audit;
            t.detail = out_.audits.next();
            audit_entry a{};
            a.by = principal_of(nodes.take());
            scope_if_any(nodes, t);
            when(nodes, t);
            nodes.take();
            a.notice = duration(nodes);
            out_.audits.push(a);
            return;
        }
        case tag::duty: nodes.take(); return duty(nodes, t);
        default: {
            nodes.take();
            t.kind = term_kind::continuity;
            t.detail = out_.continuities.next();
            t.scope = scope(nodes);
            nodes.take();
            out_.continuities.push({duration(nodes)});
            return;
        }
        }
    }
    constexpr void permit(node_reader& nodes, term_entry& t) noexcept
    {
        t.kind = nodes.is(tag::all_lawful_uses) ? term_kind::permit_all_lawful
                 : nodes.is(tag::nothing_else)  ? term_kind::permit_nothing_else
                                                : term_kind::permit;
        if (t.kind == term_kind::permit) {
            t.scope = scope(nodes);
            return when(nodes, t);
        }
        nodes.take();
        t.scope.all = true;
        if (t.kind == term_kind::permit_nothing_else) return;
        // `permit all lawful uses` is `permit all uses when lawful`.
        t.when.first = out_.conditions.next();
        out_.conditions.push({condition_op::flag, known_.facts[known_.lawful].slot, 0});
        t.when.last = out_.conditions.next();
    }
    constexpr void trigger(node_reader& nodes, term_entry& t) noexcept
    {
        t.kind = term_kind::trigger;
        t.detail = out_.triggers.next();
        trigger_entry e{};
        e.name = ref_of(nodes.take());
        t.scope = scope(nodes);
        when(nodes, t);
        nodes.take();
        symbol const* const chain = find(name_space::names, nodes.here());
        if (chain != nullptr && chain->kind == symbol_kind::chain) e.chain = chain->index;
        unless(nodes, t, condition_place::items);
        out_.triggers.push(e);
    }
    constexpr void log(node_reader& nodes, term_entry& t) noexcept
    {
        t.kind = term_kind::log;
        t.detail = out_.logs.next();
        log_entry l{};
        if (nodes.skip(tag::all_decisions)) l.kinds = log_all;
        while (nodes.is(tag::kind)) {
            token const& k = nodes.take();
            unsigned const bit = k.is == terminal::permitted    ? log_permitted
                                 : k.is == terminal::paused     ? log_paused
                                 : k.is == terminal::prohibited ? log_prohibited
                                                                : log_exceptions;
            if ((l.kinds & bit) != 0) report(code::named_twice, k);
            l.kinds = static_cast<std::uint8_t>(l.kinds | bit);
        }
        l.told = principals(nodes, tag::told);
        if (nodes.skip(tag::log_within)) l.within = duration(nodes);
        if (nodes.skip(tag::keep)) l.keep = duration(nodes);
        scope_if_any(nodes, t);
        when(nodes, t);
        out_.logs.push(l);
    }
    constexpr void duty(node_reader& nodes, term_entry& t) noexcept
    {
        t.kind = term_kind::duty;
        t.detail = out_.duties.next();
        t.scope.all = true;
        duty_entry d{};
        d.of = principal_of(nodes.take());
        token const& what = nodes.take();
        symbol const* const found = find(name_space::names, what);
        if (found == nullptr) unknown(what, "evidence or a safeguard", name_space::names, 0, symbol_kind::evidence);
        else if (found->kind == symbol_kind::safeguard || found->kind == symbol_kind::evidence) {
            d.kind = found->kind == symbol_kind::evidence ? duty_object::evidence : duty_object::safeguard;
            d.object = found->index;
        }
        else if (found->kind != symbol_kind::broken) wrong_kind(what, "evidence or a safeguard", *found);
        if (nodes.skip(tag::every)) d.every = duration(nodes);
        else {
            nodes.take();
            d.within = duration(nodes);
            d.event = index_of(nodes.take(), symbol_kind::event, "an event");
        }
        out_.duties.push(d);
    }

protected:
    constexpr index_range principals(node_reader& nodes, tag of) noexcept
    {
        std::uint32_t const first = out_.principals.next();
        while (nodes.is(of)) out_.principals.push(principal_of(nodes.take()));
        return {first, out_.principals.next()};
    }
};

}  // namespace redline::inline v0_1::text
