// no_wider, conform, equivalent: how far one compiled contract goes compared with another, for `static_assert`.
#pragma once

#include "constant/comparison.hpp"
#include "../core/contract.hpp"

namespace redline::inline v0_1 {

/// Whether a contract is nowhere wider than another: it permits nothing that the other does not, pauses nothing that the
/// other prohibits, lets nobody complete a sign-off chain who could not, and lets no fact or evidence go unattested that
/// was attested; language reference, "Drafts".
///
///     static_assert(redline::no_wider(subcontract, prime));
///
/// Exact, over every request that is complete for both; chains, facts, uses and missions are aligned by spelling. A fact
/// whose type or values differ can't be compared, and is a compile error; so are contracts too large for the proof.
/// constexpr, no heap; costs the compiler one proof for each use.
template <class Data, class Other>
constexpr bool no_wider(constant_contract<Data>, constant_contract<Other>) noexcept
{
    return !text::constant::compared_in_full<Other, Data>().wider;
}

/// Whether each of some contracts is nowhere wider than a doctrine: `no_wider`, of every one.
///
///     static_assert(redline::conform(doctrine, prime, subcontract));
template <class Doctrine, class... Contracts>
constexpr bool conform(constant_contract<Doctrine> doctrine, Contracts... contracts) noexcept
{
    static_assert(sizeof...(Contracts) != 0, "redline: conform takes the doctrine, and contracts to compare with it");
    return (no_wider(contracts, doctrine) && ...);
}

/// Whether two contracts are the same in all of that.
template <class Data, class Other>
constexpr bool equivalent(constant_contract<Data>, constant_contract<Other>) noexcept
{
    constexpr auto const& compared = text::constant::compared_in_full<Other, Data>();
    return !compared.wider && !compared.narrower;
}

}  // namespace redline::inline v0_1
