// What a contract says in vain, reported as warnings.
#pragma once

#include "../core/proof/findings.hpp"
#include "problems.hpp"

namespace redline::inline v0_1::text {

namespace detail {

constexpr code code_of(finding_kind k) noexcept
{
    switch (k) {
    case finding_kind::never_has_a_say: return code::never_has_a_say;
    case finding_kind::anticipated: return code::anticipated;
    case finding_kind::when_never_true: return code::when_never_true;
    case finding_kind::permit_covered: return code::permit_covered;
    case finding_kind::permit_without_lawful: return code::permit_without_lawful;
    case finding_kind::unused_name: return code::unused_name;
    case finding_kind::evidence_lapses: return code::evidence_lapses;
    case finding_kind::one_party_chain: return code::one_party_chain;
    }
    return code::none;
}
/// The text that a finding stands at: the label of its term, or the name that it is about.
inline text_ref subject_of(rule_set const& rules, finding const& f) noexcept
{
    return f.kind <= finding_kind::permit_without_lawful ? rules.terms[f.subject].label : f.name;
}
/// The label or name of the other thing that a finding speaks of.
inline text_ref other_of(rule_set const& rules, finding const& f) noexcept
{
    if (f.other == none) return {};
    return f.kind == finding_kind::one_party_chain ? rules.parties[f.other].name : rules.terms[f.other].label;
}

}  // namespace detail

/// Reports every finding as a warning at its place. Allocates.
inline void report_findings(rule_set const& rules, problems& wrong, proof::budget most = {})
{
    contract_findings const all = find_in(rules, most);
    for (finding const& f : all.found) {
        text_ref const at = detail::subject_of(rules, f);
        diagnostic& d = wrong.report(detail::code_of(f.kind), at.offset, at.length, wrong.line_of(at.offset));
        d.detail = rules(detail::other_of(rules, f));
    }
    if (all.complete) return;
    text_ref const at = rules.terms[rules.baseline].label;
    diagnostic& d = wrong.report(code::findings_incomplete, at.offset, at.length, wrong.line_of(at.offset));
    d.limit = most.nodes;
}

}  // namespace redline::inline v0_1::text
