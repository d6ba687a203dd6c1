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
    std::uint8_t bits;  // not zeroed: stacks of these are filled as they grow

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

/// Values of definitions that were worked out before, for one use of one request or of a block of rows, so that none is
/// worked out twice. The arrays have an entry for each definition; a stamp that is not `now` says that there is no value yet.
template <class Readings>
struct definition_memo_of {
    std::uint32_t* worked_out = nullptr;  // stamps of `value`
    std::uint32_t* listed = nullptr;      // stamps of walks that list atoms
    Readings* value = nullptr;
    std::uint32_t now = 0;

    /// Forgets what definitions came out as.
    constexpr void forget(std::uint32_t definitions) noexcept
    {
        if (++now != 0) return;
        // The stamps have run through all numbers.
        for (std::uint32_t d = 0; d < definitions; ++d) worked_out[d] = listed[d] = 0;
        now = 1;
    }
};
/// That of one request.
using definition_memo = definition_memo_of<truth_readings>;

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

/// What the atoms of conditions ask, answered by one use of one request. A batch answers the same for a block of rows; what
/// the answers mean is said in `condition_evaluator_of` alone.
class request_atoms {
public:
    using readings_type = truth_readings;
    using truth_type = truth;
    using holds_type = bool;
    static constexpr bool always = true;

    /// Reads all of its arguments as long as it is used.
    constexpr request_atoms(rule_set const& rules, request_view const& request, requested_kind use) noexcept
        : rules_{rules}, request_{request}, use_{use}
    {}

    /// How the value of a slot compares with a number. No branch depends on what the request says, nor on what is compared
    /// how: processors foresee neither.
    constexpr truth_readings compared(std::uint32_t slot, std::uint64_t operand, unsigned holds_for) const noexcept
    {
        std::uint64_t const value = request_.values[slot];
        unsigned const order = 1u + unsigned{value > operand} - unsigned{value < operand};
        unsigned const holds = holds_for >> order & 1u;
        unsigned const counts = unsigned{request_.known[slot] != 0};
        return {static_cast<std::uint8_t>(0x15u + counts * (holds * 0x3Fu - 0x15u))};
    }
    /// Whether evidence is held that is not older than so many minutes.
    constexpr bool is_held(std::uint32_t evidence, std::uint64_t oldest) const noexcept
    {
        return request_.evidence_age[evidence] != unlimited && request_.evidence_age[evidence] <= oldest;
    }
    /// Whether a safeguard has that level at least.
    constexpr bool is_at_least(std::uint32_t safeguard, std::uint64_t level) const noexcept
    {
        return request_.safeguard_level[safeguard] >= level;
    }
    /// Whether a sign-off chain stands there.
    constexpr bool stands(std::uint32_t chain, chain_state at) const noexcept { return request_.chains[chain] == at; }
    /// Whether the mission is at or below a path.
    constexpr truth mission_lies_at(std::uint32_t path) const noexcept
    {
        return lies_at(rules_.missions, path, request_.mission);
    }
    /// Whether the mission is sensitive.
    constexpr truth mission_is_sensitive() const noexcept { return is_sensitive(rules_, request_.mission); }
    /// Whether the use is at or below a path.
    constexpr truth use_lies_at(std::uint32_t path) const noexcept { return lies_at(rules_.uses, path, use_); }
    /// Whether the date is that day or a later one.
    constexpr truth from(day_number day) const noexcept
    {
        return request_.has_date ? truth_of(request_.date >= day) : truth::unknown;
    }

private:
    rule_set const& rules_;
    request_view const& request_;
    requested_kind use_;
};

/// Evaluates conditions: the meaning of every atom, once, whether `Atoms` answers for one request or for many.
template <class Atoms>
class condition_evaluator_of {
public:
    using readings_type = typename Atoms::readings_type;
    using truth_type = typename Atoms::truth_type;
    using memo_type = definition_memo_of<readings_type>;

    /// Reads all of its arguments as long as it is used; `memo` is forgotten whenever what `atoms` answer for changes.
    constexpr condition_evaluator_of(rule_set const& rules, Atoms const& atoms, memo_type& memo) noexcept
        : rules_{rules}, atoms_{atoms}, memo_{memo}
    {}

    /// The value of a condition under each reading; `absent` where there is none. Linear in its nodes and those of its
    /// definitions.
    constexpr readings_type readings(index_range condition, truth absent) const noexcept
    {
        if (condition.empty()) return readings_type::alike(absent);
        condition_node const* node = rules_.conditions.data + condition.first;
        condition_node const* const last = rules_.conditions.data + condition.last;
        // What lies lowest is never looked at: so the first atom is like all others.
        readings_type below[condition_stack + 1];
        unsigned size = 0;
        readings_type top = readings_type::alike(absent);
        for (; node != last; ++node) {
            readings_type of_atom;
            unsigned const holds_for = detail::comparisons.of[static_cast<unsigned>(node->op)];
            if (holds_for != 0) of_atom = atoms_.compared(node->subject, node->operand, holds_for);
            else if (node->op == condition_op::both) {
                top = both(below[--size], top);
                continue;
            }
            else if (node->op == condition_op::either) {
                top = either(below[--size], top);
                continue;
            }
            else if (node->op == condition_op::negation) {
                top = negation(top);
                continue;
            }
            else of_atom = no_comparison(*node);
            // Most conditions are atoms joined by `and`: those need no stack.
            if (node + 1 != last && node[1].op == condition_op::both) {
                top = both(top, of_atom);
                ++node;
                continue;
            }
            below[size++] = top;
            top = of_atom;
        }
        return top;
    }
    /// The value of a condition under one reading; `absent` where it has no nodes.
    constexpr truth_type value(index_range condition, truth absent, reading as) const noexcept
    {
        return readings(condition, absent)[as];
    }

    /// The value of one atom under each reading.
    constexpr readings_type atom(condition_node const& n) const noexcept
    {
        unsigned const holds_for = detail::comparisons.of[static_cast<unsigned>(n.op)];
        return holds_for != 0 ? atoms_.compared(n.subject, n.operand, holds_for) : no_comparison(n);
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
    /// What answers.
    constexpr Atoms const& atoms() const noexcept { return atoms_; }

private:
    using holds_type = typename Atoms::holds_type;

    /// Atoms that speak of what can be brought about, and those that describe the request otherwise than by comparing.
    constexpr readings_type no_comparison(condition_node const& n) const noexcept
    {
        std::uint32_t const s = n.subject;
        switch (n.op) {
        case condition_op::evidence: {
            holds_type const held = atoms_.is_held(s, n.operand);
            return readings_type::of(held, Atoms::always, held);
        }
        case condition_op::safeguard: {
            holds_type const there = atoms_.is_at_least(s, n.operand);
            return readings_type::of(there, Atoms::always, there);
        }
        case condition_op::signed_by: return readings_type::of(complete(s), not_refused(s), complete(s));
        case condition_op::asked_of: return readings_type::of(asked(s), not_refused(s), asked(s));
        case condition_op::waived_by: return readings_type::of(complete(s), asked(s), holds_type{});
        case condition_op::definition: return definition(s);
        case condition_op::equals_any: {
            readings_type found = readings_type::alike(truth::no);
            index_range const of = n.alternatives();
            for (std::uint32_t i = of.first; i != of.last; ++i)
                found = either(found, atoms_.compared(s, rules_.alternatives[i], holds_for(condition_op::equals)));
            return found;
        }
        case condition_op::has_any: {
            readings_type found = readings_type::alike(truth::no);
            index_range const of = n.alternatives();
            for (std::uint32_t i = of.first; i != of.last; ++i)
                found = either(found, atoms_.compared(rules_.alternatives[i], 0, holds_for(condition_op::has)));
            return found;
        }
        default: return readings_type::alike(given(n));
        }
    }
    /// Alike under every reading.
    constexpr truth_type given(condition_node const& n) const noexcept
    {
        auto const day = static_cast<day_number>(static_cast<std::uint32_t>(n.operand));
        switch (n.op) {
        case condition_op::mission_is: return atoms_.mission_lies_at(n.subject);
        case condition_op::mission_sensitive: return atoms_.mission_is_sensitive();
        case condition_op::use_is: return atoms_.use_lies_at(n.subject);
        case condition_op::date_before: return negation(atoms_.from(day));
        default: return atoms_.from(day);
        }
    }
    static constexpr unsigned holds_for(condition_op op) noexcept
    {
        return detail::comparisons.of[static_cast<unsigned>(op)];
    }
    constexpr holds_type complete(std::uint32_t chain) const noexcept
    {
        return atoms_.stands(chain, chain_state::complete);
    }
    constexpr holds_type not_refused(std::uint32_t chain) const noexcept
    {
        return static_cast<holds_type>(Atoms::always ^ atoms_.stands(chain, chain_state::refused));
    }
    constexpr holds_type asked(std::uint32_t chain) const noexcept
    {
        return either_holds(atoms_.stands(chain, chain_state::opened), complete(chain));
    }
    constexpr readings_type definition(std::uint32_t d) const noexcept
    {
        // All readings are worked out at once, and kept together.
        if (memo_.worked_out[d] != memo_.now) {
            readings_type const value = readings(rules_.definitions[d].condition, truth::yes);
            memo_.worked_out[d] = memo_.now;
            memo_.value[d] = value;
        }
        return memo_.value[d];
    }

    rule_set const& rules_;
    Atoms atoms_;
    memo_type& memo_;
};

/// Evaluates conditions for one use of a request.
class condition_evaluator : public condition_evaluator_of<request_atoms> {
public:
    /// Reads all of its arguments as long as it is used; `memo` is forgotten whenever the request or the use changes.
    constexpr condition_evaluator(rule_set const& rules, request_view const& request, requested_kind use,
                                  definition_memo& memo) noexcept
        : condition_evaluator_of{rules, {rules, request, use}, memo}
    {}
};

}  // namespace redline::inline v0_1
