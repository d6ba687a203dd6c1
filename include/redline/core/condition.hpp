// The meaning of conditions: every atom of the language, evaluated in three values.
#pragma once

#include "request.hpp"
#include "truth.hpp"

namespace redline {

/// As what obtainable atoms are read; language reference, "What is decided".
enum class reading : std::uint8_t {
    as_given,         // X
    obtained,         // X with everything obtained that still can be: what B⁺ asks
    without_waivers   // X with every `waived by` false: what `exceptions` asks
};
inline constexpr unsigned reading_count = 3;

/// Values of definitions that were worked out before, for one use of one request, so that none is worked out twice.
struct definition_memo {
    std::uint32_t* stamp[reading_count + 1] = {};  // by definition; the last is for walks that list atoms
    truth* value[reading_count] = {};
    std::uint32_t now = 0;
};

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
    constexpr condition_evaluator(rule_set const& rules, request_view const& request, requested_kind use,
                                  definition_memo& memo) noexcept
        : rules_{rules}, request_{request}, use_{use}, memo_{memo}
    {}

    /// The value of a condition; `absent` where there is none. Linear in its nodes and those of its definitions.
    constexpr truth value(index_range condition, truth absent, reading as) const noexcept
    {
        if (condition.empty()) return absent;
        condition_node const* node = rules_.conditions.data + condition.first;
        if (condition.size() == 1) return atom(*node, as);
        truth stack[condition_stack];
        unsigned size = 0;
        for (condition_node const* const last = rules_.conditions.data + condition.last; node != last; ++node) {
            switch (node->op) {
            case condition_op::both: --size; stack[size - 1] = both(stack[size - 1], stack[size]); break;
            case condition_op::either: --size; stack[size - 1] = either(stack[size - 1], stack[size]); break;
            case condition_op::negation: stack[size - 1] = negation(stack[size - 1]); break;
            default: stack[size++] = atom(*node, as); break;
            }
        }
        return stack[0];
    }

    /// The value of one atom.
    constexpr truth atom(condition_node const& n, reading as) const noexcept
    {
        std::uint32_t const s = n.subject;
        switch (n.op) {
        case condition_op::flag:
        case condition_op::has: return known(s) ? truth_of(request_.values[s] != 0) : truth::unknown;
        case condition_op::equals: return known(s) ? truth_of(request_.values[s] == n.operand) : truth::unknown;
        case condition_op::at_least: return known(s) ? truth_of(request_.values[s] >= n.operand) : truth::unknown;
        case condition_op::at_most: return known(s) ? truth_of(request_.values[s] <= n.operand) : truth::unknown;
        case condition_op::over: return known(s) ? truth_of(request_.values[s] > n.operand) : truth::unknown;
        case condition_op::under: return known(s) ? truth_of(request_.values[s] < n.operand) : truth::unknown;
        case condition_op::equals_any: return equals_any(n);
        case condition_op::has_any: return has_any(n);
        case condition_op::mission_is: return lies_at(rules_.missions, s, request_.mission);
        case condition_op::mission_sensitive: return is_sensitive(rules_, request_.mission);
        case condition_op::use_is: return lies_at(rules_.uses, s, use_);
        case condition_op::date_from: return request_.has_date ? truth_of(request_.date >= day(n)) : truth::unknown;
        case condition_op::date_before: return request_.has_date ? truth_of(request_.date < day(n)) : truth::unknown;
        case condition_op::evidence:
            return truth_of(as == reading::obtained || (request_.evidence_age[s] != unlimited &&
                                                        request_.evidence_age[s] <= n.operand));
        case condition_op::safeguard:
            return truth_of(as == reading::obtained || request_.safeguard_level[s] >= n.operand);
        case condition_op::signed_by:
            return truth_of(as == reading::obtained ? request_.chains[s] != chain_state::refused
                                                    : request_.chains[s] == chain_state::complete);
        case condition_op::asked_of:
            return truth_of(as == reading::obtained ? request_.chains[s] != chain_state::refused : asked(s));
        case condition_op::waived_by:
            return truth_of(as == reading::obtained          ? asked(s)
                            : as == reading::without_waivers ? false
                                                             : request_.chains[s] == chain_state::complete);
        case condition_op::definition: return definition(s, as);
        default: return truth::unknown;
        }
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
                visit(n, atom(n, reading::as_given));
                continue;
            }
            if (memo_.stamp[reading_count][n.subject] == memo_.now) continue;
            memo_.stamp[reading_count][n.subject] = memo_.now;
            each_atom(rules_.definitions[n.subject].condition, visit);
        }
    }

private:
    constexpr bool known(std::uint32_t slot) const noexcept { return request_.known[slot] != 0; }
    constexpr bool asked(std::uint32_t chain) const noexcept
    {
        return request_.chains[chain] == chain_state::opened || request_.chains[chain] == chain_state::complete;
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
    constexpr truth definition(std::uint32_t d, reading as) const noexcept
    {
        auto const r = static_cast<unsigned>(as);
        if (memo_.stamp[r][d] != memo_.now) {
            truth const worked_out = value(rules_.definitions[d].condition, truth::yes, as);
            memo_.stamp[r][d] = memo_.now;
            memo_.value[r][d] = worked_out;
        }
        return memo_.value[r][d];
    }

    rule_set const& rules_;
    request_view const& request_;
    requested_kind use_;
    definition_memo& memo_;
};

}  // namespace redline
