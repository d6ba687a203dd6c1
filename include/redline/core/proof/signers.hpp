// Who can complete a sign-off chain: two chains of one name compared, and whether anybody can complete one.
#pragma once

#include "signers_equal.hpp"
#include "signers_looser.hpp"
#include "signers_possible.hpp"
#include "signers_read.hpp"
#include "signers_search.hpp"

namespace redline::inline v0_1 {

/// How the chain of the second contract compares with that of the first. `wider`: some persons can complete the new one who
/// could not complete the old; `narrower`: the reverse; `too_large`: it was not found out.
enum class signers_verdict : std::uint8_t { same, wider, narrower, incomparable, too_large };

/// A verdict and, where they are not empty, who can complete the new chain but not the old (`wider`), and the reverse.
/// With `too_large`, what was found all the same.
struct signers_comparison {
    signers_verdict verdict = signers_verdict::same;
    signers_witness wider{};
    signers_witness narrower{};
};

/// How many steps each direction of a comparison takes at most, unless told otherwise: about half a second. In a
/// constant expression, clang's default limits allow for some 2,000.
inline constexpr std::uint32_t signers_budget = 4'000'000;

/// Compares who can complete a chain of each of two contracts without errors, exactly: every finite group of persons, with
/// the roles that they hold, those they act in for the case, and whoever asked. Roles are aligned by spelling; how long
/// things may take, `revocable`, `valid` and `rests on` don't count. Language reference, "What a sign-off chain is" and
/// "Drafts". No errors: what passes the budget or the limits of `proof/signers_model.hpp` and `signers_witness.hpp` is
/// `too_large`. Cheap in a direction in which one chain asks for less at every point, and where they are equal; else
/// exponential in the number of signatures. constexpr, no heap.
constexpr signers_comparison compare_signers(rule_set const& before, std::uint32_t chain_before, rule_set const& after,
                                             std::uint32_t chain_after, std::uint32_t budget = signers_budget) noexcept
{
    signers_comparison result{};
    if (proof::equal_signing{before, after}(chain_before, chain_after)) return result;
    proof::signing_models const models{before, chain_before, after, chain_after};
    result.verdict = signers_verdict::too_large;
    if (models.too_large) return result;
    bool known = true;
    for (unsigned side = 0; side < 2; ++side) {
        if (proof::looser_signing{models.model[side], models.model[1 - side]}()) continue;
        proof::signing_budget left{budget};
        proof::signing_search search{models.model[side], models.model[1 - side], models.roles, side, left};
        known = (search.find(side == 0 ? result.narrower : result.wider) || !left.exhausted()) && known;
    }
    if (!known) return result;
    bool const wider = !result.wider.empty();
    bool const narrower = !result.narrower.empty();
    result.verdict = wider && narrower ? signers_verdict::incomparable
                     : wider           ? signers_verdict::wider
                     : narrower        ? signers_verdict::narrower
                                       : signers_verdict::same;
    return result;
}

/// Whether any group of persons at all can complete a chain of a contract without errors. False is proved; true also where
/// the chain passes the limits of a comparison. Language reference, "What a sign-off chain is". constexpr, no heap.
constexpr bool can_be_completed(rule_set const& rules, std::uint32_t chain) noexcept
{
    proof::signing_models const models{rules, chain, rules, chain};
    if (models.too_large) return true;
    proof::signing_budget budget{signers_budget};
    return proof::possible_signing{models.model[0], budget}();
}

}  // namespace redline::inline v0_1
