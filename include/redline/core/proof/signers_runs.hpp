// All runs of a sign-off chain from its opening to its end, with the persons left to whoever walks them.
#pragma once

#include "signers_witness.hpp"

namespace redline::inline v0_1::proof {

/// How many steps a search may still take. A search that runs out stops as if it had found what it looks for.
struct signing_budget {
    std::uint32_t left = 0;

    constexpr bool spend() noexcept { return left != 0 && --left != 0; }
    constexpr bool exhausted() const noexcept { return left == 0; }
};

/// What holds in a chain and in all that it was escalated from.
struct signing_context {
    role_mask barred = 0;
    bool distinct = false, asker_may_sign = true;
    std::uint32_t depth = 0;
};

/// A person on the way through a run. `asker`: the one who asked, or while a group is sought, one who may have.
struct signing_person {
    role_mask holds = 0;
    role_mask acts_in = 0;
    role_mask kept_from = 0;  // what the person may not act in beside, in a group that is sought
    bool asker = false;

    friend constexpr bool operator==(signing_person const&, signing_person const&) = default;
};

/// A stage that people sign, or refuse.
struct signing_scene {
    signing_context in{};
    std::uint32_t chain = 0, stage = 0;
    bool refusing = false;
};

/// Walks the runs of a chain depth first, until `Walker` says that one that has ended will do. Language reference, "What a
/// sign-off chain is". A role that signs or refuses acts for this case, and so is barred by a `not by` of a chain that is
/// escalated to later; deputies may act for several roles of a stage, but not in a role that itself acts in it.
///
/// `Walker` says who may act (`may_act`), takes notes (`acts`, `note`, `forget`), and prunes (`may_suffice`, `goes_on`).
/// Exponential in the worst case, within its budget; constexpr, no heap.
template <class Walker>
class signing_runs {
protected:
    constexpr signing_runs(signing_model const& model, signing_budget& budget) noexcept : model_{model}, budget_{budget}
    {}

    /// Whether a run of a chain, or of one that it escalates to, ends well.
    constexpr bool run(std::uint32_t chain, signing_context in) noexcept
    {
        if (!budget_.spend()) return true;
        if (in.depth++ == most_signing_chains) return false;  // a circle, which no contract without errors has
        signing_chain const& c = model_.chains[chain];
        in.barred |= c.barred;
        in.distinct = in.distinct || c.distinct;
        in.asker_may_sign = in.asker_may_sign && c.asker_may_sign;
        return run_stage({in, chain, c.stages.first, false}, false);
    }

    /// Whether a person who may act in a role may do so here and now.
    constexpr bool is_free(signing_context const& in, std::uint32_t person, role_mask role) const noexcept
    {
        return !(in.distinct && has_signed(person)) && ((persons_[person].acts_in | role) & in.barred) == 0;
    }
    constexpr bool has_signed(std::uint32_t person) const noexcept { return (signed_ >> person & 1) != 0; }

    signing_model const& model_;
    signing_budget& budget_;
    signing_person persons_[most_signers] = {};
    std::uint32_t person_count_ = 0;

private:
    /// What was done in the stage so far, and what is left to do: acts by these members, or of `N signers`, by persons from
    /// `after` on in the first of these roles, or by anybody in a later one.
    struct acts_so_far {
        role_mask own = 0, deputies = 0;
        std::uint32_t persons = 0;
    };
    struct acts_to_do {
        role_mask roles = 0;
        std::uint64_t number = 0;
        std::uint32_t after = 0;
    };

    constexpr Walker& walker() noexcept { return static_cast<Walker&>(*this); }
    constexpr signing_chain const& chain_of(signing_scene const& s) const noexcept { return model_.chains[s.chain]; }
    constexpr signing_stage const& stage_of(signing_scene const& s) const noexcept { return model_.stages[s.stage]; }

    constexpr bool run_stage(signing_scene scene, bool timed_before) noexcept
    {
        signing_chain const& c = chain_of(scene);
        if (scene.stage == c.stages.last) return walker().ended();
        if (!budget_.spend()) return true;
        if (!walker().goes_on()) return budget_.exhausted();
        signing_stage const& stage = stage_of(scene);
        if (act_all(scene, stage.number, timed_before || stage.timed)) return true;
        // Later deadlines lead to the same chain with more people kept busy.
        if (c.late != none && stage.timed && !timed_before) {
            walker().note({signing_act::is_late, scene.chain, scene.stage});
            bool const stops = run(c.late, scene.in);
            walker().forget();
            if (stops) return true;
        }
        if (c.refusal == none || (c.refusal == c.late && (timed_before || stage.timed))) return false;
        scene.refusing = true;
        std::uint64_t const refusals = model_.refusals_of(c, stage, scene.in.barred);
        return refusals != 0 && act_all(scene, refusals, false);
    }
    constexpr bool act_all(signing_scene const& scene, std::uint64_t number, bool timed) noexcept
    {
        signing_stage const& stage = stage_of(scene);
        if (!walker().may_suffice(scene, stage, number)) return budget_.exhausted();
        role_mask const roles =
            stage.persons ? model_.acting_for(chain_of(scene), lowest(stage.members), scene.in.barred) : stage.members;
        return act(scene, {roles, number, 0}, {}, timed);
    }

    constexpr bool act(signing_scene const& scene, acts_to_do to_do, acts_so_far const& done, bool timed) noexcept
    {
        if (to_do.number == 0) return acted(scene, done, timed);
        signing_stage const& stage = stage_of(scene);
        --to_do.number;
        if (stage.persons) {
            for (; to_do.roles != 0; to_do.roles &= to_do.roles - 1, to_do.after = 0)
                if (act_as(scene, lowest(stage.members), lowest(to_do.roles), to_do, done, timed)) return true;
            return false;
        }
        while (static_cast<std::uint64_t>(std::popcount(to_do.roles)) > to_do.number) {
            std::uint32_t const member = lowest(to_do.roles);
            to_do.roles &= to_do.roles - 1;
            role_mask as = model_.acting_for(chain_of(scene), member, scene.in.barred);
            for (; as != 0; as &= as - 1) {
                std::uint32_t const role = lowest(as);
                if (((role == member ? done.deputies : done.own) & role_bit(role)) != 0) continue;
                if (act_as(scene, member, role, to_do, done, timed)) return true;
            }
        }
        return false;
    }
    /// Lets each person who may act in a role do so for a member.
    constexpr bool act_as(signing_scene const& scene, std::uint32_t member, std::uint32_t role, acts_to_do const& to_do,
                          acts_so_far done, bool timed) noexcept
    {
        if (role == member) done.own |= role_bit(role);
        else done.deputies |= role_bit(role);
        if constexpr (Walker::finds_persons) {
            if (person_count_ == most_signers) budget_.left = 0;
            else {
                persons_[person_count_++] = {0, 0, 0, true};
                bool const stops = act_by(person_count_ - 1, scene, member, role, to_do, done, timed);
                --person_count_;
                if (stops) return true;
            }
        }
        for (std::uint32_t p = stage_of(scene).persons ? to_do.after : 0; p < person_count_; ++p)
            if ((done.persons >> p & 1) == 0 && is_free(scene.in, p, role_bit(role)) &&
                walker().may_act(scene.in, p, role_bit(role)) && !has_idle_twin(p, done.persons) &&
                act_by(p, scene, member, role, to_do, done, timed))
                return true;
        return budget_.exhausted();
    }
    constexpr bool act_by(std::uint32_t person, signing_scene const& scene, std::uint32_t member, std::uint32_t role,
                          acts_to_do to_do, acts_so_far done, bool timed) noexcept
    {
        if (!budget_.spend()) return true;
        signing_person const before = persons_[person];
        persons_[person].acts_in |= role_bit(role);
        walker().acts(scene.in, person, role_bit(role));
        walker().note({scene.refusing ? signing_act::refuses : signing_act::signs, scene.chain, scene.stage, person,
                       role, role == member ? none : member});
        done.persons |= std::uint32_t{1} << person;
        to_do.after = person + 1;
        bool const stops = act(scene, to_do, done, timed);
        walker().forget();
        persons_[person] = before;
        return stops;
    }
    /// Whether one who is in all the same, and comes first, has not acted in this stage: then that one goes first.
    constexpr bool has_idle_twin(std::uint32_t person, std::uint32_t busy) const noexcept
    {
        for (std::uint32_t p = 0; p < person; ++p)
            if ((busy >> p & 1) == 0 && has_signed(p) == has_signed(person) && persons_[p] == persons_[person])
                return true;
        return false;
    }
    constexpr bool acted(signing_scene scene, acts_so_far const& done, bool timed) noexcept
    {
        if (scene.refusing) return run(chain_of(scene).refusal, scene.in);
        std::uint32_t const before = signed_;
        signed_ |= done.persons;
        ++scene.stage;
        bool const stops = run_stage(scene, timed);
        signed_ = before;
        return stops;
    }

    std::uint32_t signed_ = 0;
};

}  // namespace redline::inline v0_1::proof
