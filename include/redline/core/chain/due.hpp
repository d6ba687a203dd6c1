// What falls due in a case as time passes: deadlines, escalation, lapse.
#pragma once

#include "case.hpp"

namespace redline::inline v0_1 {

/// The last moment at which the open stage may be met, `no_time` where it has no `within`. Only while a case is open.
constexpr case_time deadline_of(rule_set const& rules, case_reading const& c) noexcept
{
    return minutes_after(c.head->stage_opened, rules.stages[c.head->stage].within);
}

/// The last moment at which a complete sign-off holds, `no_time` where its `valid` has no end; of an escalated one, by the
/// shorter. Only for a case that is complete. Language reference, "What a sign-off chain is".
constexpr case_time holds_until(rule_set const& rules, case_reading const& c) noexcept
{
    std::uint64_t valid = unlimited;
    for (std::uint32_t const chain : c.chains())
        if (rules.chains[chain].valid < valid) valid = rules.chains[chain].valid;
    return minutes_after(c.head->ended, valid);
}

/// The last moment before something falls due by itself: then the stage is late, or the sign-off lapses. `no_time` where nothing
/// will. constexpr, no heap.
constexpr case_time due_after(rule_set const& rules, case_reading const& c) noexcept
{
    if (c.head->standing == case_standing::open) return deadline_of(rules, c);
    return c.head->standing == case_standing::complete ? holds_until(rules, c) : no_time;
}

/// Ends a case.
constexpr void end_case(case_view const& c, case_standing as, case_time at) noexcept
{
    c.head->standing = as;
    c.head->ended = at;
}

/// Opens a chain: the one asked for, or the one that it escalates to.
constexpr void open_chain(rule_set const& rules, case_view const& c, std::uint32_t chain, case_time at) noexcept
{
    c.path[c.head->path_count++] = chain;
    c.head->stage = rules.chains[chain].stages.first;
    c.head->stage_opened = at;
}

/// What follows on a stage that was late or refused: the end, or a chain to escalate to. A circle, which no contract without
/// errors has, ends it too.
constexpr void leave_stage(rule_set const& rules, case_view const& c, std::uint32_t to, case_time at) noexcept
{
    bool circle = false;
    for (std::uint32_t i = 0; i < c.head->path_count; ++i) circle = circle || c.path[i] == to;
    if (to == none || circle) end_case(c, case_standing::refused, at);
    else open_chain(rules, c, to, at);
}

/// Applies whatever fell due before a time, the deadline's last moment included in the stage. Language reference, "What a
/// sign-off chain is". Linear in the chains; constexpr, no heap.
constexpr void apply_due(rule_set const& rules, case_view const& c, case_time now) noexcept
{
    while (c.head->standing == case_standing::open && deadline_of(rules, c) < now)
        leave_stage(rules, c, rules.chains[c.reading().open_chain()].late, deadline_of(rules, c));
    if (c.head->standing == case_standing::complete && holds_until(rules, c) < now)
        end_case(c, case_standing::lapsed, holds_until(rules, c));
}

}  // namespace redline::inline v0_1
