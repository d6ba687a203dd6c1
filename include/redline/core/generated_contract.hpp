// What headers include that `redline compile` made: a contract as constant arrays, without a parser.
#pragma once

#include "contract.hpp"

namespace redline::inline v0_1 {

/// The format of generated headers that this library reads. It counts up whenever an array of a rule set or of a table of
/// outcomes, or what stands in one, changes; a header of another format does not compile, and says so.
inline constexpr unsigned generated_format = 1;

/// A contract out of a generated header, whose arrays are members of `Data`. It does what a contract does that `compile`
/// made, and has its digest and its table of outcomes at no cost.
template <class Data>
class generated_contract : public constant_contract<Data> {};

}  // namespace redline::inline v0_1
