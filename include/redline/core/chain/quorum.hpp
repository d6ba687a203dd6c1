// The rules of quorums and bars, for cases that run and for proofs about all of them.
#pragma once

#include "../request.hpp"

namespace redline::inline v0_1 {

/// How many refusals end a stage of which `able` members can be acted for by somebody: once fewer of them than the quorum are
/// left, and of `N signers`, the first. 0 where none can, as nobody may act at all. Language reference, "What a sign-off chain
/// is": "A refusal ends a stage once its quorum can no longer be met". constexpr, no heap.
constexpr std::uint64_t refusals_that_end(std::uint64_t able, std::uint64_t quorum, bool persons) noexcept
{
    return able == 0 ? 0 : persons || able < quorum ? 1 : able - quorum + 1;
}

/// Whether a principal of `not by` or `revocable by` names a role: by itself, or by its party. constexpr, no heap.
constexpr bool names_role(rule_set const& rules, principal p, std::uint32_t role) noexcept
{
    return p.kind != principal_kind::nobody && attests(rules, p, {principal_kind::role, role});
}
/// Whether any principal of a range does. Linear; constexpr, no heap.
constexpr bool any_names_role(rule_set const& rules, index_range of, std::uint32_t role) noexcept
{
    for (std::uint32_t i = of.first; i != of.last; ++i)
        if (names_role(rules, rules.principals[i], role)) return true;
    return false;
}

/// Whether a stage asks for a role. Linear in its roles; constexpr, no heap.
constexpr bool asks_for(rule_set const& rules, stage_entry const& s, std::uint32_t role) noexcept
{
    for (std::uint32_t i = s.members.first; i != s.members.last; ++i)
        if (rules.chain_roles[i] == role) return true;
    return false;
}

/// Whether a chain lets one role act in place of another; deputies of deputies may not. Linear; constexpr, no heap.
constexpr bool is_deputy(rule_set const& rules, chain_entry const& c, std::uint32_t role, std::uint32_t of) noexcept
{
    for (std::uint32_t i = c.deputies.first; i != c.deputies.last; ++i)
        if (rules.deputies[i].deputy == role && rules.deputies[i].of == of) return true;
    return false;
}

}  // namespace redline::inline v0_1
