// decide: what a rule set says of a request.
#pragma once

#include "meaning.hpp"
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
    /// Whether the use tells of each path whether it lies at or below it: not so of one whose kind is still open.
    constexpr bool is_certain(requested_kind use) const noexcept
    {
        return use.form != kind_form::declared || is_leaf(rules_.uses[use.index]);
    }
    /// Calls `visit` with the terms whose scope can cover a use: the `or` of their paths is not false for it. Each once,
    /// in no order.
    template <class Visit>
    constexpr void each_candidate(requested_kind use, Visit const& visit) noexcept
    {
        bool const below_paths = use.form == kind_form::declared || use.form == kind_form::other;
        std::uint32_t above = below_paths ? use.index : none;
        std::uint32_t open = certain_ ? rules_.uses.size : 0;
        bool everywhere = true;
        bool seen = false;
        // A term with one path stands in one list, and once.
        auto const is_new = [&](std::uint32_t t) {
            if (everywhere || rules_.terms[t].scope.paths.size() == 1) return true;
            if (!seen) work_.candidates.clear();
            seen = true;
            return work_.candidates.insert(t);
        };
        for (array_view<std::uint32_t> list = rules_.terms_everywhere;;) {
            for (std::uint32_t const t : list)
                if (is_new(t)) visit(t);
            everywhere = false;
            if (above != none) {
                list = terms_of(above);
                above = rules_.uses[above].parent;
                continue;
            }
            while (open != rules_.uses.size && (open == use.index || lies_at(rules_.uses, open, use) != truth::unknown))
                ++open;
            if (open == rules_.uses.size) return;
            list = terms_of(open++);
        }
    }
    /// The terms with a path at exactly this use.
    constexpr array_view<std::uint32_t> terms_of(std::uint32_t use) const noexcept
    {
        std::uint32_t const first = rules_.first_term_of_use[use];
        return {rules_.terms_of_use.data + first, rules_.first_term_of_use[use + 1] - first};
    }
    /// What the scope of a candidate comes to.
    constexpr truth covers_candidate(scope_entry const& scope, requested_kind use) const noexcept
    {
        return scope.exceptions.empty() && certain_ ? truth::yes : covers(rules_, scope, use);
    }

    constexpr void one_use(requested_kind use, bool first) noexcept
    {
        work_.forget(rules_.definitions.size);
        condition_evaluator const evaluate{rules_, request_, use, work_.memo};
        certain_ = is_certain(use);
        truth coverage = truth::no;
        outcome here = outcome::permitted;
        each_candidate(use, [&](std::uint32_t t) {
            term_entry const& term = rules_.terms[t];
            truth const scope = covers_candidate(term.scope, use);
            if (scope == truth::no) return;
            truth const applies = both(scope, evaluate.value(term.when, truth::yes, reading::as_given));
            if (applies == truth::no) return;
            if (term.kind <= term_kind::permit) {
                if (term.kind == term_kind::permit_nothing_else) return;
                coverage = either(coverage, applies);
                if (applies == truth::yes) work_.permitting.add(t);
            }
            else if (is_prohibit_form(term.kind)) here = strictest(here, prohibition(evaluate, t, term, applies));
            else if (term.kind == term_kind::log) work_.log_candidates.add(t);
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
            if (is_prohibit_form(rules_.terms[t].kind)) gather_pausing(evaluate, rules_.terms[t], use);
        };
        if (first) work_.pausing.each(gather);
        else  // terms that pause for another use may stand in the set too, and say nothing here
            each_candidate(use, [&](std::uint32_t t) {
                if (work_.pausing.contains(t) && still_speaks(evaluate, rules_.terms[t], use)) gather(t);
            });
        if (coverage == truth::unknown) gather_uncovered(evaluate, use);
    }

    /// What a prohibit form says, where its scope `and` W is `applies`, which is not false.
    constexpr outcome prohibition(condition_evaluator const& evaluate, std::uint32_t t, term_entry const& term,
                                  truth applies) noexcept
    {
        truth_readings const unless = evaluate.readings(term.unless, truth::no);
        if (term.waivable && is_exception(unless)) {
            work_.exceptions.add(t);
            excepted_ = true;
        }
        outcome const says = verdict_of_prohibition(applies, unless);
        if (says == outcome::paused) work_.pausing.add(t);
        if (says == outcome::prohibited) {
            work_.prohibiting.add(t);
            forbidden_ = true;
        }
        return says;
    }

    /// Whether a prohibit form has a say for a use: its scope `and` W is not false, and X not true.
    constexpr bool still_speaks(condition_evaluator const& evaluate, term_entry const& term,
                                requested_kind use) const noexcept
    {
        truth const applies =
            both(covers_candidate(term.scope, use), evaluate.value(term.when, truth::yes, reading::as_given));
        return applies != truth::no && evaluate.value(term.unless, truth::no, reading::as_given) != truth::yes;
    }
    /// What a term that pauses for a use waits for.
    constexpr void gather_pausing(condition_evaluator const& evaluate, term_entry const& term,
                                  requested_kind use) noexcept
    {
        work_.forget(rules_.definitions.size);
        if (covers_candidate(term.scope, use) == truth::unknown) use_ = true;
        auto const pend = [&](condition_node const& n, truth value) { pend_on(n, value); };
        evaluate.each_atom(term.when, pend);
        evaluate.each_atom(term.unless, pend);
    }
    /// What coverage waits for: every permit term whose scope is not false, and the header's dates.
    constexpr void gather_uncovered(condition_evaluator const& evaluate, requested_kind use) noexcept
    {
        each_candidate(use, [&](std::uint32_t t) {
            term_entry const& term = rules_.terms[t];
            if (term.kind > term_kind::permit) return;
            truth const scope = covers_candidate(term.scope, use);
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
    bool gathered_ = false;
    bool certain_ = false;  // of the use at hand
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
