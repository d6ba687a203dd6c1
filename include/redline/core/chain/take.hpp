// take: from a case and an event to the case after it.
#pragma once

#include "acts.hpp"
#include "subject.hpp"

namespace redline::inline v0_1 {

namespace chain_detail {

constexpr event_result opened(rule_set const& rules, case_view const& c, chain_event const& e) noexcept
{
    if (c.head->chain >= rules.chains.size) return {event_fault::no_such_chain, none, none};
    if (e.role != none && e.role >= rules.roles.size) return {event_fault::unknown_role, none, none};
    if (e.request == nullptr || !e.request->valid || e.request->use_count == 0)
        return {event_fault::no_request, none, none};
    if (!keep_subject(rules, c, *e.request)) return {event_fault::request_too_large, none, none};
    // Who asks in a role acts in it.
    if (e.role != none)
        if (event_result const r = take_acting(rules, c, e); !r.taken()) return r;
    c.head->standing = case_standing::open;
    c.head->asker = e.person;
    c.head->opened = e.at;
    open_chain(rules, c, c.head->chain, e.at);
    return {};
}

/// Takes an event of a case that was opened, and to which what fell due has been applied.
constexpr event_result happens(rule_set const& rules, case_view const& c, chain_event const& e) noexcept
{
    bool const open = c.head->standing == case_standing::open;
    bool const complete = c.head->standing == case_standing::complete;
    switch (e.kind) {
    case chain_event_kind::revoked:
        if (!open && !complete) return {event_fault::ended, none, none};
        if (e.role >= rules.roles.size) return {event_fault::unknown_role, none, none};
        for (std::uint32_t const chain : c.reading().chains())
            if (any_names_role(rules, rules.chains[chain].revocable, e.role)) {
                end_case(c, case_standing::refused, e.at);
                return {};
            }
        return {event_fault::not_revocable_by, none, e.role};
    case chain_event_kind::used:
        if (open) return {event_fault::not_complete, none, none};
        if (!complete) return {event_fault::ended, none, none};
        for (std::uint32_t const chain : c.reading().chains())
            if (rules.chains[chain].once) end_case(c, case_standing::used, e.at);
        return {};
    default: break;
    }
    if (!open) return {event_fault::ended, none, none};
    switch (e.kind) {
    case chain_event_kind::acting: return take_acting(rules, c, e);
    case chain_event_kind::recused: return take_recusal(c, e);
    case chain_event_kind::withdrawn:
        if (e.person != c.head->asker) return {event_fault::not_the_asker, none, none};
        end_case(c, case_standing::withdrawn, e.at);
        return {};
    default: return take_act(rules, c, e);
    }
}

/// Whether a case can still change.
constexpr bool can_change(case_standing s) noexcept { return s == case_standing::open || s == case_standing::complete; }

/// Takes an event; where it is refused, the head and the path may be half changed.
constexpr event_result take_part(rule_set const& rules, case_view const& c, chain_event const& e) noexcept
{
    case_standing const before = c.head->standing;
    bool const opens = e.kind == chain_event_kind::opened;
    if (before == case_standing::not_opened)
        return opens ? opened(rules, c, e) : event_result{event_fault::not_opened, none, none};
    if (!is_under(rules, c)) return {event_fault::another_contract, none, none};
    if (e.at < c.head->last) return {event_fault::earlier_than_last, none, none};
    if (!can_change(before)) return {event_fault::ended, none, none};
    apply_due(rules, c, e.at);
    if (e.kind == chain_event_kind::time_passed) return {};
    if (opens)
        return {c.head->standing == case_standing::open ? event_fault::already_opened : event_fault::ended, none, none};
    if (before == case_standing::open && !can_change(c.head->standing)) return {event_fault::too_late, none, none};
    if (e.request != nullptr && !fits(rules, c, *e.request)) return {event_fault::another_request, none, none};
    return happens(rules, c, e);
}

}  // namespace chain_detail

/// Takes a case from event to event; language reference, "What a sign-off chain is".
///
/// First applies whatever fell due before the event's time. An event that is refused says why and changes nothing at all, not
/// even the time of the last event. A case that was made for a chain and says nothing yet begins with `opened`. Linear in the
/// acts of the case, the chains, and their lists; pure but for the memory of the case; constexpr, noexcept, no heap.
constexpr event_result take(rule_set const& rules, case_view const& c, chain_event const& e) noexcept
{
    case_head const before = *c.head;
    event_result const result = chain_detail::take_part(rules, c, e);
    if (result.taken()) {
        c.head->last = e.at;
        return result;
    }
    // Acts are only added by an event that is taken, and `opened` alone writes what the case is for.
    for (std::uint32_t i = before.path_count; i < c.head->path_count; ++i) c.path[i] = none;
    if (before.standing == case_standing::not_opened) {
        for (std::uint32_t i = 0; i < c.head->use_count; ++i) c.uses[i] = {};
        for (std::uint32_t s = 0; s < rules.slot_count && c.head->use_count != 0; ++s) {
            c.values[s] = 0;
            c.known[s] = 0;
        }
    }
    *c.head = before;
    return result;
}

/// What a request is to say of the chain of a case at a time: where it stands once what fell due has been applied, and where the
/// request is not what the sign-off was given for, that it has not been asked. `copy` is memory for the case to be worked out
/// in, which loses what it held. constexpr, no heap.
constexpr chain_state state_for(rule_set const& rules, case_view const& copy, request_view const& r,
                                case_time now) noexcept
{
    if (!fits(rules, copy, r)) return chain_state::not_asked;
    apply_due(rules, copy, now);
    return fits(rules, copy, r) ? state_of(copy.head->standing) : chain_state::not_asked;
}

}  // namespace redline::inline v0_1
