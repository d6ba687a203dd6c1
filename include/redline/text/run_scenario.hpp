// Scenarios run: what a contract says of its own examples, compared with what it should say.
#pragma once

#include "../core/decide.hpp"
#include "../core/scenario.hpp"
#include "problems.hpp"

namespace redline::inline v0_1::text {

/// Compares a decision with what a scenario expects; its lists are exact.
class scenario_check {
public:
    constexpr scenario_check(rule_set const& rules, scenario_set const& scenarios, problems& wrong) noexcept
        : rules_{rules}, scenarios_{scenarios}, wrong_{wrong}
    {}

    /// Runs a scenario and reports each difference; whether there was none. `request` and `work` are memory of the rule
    /// set's sizes. constexpr, no heap.
    constexpr bool run(scenario_entry const& s, request_view& request, workspace_view& work) noexcept
    {
        give(rules_, scenarios_, s, request);
        decision const d = decide(rules_, request, work);
        bool same = true;
        if (d.outcome != s.outcome) {
            differ(s, "outcome", name_of(d.outcome), d.by.empty() ? text_ref{} : rules_.terms[*d.by.begin()].label);
            return false;
        }
        for (std::uint32_t i = s.expected.first; i != s.expected.last; ++i) {
            expected_entry const& e = scenarios_.expected[i];
            if (has(d, e)) continue;
            wrong_.report(code::scenario_differs, e.offset, e.length, e.line).detail = name_of_list(e.list);
            same = false;
        }
        if (s.checks[0]) same = all_expected(s, expected_list::by, symbol_kind::label, d.by) && same;
        if (s.checks[1]) {
            same = all_expected(s, expected_list::pending, symbol_kind::chain, d.pending.signoffs) && same;
            same = all_expected(s, expected_list::pending, symbol_kind::evidence, d.pending.evidence) && same;
            same = all_expected(s, expected_list::pending, symbol_kind::safeguard, d.pending.safeguards) && same;
            same = all_expected(s, expected_list::pending, symbol_kind::fact, d.pending.facts) && same;
            same = word_expected(s, symbol_kind::mission, "mission", d.pending.mission) && same;
            same = word_expected(s, symbol_kind::nothing, "date", d.pending.date) && same;
            same = word_expected(s, symbol_kind::use, "use", d.pending.use) && same;
        }
        if (s.checks[2]) same = all_expected(s, expected_list::exceptions, symbol_kind::label, d.exceptions) && same;
        if (s.checks[3]) same = all_expected(s, expected_list::log, symbol_kind::label, d.log) && same;
        return same;
    }

private:
    static constexpr std::string_view name_of_list(expected_list l) noexcept
    {
        return l == expected_list::by           ? "by"
               : l == expected_list::pending    ? "pending"
               : l == expected_list::exceptions ? "excepting"
                                                : "logged by";
    }
    constexpr void differ(scenario_entry const& s, std::string_view list, std::string_view came_out,
                          text_ref by) noexcept
    {
        diagnostic& d = wrong_.report(code::scenario_differs, s.offset, s.length, s.line);
        d.detail = list;
        d.suggestion = came_out;
        d.second = rules_(by);
    }
    constexpr bool has(decision const& d, expected_entry const& e) const noexcept
    {
        if (e.list == expected_list::by) return d.by.contains(e.index);
        if (e.list == expected_list::exceptions) return d.exceptions.contains(e.index);
        if (e.list == expected_list::log) return d.log.contains(e.index);
        switch (e.kind) {
        case symbol_kind::chain: return d.pending.signoffs.contains(e.index);
        case symbol_kind::evidence: return d.pending.evidence.contains(e.index);
        case symbol_kind::safeguard: return d.pending.safeguards.contains(e.index);
        case symbol_kind::fact: return d.pending.facts.contains(e.index);
        case symbol_kind::mission: return d.pending.mission;
        case symbol_kind::use: return d.pending.use;
        default: return d.pending.date;
        }
    }
    constexpr bool expects(scenario_entry const& s, expected_list list, symbol_kind kind,
                           std::uint32_t index) const noexcept
    {
        for (std::uint32_t i = s.expected.first; i != s.expected.last; ++i) {
            expected_entry const& e = scenarios_.expected[i];
            if (e.list == list && e.kind == kind && e.index == index) return true;
        }
        return false;
    }
    constexpr bool all_expected(scenario_entry const& s, expected_list list, symbol_kind kind,
                                index_set_view found) noexcept
    {
        bool same = true;
        for (std::uint32_t const i : found) {
            if (expects(s, list, kind, i)) continue;
            text_ref const name = kind == symbol_kind::label       ? rules_.terms[i].label
                                  : kind == symbol_kind::chain     ? rules_.chains[i].name
                                  : kind == symbol_kind::evidence  ? rules_.evidence[i].name
                                  : kind == symbol_kind::safeguard ? rules_.safeguards[i].name
                                                                   : rules_.facts[i].name;
            differ(s, name_of_list(list), rules_(name), {});
            same = false;
        }
        return same;
    }
    constexpr bool word_expected(scenario_entry const& s, symbol_kind kind, std::string_view word, bool pends) noexcept
    {
        if (!pends || expects(s, expected_list::pending, kind, none)) return true;
        differ(s, name_of_list(expected_list::pending), word, {});
        return false;
    }

    rule_set const& rules_;
    scenario_set const& scenarios_;
    problems& wrong_;
};

}  // namespace redline::inline v0_1::text
