// What two contracts say differently, beside their outcomes.
#pragma once

#include "differences_names.hpp"
#include "differences_terms.hpp"

namespace redline::inline v0_1 {

/// All that two contracts say differently in their headers, declarations, sign-off chains, logs, audits, duties and
/// continuity: so that a comparison lists what its verdict does not show. Names are aligned by spelling, terms by their
/// labels. Terms that permit or prohibit are left out, as outcomes show them; so are sections, `citing`, `because`,
/// scenarios, assertions and descriptions. Definitions, logs and the like differ where their text does, as `term_text.hpp`
/// writes it; what stands in another order in lists whose order means nothing does so only in scopes and conditions.
///
/// Listed by kind, for each first what `before` has, in its order, then what only `after` has; what changed in a chain
/// stands in its place. `effect` is set where somebody else, or somebody at all, attests a fact or gives evidence that
/// both declare. No errors: two contracts that can't be compared (`incomparable_names`) differ all the same. Language
/// reference, "Drafts".
///
/// Linear on average in the texts, times a logarithm, but quadratic in the rules of one chain. Run time only: allocates.
inline std::vector<difference> differences_between(rule_set const& before, rule_set const& after)
{
    std::vector<difference> all;
    proof::name_differences names{before, after, all};
    names.header();
    names.declarations();
    proof::term_differences rest{before, after, all};
    rest.chains();
    rest.terms(difference_kind::log, term_kind::log);
    rest.terms(difference_kind::audit, term_kind::audit);
    rest.terms(difference_kind::duty, term_kind::duty);
    rest.terms(difference_kind::continuity, term_kind::continuity);
    return all;
}

/// Why two contracts can't be compared, as `write_incomparable` for any `Out`, appended to a string.
inline void write_incomparable(std::string& to, incomparable_pair const& pair, rule_set const& before,
                               rule_set const& after)
{
    term_writer out{before, to};
    write_incomparable(out, pair, before, after);
}

}  // namespace redline::inline v0_1
