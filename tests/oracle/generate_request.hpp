// An independent oracle: random requests that fit a contract, about half of them complete.
#pragma once

#include "dice.hpp"
#include "request.hpp"
#include "truth.hpp"

namespace redline_oracle {

inline bool has_children(const names& paths, const std::string& path)
{
    return std::any_of(paths.begin(), paths.end(), [&](const std::string& other) { return is_below(other, path); });
}

/// What a use or a mission at `path` may turn out to be: what is below it, and `.other` of what has children; itself
/// only when it has none. These are known to the last.
inline names known_kinds(const names& paths, const std::string& path)
{
    names result;
    for (const std::string& one : paths)
        if (one == path || is_below(one, path)) result.push_back(has_children(paths, one) ? one + ".other" : one);
    return result;
}

inline std::string random_kind(const names& paths, dice& d, bool complete)
{
    const std::string path = d.pick(paths);
    return complete ? d.pick(known_kinds(paths, path)) : path;
}

inline names use_paths(const contract& c)
{
    names result;
    for (const use& u : c.uses) result.push_back(u.path);
    return result;
}

inline names mission_paths(const contract& c)
{
    names result;
    for (const mission& m : c.missions) result.push_back(m.path);
    return result;
}

inline fact_value random_value(const fact& f, dice& d, bool complete)
{
    if (f.type == fact_type::flag) return d.percent(f.name == "lawful" ? 80 : 50);
    if (f.type == fact_type::count) return near_count(d);
    if (f.type == fact_type::duration) return near_time(d);
    if (f.type != fact_type::any_of) return d.pick(f.values);
    any_of_value value;
    value.whole = complete || d.percent(40);
    for (const std::string& name : f.values)  // in pieces, all of the values may be named: then it is as good as whole
        if (value.whole || d.percent(60)) value.holds[name] = d.percent(50);
    return value;
}

/// Somebody whose word counts for the fact: whom it names, or a role of that party.
inline std::string right_attester(const contract& c, const fact& f, dice& d)
{
    names able{*f.from};
    for (const role& r : c.roles)
        if (r.of == f.from) able.push_back(r.name);
    return d.pick(able);
}

inline void give(const contract& c, request& r, const fact& f, dice& d, bool complete)
{
    r.facts[f.name] = random_value(f, d, complete);
    if (!f.from) {
        if (d.percent(5)) r.attested[f.name] = "ombuds";  // nobody asked: it changes nothing
    }
    else if (complete || d.percent(60)) r.attested[f.name] = right_attester(c, f, d);
    else if (d.percent(60)) r.attested[f.name] = d.pick(names{"agency", "vendor", "officer", "counsel", "ombuds"});
}

inline request random_request(const contract& c, dice& d, bool complete)
{
    request r;
    const std::size_t uses = d.percent(75) ? 1 : d.between(2, 3);
    while (r.uses.size() < uses) {
        std::string one = d.percent(6) ? "unlisted" : random_kind(use_paths(c), d, complete || d.percent(50));
        if (std::find(r.uses.begin(), r.uses.end(), one) == r.uses.end()) r.uses.push_back(std::move(one));
        else if (d.percent(20)) break;  // there may be no other
    }
    if (!c.missions.empty() && (complete || d.percent(70)))
        r.mission = random_kind(mission_paths(c), d, complete || d.percent(50));
    if (complete || d.percent(75)) r.day = near_date(d);
    for (const fact& f : all_facts(c))
        if (complete || d.percent(75)) give(c, r, f, d, complete);

    for (const evidence& e : c.evidences)
        if (d.percent(65)) r.evidence[e.name] = near_time(d);
    for (const safeguard& s : c.safeguards)
        if (d.percent(70)) r.safeguards[s.name] = d.pick(s.ladder());
    for (const signoff& s : c.signoffs)
        if (d.percent(70))
            r.signoffs[s.name] = d.pick(std::vector<chain_state>{chain_state::opened, chain_state::complete,
                                                                 chain_state::complete, chain_state::refused});
    return r;
}

inline request generate_request(const contract& c, std::mt19937_64& rng)
{
    dice d(rng);
    return random_request(c, d, d.percent(50));
}

}  // namespace redline_oracle
