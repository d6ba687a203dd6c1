// Scenarios and assertions, resolved.
#pragma once

#include "resolve_chain.hpp"

namespace redline::inline v0_1::text {

/// How many things one scenario may give, and how many it may expect.
inline constexpr std::uint32_t givens_limit = 1000;

/// Resolves scenarios and assertions of a part of a text.
class scenario_resolver : public chain_resolver {
public:
    using chain_resolver::chain_resolver;

    constexpr void scenario(node_reader nodes) noexcept
    {
        scenario_entry s{};
        token const& title = nodes.take();
        s.title = string_of(title);
        s.title_line = title.line;
        first_ = s.givens.first = out_.givens.next();
        bool with_use = false;
        while (!nodes.is(tag::expect)) {
            with_use = with_use || nodes.is(tag::given_use);
            if (out_.givens.next() - first_ == givens_limit) report(code::too_many, nodes.here()).limit = givens_limit;
            given(nodes);
        }
        s.givens.last = out_.givens.next();
        if (!with_use) report(code::scenario_without_use, title);
        expectation(nodes, s);
        out_.scenarios.push(s);
    }

    /// Names are checked; whether it holds needs a proof over every complete request.
    constexpr void assertion(node_reader nodes) noexcept
    {
        assertion_entry a{};
        token const& first = nodes.take();
        a.offset = first.offset;
        a.length = first.length;
        a.line = first.line;
        a.claim = nodes.is(tag::never) ? assertion_claim::never : assertion_claim::always;
        nodes.take();
        if (nodes.skip(tag::attainable)) a.claim = assertion_claim::attainable;
        else a.outcome = outcome_of(nodes.take());
        a.scope = scope(nodes);
        if (nodes.skip(tag::when)) a.when = condition(nodes, condition_place::when);
        if (nodes.skip(tag::without)) a.without = condition(nodes, condition_place::items);
        out_.assertions.push(a);
    }

private:
    static constexpr outcome outcome_of(token const& t) noexcept
    {
        return t.is == terminal::permitted ? outcome::permitted
               : t.is == terminal::paused  ? outcome::paused
                                           : outcome::prohibited;
    }

    constexpr void push(token const& t, given_entry const& g) noexcept
    {
        bool const known = g.index != none || g.op == given_op::date || g.form == kind_form::unlisted;
        if (known && out_.givens.next() - first_ <= givens_limit)
            for (std::uint32_t i = first_; i != out_.givens.next(); ++i) {
                given_entry const& before = out_.givens.data[i - out_.givens.base];
                bool const same_slot = g.op != given_op::slot || before.slot == g.slot;
                if (before.op == g.op && before.index == g.index && before.form == g.form && same_slot) {
                    report(code::given_twice, t);
                    break;
                }
                bool const single = g.op == given_op::mission || g.op == given_op::date;
                if (before.op == g.op && single) {
                    report(code::given_twice, t);
                    break;
                }
            }
        out_.givens.push(g);
    }

    constexpr void given(node_reader& nodes) noexcept
    {
        token const& t = nodes.here();
        switch (nodes.is()) {
        case tag::given_use: {
            requested_kind const k = kind(nodes.take(), name_space::uses, symbol_kind::use, "a use");
            return push(t, {given_op::use, k.form, k.index, none, 0});
        }
        case tag::given_mission: {
            requested_kind const k = kind(nodes.take(), name_space::missions, symbol_kind::mission, "a mission");
            return push(t, {given_op::mission, k.form, k.index, none, 0});
        }
        case tag::given_date: nodes.take(); return push(t, {given_op::date, kind_form::declared, none, none, t.value});
        case tag::given_not: {
            nodes.take();
            std::uint32_t const fact = index_of(t, symbol_kind::fact, "a flag");
            if (fact != none && known_.facts[fact].type != fact_type::flag)
                report(code::needs_value, t, name_of_type(known_.facts[fact].type));
            return push(t,
                        {given_op::slot, kind_form::declared, fact, fact == none ? none : known_.facts[fact].slot, 0});
        }
        case tag::given_name: nodes.take(); return named(nodes, t);
        default: nodes.take(); return;
        }
    }
    /// A use or mission as requests name them: a declared one, `x.other`, or `unlisted`.
    constexpr requested_kind kind(token const& t, name_space space, symbol_kind is, std::string_view what) noexcept
    {
        requested_kind const found = find_kind(known_, space, spelled(t));
        if (found.form != kind_form::unknown) return found;
        if (t.is != terminal::other_path) {
            unknown(t, what, space, 0, is);
            return {kind_form::declared, none};
        }
        std::string_view const parent = spelled(t).substr(0, t.length - 6);
        if (!holds_reserved(parent)) report(code::unknown_name, t, what).suggestion = nearest(space, parent);
        return {kind_form::other, none};
    }

    constexpr void named(node_reader& nodes, token const& t) noexcept
    {
        symbol const* const found = find(name_space::names, t);
        symbol_kind const kind = found == nullptr ? symbol_kind::nothing : found->kind;
        std::uint32_t const index = found == nullptr ? none : found->index;
        switch (kind) {
        case symbol_kind::fact: return fact(nodes, t, index);
        case symbol_kind::evidence:
            if (nodes.skip(tag::aged))
                return push(t, {given_op::evidence, kind_form::declared, index, none, duration(nodes)});
            if (says_nothing(nodes)) return push(t, {given_op::evidence, kind_form::declared, index, none, 0});
            report(code::value_of_wrong_type, t, "`aged` and a duration, or nothing, behind evidence");
            break;
        case symbol_kind::safeguard:
            if (nodes.skip(tag::equals) && nodes.is(tag::value_name))
                return push(t, {given_op::safeguard, kind_form::declared, index, none, level_of(nodes.take(), index)});
            report(code::value_of_wrong_type, t, "`is` and a level behind a safeguard");
            break;
        case symbol_kind::chain: {
            chain_state const state = nodes.is(tag::opened)     ? chain_state::opened
                                      : nodes.is(tag::complete) ? chain_state::complete
                                      : nodes.is(tag::refused)  ? chain_state::refused
                                                                : chain_state::not_asked;
            if (state == chain_state::not_asked)
                report(code::value_of_wrong_type, t, "`opened`, `complete` or `refused` behind a sign-off chain");
            else nodes.take();
            push(t, {given_op::chain, kind_form::declared, index, none, static_cast<std::uint64_t>(state)});
            break;
        }
        case symbol_kind::nothing:
            unknown(t, "a fact, evidence, a safeguard or a sign-off chain", name_space::names, 0, symbol_kind::fact);
            break;
        case symbol_kind::broken: break;
        default: wrong_kind(t, "a fact, evidence, a safeguard or a sign-off chain", *found); break;
        }
        while (!says_nothing(nodes)) nodes.take();
    }
    static constexpr bool says_nothing(node_reader const& nodes) noexcept
    {
        switch (nodes.is()) {
        case tag::given_use:
        case tag::given_mission:
        case tag::given_date:
        case tag::given_not:
        case tag::given_name:
        case tag::expect:
        case tag::none: return true;
        default: return false;
        }
    }
    constexpr void fact(node_reader& nodes, token const& t, std::uint32_t index) noexcept
    {
        fact_entry const& f = known_.facts[index];
        if (nodes.skip(tag::equals)) {
            if (f.type == fact_type::flag || f.type == fact_type::any_of) {
                report(f.type == fact_type::flag ? code::flag_has_no_value : code::needs_value, t,
                       name_of_type(f.type));
                while (!says_nothing(nodes)) nodes.take();
                return;
            }
            return push(t, {given_op::slot, kind_form::declared, index, f.slot, value(nodes, f, index)});
        }
        if (nodes.skip(tag::given_has)) {
            if (f.type != fact_type::any_of) {
                report(code::not_a_set, t, name_of_type(f.type));
                while (!says_nothing(nodes)) nodes.take();
                return;
            }
            push(t, {given_op::empty_set, kind_form::declared, index, f.slot, 0});
            nodes.skip(tag::given_has_nothing);
            while (nodes.is(tag::given_member)) {
                token const& v = nodes.take();
                std::uint32_t const value =
                    index_of(v, symbol_kind::value, "a value of the fact", name_space::fact_values, index);
                if (value != none) push(v, {given_op::slot, kind_form::declared, index, f.slot + value, 1});
            }
            return;
        }
        if (!says_nothing(nodes)) {
            report(code::value_of_wrong_type, t, "a value behind a fact");
            while (!says_nothing(nodes)) nodes.take();
            return;
        }
        if (f.type != fact_type::flag) report(code::needs_value, t, name_of_type(f.type));
        push(t, {given_op::slot, kind_form::declared, index, f.slot, 1});
    }

    constexpr void expectation(node_reader& nodes, scenario_entry& s) noexcept
    {
        token const& expected = nodes.take();
        s.outcome = outcome_of(expected);
        s.offset = expected.offset;
        s.length = expected.length;
        s.line = expected.line;
        s.expected.first = out_.expected.next();
        for (; !nodes.done();) {
            tag const is = nodes.is();
            token const& t = nodes.take();
            expected_list const list = is == tag::by          ? expected_list::by
                                       : is == tag::pending   ? expected_list::pending
                                       : is == tag::excepting ? expected_list::exceptions
                                                              : expected_list::log;
            expected_entry e{list, symbol_kind::label, none, t.offset, t.length, t.line};
            if (list == expected_list::pending) pending(t, e);
            else e.index = index_of(t, symbol_kind::label, "the label of a term", name_space::labels);
            s.checks[static_cast<unsigned>(list)] = true;
            out_.expected.push(e);
        }
        s.expected.last = out_.expected.next();
        if (s.expected.size() > givens_limit) report(code::too_many, expected).limit = givens_limit;
    }
    constexpr void pending(token const& t, expected_entry& e) noexcept
    {
        if ((t.classes & is_name) == 0) {
            e.kind = t.is == terminal::mission ? symbol_kind::mission
                     : t.is == terminal::use   ? symbol_kind::use
                                               : symbol_kind::nothing;
            return;
        }
        constexpr std::string_view what = "a sign-off chain, evidence, a safeguard or a fact";
        symbol const* const found = find(name_space::names, t);
        if (found == nullptr) return unknown(t, what, name_space::names, 0, symbol_kind::nothing);
        e.kind = found->kind;
        e.index = found->index;
        switch (found->kind) {
        case symbol_kind::chain:
        case symbol_kind::evidence:
        case symbol_kind::safeguard:
        case symbol_kind::fact:
        case symbol_kind::broken: break;
        default: wrong_kind(t, what, *found); break;
        }
    }

    std::uint32_t first_ = 0;
};

}  // namespace redline::inline v0_1::text
