// The meaning of conditions: every atom of the language, evaluated in three values.
#pragma once

#include "request.hpp"
#include "truth.hpp"

namespace redline::inline v0_1 {

/// As what obtainable atoms are read; language reference, "What is decided".
enum class reading : std::uint8_t {
    as_given,        // X
    obtained,        // X with everything obtained that still can be: what B⁺ asks
    without_waivers  // X with every `waived by` false: what `exceptions` asks
};

/// A truth value under each reading, two bits for each: 00 false, 01 unknown, 11 true. So `and` is `&` and `or` is `|`,
/// for all readings at once.
struct truth_readings {
    std::uint8_t bits = 0;

    constexpr truth operator[](reading as) const noexcept
    {
        unsigned const of_it = unsigned{bits} >> (2 * static_cast<unsigned>(as));
        return static_cast<truth>((of_it & 1u) + (of_it >> 1 & 1u));
    }
    /// The same under every reading.
    static constexpr truth_readings alike(truth value) noexcept
    {
        return {static_cast<std::uint8_t>(0x15u * (value == truth::yes ? 3u : value == truth::unknown ? 1u : 0u))};
    }
    /// One truth value for each reading, none of them unknown.
    static constexpr truth_readings of(bool as_given, bool obtained, bool without_waivers) noexcept
    {
        return {static_cast<std::uint8_t>((as_given ? 3u : 0u) | (obtained ? 12u : 0u) | (without_waivers ? 48u : 0u))};
    }
    friend constexpr truth_readings both(truth_readings a, truth_readings b) noexcept
    {
        return {static_cast<std::uint8_t>(a.bits & b.bits)};
    }
    friend constexpr truth_readings either(truth_readings a, truth_readings b) noexcept
    {
        return {static_cast<std::uint8_t>(a.bits | b.bits)};
    }
    friend constexpr truth_readings negation(truth_readings a) noexcept
    {
        unsigned const other = ~unsigned{a.bits};
        return {static_cast<std::uint8_t>((other & 0x15u) << 1 | (other >> 1 & 0x15u))};
    }
};

/// Values of definitions that were worked out before, for one use of one request, so that none is worked out twice. The
/// arrays have an entry for each definition; a stamp that is not `now` says that there is no value yet.
struct definition_memo {
    std::uint32_t* worked_out = nullptr;  // stamps of `value`
    std::uint32_t* listed = nullptr;      // stamps of walks that list atoms
    truth_readings* value = nullptr;
    std::uint32_t now = 0;
};
namespace detail {

/// For which of less (1), equal (2) and greater (4) an atom that compares a slot with a number holds; 0 for all others.
struct comparison_table {
    std::uint8_t of[static_cast<unsigned>(condition_op::negation) + 1];
};
inline constexpr comparison_table comparisons = [] {
    comparison_table table{};
    auto const holds = [&](condition_op op, std::uint8_t when) { table.of[static_cast<unsigned>(op)] = when; };
    holds(condition_op::flag, 1 | 4);  // their operand is 0
    holds(condition_op::has, 1 | 4);
    holds(condition_op::equals, 2);
    holds(condition_op::at_least, 2 | 4);
    holds(condition_op::at_most, 1 | 2);
    holds(condition_op::over, 4);
    holds(condition_op::under, 1);
    return table;
}();

}  // namespace detail

/// How many stamps a definition takes.
inline constexpr std::uint32_t stamps_of_definition = 2;

/// A path is true of a use or mission at or below it, unknown of one above it whose kind is not known, else false.
constexpr truth lies_at(array_view<kind_entry> kinds, std::uint32_t path, requested_kind asked) noexcept
{
    if (asked.form == kind_form::unknown) return truth::unknown;
    if (asked.form == kind_form::unlisted) return truth::no;
    kind_entry const& here = kinds[asked.index];
    kind_entry const& there = kinds[path];
    if (here.enter >= there.enter && here.enter < there.leave) return truth::yes;
    bool const above = there.enter > here.enter && there.enter < here.leave;
    return above && asked.form == kind_form::declared ? truth::unknown : truth::no;
}

/// Yes for a sensitive mission, unknown for one that has a sensitive one below it or is not given.
constexpr truth is_sensitive(rule_set const& rules, requested_kind mission) noexcept
{
    if (mission.form == kind_form::unknown) return truth::unknown;
    kind_entry const& here = rules.missions[mission.index];
    if (here.sensitive) return truth::yes;
    return here.sensitive_below && mission.form == kind_form::declared ? truth::unknown : truth::no;
}

/// A scope for one use: the `or` of its paths, `and not` the `or` of its exceptions.
constexpr truth covers(rule_set const& rules, scope_entry const& scope, requested_kind use) noexcept
{
    truth covered = truth_of(scope.all);
    for (std::uint32_t i = scope.paths.first; i != scope.paths.last; ++i)
        covered = either(covered, lies_at(rules.uses, rules.scope_paths[i], use));
    truth excepted = truth::no;
    for (std::uint32_t i = scope.exceptions.first; i != scope.exceptions.last; ++i)
        excepted = either(excepted, lies_at(rules.uses, rules.scope_paths[i], use));
    return both(covered, negation(excepted));
}

/// Evaluates conditions for one use of a request.
class condition_evaluator {
public:
    /// Reads all of its arguments as long as it is used; `memo` is forgotten whenever the request or the use changes.
    constexpr condition_evaluator(rule_set const& rules, request_view const& request, requested_kind use,
                                  definition_memo& memo) noexcept
        : rules_{rules}, request_{request}, use_{use}, memo_{memo}
    {}

    /// The value of a condition under each reading; `absent` where there is none. Linear in its nodes and those of its
    /// definitions.
    constexpr truth_readings readings(index_range condition, truth absent) const noexcept
    {
        if (condition.empty()) return truth_readings::alike(absent);
        condition_node const* node = rules_.conditions.data + condition.first;
        condition_node const* const last = rules_.conditions.data + condition.last;
        truth_readings top = atom(*node);
        if (++node == last) return top;
        truth_readings below[condition_stack];
        unsigned size = 0;
        for (; node != last; ++node) {
            unsigned const holds_for = detail::comparisons.of[static_cast<unsigned>(node->op)];
            if (holds_for != 0) {
                below[size++] = top;
                top = compared(*node, holds_for);
            }
            else if (node->op == condition_op::both) top = both(below[--size], top);
            else if (node->op == condition_op::either) top = either(below[--size], top);
            else if (node->op == condition_op::negation) top = negation(top);
            else {
                below[size++] = top;
                top = no_comparison(*node);
            }
        }
        return top;
    }
    /// The value of a condition under one reading; `absent` where it has no nodes.
    constexpr truth value(index_range condition, truth absent, reading as) const noexcept
    {
        return readings(condition, absent)[as];
    }

    /// The value of one atom under each reading.
    constexpr truth_readings atom(condition_node const& n) const noexcept
    {
        unsigned const holds_for = detail::comparisons.of[static_cast<unsigned>(n.op)];
        return holds_for != 0 ? compared(n, holds_for) : no_comparison(n);
    }

    /// Calls `visit` with every atom of a condition, those of its definitions included, each definition once for as long
    /// as the memo's stamp stands.
    template <class Visit>
    constexpr void each_atom(index_range condition, Visit const& visit) const noexcept
    {
        for (std::uint32_t i = condition.first; i != condition.last; ++i) {
            condition_node const& n = rules_.conditions[i];
            if (n.op >= condition_op::both) continue;
            if (n.op != condition_op::definition) {
                visit(n, atom(n)[reading::as_given]);
                continue;
            }
            if (memo_.listed[n.subject] == memo_.now) continue;
            memo_.listed[n.subject] = memo_.now;
            each_atom(rules_.definitions[n.subject].condition, visit);
        }
    }

private:
    /// No branch depends on what the request says, nor on what is compared how: processors foresee neither.
    constexpr truth_readings compared(condition_node const& n, unsigned holds_for) const noexcept
    {
        std::uint64_t const value = request_.values[n.subject];
        unsigned const order = 1u + unsigned{value > n.operand} - unsigned{value < n.operand};
        unsigned const holds = holds_for >> order & 1u;
        unsigned const counts = unsigned{known(n.subject)};
        return {static_cast<std::uint8_t>(0x15u + counts * (holds * 0x3Fu - 0x15u))};
    }
    /// Atoms that speak of what can be brought about, and those that describe the request otherwise than by comparing.
    constexpr truth_readings no_comparison(condition_node const& n) const noexcept
    {
        std::uint32_t const s = n.subject;
        switch (n.op) {
        case condition_op::evidence: {
            bool const held = request_.evidence_age[s] != unlimited && request_.evidence_age[s] <= n.operand;
            return truth_readings::of(held, true, held);
        }
        case condition_op::safeguard: {
            bool const there = request_.safeguard_level[s] >= n.operand;
            return truth_readings::of(there, true, there);
        }
        case condition_op::signed_by: return truth_readings::of(complete(s), !refused(s), complete(s));
        case condition_op::asked_of: return truth_readings::of(asked(s), !refused(s), asked(s));
        case condition_op::waived_by: return truth_readings::of(complete(s), asked(s), false);
        case condition_op::definition: return definition(s);
        default: return truth_readings::alike(given(n));
        }
    }
    /// Alike under every reading.
    constexpr truth given(condition_node const& n) const noexcept
    {
        switch (n.op) {
        case condition_op::equals_any: return equals_any(n);
        case condition_op::has_any: return has_any(n);
        case condition_op::mission_is: return lies_at(rules_.missions, n.subject, request_.mission);
        case condition_op::mission_sensitive: return is_sensitive(rules_, request_.mission);
        case condition_op::use_is: return lies_at(rules_.uses, n.subject, use_);
        case condition_op::date_from: return request_.has_date ? truth_of(request_.date >= day(n)) : truth::unknown;
        case condition_op::date_before: return request_.has_date ? truth_of(request_.date < day(n)) : truth::unknown;
        default: return truth::unknown;
        }
    }
    constexpr bool known(std::uint32_t slot) const noexcept { return request_.known[slot] != 0; }
    constexpr bool complete(std::uint32_t chain) const noexcept
    {
        return request_.chains[chain] == chain_state::complete;
    }
    constexpr bool refused(std::uint32_t chain) const noexcept
    {
        return request_.chains[chain] == chain_state::refused;
    }
    constexpr bool asked(std::uint32_t chain) const noexcept
    {
        return request_.chains[chain] == chain_state::opened || complete(chain);
    }
    static constexpr day_number day(condition_node const& n) noexcept
    {
        return static_cast<day_number>(static_cast<std::uint32_t>(n.operand));
    }
    constexpr truth equals_any(condition_node const& n) const noexcept
    {
        if (!known(n.subject)) return truth::unknown;
        index_range const of = n.alternatives();
        for (std::uint32_t i = of.first; i != of.last; ++i)
            if (request_.values[n.subject] == rules_.alternatives[i]) return truth::yes;
        return truth::no;
    }
    constexpr truth has_any(condition_node const& n) const noexcept
    {
        truth found = truth::no;
        index_range const of = n.alternatives();
        for (std::uint32_t i = of.first; i != of.last; ++i) {
            std::uint32_t const slot = rules_.alternatives[i];
            found = either(found, known(slot) ? truth_of(request_.values[slot] != 0) : truth::unknown);
        }
        return found;
    }
    constexpr truth_readings definition(std::uint32_t d) const noexcept
    {
        // All readings are worked out at once, and kept together.
        if (memo_.worked_out[d] != memo_.now) {
            truth_readings const value = readings(rules_.definitions[d].condition, truth::yes);
            memo_.worked_out[d] = memo_.now;
            memo_.value[d] = value;
        }
        return memo_.value[d];
    }

    rule_set const& rules_;
    request_view const& request_;
    requested_kind use_;
    definition_memo& memo_;
};

}  // namespace redline::inline v0_1
