// An independent oracle: the questions that two drafts are asked, over one space, as formulas that a witness satisfies.
#pragma once

#include "encode.hpp"
#include "find.hpp"

namespace redline_solver {

enum class verdict : std::uint8_t { equivalent, narrower, wider, incomparable };

/// Questions about two contracts over one space; `before` and `after` are its sides 0 and 1. Language reference,
/// "Drafts".
class pair_questions {
public:
    encoder before, after;

    pair_questions(space& over, number& use) : before{over, 0, use}, after{over, 1, use}, space_{over} {}

    /// A request whose outcome goes from one to the other.
    z3::expr goes(outcome from, outcome to) { return conjunction(before.is(from), after.is(to)); }
    z3::expr stricter() { return moves(before, after); }
    z3::expr milder() { return moves(after, before); }
    /// What outcomes alone say: chains, and who attests what, are not looked at.
    verdict of_outcomes(engine which = engine::finite_domain)
    {
        bool const narrower = find(space_, stricter(), which).has_value();
        bool const wider = find(space_, milder(), which).has_value();
        return narrower ? (wider ? verdict::incomparable : verdict::narrower)
                        : (wider ? verdict::wider : verdict::equivalent);
    }

private:
    static z3::expr moves(encoder& mild, encoder& strict)
    {
        return disjunction(conjunction(mild.is(outcome::permitted), negation(strict.is(outcome::permitted))),
                           conjunction(negation(mild.is(outcome::prohibited)), strict.is(outcome::prohibited)));
    }
    space& space_;
};

}  // namespace redline_solver
