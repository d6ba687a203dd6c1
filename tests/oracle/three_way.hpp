// An independent oracle: a base and two drafts of it over every request of the union of their vocabularies.
#pragma once

#include "compare.hpp"

namespace redline_oracle {

/// The requests of a union, as they are put to each of several contracts.
struct shared_space {
    space all;
    std::vector<space> seen;  // by contract
};

/// As `complete_space` of two: over the days on which one of them is in effect.
inline shared_space complete_space(const std::vector<const contract*>& contracts)
{
    contract vocabulary = *contracts.front();
    for (const contract* c : contracts) vocabulary = joint_vocabulary(vocabulary, *c);
    std::vector<std::vector<condition>> of_each;
    std::vector<condition> atoms;
    for (const contract* c : contracts) {
        of_each.push_back(all_atoms(*c));
        atoms.insert(atoms.end(), of_each.back().begin(), of_each.back().end());
    }
    std::set<date> days;
    for (const date& day : day_cells(contracts, atoms))
        if (std::any_of(contracts.begin(), contracts.end(), [&](const contract* c) { return is_in_effect(*c, day); }))
            days.insert(day);
    shared_space result;
    result.all.dimensions = given_dimensions(vocabulary, days, atoms);
    for (const dimension& d : obtainable_dimensions(vocabulary, contracts, atoms)) result.all.dimensions.push_back(d);
    std::vector<reading> readings;
    result.seen.assign(contracts.size(), result.all);
    for (std::size_t c = 0; c < contracts.size(); ++c) {
        for (dimension& d : result.seen[c].dimensions)
            for (request& one : d.values) one = aligned(*contracts[c], one, true);
        readings.push_back({*contracts[c], of_each[c], &result.seen[c]});
    }
    const std::vector<condition> none;
    readings.push_back({vocabulary, none, &result.all});
    merge_alike(readings);
    return result;
}

/// Where the three outcomes are not all the same: use, base, theirs, ours.
using three_outcomes = std::tuple<std::string, outcome, outcome, outcome>;

inline std::set<three_outcomes> compare_three(const contract& base, const contract& theirs, const contract& ours)
{
    const shared_space over = complete_space({&base, &theirs, &ours});
    const outcome_column b = columns(base, over.seen[0]).outcomes(), t = columns(theirs, over.seen[1]).outcomes(),
                         o = columns(ours, over.seen[2]).outcomes();
    const std::vector<request>& uses = over.all.dimensions.front().values;
    std::set<three_outcomes> result;
    for (std::size_t i = 0; i < b.size(); ++i)
        if (b[i] != t[i] || b[i] != o[i])
            result.emplace(uses[i / (b.size() / uses.size())].uses.front(), b[i], t[i], o[i]);
    return result;
}

}  // namespace redline_oracle
