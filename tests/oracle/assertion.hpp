// An independent oracle: assertions, as text and by enumeration ("Assertions quantify over every complete request").
#pragma once

#include "change.hpp"
#include "columns.hpp"
#include "complete.hpp"
#include "print.hpp"

namespace redline_oracle {

enum class assertion_kind { always, never, attainable };

struct assertion {
    assertion_kind kind = assertion_kind::never;
    redline_oracle::outcome outcome = outcome::permitted;  // of `always` and `never`
    scope over;
    std::optional<condition> when;
    std::vector<condition> without;  // atoms
};

inline std::string print(const assertion& a)
{
    const std::string claim = a.kind == assertion_kind::attainable ? "always attainable"
                              : a.kind == assertion_kind::always   ? "always " + dump(a.outcome)
                                                                   : "never " + dump(a.outcome);
    return "assert " + claim + " for " + print(a.over) + (a.when ? " when " + print(*a.when) : "") +
           (a.without.empty() ? "" : " without " + print_items(a.without)) + ";\n";
}

inline std::vector<condition> conditions_of(const assertion& a)
{
    std::vector<condition> result = a.without;
    if (a.when) result.push_back(*a.when);
    return result;
}

/// The requests spoken of: in the scope, `when` true ("unknown" of a mission is not), "each item [of `without`] is
/// false".
inline column spoken_of(const columns& of, const assertion& a)
{
    column result = of.scope(a.over);
    if (a.when) result = columns::both(std::move(result), of.value(*a.when, world::as_it_is));
    for (const condition& item : a.without)
        result = columns::both(std::move(result), columns::negate(of.value(item, world::as_it_is)));
    return result;
}

inline column nothing_refused(const columns& of, const contract& c)
{
    column result(of.size(), truth::yes);
    for (const signoff& one : c.signoffs)
        result = columns::both(std::move(result), of.by("signoff:" + one.name, [&](const situation& s) {
            const auto given = s.request.signoffs.find(one.name);
            return redline_oracle::of(given == s.request.signoffs.end() || given->second != chain_state::refused);
        }));
    return result;
}

/// "`always attainable`: whatever is given, the outcome is permitted once everything is obtained and nothing refused":
/// for all that may be given, some state of what can be obtained with nothing refused and the items of `without` false
/// is permitted. By the first promise that is the state in which the most is obtained. Where the items can't be false
/// (a safeguard at least its lowest level) no request is spoken of.
inline std::optional<std::size_t> unattainable(const columns& of, const contract& c, const space& over,
                                               const assertion& a)
{
    std::size_t states = 1;  // what can be obtained varies fastest
    for (const dimension& d : over.dimensions)
        if (is_obtainable(d)) states *= d.values.size();
    const column counts = columns::both(spoken_of(of, a), nothing_refused(of, c));
    const outcome_column outcomes = of.outcomes();
    for (std::size_t first = 0; first < of.size(); first += states) {
        std::optional<std::size_t> breaking;
        bool attained = false;
        for (std::size_t i = first; i < first + states; ++i) {
            if (counts[i] != truth::yes) continue;
            breaking = i;
            attained = attained || outcomes[i] == outcome::permitted;
        }
        if (breaking && !attained) return breaking;
    }
    return {};
}

/// A complete request that breaks an assertion, if there is one; of `attainable`, one whose given part does.
inline std::optional<request> counterexample(const contract& c, const assertion& a)
{
    const space over = complete_space(c, conditions_of(a));
    const columns of(c, over);
    if (a.kind == assertion_kind::attainable) {
        const std::optional<std::size_t> found = unattainable(of, c, over, a);
        return found ? std::optional(request_at(over, *found)) : std::nullopt;
    }
    const column counts = spoken_of(of, a);
    const outcome_column outcomes = of.outcomes();
    for (std::size_t i = 0; i < of.size(); ++i)
        if (counts[i] == truth::yes && (outcomes[i] == a.outcome) != (a.kind == assertion_kind::always))
            return request_at(over, i);
    return {};
}

inline bool holds(const contract& c, const assertion& a) { return !counterexample(c, a); }

/// Whether a request, said to break an assertion, does: it is complete, spoken of, and comes out otherwise; of
/// `attainable`, its given part counts, and no state of what can be obtained is permitted.
inline bool breaks(const contract& c, const assertion& a, const request& r)
{
    if (r.uses.size() != 1 || !is_complete(c, r) || !is_in_effect(c, *r.day)) return false;
    const space just_this{r, {}};
    if (a.kind != assertion_kind::attainable)
        return spoken_of(columns(c, just_this), a).front() == truth::yes &&
               (evaluate(c, r).outcome == a.outcome) != (a.kind == assertion_kind::always);
    const std::vector<condition> atoms = all_atoms(c, conditions_of(a));
    space over{r, obtainable_dimensions(c, {&c}, atoms)};
    over.base.evidence.clear(), over.base.safeguards.clear(), over.base.signoffs.clear();
    merge_alike({{c, atoms, &over}});
    return unattainable(columns(c, over), c, over, a).has_value();
}

}  // namespace redline_oracle
