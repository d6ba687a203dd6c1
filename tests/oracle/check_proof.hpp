// An independent oracle checks itself: enumeration against decisions on single requests, over random small contracts.
#pragma once

#include "compare.hpp"
#include "generate_assertion.hpp"
#include "how.hpp"
#include "mutate.hpp"
#include "parse.hpp"
#include "warnings.hpp"

#include <array>
#include <iostream>

namespace redline_oracle {

struct proof_counts {
    std::size_t contracts = 0, requests = 0, assertions = 0, hold = 0, attainable = 0, ways = 0, broken = 0;
    std::array<std::size_t, 4> verdicts{};
    std::size_t never_say = 0, anticipated = 0, never_true = 0, covered = 0, unlawful = 0, short_evidence = 0,
                one_party = 0, unmerged = 0, gaps = 0, terms = 0, no_way = 0, several_ways = 0;

    void broke(const std::string& what, const contract& c, const std::string& more)
    {
        if (++broken <= 3) std::cout << "BROKEN: " << what << "\n" << print(c) << more << "\n";
    }
};

/// A complete request of one use on a day of effect, not made by enumeration.
inline std::optional<request> other_complete_request(const contract& c, dice& d)
{
    request r = with_everything_known(c, random_request(c, d, true), d);
    r.uses.resize(1);
    if (!is_complete(c, r) || !is_in_effect(c, *r.day)) return {};
    return r;
}

/// The outcomes of each use that occur in a space.
inline std::set<std::pair<std::string, outcome>> occurring(const contract& c, const space& over)
{
    std::set<std::pair<std::string, outcome>> result;
    const outcome_column outcomes = columns(c, over).outcomes();
    const std::vector<request>& uses = over.dimensions.front().values;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        result.emplace(uses[i / (outcomes.size() / uses.size())].uses.front(), outcomes[i]);
    return result;
}

inline void check_cells(proof_counts& seen, const contract& c)
{
    const space all = complete_space(c, {}, detail::every_neighbour);
    if (space_size(all) > 200'000) return;
    ++seen.unmerged;
    if (occurring(c, all) != occurring(c, complete_space(c))) seen.broke("cells are alike", c, "");
}

inline void check_columns(proof_counts& seen, const contract& c, dice& d)
{
    const space over = complete_space(c);
    const outcome_column outcomes = columns(c, over).outcomes();
    for (int k = 0; k < 10; ++k, ++seen.requests) {
        const std::size_t i = d.below(outcomes.size());
        const request r = request_at(over, i);
        if (!is_complete(c, r) || evaluate(c, r).outcome != outcomes[i])
            seen.broke("an enumerated request is complete, and comes out as decided", c, print_json(r));
    }
}

/// What is printed is read as a contract that decides alike (parentheses that nothing needs are lost).
inline void check_reading(proof_counts& seen, const contract& c)
{
    const contract again = parse(print(c)).terms;
    const space over = complete_space(c);
    if (columns(c, over).outcomes() != columns(again, over).outcomes() ||
        print(parse(print(again)).terms) != print(again))
        seen.broke("what is printed is read again", c, print(again));
}

inline void check_assertion(proof_counts& seen, const contract& c, dice& d)
{
    const assertion a = random_assertion(c, d);
    const std::optional<request> found = counterexample(c, a);
    ++seen.assertions;
    seen.hold += !found;
    seen.attainable += !found && a.kind == assertion_kind::attainable;
    if (found && !breaks(c, a, *found)) seen.broke("a counterexample breaks", c, print(a) + print_json(*found));
    for (int k = 0; k < 10 && !found; ++k)
        if (const std::optional<request> r = other_complete_request(c, d); r && breaks(c, a, *r))
            seen.broke("what is proved, no request breaks", c, print(a) + print_json(*r));
}

inline void check_warnings(proof_counts& seen, const contract& c, dice& d)
{
    const findings found = find_warnings(c);
    for (const auto& [label, one] : found.terms) {
        ++seen.terms;
        seen.never_say += one.never_has_a_say, seen.anticipated += !one.anticipated_by.empty();
        seen.never_true += one.when_never_true, seen.covered += one.covered_whole;
        seen.unlawful += one.permits_unlawful;
    }
    seen.short_evidence += found.short_evidence.size(), seen.one_party += found.one_party_chains.size();
    for (const auto& [one_use, gap] : found.gaps) seen.gaps += gap;
    for (int k = 0; k < 10; ++k) {
        const std::optional<request> r = other_complete_request(c, d);
        if (!r) continue;
        const situation s{c, *r, r->uses.front()};
        for (const term& t : c.terms) {
            const term_findings& one = found.terms.at(t.label);
            if (one.when_never_true && a_of(t, s) == truth::yes) seen.broke("`when` is never true", c, t.label);
            if (!is_prohibit_form(t)) continue;
            if (one.never_has_a_say && (prohibits(t, s) || pauses(t, s))) seen.broke("never has a say", c, t.label);
            for (const term& other : c.terms) {
                if (!one.anticipated_by.contains(other.label)) continue;
                const bool hard = other.is_baseline() ? coverage(s) == truth::no : prohibits(other, s);
                const bool soft = hard || (other.is_baseline() ? coverage(s) == truth::unknown : pauses(other, s));
                if ((prohibits(t, s) && !hard) || (pauses(t, s) && !soft)) seen.broke("anticipated", c, t.label);
            }
        }
    }
}

inline void check_how(proof_counts& seen, const contract& c, dice& d)
{
    const request r = request_to_mend(c, d);
    if (space_size(possible_changes(c, r)) > small_space) return;
    const std::vector<way> found = smallest_ways(c, r);
    ++seen.ways;
    seen.no_way += found.empty();
    const std::set<support> minimal = minimal_supports(found);
    seen.several_ways += minimal.size() > 1;
    for (const way& one : found)
        if (!is_smallest(c, r, one.change))
            seen.broke("a way is smallest", c, print_json(r) + "\n" + dump(c, one.asks) + print_json(one.change));
    request all = with_everything_obtained(c, with_everything_known(c, r, d));
    all.uses = r.uses;
    if (found.empty() && evaluate(c, all).outcome == outcome::permitted)
        seen.broke("there is no way", c, print_json(r) + "\n" + print_json(all));
}

inline void check_comparison(proof_counts& seen, std::mt19937_64& rng)
{
    dice d(rng);
    const auto [before, after] = generate_small_pair(rng, 4000);
    const comparison is = compare(before, after), back = compare(after, before);
    ++seen.verdicts[static_cast<std::size_t>(is.overall)];
    const auto turned = [](verdict v) {
        return v == verdict::narrower ? verdict::wider : v == verdict::wider ? verdict::narrower : v;
    };
    if (back.overall != turned(is.overall) || back.of_outcomes != turned(is.of_outcomes))
        seen.broke("a comparison turns round", before, print(after));
    if (compare(before, before).overall != verdict::equivalent) seen.broke("equivalent to itself", before, "");
    for (const auto& [one_use, pairs] : is.uses)
        for (const auto& [pair, r] : pairs)
            if (outcomes_of(before, after, r) != pair) seen.broke("a witness", before, print(after) + print_json(r));
    contract joint = joint_vocabulary(before, after);
    joint.roles = before.roles;  // who attests
    for (int k = 0; k < 10; ++k) {
        request r = with_everything_known(joint, random_request(joint, d, true), d);
        r.uses.resize(1);
        if (!is_in_effect(before, *r.day) && !is_in_effect(after, *r.day)) continue;
        if (!is.uses.at(r.uses.front()).contains(outcomes_of(before, after, r)))
            seen.broke("every pair that occurs is found", before, print(after) + print_json(r));
    }
}

/// So many contracts, with what is asked of each. Prints what was seen; false, when something was broken.
inline bool check_proof(std::size_t contracts)
{
    proof_counts n;
    for (std::uint64_t seed = 0; seed < contracts; ++seed, ++n.contracts) {
        std::mt19937_64 rng(seed);
        dice d(rng);
        const contract c = generate_small_contract(rng, 5000);
        check_reading(n, c);
        check_cells(n, c);
        check_columns(n, c, d);
        for (int k = 0; k < 4; ++k) check_assertion(n, c, d);
        check_warnings(n, c, d);
        check_how(n, c, d);
        check_comparison(n, rng);
    }
    std::cout << n.contracts << " contracts (" << n.unmerged << " also with every neighbour): of " << n.assertions
              << " assertions " << n.hold << " hold (" << n.attainable << " attainable); verdicts " << n.verdicts[0]
              << " equivalent, " << n.verdicts[1] << " narrower, " << n.verdicts[2] << " wider, " << n.verdicts[3]
              << " incomparable; of " << n.terms << " terms " << n.never_say << " never have a say, " << n.anticipated
              << " anticipated, " << n.never_true << " `when` never true, " << n.covered << " covered, " << n.unlawful
              << " permit what is unlawful; " << n.short_evidence << " evidence short, " << n.one_party
              << " chains of one party, " << n.gaps << " uses with gaps; of " << n.ways << " requests " << n.no_way
              << " without a way, " << n.several_ways << " with several; " << n.broken << " broken\n";
    return n.broken == 0;
}

}  // namespace redline_oracle
