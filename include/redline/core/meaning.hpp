// What a term says, and what coverage comes to: the rules of "What is decided", once, for decisions and for proofs.
#pragma once

#include "condition.hpp"
#include "decision.hpp"

namespace redline::inline v0_1 {

/// What a prohibit form says, where its scope `and` W (A) is `applies` and X is `unless`: B⁺ true prohibits, B false has
/// no say, which comes out as permitted, and anything between pauses. constexpr, no heap.
constexpr outcome verdict_of_prohibition(truth applies, truth_readings unless) noexcept
{
    if (applies == truth::no || unless[reading::as_given] == truth::yes) return outcome::permitted;
    bool const prohibits = applies == truth::yes && unless[reading::obtained] == truth::no;
    return prohibits ? outcome::prohibited : outcome::paused;
}

/// Whether X is true, but would not be with every `waived by` false: what `exceptions` lists, where A is not false.
constexpr bool is_exception(truth_readings unless) noexcept
{
    return unless[reading::as_given] == truth::yes && unless[reading::without_waivers] != truth::yes;
}

/// What the baseline's term says of coverage: false prohibits, unknown pauses.
constexpr outcome verdict_of_coverage(truth coverage) noexcept
{
    return static_cast<outcome>(2 - static_cast<int>(coverage));
}

/// Whether the contract is in effect on the date of a request.
constexpr truth in_effect(rule_set const& rules, request_view const& request) noexcept
{
    if (!rules.has_from && !rules.has_before) return truth::yes;
    if (!request.has_date) return truth::unknown;
    return truth_of((!rules.has_from || request.date >= rules.effective_from) &&
                    (!rules.has_before || request.date < rules.effective_before));
}

/// Whether a rule set says what it means to a decision of this library: it has a baseline, and was read as a language that
/// is known here. Of any other, every request is prohibited as `not_valid`. Language reference, "Words".
constexpr bool is_decidable(rule_set const& rules) noexcept
{
    return rules.baseline != none && rules.language <= language_version && rules.language != 0;
}

/// The stricter of two outcomes.
constexpr outcome strictest(outcome a, outcome b) noexcept { return a < b ? b : a; }

}  // namespace redline::inline v0_1
