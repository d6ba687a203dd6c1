// Who may not sign or refuse, and why.
#pragma once

#include "case.hpp"
#include "quorum.hpp"

namespace redline::inline v0_1 {

/// The chain on the way of a case that bars a role by `not by`, or `none`. Linear; constexpr, no heap.
constexpr std::uint32_t chain_that_bars(rule_set const& rules, case_reading const& c, std::uint32_t role) noexcept
{
    for (std::uint32_t const chain : c.chains())
        if (any_names_role(rules, rules.chains[chain].barred, role)) return chain;
    return none;
}

/// Why a person may not sign or refuse in a role for a case that is open, by who the person is: language reference, "What a
/// sign-off chain is", "Barred from signing and refusing" and, of escalation, "who is barred by either chain is barred". Whether
/// the stage asks for the role is another question. Linear in the acts; constexpr, no heap.
constexpr event_result why_barred(rule_set const& rules, case_reading const& c, person_id person,
                                  std::uint32_t role) noexcept
{
    for (case_act const& a : c.all_acts())
        if (a.kind == case_act_kind::recused && a.person == person) return {event_fault::barred_recused, none, none};
    for (std::uint32_t const chain : c.chains())
        if (!rules.chains[chain].asker_may_sign && person == c.head->asker)
            return {event_fault::barred_asker, chain, none};
    if (std::uint32_t const chain = chain_that_bars(rules, c, role); chain != none)
        return {event_fault::barred_role, chain, role};
    // Who signs or refuses in a role acts in it, for a chain that is escalated to later.
    for (case_act const& a : c.all_acts())
        if (a.person == person && a.role != none)
            if (std::uint32_t const chain = chain_that_bars(rules, c, a.role); chain != none)
                return {event_fault::barred_role, chain, a.role};
    for (std::uint32_t const chain : c.chains()) {
        if (!rules.chains[chain].signers_distinct) continue;
        for (case_act const& a : c.all_acts())
            if (a.kind == case_act_kind::signed_off && !a.is_void && a.person == person && a.stage != c.head->stage)
                return {event_fault::barred_signed, chain, a.role};
    }
    return {};
}

/// Whether anybody at all may act for a role of the open stage: in that role, or as a deputy. Linear; constexpr, no heap.
constexpr bool is_able(rule_set const& rules, case_reading const& c, std::uint32_t member) noexcept
{
    if (chain_that_bars(rules, c, member) == none) return true;
    chain_entry const& chain = rules.chains[c.open_chain()];
    for (std::uint32_t i = chain.deputies.first; i != chain.deputies.last; ++i)
        if (rules.deputies[i].of == member && chain_that_bars(rules, c, rules.deputies[i].deputy) == none) return true;
    return false;
}

}  // namespace redline::inline v0_1
