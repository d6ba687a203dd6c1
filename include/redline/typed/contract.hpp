// What `bind` and `under` take for a contract.
#pragma once

#include "../core/fixed_decision.hpp"

#include <concepts>

namespace redline::inline v0_1 {

/// A contract that is a constant of its type: `compile` gives one, and so does a generated header. Its sizes and its rule
/// set are constant expressions, found without an object.
template <class Contract>
concept compiled_contract = requires
{
    {
        Contract::rules()
        } -> std::convertible_to<rule_set const&>;
    typename std::integral_constant<std::uint32_t, Contract::rules().slot_count>;
    typename std::integral_constant<std::uint32_t, Contract::sizes.slots>;
};

}  // namespace redline::inline v0_1
