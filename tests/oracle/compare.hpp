// An independent oracle: two contracts compared over every request of the union of their vocabularies ("Drafts").
// Who signs the chains is no part of it.
#pragma once

#include "align.hpp"
#include "columns.hpp"
#include "complete.hpp"

namespace redline_oracle {

enum class verdict { equivalent, narrower, wider, incomparable };

inline std::string dump(verdict v)
{
    return v == verdict::equivalent ? "equivalent"
           : v == verdict::narrower ? "narrower"
           : v == verdict::wider    ? "wider"
                                    : "incomparable";
}

inline verdict verdict_of(bool narrower, bool wider)
{
    return narrower ? (wider ? verdict::incomparable : verdict::narrower)
                    : (wider ? verdict::wider : verdict::equivalent);
}

/// Every request of two contracts, as it is put to each: numbers are the same in the three.
struct joint_space {
    space both, before, after;
};

/// "over the union of their vocabularies, names aligned by spelling, and the days on which either is in effect"; over
/// requests that are complete in the union.
inline joint_space complete_space(const contract& before, const contract& after)
{
    const contract vocabulary = joint_vocabulary(before, after);
    const std::vector<condition> of_before = all_atoms(before), of_after = all_atoms(after);
    std::vector<condition> atoms = of_before;
    atoms.insert(atoms.end(), of_after.begin(), of_after.end());
    std::set<date> days;
    for (const date& day : day_cells({&before, &after}, atoms))
        if (is_in_effect(before, day) || is_in_effect(after, day)) days.insert(day);

    joint_space result;
    result.both.dimensions = given_dimensions(vocabulary, days, atoms);
    for (const dimension& d : obtainable_dimensions(vocabulary, {&before, &after}, atoms))
        result.both.dimensions.push_back(d);
    result.before = result.after = result.both;
    for (std::size_t i = 0; i < result.both.dimensions.size(); ++i) {
        for (request& one : result.before.dimensions[i].values) one = aligned(before, one, true);
        for (request& one : result.after.dimensions[i].values) one = aligned(after, one, true);
    }
    const std::vector<condition> none;  // `both` is no contract's: it only loses the values that the others lose
    merge_alike(
        {{before, of_before, &result.before}, {after, of_after, &result.after}, {vocabulary, none, &result.both}});
    return result;
}

inline std::uint64_t space_size(const contract& before, const contract& after)
{
    return space_size(complete_space(before, after).both);
}

/// "a fact's or evidence's `from` added is narrower, dropped is wider, changed is both", of what both declare.
struct from_change {
    std::string name;
    std::optional<std::string> before, after;

    bool is_narrower() const { return after.has_value(); }
    bool is_wider() const { return before.has_value(); }
};

inline std::vector<from_change> changed_from(const contract& before, const contract& after)
{
    std::vector<from_change> result;
    const std::vector<fact> facts = all_facts(after);
    for (const fact& f : all_facts(before))
        if (const fact* other = find(facts, f.name); other && other->from != f.from)
            result.push_back({f.name, f.from, other->from});
    for (const evidence& e : before.evidences)
        if (const evidence* other = find(after.evidences, e.name); other && other->from != e.from)
            result.push_back({e.name, e.from, other->from});
    return result;
}

using outcome_pair = std::pair<outcome, outcome>;  // before, after

struct comparison {
    names errors;  // what can't be compared; then all else is empty
    std::map<std::string, std::map<outcome_pair, request>>
        uses;  // of the union: the pairs that occur, with one witness
    verdict of_outcomes = verdict::equivalent;
    std::vector<from_change> from;
    verdict overall = verdict::equivalent;  // of outcomes and `from`
};

/// The outcomes of a request of the union under both, as the reference decides.
inline outcome_pair outcomes_of(const contract& before, const contract& after, const request& r)
{
    return {evaluate(before, aligned(before, r, true)).outcome, evaluate(after, aligned(after, r, true)).outcome};
}

inline comparison compare(const contract& before, const contract& after)
{
    comparison result;
    result.errors = not_comparable(before, after);
    if (!result.errors.empty()) return result;
    const joint_space over = complete_space(before, after);
    const outcome_column first = columns(before, over.before).outcomes();
    const outcome_column second = columns(after, over.after).outcomes();
    bool narrower = false, wider = false;
    const std::vector<request>& uses = over.both.dimensions.front().values;
    for (const request& one : uses) result.uses[one.uses.front()];
    for (std::size_t i = 0; i < first.size(); ++i) {
        const std::string& one_use = uses[i / (first.size() / uses.size())].uses.front();
        const outcome_pair pair{first[i], second[i]};
        std::map<outcome_pair, request>& pairs = result.uses[one_use];
        if (!pairs.contains(pair)) pairs.emplace(pair, request_at(over.both, i));
        narrower = narrower || second[i] > first[i];
        wider = wider || second[i] < first[i];
    }
    result.of_outcomes = verdict_of(narrower, wider);
    result.from = changed_from(before, after);
    for (const from_change& one : result.from) {
        narrower = narrower || one.is_narrower();
        wider = wider || one.is_wider();
    }
    result.overall = verdict_of(narrower, wider);
    return result;
}

}  // namespace redline_oracle
