// An independent oracle: every complete request of a contract ("Assertions quantify over every complete request of one
// use"), with one representative of each cell that the contract's operands cut facts, days and ages into.
#pragma once

#include "cells.hpp"

namespace redline_oracle {

/// A request that says one thing of a fact, and has it attested by whom the fact is declared `from`.
inline request saying(const fact& f, const fact_value& value)
{
    request r;
    r.facts[f.name] = value;
    if (f.from) r.attested[f.name] = *f.from;
    return r;
}

/// What can be obtained, in any state, the least first: not held, absent, not asked, opened, complete; then refused.
inline std::vector<dimension> obtainable_dimensions(const contract& vocabulary,
                                                    const std::vector<const contract*>& contracts,
                                                    const std::vector<condition>& atoms)
{
    std::vector<dimension> result;
    for (const evidence& e : vocabulary.evidences) {
        dimension d{"evidence:" + e.name, {request{}}};
        const std::set<std::uint64_t> ages = age_cells(contracts, e.name, atoms);
        for (auto age = ages.rbegin(); age != ages.rend(); ++age) {
            d.values.emplace_back();
            d.values.back().evidence[e.name] = duration{*age, "minutes"};
        }
        result.push_back(d);
    }
    for (const safeguard& s : vocabulary.safeguards) {
        dimension d{"safeguard:" + s.name, {}};
        for (const std::string& level : s.ladder()) {
            d.values.emplace_back();
            d.values.back().safeguards[s.name] = level;
        }
        result.push_back(d);
    }
    for (const signoff& s : vocabulary.signoffs) {
        dimension d{"signoff:" + s.name, {request{}}};
        for (const chain_state state : {chain_state::opened, chain_state::complete, chain_state::refused}) {
            d.values.emplace_back();
            d.values.back().signoffs[s.name] = state;
        }
        result.push_back(d);
    }
    return result;
}

/// The use, the mission, the date and the facts, each known and attested. Without missions, none is given.
inline std::vector<dimension> given_dimensions(const contract& vocabulary, const std::set<date>& days,
                                               const std::vector<condition>& atoms)
{
    std::vector<dimension> result;
    dimension uses{"use", {}}, missions{"mission", {}}, dates{"date", {}};
    for (const std::string& one : complete_uses(vocabulary)) {
        uses.values.emplace_back();
        uses.values.back().uses = {one};
    }
    for (const std::string& one : complete_kinds(mission_paths(vocabulary))) {
        missions.values.emplace_back();
        missions.values.back().mission = one;
    }
    for (const date& day : days) {
        dates.values.emplace_back();
        dates.values.back().day = day;
    }
    result.push_back(uses);
    if (!missions.values.empty()) result.push_back(missions);
    result.push_back(dates);
    for (const fact& f : all_facts(vocabulary)) {
        dimension d{"fact:" + f.name, {}};
        for (const fact_value& value : fact_cells(f, atoms)) d.values.push_back(saying(f, value));
        result.push_back(d);
    }
    return result;
}

inline bool is_in_effect(const contract& c, const date& day)
{
    return (!c.effective_from || day >= *c.effective_from) && (!c.effective_before || day < *c.effective_before);
}

enum class detail { one_of_each_cell, every_neighbour };

/// Every complete request, also cut at the operands of conditions beside the contract. `one_of_each_cell` keeps one
/// value of those that no atom of either tells apart, so what no condition mentions has one value; uses are all kept.
/// Of a chain with states alike, the first of not asked, opened, complete and refused is kept.
inline space complete_space(const contract& c, const std::vector<condition>& beside = {},
                            detail how = detail::one_of_each_cell)
{
    const std::vector<condition> atoms = all_atoms(c, beside);
    std::set<date> days;
    for (const date& day : day_cells({&c}, atoms))
        if (is_in_effect(c, day)) days.insert(day);
    space result{{}, given_dimensions(c, days, atoms)};
    for (const dimension& d : obtainable_dimensions(c, {&c}, atoms)) result.dimensions.push_back(d);
    if (how == detail::one_of_each_cell) merge_alike({{c, atoms, &result}});
    return result;
}

/// How many requests `complete_space` has, to skip contracts that are too big.
inline std::uint64_t space_size(const contract& c, const std::vector<condition>& beside = {})
{
    return space_size(complete_space(c, beside));
}

}  // namespace redline_oracle
