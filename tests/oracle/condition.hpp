// An independent oracle: what a condition is worth, for one use of a request, as things stand or as they could be.
#pragma once

#include "truth.hpp"

namespace redline_oracle {

/// One use of a request under a contract.
struct situation {
    const contract& terms;
    const redline_oracle::request& request;
    const std::string& one_use;
};

/// As things stand; "with everything obtained that still can be" (B⁺); "with every `waived by` false" (exceptions).
enum class world { as_it_is, obtained, unwaived };

/// "evidence is held when given and no older than its `valid` and the atom's `within`"
inline bool is_held(const situation& s, const condition& atom)
{
    const auto given = s.request.evidence.find(atom.name);
    if (given == s.request.evidence.end()) return false;
    const std::uint64_t age = given->second.minutes();
    const std::optional<duration> valid = find(s.terms.evidences, atom.name)->valid;
    return (!valid || age <= valid->minutes()) && (!atom.time || age <= atom.time->minutes());
}

/// "a safeguard `at least` a level"; "a safeguard that is not given is at its lowest level"
inline bool is_at_least(const situation& s, const condition& atom)
{
    const names ladder = find(s.terms.safeguards, atom.name)->ladder();
    const auto given = s.request.safeguards.find(atom.name);
    const std::string level = given == s.request.safeguards.end() ? ladder.front() : given->second;
    return rank(ladder, level) >= rank(ladder, atom.values.front());
}

/// "*Obtainable* atoms can be brought about; they are true or false." `signed by C`: C is complete. `asked of C`:
/// opened or complete. `waived by C`: complete.
inline bool obtainable_atom(const situation& s, const condition& atom, world w)
{
    const auto given = s.request.signoffs.find(atom.name);
    const bool asked = given != s.request.signoffs.end();
    const bool opened = asked && given->second == chain_state::opened;
    const bool complete = asked && given->second == chain_state::complete;
    const bool refused = asked && given->second == chain_state::refused;
    switch (atom.kind) {
    // In B⁺: "evidence and safeguards true;
    case condition_kind::held: return w == world::obtained || is_held(s, atom);
    case condition_kind::safeguard_at_least: return w == world::obtained || is_at_least(s, atom);
    // `signed by C` and `asked of C` true unless C was refused;
    case condition_kind::signed_by: return w == world::obtained ? !refused : complete;
    case condition_kind::asked_of: return w == world::obtained ? !refused : opened || complete;
    // `waived by C` true only if C was opened or is complete."
    default:
        if (w == world::unwaived) return false;
        return w == world::obtained ? opened || complete : complete;
    }
}

inline bool is_obtainable(condition_kind kind)
{
    return kind == condition_kind::held || kind == condition_kind::safeguard_at_least ||
           kind == condition_kind::signed_by || kind == condition_kind::asked_of || kind == condition_kind::waived_by;
}

inline truth value(const condition& c, const situation& s, world w)
{
    const redline_oracle::request& r = s.request;
    switch (c.kind) {
    case condition_kind::all: {
        truth result = truth::yes;
        for (const condition& child : c.children) result = both(result, value(child, s, w));
        return result;
    }
    case condition_kind::any: {
        truth result = truth::no;
        for (const condition& child : c.children) result = either(result, value(child, s, w));
        return result;
    }
    case condition_kind::negation: return negate(value(c.children.front(), s, w));
    // "A defined name stands for its condition in parentheses."
    case condition_kind::defined: return value(find(s.terms.definitions, c.name)->stands_for, s, w);
    // "over something unknown they are unknown": a mission or date "that is not given is unknown".
    case condition_kind::mission_sensitive: {
        const truth is = r.mission ? mission_is_sensitive(s.terms, *r.mission) : truth::unknown;
        return c.is_not ? negate(is) : is;
    }
    case condition_kind::mission_is: {
        const truth is = r.mission ? path_is_true(c.name, *r.mission) : truth::unknown;
        return c.is_not ? negate(is) : is;
    }
    case condition_kind::use_is:
        return c.is_not ? negate(path_is_true(c.name, s.one_use)) : path_is_true(c.name, s.one_use);
    // "`from` a date holds on that day and after, `before` only earlier"
    case condition_kind::date_from: return r.day ? of(*r.day >= c.day) : truth::unknown;
    case condition_kind::date_before: return r.day ? of(*r.day < c.day) : truth::unknown;
    default: break;
    }
    return is_obtainable(c.kind) ? of(obtainable_atom(s, c, w)) : fact_atom(s.terms, r, c);
}

/// The atoms of a condition, those of the definitions it uses included.
inline std::vector<condition> atoms(const condition& c, const contract& terms)
{
    if (c.kind == condition_kind::defined) return atoms(find(terms.definitions, c.name)->stands_for, terms);
    const bool is_atom = c.kind != condition_kind::all && c.kind != condition_kind::any &&
                         c.kind != condition_kind::negation;
    if (is_atom) return {c};
    std::vector<condition> result;
    for (const condition& child : c.children)
        for (const condition& atom : atoms(child, terms)) result.push_back(atom);
    return result;
}

}  // namespace redline_oracle
