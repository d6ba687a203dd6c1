// Which terms of two contracts are the same one, changed or not: by their labels, and where only that changed, by their text.
#pragma once

#include "term_text.hpp"

#include <map>
#include <vector>

namespace redline::inline v0_1 {

/// A term of one contract and of another; `none` where one has it not.
struct term_match {
    std::uint32_t before = none, after = none;

    friend bool operator==(term_match const&, term_match const&) = default;
};

namespace proof {

/// What stands between a term's label and its `citing`, as contract text.
inline std::string body_of(rule_set const& rules, std::uint32_t term)
{
    std::string text;
    term_writer{rules, text}.body(rules.terms[term]);
    return text;
}

}  // namespace proof

/// Matches the terms of two contracts whose kind is `wanted`, each with one at most: first those of one label and one body
/// (as `term_text.hpp` writes it), then those of one body under another label, in the order of the contracts, and then
/// those of one label. Gives the terms of `before`, in its order, and then what only `after` has, in its order.
///
/// Language reference, "Drafts". n log n in the texts; run time only: allocates.
template <class Wanted>
std::vector<term_match> match_terms(rule_set const& before, rule_set const& after, Wanted const& wanted)
{
    struct side {
        std::vector<std::uint32_t> terms;  // in order
        std::vector<std::string> bodies;
        std::vector<std::uint32_t> match;  // of the other side's, by place in `terms`
    } was, is;
    for (auto const& [rules, of] : {std::pair{&before, &was}, std::pair{&after, &is}}) {
        for (std::uint32_t t = 0; t < rules->terms.size; ++t) {
            if (!wanted(rules->terms[t].kind)) continue;
            of->terms.push_back(t);
            of->bodies.push_back(proof::body_of(*rules, t));
        }
        of->match.assign(of->terms.size(), none);
    }
    auto const label = [](rule_set const& rules, std::uint32_t term) { return rules(rules.terms[term].label); };
    auto const join = [&](std::uint32_t i, std::uint32_t j) {
        was.match[i] = j;
        is.match[j] = i;
    };
    std::map<std::string_view, std::uint32_t> by_label;
    for (std::uint32_t j = 0; j < is.terms.size(); ++j) by_label.emplace(label(after, is.terms[j]), j);
    for (std::uint32_t i = 0; i < was.terms.size(); ++i) {
        auto const found = by_label.find(label(before, was.terms[i]));
        if (found != by_label.end() && is.bodies[found->second] == was.bodies[i]) join(i, found->second);
    }
    std::multimap<std::string_view, std::uint32_t> by_body;  // equal ones stay in the order of the contract
    for (std::uint32_t j = 0; j < is.terms.size(); ++j)
        if (is.match[j] == none) by_body.emplace(is.bodies[j], j);
    for (std::uint32_t i = 0; i < was.terms.size(); ++i) {
        if (was.match[i] != none) continue;
        auto const found = by_body.lower_bound(was.bodies[i]);
        if (found == by_body.end() || found->first != was.bodies[i]) continue;
        join(i, found->second);
        by_body.erase(found);
    }
    std::vector<term_match> all;
    for (std::uint32_t i = 0; i < was.terms.size(); ++i) {
        auto const found = by_label.find(label(before, was.terms[i]));
        if (was.match[i] == none && found != by_label.end() && is.match[found->second] == none) join(i, found->second);
        all.push_back({was.terms[i], was.match[i] == none ? none : is.terms[was.match[i]]});
    }
    for (std::uint32_t j = 0; j < is.terms.size(); ++j)
        if (is.match[j] == none) all.push_back({none, is.terms[j]});
    return all;
}

}  // namespace redline::inline v0_1
