// Who may audit which decisions: what the `audit` terms of a contract come to for a request.
#pragma once

#include "meaning.hpp"
#include "workspace.hpp"

namespace redline::inline v0_1 {

/// Whether an audit term is for somebody: it names that party or role, or the party that a role is of. constexpr, no heap.
constexpr bool may_audit_by(rule_set const& rules, term_entry const& term, principal who) noexcept
{
    return term.kind == term_kind::audit && who.kind != principal_kind::nobody &&
           attests(rules, rules.audits[term.detail].by, who);
}

/// Whether an audit term speaks of a request: its scope and `when` are not false for one of the request's uses, as they are
/// read of a log term. Language reference, "What is decided". Linear in the condition and its definitions; constexpr, noexcept,
/// no heap. Uses `work` as `decide` does.
constexpr bool is_audited(rule_set const& rules, term_entry const& term, request_view const& request,
                          workspace_view& work) noexcept
{
    for (std::uint32_t i = 0; i < request.use_count; ++i) {
        work.forget(rules.definitions.size);
        condition_evaluator const evaluate{rules, request, request.uses[i], work.memo};
        truth const scope = covers(rules, term.scope, request.uses[i]);
        if (both(scope, evaluate.value(term.when, truth::yes, reading::as_given)) != truth::no) return true;
    }
    return false;
}

}  // namespace redline::inline v0_1
