// An independent oracle: random scopes and conditions over the vocabulary of a contract, valid where they are to stand.
#pragma once

#include "condition.hpp"
#include "dice.hpp"

namespace redline_oracle {

inline names paths_of(const std::vector<use>& uses)
{
    names result;
    for (const use& u : uses) result.push_back(u.path);
    return result;
}

inline scope random_scope(const contract& c, dice& d)
{
    scope s;
    s.all_uses = d.percent(35);
    if (!s.all_uses) s.paths = d.some(paths_of(c.uses), 1, 3);
    if (d.percent(30)) s.exceptions = d.some(paths_of(c.uses), 1, 2);
    return s;
}

/// An atom about a fact, of a form that its type allows.
inline condition fact_atom_of(const fact& f, dice& d)
{
    const std::vector<condition_kind> comparisons{condition_kind::at_least, condition_kind::at_most,
                                                  condition_kind::over, condition_kind::under, condition_kind::fact_is};
    condition atom = make(condition_kind::flag, f.name);
    if (f.type == fact_type::count || f.type == fact_type::duration || f.type == fact_type::level)
        atom.kind = d.pick(comparisons);
    if (f.type == fact_type::one_of) atom.kind = condition_kind::fact_is;
    if (f.type == fact_type::any_of) atom.kind = condition_kind::fact_has;
    if (f.type == fact_type::count) atom.count = threshold_count(d);
    if (f.type == fact_type::duration) atom.time = threshold_time(d);
    if (!f.values.empty()) {
        const bool may_be_several = atom.kind == condition_kind::fact_is || atom.kind == condition_kind::fact_has;
        atom.any_of = may_be_several && d.percent(40);
        atom.values = d.some(f.values, 1, atom.any_of ? 3 : 1);
    }
    atom.is_not = atom.kind == condition_kind::fact_is && d.percent(40);
    return atom;
}

/// An atom that describes the request.
inline condition given_atom(const contract& c, dice& d)
{
    const std::size_t choice = d.below(100);
    if (choice < 10) {
        condition atom = make(d.percent(50) ? condition_kind::date_from : condition_kind::date_before);
        atom.day = threshold_date(d);
        return atom;
    }
    if (choice < 22) {
        condition atom = make(condition_kind::use_is, d.pick(c.uses).path);
        atom.is_not = d.percent(35);
        return atom;
    }
    if (choice < 40 && !c.missions.empty()) {  // what is said of missions needs one: without, it could never be known
        condition atom = make(condition_kind::mission_sensitive);
        if (d.percent(60)) atom = make(condition_kind::mission_is, d.pick(c.missions).path);
        atom.is_not = d.percent(35);
        return atom;
    }
    return fact_atom_of(d.pick(all_facts(c)), d);
}

inline bool has_obtainables(const contract& c)
{
    return !c.safeguards.empty() || !c.evidences.empty() || !c.signoffs.empty();
}

/// An atom that can be brought about, over a contract that has some.
inline condition obtainable_atom_of(const contract& c, dice& d)
{
    for (;;) {
        const std::size_t choice = d.below(4);
        if (choice == 0 && !c.safeguards.empty()) {
            const safeguard& s = d.pick(c.safeguards);
            condition atom = make(condition_kind::safeguard_at_least, s.name);
            atom.values = {d.pick(s.ladder())};
            return atom;
        }
        if (choice == 1 && !c.evidences.empty()) {
            condition atom = make(condition_kind::held, d.pick(c.evidences).name);
            if (d.percent(50)) atom.time = threshold_time(d);
            return atom;
        }
        if (choice > 1 && !c.signoffs.empty()) {
            const std::string chain = d.pick(c.signoffs).name;  // two picks in one call come in no certain order
            return make(d.pick(std::vector<condition_kind>{condition_kind::signed_by, condition_kind::asked_of,
                                                           condition_kind::waived_by, condition_kind::waived_by}),
                        chain);
        }
    }
}

/// Whether an obtainable atom stands in it, also by way of a definition.
inline bool has_obtainable(const condition& c, const contract& terms)
{
    for (const condition& atom : atoms(c, terms))
        if (is_obtainable(atom.kind)) return true;
    return false;
}

/// The definitions that may be used where obtainable atoms may stand, or where only given ones may.
inline names usable_definitions(const contract& c, bool obtainable)
{
    names result;
    for (const definition& one : c.definitions)
        if (obtainable || !has_obtainable(one.stands_for, c)) result.push_back(one.name);
    return result;
}

/// A condition; with `obtainable`, such atoms may stand in it, but never under `not`.
inline condition random_condition(const contract& c, dice& d, bool obtainable, int depth = 3)
{
    const names definitions = usable_definitions(c, obtainable);
    condition result;
    if (depth == 0 || d.percent(40)) {
        if (!definitions.empty() && d.percent(20)) result = make(condition_kind::defined, d.pick(definitions));
        else if (obtainable && has_obtainables(c) && d.percent(55)) result = obtainable_atom_of(c, d);
        else result = given_atom(c, d);
    }
    else if (d.percent(25)) {
        result = make(condition_kind::negation);
        result.children.push_back(random_condition(c, d, false, depth - 1));
    }
    else {
        result = make(d.percent(50) ? condition_kind::all : condition_kind::any);
        const std::size_t count = d.between(2, 3);
        for (std::size_t i = 0; i < count; ++i)
            result.children.push_back(random_condition(c, d, obtainable, depth - 1));
    }
    result.parentheses = d.percent(8);
    return result;
}

}  // namespace redline_oracle
