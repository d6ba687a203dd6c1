// Signatures and refusals in the open stage of a case: which are taken, and when they meet or end the stage.
#pragma once

#include "bars.hpp"
#include "due.hpp"

namespace redline::inline v0_1 {

/// Whether an act stands in the open stage.
constexpr bool stands_here(case_reading const& c, case_act const& a) noexcept
{
    return a.member != none && !a.is_void && a.stage == c.head->stage;
}
/// How many acts of a kind stand in the open stage.
constexpr std::uint64_t count_here(case_reading const& c, case_act_kind kind) noexcept
{
    std::uint64_t n = 0;
    for (case_act const& a : c.all_acts()) n += stands_here(c, a) && a.kind == kind ? 1 : 0;
    return n;
}

/// Why a signature or a refusal by a person in a role, for a member of the open stage, would not be taken. `member` is `role`
/// unless it is a deputy's. The case is open. Language reference, "What a sign-off chain is". Linear in the acts, the chains
/// and their lists; constexpr, no heap.
constexpr event_result why_not_act(rule_set const& rules, case_reading const& c, person_id person, std::uint32_t role,
                                   std::uint32_t member) noexcept
{
    if (role >= rules.roles.size || member >= rules.roles.size) return {event_fault::unknown_role, none, none};
    stage_entry const& stage = rules.stages[c.head->stage];
    if (!asks_for(rules, stage, member)) return {event_fault::role_not_asked, none, member};
    if (role != member && !is_deputy(rules, rules.chains[c.open_chain()], role, member))
        return {event_fault::not_a_deputy, none, member};
    if (event_result const barred = why_barred(rules, c, person, role); !barred.taken()) return barred;
    for (case_act const& a : c.all_acts()) {
        if (!stands_here(c, a)) continue;
        if (a.person == person) return {event_fault::person_acted, none, a.role};
        if (a.member == member && !stage.persons) return {event_fault::role_acted, none, member};
        if (a.role == role && (a.role == a.member) != (role == member)) return {event_fault::role_in_both, none, role};
    }
    return {};
}

/// Puts an act behind the others; false where there is no room.
constexpr bool add_act(case_view const& c, case_act const& a) noexcept
{
    if (c.head->act_count == c.act_capacity) return false;
    c.acts[c.head->act_count++] = a;
    return true;
}

/// Opens the next stage, or completes the case, where the quorum has signed; ends the stage where so many have refused that it
/// can no longer be met.
constexpr void settle_stage(rule_set const& rules, case_view const& c, case_time at) noexcept
{
    stage_entry const& stage = rules.stages[c.head->stage];
    chain_entry const& chain = rules.chains[c.reading().open_chain()];
    if (count_here(c, case_act_kind::signed_off) >= stage.number) {
        if (c.head->stage + 1 == chain.stages.last) return end_case(c, case_standing::complete, at);
        ++c.head->stage;
        c.head->stage_opened = at;
        return;
    }
    std::uint64_t const refusals = count_here(c, case_act_kind::refused);
    if (refusals == 0) return;
    std::uint64_t able = 0;
    for (std::uint32_t i = stage.members.first; i != stage.members.last; ++i)
        able += is_able(rules, c, rules.chain_roles[i]) ? 1 : 0;
    if (refusals >= refusals_that_end(able, stage.number, stage.persons)) leave_stage(rules, c, chain.refusal, at);
}

/// Takes a signature or a refusal.
constexpr event_result take_act(rule_set const& rules, case_view const& c, chain_event const& e) noexcept
{
    if (e.stage != none && e.stage != c.head->stage) return {event_fault::stage_not_open, none, none};
    std::uint32_t const member = e.in_place_of == none ? e.role : e.in_place_of;
    if (event_result const why = why_not_act(rules, c, e.person, e.role, member); !why.taken()) return why;
    case_act_kind const kind = e.kind == chain_event_kind::refused ? case_act_kind::refused : case_act_kind::signed_off;
    if (!add_act(c, {kind, false, e.person, e.role, member, c.head->stage, e.at}))
        return {event_fault::no_room, none, none};
    settle_stage(rules, c, e.at);
    return {};
}

/// Takes it that a person acts in a role. Only roles that some chain bars are kept: others never make a difference.
constexpr event_result take_acting(rule_set const& rules, case_view const& c, chain_event const& e) noexcept
{
    if (e.role >= rules.roles.size) return {event_fault::unknown_role, none, none};
    bool matters = false;
    for (chain_entry const& chain : rules.chains) matters = matters || any_names_role(rules, chain.barred, e.role);
    for (case_act const& a : c.reading().all_acts())
        if (a.person == e.person && a.role == e.role) matters = false;
    std::uint32_t const stage = c.head->stage;
    if (matters && !add_act(c, {case_act_kind::acts, false, e.person, e.role, none, stage, e.at}))
        return {event_fault::no_room, none, none};
    return {};
}

/// Takes it that a person is recused: their acts in the open stage are void, and they are barred from now on.
constexpr event_result take_recusal(case_view const& c, chain_event const& e) noexcept
{
    for (case_act const& a : c.reading().all_acts())
        if (a.kind == case_act_kind::recused && a.person == e.person) return {event_fault::recused_before, none, none};
    if (!add_act(c, {case_act_kind::recused, false, e.person, none, none, c.head->stage, e.at}))
        return {event_fault::no_room, none, none};
    for (std::uint32_t i = 0; i < c.head->act_count; ++i)
        if (c.acts[i].person == e.person && stands_here(c, c.acts[i])) c.acts[i].is_void = true;
    return {};
}

}  // namespace redline::inline v0_1
