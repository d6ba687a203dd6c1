// What `compile` gives: a contract whose rule set is constant data of the program.
#pragma once

#include "../../core/contract.hpp"
#include "digest.hpp"
#include "scenarios.hpp"

namespace redline::inline v0_1 {

namespace text::constant {

/// What a compiled contract is made of: variables that are evaluated where they are used.
template <class Source>
struct compiled {
    static constexpr rule_set const& rules() noexcept { return rules_of<Source>; }
    static constexpr sha256_digest const& digest() noexcept { return digest_of<Source>; }
};

}  // namespace text::constant

/// A contract that was compiled from text in C++ source. An empty object: its rule set is a constant of the program.
///
/// The `digest` of its rule set is null: computing it costs the compiler time that most programs need not spend; see
/// `rules_with_digest`.
template <class Source>
class static_contract : public constant_contract<text::constant::compiled<Source>> {};

}  // namespace redline::inline v0_1
