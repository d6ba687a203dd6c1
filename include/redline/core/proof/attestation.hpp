// Who attests facts and gives evidence, in two contracts: part of how far each goes.
#pragma once

#include "../names.hpp"

namespace redline::inline v0_1::proof {

/// Which way two contracts differ; both may be so at once.
struct differing_ways {
    bool narrower = false;
    bool wider = false;
};

/// How a `from` changed: added is narrower, dropped is wider, changed is both. Parties and roles are aligned by spelling.
constexpr differing_ways change_of_from(rule_set const& before, principal was, rule_set const& after,
                                        principal is) noexcept
{
    bool const some_before = was.kind != principal_kind::nobody;
    bool const some_after = is.kind != principal_kind::nobody;
    if (!some_before || !some_after) return {some_after, some_before};
    auto const name = [](rule_set const& rules, principal p) {
        return rules(p.kind == principal_kind::party ? rules.parties[p.index].name : rules.roles[p.index].name);
    };
    bool const changed = was.kind != is.kind || name(before, was) != name(after, is);
    return {changed, changed};
}

/// How far two contracts differ in who attests the facts, and gives the evidence, that both have; language reference,
/// "Drafts". Linear on average; constexpr, no heap.
constexpr differing_ways compare_attestations(rule_set const& before, rule_set const& after) noexcept
{
    differing_ways all{};
    auto const add = [&](differing_ways d) {
        all.narrower = all.narrower || d.narrower;
        all.wider = all.wider || d.wider;
    };
    for (fact_entry const& f : before.facts) {
        symbol const* const found = find_name(after, name_space::names, before(f.name));
        if (found != nullptr && found->kind == symbol_kind::fact)
            add(change_of_from(before, f.from, after, after.facts[found->index].from));
    }
    for (evidence_entry const& e : before.evidence) {
        symbol const* const found = find_name(after, name_space::names, before(e.name));
        if (found != nullptr && found->kind == symbol_kind::evidence)
            add(change_of_from(before, e.from, after, after.evidence[found->index].from));
    }
    return all;
}

}  // namespace redline::inline v0_1::proof
