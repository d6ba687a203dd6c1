// An independent oracle: requests that follow from others, for the four promises of the language: with more obtained,
// with more known, with everything obtained, and whether all is known.
#pragma once

#include "generate_request.hpp"

namespace redline_oracle {

inline bool is_whole(const fact& f, const fact_value& value)
{
    const any_of_value* set = std::get_if<any_of_value>(&value);
    return !set || set->whole || set->holds.size() == f.values.size();
}

/// "use and mission known to the last […], each fact known and attested", and the date. Of a contract without missions,
/// no mission need be known.
inline bool is_complete(const contract& c, const request& r)
{
    for (const std::string& one : r.uses)
        if (has_children(use_paths(c), one)) return false;
    if (!c.missions.empty() && (!r.mission || has_children(mission_paths(c), *r.mission))) return false;
    for (const fact& f : all_facts(c)) {
        const std::optional<fact_value> value = known_value(c, r, f);
        if (!value || !is_whole(f, *value)) return false;
    }
    return r.day.has_value();
}

inline request with_everything_obtained(const contract& c, request r)
{
    for (const evidence& e : c.evidences) r.evidence[e.name] = duration{0, "days"};
    for (const safeguard& s : c.safeguards) r.safeguards[s.name] = s.ladder().back();
    for (const signoff& s : c.signoffs) r.signoffs[s.name] = chain_state::complete;
    return r;
}

/// The same request with some things obtained: fresh evidence, a safeguard at a higher level, a chain further on
/// (refused, not asked, opened, complete).
inline request with_more_obtained(const contract& c, request r, dice& d)
{
    for (const evidence& e : c.evidences)
        if (d.percent(30)) {
            const auto held = r.evidence.find(e.name);
            const duration age = near_time(d);
            if (held == r.evidence.end() || age.minutes() < held->second.minutes()) r.evidence[e.name] = age;
        }
    for (const safeguard& s : c.safeguards)
        if (d.percent(30)) {
            const names ladder = s.ladder();
            const std::string level = d.pick(ladder);
            const auto given = r.safeguards.find(s.name);
            if (given == r.safeguards.end() || rank(ladder, level) > rank(ladder, given->second))
                r.safeguards[s.name] = level;
        }
    for (const signoff& s : c.signoffs)
        if (d.percent(30)) {
            const auto given = r.signoffs.find(s.name);
            if (given == r.signoffs.end())
                r.signoffs[s.name] = d.percent(50) ? chain_state::opened : chain_state::complete;
            else if (given->second == chain_state::opened) given->second = chain_state::complete;
            else if (given->second == chain_state::refused && d.percent(50)) r.signoffs.erase(given);
            else
                given->second = d.percent(50) && given->second == chain_state::refused ? chain_state::opened
                                                                                       : chain_state::complete;
        }
    return r;
}

/// The same request with some of what is unknown known; what is known stays.
inline request with_more_known(const contract& c, request r, dice& d, std::size_t chance = 40)
{
    for (std::string& one : r.uses)
        if (has_children(use_paths(c), one) && d.percent(chance)) {
            names below;  // one step down, or all the way
            for (const std::string& path : use_paths(c))
                if (is_below(path, one)) below.push_back(path);
            one = chance == 100 || d.percent(50) ? d.pick(known_kinds(use_paths(c), one)) : d.pick(below);
        }
    if (!c.missions.empty() && d.percent(chance)) {
        if (!r.mission) r.mission = random_kind(mission_paths(c), d, chance == 100 || d.percent(50));
        else
            r.mission = d.pick(known_kinds(mission_paths(c), *r.mission).empty()
                                   ? names{*r.mission}  // an `.other`
                                   : known_kinds(mission_paths(c), *r.mission));
    }
    if (!r.day && d.percent(chance)) r.day = near_date(d);
    for (const fact& f : all_facts(c)) {
        if (!d.percent(chance)) continue;
        const std::optional<fact_value> value = known_value(c, r, f);
        if (!value) {
            r.facts[f.name] = random_value(f, d, true);
            if (f.from) r.attested[f.name] = right_attester(c, f, d);
        }
        else if (!is_whole(f, *value)) {
            any_of_value set = std::get<any_of_value>(*value);
            for (const std::string& name : f.values)
                if (!set.holds.contains(name) && (chance == 100 || d.percent(50))) set.holds[name] = d.percent(50);
            r.facts[f.name] = set;
        }
    }
    return r;
}

/// The same request with all known.
inline request with_everything_known(const contract& c, const request& r, dice& d)
{
    return with_more_known(c, r, d, 100);
}

}  // namespace redline_oracle
