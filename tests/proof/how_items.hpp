// What may be changed of a request, thing by thing, with a value for each cell: to try ways, and what lies beside them.
#pragma once

#include "redline/core/decide.hpp"
#include "redline/core/proof/how.hpp"

#include <algorithm>
#include <set>

namespace redline_test {

/// One thing that a way may ask for. Values are as in a request; of a mission an index, of a date the day.
struct how_item {
    redline::proof::variable_kind kind{};
    std::uint32_t subject = redline::none;
    std::uint32_t fact = redline::none;
    std::vector<std::uint64_t> values{};   // that the way takes; without a way, all
    std::vector<std::uint64_t> refused{};  // the others
};

/// A copy of a request, to be changed.
inline redline::request_memory copy_of(redline::rule_set const& rules, redline::request_view const& r)
{
    redline::request_memory result{rules, std::max(r.use_count, 1u)};
    redline::request_view& to = result.view();
    std::copy_n(r.uses, r.use_count, to.uses);
    to.use_count = r.use_count;
    to.mission = r.mission;
    to.has_date = r.has_date;
    to.date = r.date;
    std::copy_n(r.values, rules.slot_count, to.values);
    std::copy_n(r.given, rules.slot_count, to.given);
    std::copy_n(r.known, rules.slot_count, to.known);
    std::copy_n(r.attested, rules.facts.size, to.attested);
    std::copy_n(r.evidence_age, rules.evidence.size, to.evidence_age);
    std::copy_n(r.safeguard_level, rules.safeguards.size, to.safeguard_level);
    std::copy_n(r.chains, rules.chains.size, to.chains);
    return result;
}

inline redline::requested_kind mission_at(redline::rule_set const& rules, std::uint64_t index)
{
    auto const i = static_cast<std::uint32_t>(index);
    redline::kind_entry const& m = rules.missions[i];
    return {m.leave - m.enter == 1 ? redline::kind_form::declared : redline::kind_form::other, i};
}

/// Makes a request say that a thing has a value.
inline void change(redline::rule_set const& rules, how_item const& item, std::uint64_t value, redline::request_view& r)
{
    using redline::proof::variable_kind;
    switch (item.kind) {
    case variable_kind::slot:
        r.values[item.subject] = value;
        r.given[item.subject] = r.known[item.subject] = 1;
        break;
    case variable_kind::mission: r.mission = mission_at(rules, value); break;
    case variable_kind::date:
        r.has_date = true;
        r.date = static_cast<redline::day_number>(static_cast<std::uint32_t>(value));
        break;
    case variable_kind::evidence: r.evidence_age[item.subject] = value; break;
    case variable_kind::safeguard: r.safeguard_level[item.subject] = static_cast<std::uint32_t>(value); break;
    case variable_kind::chain: r.chains[item.subject] = static_cast<redline::chain_state>(value); break;
    }
}

inline std::uint64_t as_value(redline::day_number day) { return static_cast<std::uint32_t>(day); }

/// Values of a slot, one at least for each that some condition tells apart.
inline std::vector<std::uint64_t> values_of_slot(redline::rule_set const& rules, std::uint32_t fact, std::uint32_t slot)
{
    redline::fact_entry const& f = rules.facts[fact];
    bool const number = f.type == redline::fact_type::count || f.type == redline::fact_type::duration;
    std::set<std::uint64_t> values{0};
    if (!number) {
        bool const two = f.type == redline::fact_type::flag || f.type == redline::fact_type::any_of;
        for (std::uint64_t v = 1; v < (two ? 2 : f.values.size()); ++v) values.insert(v);
    }
    else
        for (redline::condition_node const& n : rules.conditions)
            if (n.op <= redline::condition_op::under && n.subject == slot)
                redline::proof::each_cut(n, [&](std::uint64_t cut) { values.insert(cut); });
    return {values.begin(), values.end()};
}

inline std::vector<std::uint64_t> days_of(redline::rule_set const& rules)
{
    std::set<redline::day_number> days{redline::proof::some_day};
    for (redline::condition_node const& n : rules.conditions)
        if (n.op == redline::condition_op::date_from || n.op == redline::condition_op::date_before) {
            auto const day = static_cast<redline::day_number>(static_cast<std::uint32_t>(n.operand));
            days.insert({day - 1, day});
        }
    if (rules.has_from) days.insert({rules.effective_from - 1, rules.effective_from});
    if (rules.has_before) days.insert({rules.effective_before - 1, rules.effective_before});
    std::vector<std::uint64_t> values;
    for (redline::day_number const day : days) values.push_back(as_value(day));
    return values;
}

/// All that may be changed of a request, with all values.
inline std::vector<how_item> items_of(redline::rule_set const& rules, redline::request_view const& r)
{
    using redline::proof::variable_kind;
    std::vector<how_item> items;
    for (std::uint32_t f = 0; f < rules.facts.size; ++f)
        for (std::uint32_t s = rules.facts[f].slot; s < rules.facts[f].slot + slots_of(rules.facts[f]); ++s)
            if (r.known[s] == 0) items.push_back({variable_kind::slot, s, f, values_of_slot(rules, f, s), {}});
    how_item missions{variable_kind::mission};
    for (std::uint32_t m = 0; m < rules.missions.size; ++m) {
        redline::requested_kind const one = mission_at(rules, m);
        bool const open = r.mission.form == redline::kind_form::unknown ||
                          (r.mission.form == redline::kind_form::declared && r.mission != one &&
                           lies_at(rules.missions, r.mission.index, one) == redline::truth::yes);
        if (open) missions.values.push_back(m);
    }
    if (!missions.values.empty()) items.push_back(missions);
    if (!r.has_date) items.push_back({variable_kind::date, 0, redline::none, days_of(rules), {}});
    for (std::uint32_t e = 0; e < rules.evidence.size; ++e)
        if (r.evidence_age[e] != 0) items.push_back({variable_kind::evidence, e, redline::none, {0}, {}});
    for (std::uint32_t s = 0; s < rules.safeguards.size; ++s) {
        how_item levels{variable_kind::safeguard, s};
        for (std::uint32_t l = r.safeguard_level[s] + 1; l < rules.safeguards[s].values.size(); ++l)
            levels.values.push_back(l);
        if (!levels.values.empty()) items.push_back(levels);
    }
    for (std::uint32_t c = 0; c < rules.chains.size; ++c)
        if (r.chains[c] != redline::chain_state::complete)
            items.push_back({variable_kind::chain,
                             c,
                             redline::none,
                             {static_cast<std::uint64_t>(redline::chain_state::complete)},
                             {}});
    return items;
}

}  // namespace redline_test
