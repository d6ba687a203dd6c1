// Questions about every request that a contract could be asked which the compiler knows, for `static_assert`.
#pragma once

#include "constant/question.hpp"
#include "../core/contract.hpp"

namespace redline::inline v0_1 {

// Each takes the words that follow `for` in an assertion: a scope, and where that is wanted `when` and a condition, and
// `without` and items; language reference, "Assertions".
//
//     static_assert(redline::never_permits<"weapons.autonomous">(terms));
//     static_assert(redline::never_permits<"weapons when mission is combat without signed by review">(terms));
//
// They are answered exactly, over every complete request. constexpr, no heap; each question costs the compiler one proof.
// Names that the contract does not declare, and other wrong text, are compile errors that name `contract_error`.

/// No request about this is permitted, whatever is obtained. What is never permitted of complete requests is not permitted
/// of incomplete ones either.
template <fixed_text About, class Data>
constexpr bool never_permits(constant_contract<Data>) noexcept
{
    return text::constant::holds<text::constant::question<Data, "never permitted", About>>();
}
/// Every request about this is permitted.
template <fixed_text About, class Data>
constexpr bool always_permits(constant_contract<Data>) noexcept
{
    return text::constant::holds<text::constant::question<Data, "always permitted", About>>();
}
/// Every request about this is prohibited.
template <fixed_text About, class Data>
constexpr bool always_prohibits(constant_contract<Data>) noexcept
{
    return text::constant::holds<text::constant::question<Data, "always prohibited", About>>();
}
/// No request about this is prohibited.
template <fixed_text About, class Data>
constexpr bool never_prohibits(constant_contract<Data>) noexcept
{
    return text::constant::holds<text::constant::question<Data, "never prohibited", About>>();
}
/// Some request about this is paused.
template <fixed_text About, class Data>
constexpr bool can_be_paused(constant_contract<Data>) noexcept
{
    return !text::constant::holds<text::constant::question<Data, "never paused", About>>();
}
/// Some request about this is permitted.
template <fixed_text About, class Data>
constexpr bool can_be_permitted(constant_contract<Data> terms) noexcept
{
    return !never_permits<About>(terms);
}
/// Some request about this is prohibited.
template <fixed_text About, class Data>
constexpr bool can_be_prohibited(constant_contract<Data> terms) noexcept
{
    return !never_prohibits<About>(terms);
}
/// Whatever the request says about this, it is permitted once all is obtained that can be, and nothing refused.
template <fixed_text About, class Data>
constexpr bool always_attainable(constant_contract<Data>) noexcept
{
    return text::constant::holds<text::constant::question<Data, "always attainable", About>>();
}

}  // namespace redline::inline v0_1
