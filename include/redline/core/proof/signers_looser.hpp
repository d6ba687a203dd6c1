// Whether one sign-off chain asks for less than another at every point, so that no search is needed.
#pragma once

#include "signers_model.hpp"

namespace redline::inline v0_1::proof {

/// Looks for the plain reason why all who can complete one chain can complete another: each of their runs, act by act. True
/// is certain; false says nothing. Cheap; constexpr, no heap.
class looser_signing {
public:
    constexpr looser_signing(signing_model const& strict, signing_model const& loose) noexcept
        : strict_{strict}, loose_{loose}
    {
        for (std::uint32_t i = 0; i < strict.chain_count; ++i)
            refusals_ = refusals_ || strict.chains[i].refusal != none;
    }
    constexpr bool operator()() const noexcept { return looser(0, 0, 0); }

private:
    constexpr bool looser(std::uint32_t strict, std::uint32_t loose, std::uint32_t depth) const noexcept
    {
        if (strict == none) return true;
        if (loose == none || depth == most_signing_chains) return false;
        signing_chain const& s = strict_.chains[strict];
        signing_chain const& l = loose_.chains[loose];
        if ((l.distinct && !s.distinct) || (s.asker_may_sign && !l.asker_may_sign) || !within(l.barred, s.barred) ||
            s.stages.size() != l.stages.size())
            return false;
        for (std::uint32_t i = 0; i < s.stages.size(); ++i) {
            signing_stage const& a = strict_.stages[s.stages.first + i];
            signing_stage const& b = loose_.stages[l.stages.first + i];
            if (!within(a.members, b.members) || (a.persons && a.members != b.members) || b.number > a.number ||
                (refusals_ && b.number != a.number) || (s.late != none && a.timed && !b.timed))
                return false;
            for (role_mask left = a.members; left != 0; left &= left - 1)
                if (!within(strict_.deputies_of(s, lowest(left)), loose_.deputies_of(l, lowest(left)))) return false;
        }
        return looser(s.late, l.late, depth + 1) && looser(s.refusal, l.refusal, depth + 1);
    }
    /// Where a stage may be refused, what is easier to sign is harder to refuse: then nothing but the same will do.
    constexpr bool within(role_mask few, role_mask many) const noexcept
    {
        return refusals_ ? few == many : (few & ~many) == 0;
    }

    signing_model const& strict_;
    signing_model const& loose_;
    bool refusals_ = false;
};

}  // namespace redline::inline v0_1::proof
