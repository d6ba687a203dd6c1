// Which terms can speak of a use, and what each then says: what single decisions and batches ask alike.
#pragma once

#include "index_set.hpp"
#include "meaning.hpp"

namespace redline::inline v0_1 {

/// The terms whose scope can cover one use: the `or` of their paths is not false for it.
class candidate_terms {
public:
    /// `seen` is a set for terms, which is needed for a use whose kind is open only.
    constexpr candidate_terms(rule_set const& rules, requested_kind use, index_set& seen) noexcept
        : rules_{rules}, use_{use}, seen_{seen}, certain_{use.form != kind_form::declared ||
                                                          is_leaf(rules.uses[use.index])}
    {}

    /// Calls `visit` with each of them once, in no order. Linear in them.
    template <class Visit>
    constexpr void each(Visit const& visit) const noexcept
    {
        for (std::uint32_t const t : rules_.terms_everywhere) visit(t);
        bool seen = false;
        // A term with one path stands in one list, and once.
        auto const is_new = [&](std::uint32_t t) {
            if (rules_.terms[t].scope.paths.size() == 1) return true;
            if (!seen) seen_.clear();
            seen = true;
            return seen_.insert(t);
        };
        auto const each_at = [&](std::uint32_t use) {
            std::uint32_t const* term = rules_.terms_of_use.data + rules_.first_term_of_use[use];
            std::uint32_t const* const last = rules_.terms_of_use.data + rules_.first_term_of_use[use + 1];
            for (; term != last; ++term)
                if (is_new(*term)) visit(*term);
        };
        if (use_.form == kind_form::declared || use_.form == kind_form::other)
            for (std::uint32_t above = use_.index; above != none; above = rules_.uses[above].parent) each_at(above);
        if (certain_) return;
        for (std::uint32_t open = 0; open != rules_.uses.size; ++open)
            if (open != use_.index && lies_at(rules_.uses, open, use_) == truth::unknown) each_at(open);
    }
    /// What the scope of one of them comes to.
    constexpr truth covers_use(scope_entry const& scope) const noexcept
    {
        return scope.exceptions.empty() && certain_ ? truth::yes : covers(rules_, scope, use_);
    }

private:
    rule_set const& rules_;
    requested_kind use_;
    index_set& seen_;
    bool certain_;  // the use tells of each path whether it lies at or below it
};

/// Asks one term whose scope is `scope`, which is not false: tells `says` that it permits, forbids or logs, with what its
/// scope `and` W comes to, where that is not false, and for what forbids, X. Language reference, "What is decided".
template <class Evaluator, class Says>
constexpr void consult(rule_set const& rules, Evaluator const& evaluate, std::uint32_t term, truth scope,
                       Says const& says) noexcept
{
    term_entry const& t = rules.terms[term];
    auto const applies = both(scope, evaluate.value(t.when, truth::yes, reading::as_given));
    if (is_never(applies) || t.kind > term_kind::log) return;
    if (is_prohibit_form(t.kind)) says.forbids(term, applies, evaluate.readings(t.unless, truth::no));
    else if (t.kind == term_kind::log) says.logs(term, applies);
    else if (is_covering(t.kind)) says.permits(term, applies);
}

}  // namespace redline::inline v0_1
