// Sign-off chains, resolved, and each checked against its own rules.
#pragma once

#include "resolve_term.hpp"

namespace redline::inline v0_1::text {

/// How many names one list of a sign-off chain may hold: a quorum, who is barred, the deputies. Bounds what it costs to find
/// out whether a chain can be met.
inline constexpr std::uint32_t chain_list_limit = 256;

/// Resolves the sign-off chains of a part of a text; language reference, "What a sign-off chain is".
class chain_resolver : public term_resolver {
public:
    using term_resolver::term_resolver;

    constexpr void chain(node_reader nodes) noexcept
    {
        chain_entry c{};
        token const& name = nodes.take();
        c.name = ref_of(name);
        node_reader const body = nodes;
        c.barred = all_principals(body, tag::barred);
        c.revocable = all_principals(body, tag::revocable);
        c.deputies.first = out_.deputies.next();
        c.rests_on.first = out_.rested_facts.next();
        rules(body, c);
        c.deputies.last = out_.deputies.next();
        c.rests_on.last = out_.rested_facts.next();
        bounded_ = !too_many(name, c.barred) && !too_many(name, c.deputies);
        c.stages.first = out_.stages.next();
        while (!nodes.done()) {
            if (nodes.is(tag::stage)) stage(nodes, c);
            else nodes.take();
        }
        c.stages.last = out_.stages.next();
        out_.chains.push(c);
    }

private:
    /// The principals of every rule of one kind, wherever in the chain they stand.
    constexpr index_range all_principals(node_reader nodes, tag of) noexcept
    {
        std::uint32_t const first = out_.principals.next();
        while (!nodes.done()) {
            if (nodes.is(of)) out_.principals.push(principal_of(nodes.take()));
            else nodes.take();
        }
        return {first, out_.principals.next()};
    }

    constexpr bool too_many(token const& t, index_range list) noexcept
    {
        if (list.size() <= chain_list_limit) return false;
        report(code::too_many, t).limit = chain_list_limit;
        return true;
    }

    constexpr void rules(node_reader nodes, chain_entry& c) noexcept
    {
        bool late = false;
        bool refusal = false;
        while (!nodes.done()) {
            token const& t = nodes.here();
            switch (nodes.is()) {
            case tag::late:
                nodes.take();
                once(t, late);
                c.late = consequence(nodes);
                break;
            case tag::refusal:
                nodes.take();
                once(t, refusal);
                c.refusal = consequence(nodes);
                break;
            case tag::distinct:
                nodes.take();
                once(t, c.signers_distinct);
                break;
            case tag::asker_may_sign:
                nodes.take();
                once(t, c.asker_may_sign);
                break;
            case tag::valid:
                nodes.take();
                validity(nodes, t, c);
                break;
            case tag::deputy: {
                token const& deputy = nodes.take();
                token const& of = nodes.take();
                deputy_entry d{};
                d.deputy = index_of(deputy, symbol_kind::role, "a role");
                d.of = index_of(of, symbol_kind::role, "a role");
                if (d.deputy != none && d.deputy == d.of) report(code::deputy_of_itself, of);
                out_.deputies.push(d);
                break;
            }
            case tag::rests_on:
                c.rests_on_named = true;
                out_.rested_facts.push(index_of(nodes.take(), symbol_kind::fact, "a fact"));
                break;
            default: nodes.take(); break;
            }
        }
    }
    constexpr void once(token const& t, bool& seen) noexcept
    {
        if (seen) report(code::rule_twice, t);
        seen = true;
    }
    constexpr void validity(node_reader& nodes, token const& t, chain_entry& c) noexcept
    {
        if (nodes.skip(tag::valid_once)) return once(t, c.once);
        bool seen = c.valid != unlimited;
        once(t, seen);
        c.valid = duration(nodes);
    }
    constexpr std::uint32_t consequence(node_reader& nodes) noexcept
    {
        if (nodes.skip(tag::refuse)) return none;
        return index_of(nodes.take(), symbol_kind::chain, "a sign-off chain");
    }

    constexpr void stage(node_reader& nodes, chain_entry const& c) noexcept
    {
        token const& name = nodes.take();
        stage_entry s{};
        s.name = ref_of(name);
        token const& quorum = nodes.here();
        tag const how = nodes.is();
        s.members.first = out_.chain_roles.next();
        if (how == tag::quorum_one) member(nodes.take(), s.members.first);
        else {
            nodes.take();
            s.persons = nodes.skip(tag::quorum_signers);
            while (nodes.is(tag::member)) member(nodes.take(), s.members.first);
        }
        s.members.last = out_.chain_roles.next();
        s.number = how == tag::quorum_all ? s.members.size() : how == tag::quorum_number ? quorum.value : 1;
        if (s.number == 0) report(code::quorum_of_nothing, quorum);
        else if (!s.persons && s.number > s.members.size()) {
            diagnostic& d = report(code::quorum_too_large, quorum);
            d.number = s.number;
            d.limit = s.members.size();
        }
        else if (!too_many(name, s.members) && bounded_ && !can_be_met(s, c))
            report(code::chain_never_met, name, known_(c.name));
        if (nodes.skip(tag::stage_within)) s.within = duration(nodes);
        out_.stages.push(s);
    }
    constexpr void member(token const& t, std::uint32_t first) noexcept
    {
        std::uint32_t const role = index_of(t, symbol_kind::role, "a role");
        if (role != none && out_.chain_roles.next() - first <= chain_list_limit)
            for (std::uint32_t i = first; i != out_.chain_roles.next(); ++i)
                if (role_at(i) == role) {
                    report(code::quorum_names_twice, t);
                    break;
                }
        out_.chain_roles.push(role);
    }
    constexpr std::uint32_t role_at(std::uint32_t i) const noexcept
    {
        return out_.chain_roles.data[i - out_.chain_roles.base];
    }

    constexpr bool is_barred(std::uint32_t role, chain_entry const& c) const noexcept
    {
        for (std::uint32_t i = c.barred.first; i != c.barred.last; ++i) {
            principal const p = out_.principals.data[i - out_.principals.base];
            if (p.kind == principal_kind::role && p.index == role) return true;
            if (p.kind == principal_kind::party && known_.roles[role].party == p.index) return true;
        }
        return false;
    }
    /// Whether as many roles of a stage as its quorum asks for may sign: those that are not barred, and those in whose
    /// place a deputy may act that is neither barred nor asked to sign for itself.
    constexpr bool can_be_met(stage_entry const& s, chain_entry const& c) const noexcept
    {
        std::uint64_t able = 0;
        for (std::uint32_t i = s.members.first; i != s.members.last; ++i) {
            std::uint32_t const role = role_at(i);
            if (role == none || !is_barred(role, c) || has_deputy(role, s, c)) ++able;
        }
        return able >= (s.persons ? 1 : s.number);
    }
    constexpr bool has_deputy(std::uint32_t role, stage_entry const& s, chain_entry const& c) const noexcept
    {
        for (std::uint32_t i = c.deputies.first; i != c.deputies.last; ++i) {
            deputy_entry const d = out_.deputies.data[i - out_.deputies.base];
            if (d.of != role) continue;
            if (d.deputy == none) return true;
            bool asked = false;
            for (std::uint32_t m = s.members.first; m != s.members.last; ++m) asked = asked || role_at(m) == d.deputy;
            if (!asked && !is_barred(d.deputy, c)) return true;
        }
        return false;
    }

    bool bounded_ = true;
};

}  // namespace redline::inline v0_1::text
