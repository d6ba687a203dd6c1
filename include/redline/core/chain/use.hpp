// Whether a permitted decision used a completed sign-off up.
#pragma once

#include "../decide.hpp"

namespace redline::inline v0_1 {

/// Whether a request is permitted, and would not be were the chain open and not complete: then recording that decision is the
/// event `used` of the chain's case. Language reference, "What a sign-off chain is", of `once`. False where the request does not
/// say that the chain is complete. Decides up to twice in the workspace; `r` is as before when it returns. constexpr, no heap.
constexpr bool needs_completion(rule_set const& rules, request_view& r, std::uint32_t chain, workspace_view& w) noexcept
{
    if (r.chains[chain] != chain_state::complete || decide(rules, r, w).outcome != outcome::permitted) return false;
    r.chains[chain] = chain_state::opened;
    bool const needed = decide(rules, r, w).outcome != outcome::permitted;
    r.chains[chain] = chain_state::complete;
    return needed;
}

}  // namespace redline::inline v0_1
