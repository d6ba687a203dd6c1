// An independent oracle: random assertions over the vocabulary of a contract.
#pragma once

#include "assertion.hpp"
#include "generate.hpp"

namespace redline_oracle {

/// About as often of one use or a few as of all; narrowed the more, the likelier it holds.
inline assertion random_assertion(const contract& c, dice& d)
{
    assertion a;
    const std::size_t choice = d.below(100);
    a.kind = choice < 35 ? assertion_kind::always : choice < 75 ? assertion_kind::never : assertion_kind::attainable;
    a.outcome = d.pick(std::vector<outcome>{outcome::permitted, outcome::paused, outcome::prohibited});
    a.over = random_scope(c, d);
    if (d.percent(50)) a.over = scope{false, {d.pick(paths_of(c.uses))}, {}};
    if (d.percent(65)) a.when = random_condition(c, d, false, 2);
    if (a.when && d.percent(40)) {  // of a term that speaks of it
        const term& t = d.pick(c.terms);
        if (t.when) a.when = t.when;
        if (t.over) a.over = *t.over;
    }
    if (has_obtainables(c) && d.percent(40)) a.without = random_items(c, d, 1, 2);
    return a;
}

inline assertion generate_assertion(const contract& c, std::mt19937_64& rng)
{
    dice d(rng);
    return random_assertion(c, d);
}

}  // namespace redline_oracle
