// An independent oracle: three-valued logic, paths, and what is known of a request. Read it against the language's
// page, "What a request is" and "What is decided"; the sentences it implements are quoted.
#pragma once

#include "request.hpp"

#include <algorithm>

namespace redline_oracle {

/// "Items and conditions are three-valued (Kleene): true, false, unknown."
enum class truth : std::uint8_t { no, unknown, yes };

inline truth of(bool b) { return b ? truth::yes : truth::no; }

inline truth negate(truth a) { return a == truth::yes ? truth::no : a == truth::no ? truth::yes : truth::unknown; }

inline truth both(truth a, truth b)
{
    if (a == truth::no || b == truth::no) return truth::no;
    if (a == truth::yes && b == truth::yes) return truth::yes;
    return truth::unknown;
}

inline truth either(truth a, truth b)
{
    if (a == truth::yes || b == truth::yes) return truth::yes;
    if (a == truth::no && b == truth::no) return truth::no;
    return truth::unknown;
}

/// Whether `path` lies strictly below `above`.
inline bool is_below(const std::string& path, const std::string& above) { return path.starts_with(above + "."); }

/// "A path P is true of a use at P or below it; unknown of a use above P, whose kind is not known; else false."
/// `x.other` is below `x` and above nothing; `unlisted` is neither above nor below anything.
inline truth path_is_true(const std::string& p, const std::string& use_or_mission)
{
    if (use_or_mission == p || is_below(use_or_mission, p)) return truth::yes;
    if (is_below(p, use_or_mission)) return truth::unknown;
    return truth::no;
}

/// "A scope is the `or` of its paths (`all uses`: true), `and not` the `or` of its exceptions."
inline truth scope_is_true(const scope& s, const std::string& one_use)
{
    truth covered = of(s.all_uses);
    for (const std::string& p : s.paths) covered = either(covered, path_is_true(p, one_use));
    truth excepted = truth::no;
    for (const std::string& p : s.exceptions) excepted = either(excepted, path_is_true(p, one_use));
    return both(covered, negate(excepted));
}

/// "A mission below a sensitive one is sensitive." A mission at a path may be declared, or an `.other`.
inline bool is_sensitive(const contract& c, const std::string& path)
{
    for (const mission& m : c.missions)
        if (m.sensitive && (m.path == path || is_below(path, m.path))) return true;
    return false;
}

/// "`mission is sensitive` is true of a sensitive mission, unknown of one that is not but has a sensitive one below it,
/// else false."
inline truth mission_is_sensitive(const contract& c, const std::string& path)
{
    if (is_sensitive(c, path)) return truth::yes;
    for (const mission& m : c.missions)
        if (is_below(m.path, path) && is_sensitive(c, m.path)) return truth::unknown;
    return truth::no;
}

/// What a request says of a fact, when that counts. "A fact declared `from` somebody counts only when attested by that
/// party or role (or by a role of that party); otherwise it is unknown."
inline std::optional<fact_value> known_value(const contract& c, const request& r, const fact& f)
{
    const auto given = r.facts.find(f.name);
    if (given == r.facts.end()) return {};
    if (!f.from) return given->second;
    const auto attested = r.attested.find(f.name);
    if (attested == r.attested.end()) return {};
    if (attested->second == *f.from) return given->second;
    const role* by = find(c.roles, attested->second);
    if (by && by->of == f.from) return given->second;
    return {};
}

/// Whether one value of an `any of` holds: "either the set of values that hold, which may be empty, or for some of the
/// values whether they hold".
inline truth holds(const any_of_value& set, const std::string& value)
{
    const auto found = set.holds.find(value);
    if (found != set.holds.end()) return of(found->second);
    return set.whole ? truth::no : truth::unknown;
}

/// Where a level stands on its ladder.
inline std::ptrdiff_t rank(const names& ladder, const std::string& level)
{
    return std::find(ladder.begin(), ladder.end(), level) - ladder.begin();
}

/// Below 0, 0 or above 0, as the value of a fact is below, at or above what an atom names.
inline int compare(const fact& f, const fact_value& value, const condition& atom)
{
    const auto order = [](auto a, auto b) { return a < b ? -1 : a > b ? 1 : 0; };
    if (f.type == fact_type::count) return order(std::get<std::uint64_t>(value), atom.count);
    if (f.type == fact_type::duration) return order(std::get<duration>(value).minutes(), atom.time->minutes());
    return order(rank(f.values, std::get<std::string>(value)), rank(f.values, atom.values.front()));
}

/// "*Given* atoms (facts, mission, date, use) describe the request; over something unknown they are unknown." This is
/// an atom about a fact. `is not` is the negation of `is`, `any of` the `or` of its values.
inline truth fact_atom(const contract& c, const request& r, const condition& atom)
{
    const std::vector<fact> facts = all_facts(c);
    const fact& f = *find(facts, atom.name);
    const std::optional<fact_value> value = known_value(c, r, f);
    if (!value) return truth::unknown;
    switch (atom.kind) {
    case condition_kind::flag: return of(std::get<bool>(*value));
    case condition_kind::at_least: return of(compare(f, *value, atom) >= 0);
    case condition_kind::at_most: return of(compare(f, *value, atom) <= 0);
    case condition_kind::over: return of(compare(f, *value, atom) > 0);
    case condition_kind::under: return of(compare(f, *value, atom) < 0);
    case condition_kind::fact_has: {
        truth result = truth::no;
        for (const std::string& name : atom.values)
            result = either(result, holds(std::get<any_of_value>(*value), name));
        return result;
    }
    default: break;
    }
    truth is = truth::no;  // fact_is, of a level, a `one of`, a count or a duration
    if (f.type == fact_type::count || f.type == fact_type::duration) is = of(compare(f, *value, atom) == 0);
    for (const std::string& name : atom.values) is = either(is, of(std::get<std::string>(*value) == name));
    return atom.is_not ? negate(is) : is;
}

}  // namespace redline_oracle
