// The sign-off chains of one name in two contracts, over one set of roles, as the search for signers reads them.
#pragma once

#include "../chain/quorum.hpp"

#include <bit>
#include <cstdint>

namespace redline::inline v0_1::proof {

/// How much the comparison of two sign-off chains takes in; what is larger is `too_large`.
inline constexpr std::uint32_t most_signing_roles = 64;
inline constexpr std::uint32_t most_signing_chains = 8;  // that one escalates to, itself included
inline constexpr std::uint32_t most_signing_stages = 32;
inline constexpr std::uint32_t most_signing_deputies = 32;

/// A set of roles: bits by their index in `signing_roles`.
using role_mask = std::uint64_t;
constexpr role_mask role_bit(std::uint32_t role) noexcept { return role_mask{1} << role; }
constexpr std::uint32_t lowest(role_mask roles) noexcept { return static_cast<std::uint32_t>(std::countr_zero(roles)); }

struct signing_stage {
    role_mask members = 0;
    std::uint64_t number = 0;
    bool persons = false;  // that many persons of the one member
    bool timed = false;
};
struct signing_deputy {
    std::uint32_t deputy = 0, of = 0;
};
/// A chain; `late` and `refusal` are chains of the same model, `barred` holds all roles of a barred party.
struct signing_chain {
    std::uint32_t entry = none;  // in the rule set
    index_range stages{};
    index_range deputies{};
    std::uint32_t late = none, refusal = none;
    role_mask barred = 0;
    bool distinct = false, asker_may_sign = false;
};
/// A chain of one contract, the first, and all that it may escalate to.
struct signing_model {
    rule_set const* rules = nullptr;
    std::uint32_t chain_count = 0, stage_count = 0, deputy_count = 0;
    signing_chain chains[most_signing_chains] = {};
    signing_stage stages[most_signing_stages] = {};
    signing_deputy deputies[most_signing_deputies] = {};

    /// The roles that may act in a member's place.
    constexpr role_mask deputies_of(signing_chain const& c, std::uint32_t member) const noexcept
    {
        role_mask found = 0;
        for (std::uint32_t i = c.deputies.first; i != c.deputies.last; ++i)
            if (deputies[i].of == member) found |= role_bit(deputies[i].deputy);
        return found;
    }
    /// The roles in which somebody may act as a member: its own and its deputies, without the barred ones.
    constexpr role_mask acting_for(signing_chain const& c, std::uint32_t member, role_mask barred) const noexcept
    {
        return (role_bit(member) | deputies_of(c, member)) & ~barred;
    }
    /// How many refusals end a stage, 0 where none can: see `refusals_that_end`. Able is a role for which somebody who is not
    /// barred may act.
    constexpr std::uint64_t refusals_of(signing_chain const& c, signing_stage const& s, role_mask barred) const noexcept
    {
        std::uint64_t able = 0;
        for (role_mask left = s.members; left != 0; left &= left - 1)
            if (acting_for(c, lowest(left), barred) != 0) ++able;
        return refusals_that_end(able, s.number, s.persons);
    }
    /// The index of a stage among those of the rule set.
    constexpr std::uint32_t stage_in_rules(std::uint32_t chain, std::uint32_t stage) const noexcept
    {
        signing_chain const& c = chains[chain];
        return rules->chains[c.entry].stages.first + (stage - c.stages.first);
    }
};

/// A role as each contract has it, `none` where it lacks it.
struct aligned_role {
    std::uint32_t index[2] = {none, none};
};
/// The roles that sign, refuse, act as deputies or are barred in either of two models, names aligned by spelling.
struct signing_roles {
    aligned_role roles[most_signing_roles] = {};
    std::uint32_t count = 0, named = 0;  // behind the named ones, those that only a barred party brings in
};

}  // namespace redline::inline v0_1::proof
