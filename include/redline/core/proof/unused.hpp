// Findings that need no proof: names that nothing uses, evidence that lapses too soon, chains of one party.
#pragma once

#include "../duties.hpp"

#include <vector>

namespace redline::inline v0_1 {

/// What a contract says in vain, or perhaps not as it was meant; language reference, "What is an error, and what is a
/// warning".
enum class finding_kind : std::uint8_t {
    never_has_a_say,        // subject: term
    anticipated,            // subject: term, other: the term that anticipates it
    when_never_true,        // subject: term
    permit_covered,         // subject: permit term
    permit_without_lawful,  // subject: permit term
    unused_name,            // name
    evidence_lapses,        // subject: evidence, other: the term with the duty
    one_party_chain         // subject: chain, other: party
};
/// One warning, of indices into the rule set; which members count, its `kind` says.
struct finding {
    finding_kind kind = finding_kind::never_has_a_say;
    std::uint32_t subject = none;
    std::uint32_t other = none;
    text_ref name{};
};

namespace proof {

/// Which declared things something refers to.
class reference_marks {
public:
    explicit reference_marks(rule_set const& rules)
        : parties(rules.parties.size), roles(rules.roles.size), authorities(rules.authorities.size),
          facts(rules.facts.size), safeguards(rules.safeguards.size), evidence(rules.evidence.size),
          events(rules.events.size), definitions(rules.definitions.size), chains(rules.chains.size), rules_{rules},
          fact_of_slot_(rules.slot_count)
    {
        for (std::uint32_t f = 0; f < rules.facts.size; ++f) {
            std::uint32_t const count = rules.facts[f].type == fact_type::any_of ? rules.facts[f].values.size() : 1;
            for (std::uint32_t i = 0; i < count; ++i) fact_of_slot_[rules.facts[f].slot + i] = f;
        }
        declarations();
        for (condition_node const& n : rules.conditions) condition(n);
        terms();
        signoffs();
    }

    std::vector<bool> parties, roles, authorities, facts, safeguards, evidence, events, definitions, chains;

private:
    void mark(principal p)
    {
        if (p.kind == principal_kind::party) parties[p.index] = true;
        if (p.kind == principal_kind::role) roles[p.index] = true;
    }
    void declarations()
    {
        for (role_entry const& r : rules_.roles)
            if (r.party != none) parties[r.party] = true;
        for (fact_entry const& f : rules_.facts) mark(f.from);
        for (evidence_entry const& e : rules_.evidence) mark(e.from);
    }
    void condition(condition_node const& n)
    {
        switch (n.op) {
        case condition_op::mission_is:
        case condition_op::mission_sensitive:
        case condition_op::use_is:
        case condition_op::date_from:
        case condition_op::date_before:
        case condition_op::both:
        case condition_op::either:
        case condition_op::negation: break;
        case condition_op::evidence: evidence[n.subject] = true; break;
        case condition_op::safeguard: safeguards[n.subject] = true; break;
        case condition_op::signed_by:
        case condition_op::waived_by:
        case condition_op::asked_of: chains[n.subject] = true; break;
        case condition_op::definition: definitions[n.subject] = true; break;
        case condition_op::has_any:
            for (std::uint32_t i = n.alternatives().first; i != n.alternatives().last; ++i)
                facts[fact_of_slot_[rules_.alternatives[i]]] = true;
            break;
        default: facts[fact_of_slot_[n.subject]] = true; break;
        }
    }
    void terms()
    {
        for (std::uint32_t const a : rules_.cites) authorities[a] = true;
        for (principal const& p : rules_.principals) mark(p);
        for (audit_entry const& a : rules_.audits) mark(a.by);
        for (trigger_entry const& t : rules_.triggers)
            if (t.chain != none) chains[t.chain] = true;
        for (duty_entry const& d : rules_.duties) {
            mark(d.of);
            (d.kind == duty_object::evidence ? evidence : safeguards)[d.object] = true;
            if (d.event != none) events[d.event] = true;
        }
    }
    void signoffs()
    {
        for (std::uint32_t const r : rules_.chain_roles) roles[r] = true;
        for (std::uint32_t const f : rules_.rested_facts) facts[f] = true;
        for (deputy_entry const& d : rules_.deputies) roles[d.deputy] = roles[d.of] = true;
        for (chain_entry const& c : rules_.chains)
            for (std::uint32_t const to : {c.late, c.refusal})
                if (to != none) chains[to] = true;
    }

    rule_set const& rules_;
    std::vector<std::uint32_t> fact_of_slot_;
};

/// Names that the contract declares and nothing in it refers to but scenarios. Linear.
inline void find_unused(rule_set const& rules, std::vector<finding>& to)
{
    reference_marks const marks{rules};
    auto const each = [&](auto const& declared, std::vector<bool> const& used) {
        for (std::uint32_t i = 0; i < declared.size; ++i)
            if (!used[i] && declared[i].name.source == 0)
                to.push_back({finding_kind::unused_name, i, none, declared[i].name});
    };
    each(rules.parties, marks.parties);
    each(rules.roles, marks.roles);
    each(rules.authorities, marks.authorities);
    each(rules.facts, marks.facts);
    each(rules.safeguards, marks.safeguards);
    each(rules.evidence, marks.evidence);
    each(rules.events, marks.events);
    each(rules.definitions, marks.definitions);
    each(rules.chains, marks.chains);
}

/// Evidence whose `valid` ends before the duty that renews it falls due. Linear.
inline void find_lapsing(rule_set const& rules, std::vector<finding>& to)
{
    for (std::uint32_t t = 0; t < rules.terms.size; ++t) {
        if (rules.terms[t].kind != term_kind::duty) continue;
        duty_entry const& d = rules.duties[rules.terms[t].detail];
        if (lapses_before_renewal(rules, d))
            to.push_back({finding_kind::evidence_lapses, d.object, t, rules.evidence[d.object].name});
    }
}

/// Chains whose every role, deputies included, is of one party. Linear.
inline void find_one_party_chains(rule_set const& rules, std::vector<finding>& to)
{
    for (std::uint32_t c = 0; c < rules.chains.size; ++c) {
        chain_entry const& chain = rules.chains[c];
        std::uint32_t party = none;
        bool first = true;
        bool one = true;
        auto const consider = [&](std::uint32_t role) {
            std::uint32_t const of = rules.roles[role].party;
            if (first) party = of;
            first = false;
            one = one && of != none && of == party;
        };
        for (std::uint32_t s = chain.stages.first; s != chain.stages.last; ++s)
            for (std::uint32_t m = rules.stages[s].members.first; m != rules.stages[s].members.last; ++m)
                consider(rules.chain_roles[m]);
        for (std::uint32_t d = chain.deputies.first; d != chain.deputies.last; ++d) consider(rules.deputies[d].deputy);
        if (one && !first) to.push_back({finding_kind::one_party_chain, c, party, chain.name});
    }
}

}  // namespace proof
}  // namespace redline::inline v0_1
