// Two compiled contracts compared in constant expressions.
#pragma once

#include "../../core/proof/attestation.hpp"
#include "../../core/proof/differences_incomparable.hpp"
#include "../../core/proof/fixed.hpp"
#include "../../core/proof/signers.hpp"
#include "scenarios.hpp"

namespace redline::inline v0_1::text::constant {

template <class Before, class After, std::uint32_t Use>
inline constexpr proof::fixed_space<proof::sizes_of_space(Before::rules(), &After::rules())> joint_arrays{
    Before::rules(), &After::rules(), {false, nullptr, Use}};

/// The request space of both, its variables in an order for one elementary use.
template <class Before, class After, std::uint32_t Use>
inline constexpr proof::space joint_space = joint_arrays<Before, After, Use>.view(Before::rules(), &After::rules());

/// How outcomes differ for one elementary use: a constexpr variable for each, so that each has the compiler's budget to
/// itself.
template <class Before, class After, std::uint32_t Use, std::uint32_t Capacity>
inline constexpr proof::outcome_changes changes_with = [] {
    constexpr proof::space const& in = joint_space<Before, After, Use>;
    proof::fixed_diagram<Capacity> nodes{};
    proof::diagram to{nodes.view(), in.variable_of_level.data};
    proof::fixed_lift<redline::sizes_of(Before::rules())> memory_before{Before::rules()};
    proof::fixed_lift<redline::sizes_of(After::rules())> memory_after{After::rules()};
    proof::lifted_contract before{in, 0, to, memory_before.view()};
    proof::lifted_contract after{in, 1, to, memory_after.view()};
    proof::node_ref common[Before::rules().terms.size + 2] = {};
    proof::comparer compares{in, to, before, after, common};
    proof::outcome_changes changes{};
    compares.add_changes(Use, changes);
    return changes;
}();

/// The same, with as much memory as it takes.
template <class Before, class After, std::uint32_t Use, std::uint32_t Capacity = proof::first_capacity>
constexpr proof::outcome_changes changes_for() noexcept
{
    if constexpr (changes_with<Before, After, Use, Capacity>.too_large && Capacity < proof::last_capacity)
        return changes_for<Before, After, Use, Capacity * 8>();
    else return changes_with<Before, After, Use, Capacity>;
}

/// Over all uses from `Use` on.
template <class Before, class After, std::uint32_t Use = 0>
constexpr proof::outcome_changes all_changes() noexcept
{
    if constexpr (Use == joint_space<Before, After, 0>.uses.size) return {};
    else {
        constexpr proof::outcome_changes here = changes_for<Before, After, Use>();
        proof::outcome_changes const rest = all_changes<Before, After, Use + 1>();
        return {here.milder || rest.milder, here.stricter || rest.stricter, here.too_large || rest.too_large};
    }
}

/// How many steps of `compare_signers` every compiler takes at default limits.
inline constexpr std::uint32_t signers_budget_in_constants = 2000;

/// How the signers of one chain differ, where both contracts have it.
template <class Before, class After, std::uint32_t Chain>
inline constexpr signers_verdict signers_of = [] {
    rule_set const& before = Before::rules();
    symbol const* const found = find_name(After::rules(), name_space::names, before(before.chains[Chain].name));
    if (found == nullptr || found->kind != symbol_kind::chain) return signers_verdict::same;
    return compare_signers(before, Chain, After::rules(), found->index, signers_budget_in_constants).verdict;
}();

struct signers_changes {
    bool wider = false, narrower = false, too_large = false;
};
template <class Before, class After, std::uint32_t Chain = 0>
constexpr signers_changes all_signers() noexcept
{
    if constexpr (Chain == Before::rules().chains.size) return {};
    else {
        constexpr signers_verdict here = signers_of<Before, After, Chain>;
        signers_changes rest = all_signers<Before, After, Chain + 1>();
        rest.wider = rest.wider || here == signers_verdict::wider || here == signers_verdict::incomparable;
        rest.narrower = rest.narrower || here == signers_verdict::narrower || here == signers_verdict::incomparable;
        rest.too_large = rest.too_large || here == signers_verdict::too_large;
        return rest;
    }
}

/// All that makes one contract wider or narrower than another.
template <class Before, class After>
inline constexpr auto compared = [] {
    struct {
        bool comparable = false, wider = false, narrower = false, too_large = false;
    } result{};
    if constexpr (!incomparable_names(Before::rules(), After::rules())) {
        constexpr proof::outcome_changes outcomes = all_changes<Before, After>();
        constexpr signers_changes signers = all_signers<Before, After>();
        constexpr proof::differing_ways attested = proof::compare_attestations(Before::rules(), After::rules());
        result = {true, outcomes.milder || signers.wider || attested.wider,
                  outcomes.stricter || signers.narrower || attested.narrower, outcomes.too_large || signers.too_large};
    }
    return result;
}();

/// The same, where it could be found out; a compile error elsewhere.
template <class Before, class After>
constexpr auto const& compared_in_full() noexcept
{
    constexpr auto const& result = compared<Before, After>;
    static_assert(result.comparable, "redline: a fact or safeguard of one name has other values in the other contract");
    static_assert(!result.too_large, "redline: the contracts are too large to be compared in a constant expression");
    return result;
}

}  // namespace redline::inline v0_1::text::constant
