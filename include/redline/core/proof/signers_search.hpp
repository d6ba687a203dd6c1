// The search for a group of persons who can complete one sign-off chain and not another.
#pragma once

#include "signers_runs.hpp"

namespace redline::inline v0_1::proof {

/// Whether persons who are given can complete a chain.
class signing_check : public signing_runs<signing_check> {
public:
    constexpr signing_check(signing_model const& model, signing_budget& budget) noexcept : signing_runs{model, budget}
    {}

    /// `asker` may be `none`: somebody else. True also where the budget is exhausted.
    constexpr bool completes(signing_person const* persons, std::uint32_t count, std::uint32_t asker) noexcept
    {
        for (std::uint32_t p = 0; p < count; ++p) {
            persons_[p] = persons[p];
            persons_[p].asker = p == asker;
        }
        person_count_ = count;
        return run(0, {});
    }

private:
    friend signing_runs;
    static constexpr bool finds_persons = false;

    constexpr bool may_act(signing_context const& in, std::uint32_t person, role_mask role) const noexcept
    {
        return (persons_[person].holds & role) != 0 && (in.asker_may_sign || !persons_[person].asker);
    }
    /// Whether there are people enough for as many acts, each looked at by itself.
    constexpr bool may_suffice(signing_scene const& scene, signing_stage const& stage,
                               std::uint64_t number) const noexcept
    {
        role_mask held = 0;
        std::uint64_t persons = 0;
        std::uint64_t members = 0;
        for (role_mask left = stage.members; left != 0; left &= left - 1) {
            role_mask const as = model_.acting_for(model_.chains[scene.chain], lowest(left), scene.in.barred);
            bool covered = false;
            for (std::uint32_t p = 0; p < person_count_ && !covered; ++p)
                covered = may_act(scene.in, p, as) && is_free(scene.in, p, 0);
            members += covered ? 1 : 0;
            held |= as;
        }
        for (std::uint32_t p = 0; p < person_count_; ++p)
            persons += may_act(scene.in, p, held) && is_free(scene.in, p, 0) ? 1u : 0u;
        return persons >= number && (stage.persons || members >= number);
    }
    constexpr void acts(signing_context const&, std::uint32_t, role_mask) noexcept {}
    constexpr void note(signing_step const&) noexcept {}
    constexpr void forget() noexcept {}
    constexpr bool goes_on() const noexcept { return true; }
    constexpr bool ended() const noexcept { return true; }
};

/// Looks through all smallest groups that can complete one chain for one that can't complete the other.
///
/// Who completes a chain still does so with more persons or roles, with less that they act in beside, and when an outsider
/// asks. So groups of persons who hold what they sign in, act beside in all that the chain doesn't bar, and one of whom asked
/// where that is allowed, stand for all. What completes the other chain already is not looked at further.
class signing_search : public signing_runs<signing_search> {
public:
    constexpr signing_search(signing_model const& model, signing_model const& other, signing_roles const& roles,
                             unsigned side, signing_budget& budget) noexcept
        : signing_runs{model, budget}, other_{other}, roles_{roles}, side_{side}, check_{other, budget}
    {}

    /// Whether there is such a group, which `witness` then holds; without an answer where the budget is exhausted.
    constexpr bool find(signers_witness& witness) noexcept
    {
        witness_ = &witness;
        run(0, {});
        return !witness.empty();
    }

private:
    friend signing_runs;
    static constexpr bool finds_persons = true;

    constexpr bool may_act(signing_context const&, std::uint32_t, role_mask) const noexcept { return true; }
    constexpr bool may_suffice(signing_scene const&, signing_stage const&, std::uint64_t number) noexcept
    {
        if (number > most_signers) budget_.left = 0;
        return number <= most_signers;
    }
    constexpr void acts(signing_context const& in, std::uint32_t person, role_mask role) noexcept
    {
        persons_[person].holds |= role;
        persons_[person].kept_from |= in.barred;
        persons_[person].asker = persons_[person].asker && in.asker_may_sign;
    }
    constexpr void note(signing_step const& s) noexcept
    {
        if (step_count_ < most_signing_steps) steps_[step_count_] = s;
        else budget_.left = 0;
        ++step_count_;
    }
    constexpr void forget() noexcept { --step_count_; }

    constexpr bool goes_on() noexcept { return asker_who_fails() != everybody; }
    constexpr bool ended() noexcept
    {
        std::uint32_t const asker = asker_who_fails();
        if (budget_.exhausted()) return true;
        if (asker == everybody) return false;
        show(asker);
        return true;
    }

    /// Who may have asked so that the others can't complete the other chain: `none` for an outsider, `everybody` for nobody.
    static constexpr std::uint32_t everybody = none - 1;
    constexpr std::uint32_t asker_who_fails() noexcept
    {
        signing_person group[most_signers] = {};
        for (std::uint32_t p = 0; p < person_count_; ++p)
            group[p] = {persons_[p].holds, ~persons_[p].kept_from, 0, false};
        if (!check_.completes(group, person_count_, none)) return none;
        for (std::uint32_t p = 0; p < person_count_; ++p)
            if (persons_[p].asker && !check_.completes(group, person_count_, p)) return p;
        return everybody;
    }

    constexpr void show(std::uint32_t asker) noexcept
    {
        signing_person group[most_signers] = {};
        for (std::uint32_t p = 0; p < person_count_; ++p)
            group[p] = {persons_[p].holds, barring(persons_[p]), 0, false};
        signing_budget budget{10'000};
        signing_check check{other_, budget};
        for (std::uint32_t p = 0; p < person_count_; ++p) {
            signer& s = witness_->signers[p];
            s.asked = p == asker;
            for (role_mask left = group[p].acts_in; left != 0; left &= left - 1) {
                std::uint32_t const role = lowest(left);
                group[p].acts_in &= ~role_bit(role);
                if (!check.completes(group, person_count_, asker)) continue;
                group[p].acts_in |= role_bit(role);
                s.acts_in[s.acts_in_count++] = roles_.roles[role].index[1 - side_];
            }
        }
        witness_->signer_count = person_count_;
        witness_->step_count = step_count_;
        for (std::uint32_t i = 0; i < step_count_; ++i) {
            signing_step& s = witness_->steps[i] = steps_[i];
            s.stage = model_.stage_in_rules(s.chain, s.stage);
            s.chain = model_.chains[s.chain].entry;
            if (s.role != none) s.role = roles_.roles[s.role].index[side_];
            if (s.in_place_of != none) s.in_place_of = roles_.roles[s.in_place_of].index[side_];
        }
    }
    /// Of all that a person may act in, one role for each chain of the other contract that bars any of it.
    constexpr role_mask barring(signing_person const& person) const noexcept
    {
        role_mask chosen = 0;
        for (std::uint32_t i = 0; i < other_.chain_count; ++i) {
            role_mask const bars = other_.chains[i].barred & ~person.kept_from;
            if (bars != 0 && (bars & chosen) == 0) chosen |= role_bit(lowest(bars));
        }
        return chosen;
    }

    signing_model const& other_;
    signing_roles const& roles_;
    unsigned side_ = 0;  // of the contract whose chain is completed
    signing_check check_;
    signers_witness* witness_ = nullptr;
    std::uint32_t step_count_ = 0;
    signing_step steps_[most_signing_steps] = {};
};

}  // namespace redline::inline v0_1::proof
