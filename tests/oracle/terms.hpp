// An independent oracle: what a term says of one use (A, B, B⁺) and coverage, as the language's page defines them.
#pragma once

#include "condition.hpp"

namespace redline_oracle {

/// W: "An absent `when` is true". `permit all lawful uses`: "the baseline: `permit all uses when lawful`".
inline condition when_of(const term& t)
{
    if (t.kind == term_kind::permit_all_lawful) return make(condition_kind::flag, "lawful");
    return t.when.value_or(make(condition_kind::all));
}

/// S, where a term that names none is over all uses.
inline scope scope_of(const term& t) { return t.over.value_or(scope{true, {}, {}}); }

/// X: "an absent `unless` is false"; `restrict S when W to X`: "`prohibit S when W unless X`"; `require I1, I2`:
/// "unless I1 and I2"; `trigger T … pause for C with I1`: "unless signed by C and I1".
inline condition unless_of(const term& t)
{
    if (t.condition_of) return *t.condition_of;
    if (t.kind != term_kind::require && t.kind != term_kind::trigger) return make(condition_kind::any);
    condition x = make(condition_kind::all);
    if (t.kind == term_kind::trigger) x.children.push_back(make(condition_kind::signed_by, t.pause_for));
    for (const condition& item : t.items) x.children.push_back(item);
    return x;
}

/// A: "its scope `and` W"
inline truth a_of(const term& t, const situation& s)
{
    return both(scope_is_true(scope_of(t), s.one_use), value(when_of(t), s, world::as_it_is));
}

/// "let B be A `and not` X, and let B⁺ be the same with everything obtained that still can be"
inline truth b_of(const term& t, const situation& s, world w)
{
    return both(a_of(t, s), negate(value(unless_of(t), s, w)));
}

inline bool is_prohibit_form(const term& t) { return !t.is_permit() && !t.is_log(); }

/// "B⁺ true: the term prohibits. B false: the term has no say. otherwise the term pauses."
inline bool prohibits(const term& t, const situation& s) { return b_of(t, s, world::obtained) == truth::yes; }
inline bool pauses(const term& t, const situation& s)
{
    return !prohibits(t, s) && b_of(t, s, world::as_it_is) != truth::no;
}

/// "the contract is in effect on the date of the request, where its header says when"
inline truth in_effect(const situation& s)
{
    const std::optional<date>& day = s.request.day;
    truth result = truth::yes;
    if (s.terms.effective_from) result = both(result, day ? of(*day >= *s.terms.effective_from) : truth::unknown);
    if (s.terms.effective_before) result = both(result, day ? of(*day < *s.terms.effective_before) : truth::unknown);
    return result;
}

/// "**Coverage** is the `or` of all permit terms (scope `and` W), the baseline's included, `and` that the contract is
/// in effect". `permit nothing else`: "nothing is permitted but by a permit term".
inline truth coverage(const situation& s)
{
    truth result = truth::no;
    for (const term& t : s.terms.terms)
        if (t.is_permit() && t.kind != term_kind::permit_nothing_else) result = either(result, a_of(t, s));
    return both(result, in_effect(s));
}

}  // namespace redline_oracle
