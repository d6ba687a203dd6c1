// decide: what a rule set says of a request.
#pragma once

#include "consult.hpp"
#include "workspace.hpp"

namespace redline::inline v0_1 {

namespace detail {

/// One decision in the making; language reference, "What is decided".
class decider {
public:
    constexpr decider(rule_set const& rules, request_view const& request, workspace_view& work) noexcept
        : rules_{rules}, request_{request}, work_{work}
    {}

    constexpr decision made() noexcept
    {
        if (!request_.valid || request_.use_count == 0 || !is_decidable(rules_)) return not_valid();
        // What is pending is cleared where it is gathered.
        work_.prohibiting.clear();
        work_.pausing.clear();
        work_.permitting.clear();
        work_.exceptions.clear();
        work_.log_candidates.clear();
        work_.log.clear();
        for (std::uint32_t i = 0; i < request_.use_count; ++i) one_use(request_.uses[i], i == 0);

        unsigned const kinds = (1u << static_cast<unsigned>(worst_)) | (excepted_ ? unsigned{log_exceptions} : 0u);
        work_.log_candidates.each([&](std::uint32_t t) {
            if ((rules_.logs[rules_.terms[t].detail].kinds & kinds) != 0) work_.log.add(t);
        });
        // Each member at once: that is faster than an empty decision that is then filled.
        bool const paused = worst_ == outcome::paused;
        index_set_view const nothing{};
        return {worst_,
                worst_ != outcome::prohibited ? ground::not_prohibited
                : forbidden_                  ? ground::forbidden
                                              : ground::uncovered,
                worst_ == outcome::prohibited ? work_.prohibiting.view()
                : paused                      ? work_.pausing.view()
                                              : work_.permitting.view(),
                {paused ? work_.signoffs.view() : nothing, paused ? work_.evidence.view() : nothing,
                 paused ? work_.safeguards.view() : nothing, paused ? work_.facts.view() : nothing, paused && mission_,
                 paused && date_, paused && use_},
                work_.exceptions.view(),
                work_.log.view(),
                &rules_};
    }

private:
    constexpr decision not_valid() const noexcept
    {
        decision d{};
        d.rules = &rules_;
        return d;
    }
    /// Takes what terms say of one use.
    struct said_of_use {
        decider& of;
        truth& coverage;
        outcome& here;

        constexpr void permits(std::uint32_t t, truth applies) const noexcept
        {
            coverage = either(coverage, applies);
            if (applies == truth::yes) of.work_.permitting.add(t);
        }
        constexpr void forbids(std::uint32_t t, truth applies, truth_readings unless) const noexcept
        {
            if (of.rules_.terms[t].waivable && is_exception(unless)) {
                of.work_.exceptions.add(t);
                of.excepted_ = true;
            }
            outcome const says = verdict_of_prohibition(applies, unless);
            if (says == outcome::paused) of.work_.pausing.add(t);
            if (says == outcome::prohibited) {
                of.work_.prohibiting.add(t);
                of.forbidden_ = true;
            }
            here = strictest(here, says);
        }
        constexpr void logs(std::uint32_t t, truth) const noexcept { of.work_.log_candidates.add(t); }
    };

    constexpr void one_use(requested_kind use, bool first) noexcept
    {
        work_.forget(rules_.definitions.size);
        condition_evaluator const evaluate{rules_, request_, use, work_.memo};
        candidate_terms const candidates{rules_, use, work_.candidates};
        truth coverage = truth::no;
        outcome here = outcome::permitted;
        said_of_use const says{*this, coverage, here};
        candidates.each([&](std::uint32_t t) {
            truth const scope = candidates.covers_use(rules_.terms[t].scope);
            if (scope != truth::no) consult(rules_, evaluate, t, scope, says);
        });

        coverage = both(coverage, in_effect(rules_, request_));
        if (coverage == truth::no) work_.prohibiting.add(rules_.baseline);
        if (coverage == truth::unknown) work_.pausing.add(rules_.baseline);
        here = strictest(here, verdict_of_coverage(coverage));
        if (here > worst_) worst_ = here;
        // What is pending matters only while nothing prohibits.
        if (worst_ != outcome::paused || here != outcome::paused) return;
        if (!gathered_) {
            work_.signoffs.clear();
            work_.evidence.clear();
            work_.safeguards.clear();
            work_.facts.clear();
            gathered_ = true;
        }
        auto const gather = [&](std::uint32_t t) {
            if (is_prohibit_form(rules_.terms[t].kind)) gather_pausing(evaluate, candidates, rules_.terms[t]);
        };
        if (first) work_.pausing.each(gather);
        else  // terms that pause for another use may stand in the set too, and say nothing here
            candidates.each([&](std::uint32_t t) {
                if (work_.pausing.contains(t) && still_speaks(evaluate, candidates, rules_.terms[t])) gather(t);
            });
        if (coverage == truth::unknown) gather_uncovered(evaluate, candidates);
    }

    /// Whether a prohibit form has a say for a use: its scope `and` W is not false, and X not true.
    constexpr bool still_speaks(condition_evaluator const& evaluate, candidate_terms const& candidates,
                                term_entry const& term) const noexcept
    {
        truth const applies =
            both(candidates.covers_use(term.scope), evaluate.value(term.when, truth::yes, reading::as_given));
        return has_say(applies, evaluate.readings(term.unless, truth::no));
    }
    /// What a term that pauses for a use waits for.
    constexpr void gather_pausing(condition_evaluator const& evaluate, candidate_terms const& candidates,
                                  term_entry const& term) noexcept
    {
        work_.forget(rules_.definitions.size);
        if (candidates.covers_use(term.scope) == truth::unknown) use_ = true;
        auto const pend = [&](condition_node const& n, truth value) { pend_on(n, value); };
        evaluate.each_atom(term.when, pend);
        evaluate.each_atom(term.unless, pend);
    }
    /// What coverage waits for: every permit term whose scope is not false, and the header's dates.
    constexpr void gather_uncovered(condition_evaluator const& evaluate, candidate_terms const& candidates) noexcept
    {
        candidates.each([&](std::uint32_t t) {
            term_entry const& term = rules_.terms[t];
            if (term.kind > term_kind::permit) return;
            truth const scope = candidates.covers_use(term.scope);
            if (scope == truth::no) return;
            if (scope == truth::unknown) use_ = true;
            work_.forget(rules_.definitions.size);
            evaluate.each_atom(term.when, [&](condition_node const& n, truth value) { pend_on(n, value); });
        });
        if (in_effect(rules_, request_) == truth::unknown) date_ = true;
    }
    constexpr void pend_on(condition_node const& n, truth value) noexcept
    {
        if (is_obtainable(n.op)) {
            if (value == truth::yes) return;
            if (n.op == condition_op::evidence) work_.evidence.add(n.subject);
            else if (n.op == condition_op::safeguard) work_.safeguards.add(n.subject);
            else if (request_.chains[n.subject] != chain_state::refused) work_.signoffs.add(n.subject);
            return;
        }
        if (value != truth::unknown) return;
        switch (n.op) {
        case condition_op::mission_is:
        case condition_op::mission_sensitive: mission_ = true; break;
        case condition_op::use_is: use_ = true; break;
        case condition_op::date_from:
        case condition_op::date_before: date_ = true; break;
        case condition_op::has_any:
            work_.facts.add(fact_of_slot(rules_, rules_.alternatives[n.alternatives().first]));
            break;
        default: work_.facts.add(fact_of_slot(rules_, n.subject)); break;
        }
    }

    rule_set const& rules_;
    request_view const& request_;
    workspace_view& work_;
    outcome worst_ = outcome::permitted;
    bool forbidden_ = false, excepted_ = false;
    bool mission_ = false, date_ = false, use_ = false;
    bool gathered_ = false;
};

}  // namespace detail

/// Decides a request under a rule set; language reference, "What is decided".
///
/// `request` is one of this rule set, with at least one use; one that is not valid comes out as prohibited with the
/// ground `not_valid`. The decision's sets live in `work`, whose memory is of the size that the rule set tells and is
/// used for one decision at a time. Looks only at terms whose scope can cover a use of the request. constexpr, noexcept,
/// never allocates.
constexpr decision decide(rule_set const& rules, request_view const& request, workspace_view& work) noexcept
{
    return detail::decider{rules, request, work}.made();
}

}  // namespace redline::inline v0_1
