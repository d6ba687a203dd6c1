// An independent oracle: what a contract decides as formulas for z3, put down again from the language reference.
#pragma once

#include "condition.hpp"

namespace redline_solver {

enum class outcome : std::uint8_t { permitted, paused, prohibited };

/// What one contract of a space decides for one use, which may be an unknown. Language reference, "What is decided".
class encoder : public condition_encoder {
public:
    encoder(space& over, std::size_t which, number& use) : condition_encoder{over, which, use}
    {
        terms_.resize(rules_.terms.size);
    }

    /// A: scope `and` W.
    truth applies(std::uint32_t term) { return said_by(term).applies; }
    /// B: A `and not` X. Not false: the term has a say.
    truth speaks(std::uint32_t term) { return said_by(term).speaks; }
    /// B⁺: B with everything obtained that still can be. True: the term prohibits.
    truth stays(std::uint32_t term) { return said_by(term).stays; }

    /// Whether a term prohibits: one of a prohibit form, or the baseline's, which does where nothing is covered.
    z3::expr prohibits(std::uint32_t term)
    {
        return term == rules_.baseline ? negation(coverage().maybe) : stays(term).yes;
    }
    z3::expr pauses(std::uint32_t term)
    {
        truth const covered = coverage();
        if (term == rules_.baseline) return conjunction(covered.maybe, negation(covered.yes));
        return conjunction(speaks(term).maybe, negation(stays(term).yes));
    }

    truth coverage()
    {
        if (coverage_) return *coverage_;
        z3::expr in_effect = space_.context.bool_val(true);
        if (rules_.has_from) in_effect = from_day(rules_.effective_from);
        if (rules_.has_before) in_effect = conjunction(in_effect, negation(from_day(rules_.effective_before)));
        truth covered = constant(false);
        for (std::uint32_t t = 0; t != rules_.terms.size; ++t)
            if (redline::term_kind const kind = rules_.terms[t].kind;
                kind == redline::term_kind::permit_all_lawful || kind == redline::term_kind::permit)
                covered = covered | applies(t);
        return coverage_.emplace(covered & truth{in_effect});
    }
    /// Whether any term of a prohibit form prohibits; whether any has a say.
    z3::expr some_prohibits()
    {
        return any_form([&](std::uint32_t t) { return stays(t).yes; });
    }
    z3::expr some_speaks()
    {
        return any_form([&](std::uint32_t t) { return speaks(t).maybe; });
    }

    z3::expr is(outcome what)
    {
        if (!permitted_) {
            permitted_ = conjunction(coverage().yes, negation(some_speaks()));
            prohibited_ = disjunction(negation(coverage().maybe), some_prohibits());
        }
        if (what == outcome::permitted) return *permitted_;
        if (what == outcome::prohibited) return *prohibited_;
        return conjunction(negation(*permitted_), negation(*prohibited_));
    }

private:
    struct term_formulas {
        truth applies, speaks, stays;
    };

    template <class Formula>
    z3::expr any_form(Formula const& of)
    {
        z3::expr_vector some{space_.context};
        for (std::uint32_t t = 0; t != rules_.terms.size; ++t) {
            if (!redline::is_prohibit_form(rules_.terms[t].kind)) continue;
            z3::expr const formula = of(t);
            if (formula.is_true()) return formula;
            if (!formula.is_false()) some.push_back(formula);
        }
        return some.empty() ? space_.context.bool_val(false) : z3::mk_or(some);
    }
    term_formulas const& said_by(std::uint32_t term)
    {
        auto& known = terms_[term];
        if (known) return *known;
        redline::term_entry const& entry = rules_.terms[term];
        truth applied{covers(entry.scope)};
        if (entry.kind == redline::term_kind::permit_nothing_else) applied = constant(false);
        if (entry.kind == redline::term_kind::permit_all_lawful)
            applied = truth{side_.slots[rules_.facts[rules_.lawful].slot]->at_least(1)};
        if (!applied.maybe.is_false()) applied = applied & condition(entry.when, true);
        if (applied.maybe.is_false()) return known.emplace(term_formulas{applied, applied, applied});
        truth const given = condition(entry.unless, false);
        truth const obtained = condition(entry.unless, false, obtaining::all_that_can_be);
        return known.emplace(term_formulas{applied, applied & !given, applied & !obtained});
    }

    std::vector<std::optional<term_formulas>> terms_;
    std::optional<truth> coverage_;
    std::optional<z3::expr> permitted_, prohibited_;
};

}  // namespace redline_solver
