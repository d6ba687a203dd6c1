// An independent oracle: truth values of three as pairs of formulas.
#pragma once

#include "number.hpp"

namespace redline_solver {

/// A truth value of three as two formulas: whether it is true, and whether it may be (is not false). Where nothing can
/// be unknown, both are the same formula.
struct truth {
    z3::expr yes, maybe;

    explicit truth(z3::expr const& both) : yes{both}, maybe{both} {}
    truth(z3::expr const& is_true, z3::expr const& is_not_false) : yes{is_true}, maybe{is_not_false} {}
    bool two_valued() const { return z3::eq(yes, maybe); }
};
inline truth operator&(truth const& a, truth const& b)
{
    if (a.two_valued() && b.two_valued()) return truth{conjunction(a.yes, b.yes)};
    return {conjunction(a.yes, b.yes), conjunction(a.maybe, b.maybe)};
}
inline truth operator|(truth const& a, truth const& b)
{
    if (a.two_valued() && b.two_valued()) return truth{disjunction(a.yes, b.yes)};
    return {disjunction(a.yes, b.yes), disjunction(a.maybe, b.maybe)};
}
inline truth operator!(truth const& a)
{
    if (a.two_valued()) return truth{negation(a.yes)};
    return {negation(a.maybe), negation(a.yes)};
}

}  // namespace redline_solver
