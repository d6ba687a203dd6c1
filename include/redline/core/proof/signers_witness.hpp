// Who signs: a group of persons and what they do, one after another, until a sign-off chain is complete.
#pragma once

#include "signers_model.hpp"

namespace redline::inline v0_1 {

/// The most persons of a group, and the most steps of a run, that a comparison of sign-off chains looks at.
inline constexpr std::uint32_t most_signers = 32;
/// Likewise, of the steps of a run.
inline constexpr std::uint32_t most_signing_steps = 64;

/// What happens in one step: a person signs or refuses, or the stage's time runs out.
enum class signing_act : std::uint8_t { signs, refuses, is_late };

/// One step towards a complete chain. Indices are those of the contract whose chain is completed.
struct signing_step {
    signing_act act = signing_act::signs;
    std::uint32_t chain = none;        // the one compared, or one that it escalated to
    std::uint32_t stage = none;        // of `rule_set::stages`
    std::uint32_t person = none;       // of `signers_witness::signers`; `none`, like the next two, where it is late
    std::uint32_t role = none;         // the one that the person holds and acts in
    std::uint32_t in_place_of = none;  // the role for which it acts as a deputy, else `none`
};

/// A person of a group. The roles held are those of the person's steps.
struct signer {
    bool asked = false;                                      // whoever asked for the sign-off is this person
    std::uint32_t acts_in_count = 0;                         // beside the steps, for this case
    std::uint32_t acts_in[proof::most_signing_chains] = {};  // roles of the contract whose chain can't be completed
};

/// A group that can complete one chain and not the other. Where nobody in it asked, somebody else did.
struct signers_witness {
    std::uint32_t signer_count = 0;
    std::uint32_t step_count = 0;
    signer signers[most_signers] = {};
    signing_step steps[most_signing_steps] = {};

    constexpr bool empty() const noexcept { return step_count == 0; }
};

}  // namespace redline::inline v0_1
