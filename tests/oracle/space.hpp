// An independent oracle: a space of requests as a product: what requests differ in, with the values of each.
#pragma once

#include "condition.hpp"

#include <set>

namespace redline_oracle {

/// One thing that requests differ in. Each value is a request that says nothing else, or nothing at all.
struct dimension {
    std::string key;  // `use`, `mission`, `date`, or as `key_of` names it: `fact:persons`, `signoff:review`
    std::vector<request> values;
};

/// Every request that joins `base` with one value of each dimension. The first dimension varies slowest.
struct space {
    request base;
    std::vector<dimension> dimensions;
};

/// What `base` says, and over it what `part` says. Of an `any of`, what is not known beside what is.
inline request joined(request base, const request& part)
{
    if (!part.uses.empty()) base.uses = part.uses;
    if (part.mission) base.mission = part.mission;
    if (part.day) base.day = part.day;
    for (const auto& [name, is] : part.facts) {
        const any_of_value* more = std::get_if<any_of_value>(&is);
        const auto known = base.facts.find(name);
        if (more && !more->whole && known != base.facts.end())
            for (const auto& [value, holds] : more->holds) std::get<any_of_value>(known->second).holds[value] = holds;
        else base.facts[name] = is;
    }
    for (const auto& [name, who] : part.attested) base.attested[name] = who;
    for (const auto& [name, age] : part.evidence) base.evidence[name] = age;
    for (const auto& [name, level] : part.safeguards) base.safeguards[name] = level;
    for (const auto& [name, state] : part.signoffs) base.signoffs[name] = state;
    return base;
}

/// What an atom is about.
inline std::string key_of(const condition& atom)
{
    switch (atom.kind) {
    case condition_kind::mission_sensitive:
    case condition_kind::mission_is: return "mission";
    case condition_kind::use_is: return "use";
    case condition_kind::date_from:
    case condition_kind::date_before: return "date";
    case condition_kind::held: return "evidence:" + atom.name;
    case condition_kind::safeguard_at_least: return "safeguard:" + atom.name;
    case condition_kind::signed_by:
    case condition_kind::asked_of:
    case condition_kind::waived_by: return "signoff:" + atom.name;
    default: return "fact:" + atom.name;
    }
}

/// Whether a dimension is of what can be obtained; the others are of what is given.
inline bool is_obtainable(const dimension& d)
{
    return d.key.starts_with("evidence:") || d.key.starts_with("safeguard:") || d.key.starts_with("signoff:");
}

/// The number of requests; so many that nobody wants to count them are 2^40 or more.
inline std::uint64_t space_size(const space& s)
{
    std::uint64_t size = 1;
    for (const dimension& d : s.dimensions)
        if (size < (std::uint64_t{1} << 40)) size *= d.values.size();
    return size;
}

/// Which value each dimension has in the request of this number.
inline std::vector<std::size_t> values_at(const space& s, std::size_t index)
{
    std::vector<std::size_t> result(s.dimensions.size());
    for (std::size_t i = s.dimensions.size(); i-- > 0; index /= s.dimensions[i].values.size())
        result[i] = index % s.dimensions[i].values.size();
    return result;
}

inline request request_at(const space& s, std::size_t index)
{
    request result = s.base;
    const std::vector<std::size_t> values = values_at(s, index);
    for (std::size_t i = 0; i < values.size(); ++i) result = joined(result, s.dimensions[i].values[values[i]]);
    return result;
}

/// One contract's reading of a space, and the atoms that count in it.
struct reading {
    const contract& terms;
    const std::vector<condition>& atoms;
    space* over;
};

/// What the atoms about a dimension, and the contract's being in effect, come to for one of its values.
inline std::string worth(const reading& r, std::size_t dimension_index, std::size_t value_index)
{
    const dimension& d = r.over->dimensions[dimension_index];
    const request one = joined(r.over->base, d.values[value_index]);
    const std::string no_use;  // uses are never merged, and no other atom looks at it
    const situation s{r.terms, one, no_use};
    std::string result;
    const auto add = [&](truth is) { result += static_cast<char>('0' + static_cast<int>(is)); };
    for (const condition& atom : r.atoms)
        if (key_of(atom) == d.key)
            for (const world w : {world::as_it_is, world::obtained, world::unwaived}) add(value(atom, s, w));
    if (d.key == "date")
        for (const std::optional<date>& bound : {r.terms.effective_from, r.terms.effective_before})
            if (bound && one.day) add(of(*one.day >= *bound));
    return result;
}

/// Leaves out values that nothing tells from an earlier one, in all readings of one space at once.
inline void merge_alike(const std::vector<reading>& readings)
{
    for (std::size_t i = 0; i < readings.front().over->dimensions.size(); ++i) {
        if (readings.front().over->dimensions[i].key == "use") continue;
        std::set<std::string> seen;
        std::vector<std::size_t> kept;
        for (std::size_t v = 0; v < readings.front().over->dimensions[i].values.size(); ++v) {
            std::string all;
            for (const reading& r : readings) all += worth(r, i, v) + "/";
            if (seen.insert(all).second) kept.push_back(v);
        }
        for (const reading& r : readings) {
            std::vector<request>& values = r.over->dimensions[i].values;
            std::vector<request> fewer;
            for (const std::size_t v : kept) fewer.push_back(values[v]);
            values = fewer;
        }
    }
}

}  // namespace redline_oracle
