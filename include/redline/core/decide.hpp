// decide: what a rule set says of a request.
#pragma once

#include "workspace.hpp"

namespace redline {

namespace detail {

/// One decision in the making; language reference, "What is decided".
class decider {
public:
    constexpr decider(rule_set const& rules, request_view const& request, workspace_view& work) noexcept
        : rules_{rules}, request_{request}, work_{work}
    {}

    constexpr decision made() noexcept
    {
        work_.clear();
        decision d{};
        d.rules = &rules_;
        if (!request_.valid || request_.use_count == 0 || rules_.baseline == none) return d;
        for (std::uint32_t i = 0; i < request_.use_count; ++i) one_use(request_.uses[i]);

        d.outcome = worst_;
        d.ground = worst_ != outcome::prohibited ? ground::not_prohibited : forbidden_ ? ground::forbidden : ground::uncovered;
        d.by = worst_ == outcome::prohibited ? work_.prohibiting.view()
               : worst_ == outcome::paused   ? work_.pausing.view()
                                             : work_.permitting.view();
        d.exceptions = work_.exceptions.view();
        if (worst_ == outcome::paused)
            d.pending = {work_.signoffs.view(), work_.evidence.view(), work_.safeguards.view(), work_.facts.view(),
                         mission_, date_, use_};
        std::uint8_t const kinds =
            static_cast<std::uint8_t>((1u << static_cast<unsigned>(worst_)) | (excepted_ ? unsigned{log_exceptions} : 0u));
        work_.log_candidates.each([&](std::uint32_t t) {
            if ((rules_.logs[rules_.terms[t].detail].kinds & kinds) != 0) work_.log.add(t);
        });
        d.log = work_.log.view();
        return d;
    }

private:
    /// Collects the terms whose scope can cover a use: the `or` of their paths is not false for it.
    constexpr void collect_candidates(requested_kind use) noexcept
    {
        work_.candidates.clear();
        for (std::uint32_t const t : rules_.terms_everywhere) work_.candidates.add(t);
        if (use.form == kind_form::unlisted || use.form == kind_form::unknown) return;
        for (std::uint32_t at = use.index; at != none; at = rules_.uses[at].parent) collect_terms_of(at);
        if (use.form == kind_form::other || rules_.uses[use.index].leave - rules_.uses[use.index].enter == 1) return;
        for (std::uint32_t at = 0; at < rules_.uses.size; ++at)
            if (at != use.index && lies_at(rules_.uses, at, use) == truth::unknown) collect_terms_of(at);
    }
    constexpr void collect_terms_of(std::uint32_t use) noexcept
    {
        for (std::uint32_t i = rules_.first_term_of_use[use]; i != rules_.first_term_of_use[use + 1]; ++i)
            work_.candidates.add(rules_.terms_of_use[i]);
    }

    constexpr truth in_effect() const noexcept
    {
        if (!rules_.has_from && !rules_.has_before) return truth::yes;
        if (!request_.has_date) return truth::unknown;
        return truth_of((!rules_.has_from || request_.date >= rules_.effective_from) &&
                        (!rules_.has_before || request_.date < rules_.effective_before));
    }

    constexpr void one_use(requested_kind use) noexcept
    {
        work_.forget(rules_.definitions.size);
        condition_evaluator const evaluate{rules_, request_, use, work_.memo};
        collect_candidates(use);
        truth coverage = truth::no;
        outcome here = outcome::permitted;
        work_.candidates.each([&](std::uint32_t t) {
            term_entry const& term = rules_.terms[t];
            truth const scope = covers(rules_, term.scope, use);
            if (scope == truth::no) return;
            truth const applies = both(scope, evaluate.value(term.when, truth::yes, reading::as_given));
            if (applies == truth::no) return;
            if (term.kind <= term_kind::permit) {
                if (term.kind == term_kind::permit_nothing_else) return;
                coverage = either(coverage, applies);
                if (applies == truth::yes) work_.permitting.add(t);
            }
            else if (is_prohibit_form(term.kind)) {
                outcome const says = prohibition(evaluate, t, term, applies);
                if (says > here) here = says;
            }
            else if (term.kind == term_kind::log) work_.log_candidates.add(t);
        });

        coverage = both(coverage, in_effect());
        if (coverage == truth::no) work_.prohibiting.add(rules_.baseline);
        if (coverage == truth::unknown) work_.pausing.add(rules_.baseline);
        outcome const covered = static_cast<outcome>(2 - static_cast<int>(coverage));
        if (covered > here) here = covered;
        if (here > worst_) worst_ = here;
        // What is pending matters only while nothing prohibits; terms that pause for another use may stand in the set
        // too, and say nothing here.
        if (worst_ != outcome::paused || here != outcome::paused) return;
        work_.candidates.each([&](std::uint32_t t) {
            if (is_prohibit_form(rules_.terms[t].kind)) gather_if_pausing(evaluate, rules_.terms[t], use);
        });
        if (coverage == truth::unknown) gather_uncovered(evaluate, use);
    }

    /// What a prohibit form says, where its scope `and` W is `applies`, which is not false.
    constexpr outcome prohibition(condition_evaluator const& evaluate, std::uint32_t t, term_entry const& term,
                                  truth applies) noexcept
    {
        truth const carved_out = evaluate.value(term.unless, truth::no, reading::as_given);
        if (carved_out == truth::yes) {
            if (term.waivable && evaluate.value(term.unless, truth::no, reading::without_waivers) != truth::yes) {
                work_.exceptions.add(t);
                excepted_ = true;
            }
            return outcome::permitted;
        }
        outcome const says = of_prohibition(evaluate, term, applies);
        if (says == outcome::paused) work_.pausing.add(t);
        if (says == outcome::prohibited) {
            work_.prohibiting.add(t);
            forbidden_ = true;
        }
        return says;
    }
    /// B⁺ true: prohibits. Else, X not being true, the term pauses.
    static constexpr outcome of_prohibition(condition_evaluator const& evaluate, term_entry const& term, truth applies) noexcept
    {
        if (applies != truth::yes) return outcome::paused;
        return evaluate.value(term.unless, truth::no, reading::obtained) == truth::no ? outcome::prohibited
                                                                                      : outcome::paused;
    }

    constexpr void gather_if_pausing(condition_evaluator const& evaluate, term_entry const& term, requested_kind use) noexcept
    {
        truth const scope = covers(rules_, term.scope, use);
        truth const applies = both(scope, evaluate.value(term.when, truth::yes, reading::as_given));
        if (applies == truth::no || evaluate.value(term.unless, truth::no, reading::as_given) == truth::yes) return;
        work_.forget(rules_.definitions.size);
        if (scope == truth::unknown) use_ = true;
        auto const pend = [&](condition_node const& n, truth value) { pend_on(n, value); };
        evaluate.each_atom(term.when, pend);
        evaluate.each_atom(term.unless, pend);
    }
    /// What coverage waits for: every permit term whose scope is not false, and the header's dates.
    constexpr void gather_uncovered(condition_evaluator const& evaluate, requested_kind use) noexcept
    {
        work_.candidates.each([&](std::uint32_t t) {
            term_entry const& term = rules_.terms[t];
            if (term.kind > term_kind::permit) return;
            truth const scope = covers(rules_, term.scope, use);
            if (scope == truth::no) return;
            if (scope == truth::unknown) use_ = true;
            work_.forget(rules_.definitions.size);
            evaluate.each_atom(term.when, [&](condition_node const& n, truth value) { pend_on(n, value); });
        });
        if (in_effect() == truth::unknown) date_ = true;
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
        case condition_op::has_any: work_.facts.add(fact_of_slot(rules_.alternatives[n.alternatives().first])); break;
        default: work_.facts.add(fact_of_slot(n.subject)); break;
        }
    }
    /// The fact that a slot belongs to: the last that begins at or before it.
    constexpr std::uint32_t fact_of_slot(std::uint32_t slot) const noexcept
    {
        std::uint32_t low = 0;
        std::uint32_t high = rules_.facts.size;
        while (high - low > 1) {
            std::uint32_t const middle = low + (high - low) / 2;
            if (rules_.facts[middle].slot <= slot) low = middle;
            else high = middle;
        }
        return low;
    }

    rule_set const& rules_;
    request_view const& request_;
    workspace_view& work_;
    outcome worst_ = outcome::permitted;
    bool forbidden_ = false, excepted_ = false;
    bool mission_ = false, date_ = false, use_ = false;
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

}  // namespace redline
