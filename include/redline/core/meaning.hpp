// What a term says, and what coverage comes to: the rules of "What is decided", once, for decisions and for proofs.
#pragma once

#include "condition.hpp"
#include "decision.hpp"

namespace redline::inline v0_1 {

// The rules that follow are written for one truth value and for many side by side alike: `is_yes`, `is_no` and `holds` of
// these give a bool, or a word with an answer for each.

/// Whether a prohibit form has a say, where its scope `and` W (A) is `applies` and X is `unless`: A is not false, nor B.
template <class Truth, class Readings>
constexpr auto has_say(Truth applies, Readings const& unless) noexcept
{
    return both_hold(not_no(applies), not_yes(unless[reading::as_given]));
}
/// Whether a prohibit form that has a say prohibits: B⁺ is true. Else it pauses.
template <class Truth, class Readings>
constexpr auto is_final(Truth applies, Readings const& unless) noexcept
{
    return both_hold(is_yes(applies), is_no(unless[reading::obtained]));
}
/// Whether X is true, but would not be with every `waived by` false: what `exceptions` lists, where A is not false.
template <class Readings>
constexpr auto is_exception(Readings const& unless) noexcept
{
    return both_hold(is_yes(unless[reading::as_given]), not_yes(unless[reading::without_waivers]));
}

/// What a prohibit form says: B⁺ true prohibits, B false has no say, which comes out as permitted, and anything between
/// pauses. constexpr, no heap.
constexpr outcome verdict_of_prohibition(truth applies, truth_readings unless) noexcept
{
    if (!has_say(applies, unless)) return outcome::permitted;
    return is_final(applies, unless) ? outcome::prohibited : outcome::paused;
}

/// Whether coverage is false, where the baseline's term prohibits; of a truth value or of many. constexpr, no heap.
template <class Truth>
constexpr auto lacks_coverage(Truth coverage) noexcept
{
    return is_no(coverage);
}  /// Whether coverage is unknown, where the baseline's term pauses; of a truth value or of many. constexpr, no heap.
template <class Truth>
constexpr auto leaves_coverage_open(Truth coverage) noexcept
{
    return both_hold(not_no(coverage), not_yes(coverage));
}
/// What the baseline's term says of coverage. constexpr, no heap.
constexpr outcome verdict_of_coverage(truth coverage) noexcept
{
    return static_cast<outcome>(2u * unsigned{lacks_coverage(coverage)} + unsigned{leaves_coverage_open(coverage)});
}

/// Whether the contract is in effect on the date that `atoms` answer for.
template <class Atoms>
constexpr typename Atoms::truth_type in_effect_of(rule_set const& rules, Atoms const& atoms) noexcept
{
    using readings = typename Atoms::readings_type;
    auto effect = readings::alike(truth::yes)[reading::as_given];
    if (rules.has_from) effect = both(effect, atoms.from(rules.effective_from));
    if (rules.has_before) effect = both(effect, negation(atoms.from(rules.effective_before)));
    return effect;
}
/// Whether the contract is in effect on the date of a request.
constexpr truth in_effect(rule_set const& rules, request_view const& request) noexcept
{
    if (!rules.has_from && !rules.has_before) return truth::yes;
    return in_effect_of(rules, request_atoms{rules, request, {}});
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
