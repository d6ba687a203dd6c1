// Whether a sign-off chain can be completed by anybody, however many persons there are.
#pragma once

#include "signers_runs.hpp"

namespace redline::inline v0_1::proof {

/// Looks at roles alone: with new persons for each act, nobody is barred for what they did before. Language reference, "What
/// a sign-off chain is". Exponential only in escalations and in roles that a stage asks for and that are deputies in it.
class possible_signing {
public:
    constexpr possible_signing(signing_model const& model, signing_budget& budget) noexcept
        : model_{model}, budget_{budget}
    {}

    /// True also where the budget is exhausted.
    constexpr bool operator()() noexcept { return ends(0, 0, 0); }

private:
    constexpr bool ends(std::uint32_t chain, role_mask barred, std::uint32_t depth) noexcept
    {
        if (!budget_.spend()) return true;
        if (depth == most_signing_chains) return false;
        signing_chain const& c = model_.chains[chain];
        barred |= c.barred;
        bool timed = false;
        for (std::uint32_t i = c.stages.first; i != c.stages.last; ++i) {
            signing_stage const& s = model_.stages[i];
            if (c.late != none && s.timed && !timed && ends(c.late, barred, depth + 1)) return true;
            timed = timed || s.timed;
            if (c.refusal != none) {
                std::uint64_t const refusals = model_.refusals_of(c, s, barred);
                if (refusals != 0 && can_act(c, s, barred, refusals) && ends(c.refusal, barred, depth + 1)) return true;
            }
            if (!can_act(c, s, barred, s.number)) return false;
        }
        return true;
    }
    /// Whether as many members of a stage can act at once.
    constexpr bool can_act(signing_chain const& c, signing_stage const& s, role_mask barred,
                           std::uint64_t number) noexcept
    {
        if (s.persons) return model_.acting_for(c, lowest(s.members), barred) != 0;
        // What a member can do without a role that is asked to act for itself is free of conflicts.
        std::uint64_t at_ease = 0;
        std::uint64_t at_all = 0;
        for (role_mask left = s.members; left != 0; left &= left - 1) {
            role_mask const as = model_.acting_for(c, lowest(left), barred);
            at_all += as != 0 ? 1 : 0;
            at_ease += (as & (role_bit(lowest(left)) | ~s.members)) != 0 ? 1u : 0u;
        }
        if (at_ease >= number || at_all < number) return at_ease >= number;
        return can_act(c, s.members, barred, number, 0, 0);
    }
    constexpr bool can_act(signing_chain const& c, role_mask members, role_mask barred, std::uint64_t number,
                           role_mask own, role_mask deputies) noexcept
    {
        if (number == 0 || !budget_.spend()) return true;
        while (static_cast<std::uint64_t>(std::popcount(members)) >= number) {
            role_mask const member = role_bit(lowest(members));
            members &= ~member;
            role_mask const as = model_.acting_for(c, lowest(member), barred);
            if ((as & member & ~deputies) != 0 && can_act(c, members, barred, number - 1, own | member, deputies))
                return true;
            for (role_mask left = as & ~member & ~own; left != 0; left &= left - 1)
                if (can_act(c, members, barred, number - 1, own, deputies | role_bit(lowest(left)))) return true;
        }
        return false;
    }

    signing_model const& model_;
    signing_budget& budget_;
};

}  // namespace redline::inline v0_1::proof
