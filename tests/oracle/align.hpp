// An independent oracle: one request under several contracts, and the union of their vocabularies ("Drafts": "To a
// contract that lacks it, a fact, item, chain or mission is not given, and a use is its nearest declared ancestor's
// `.other`, or else `unlisted`").
#pragma once

#include "cells.hpp"

namespace redline_oracle {

inline bool has_path(const names& paths, const std::string& path)
{
    return std::find(paths.begin(), paths.end(), path) != paths.end();
}

/// A path without its last name; empty, when it is one name.
inline std::string parent_of(const std::string& path)
{
    const std::size_t dot = path.rfind('.');
    return dot == std::string::npos ? "" : path.substr(0, dot);
}
inline bool is_other(const std::string& path) { return path.ends_with(".other"); }

/// A use of any contract, to this one.
inline std::string aligned_use(const contract& c, const std::string& path)
{
    const names declared = use_paths(c);
    if (has_path(declared, path)) return path;
    for (std::string above = parent_of(path); !above.empty(); above = parent_of(above))
        if (has_path(declared, above)) return above + ".other";
    return "unlisted";
}

/// A mission of any contract, to this one: itself, where it is declared (of an `.other`, what that is of).
inline std::optional<std::string> aligned_mission(const contract& c, const std::string& path)
{
    if (!has_path(mission_paths(c), is_other(path) ? parent_of(path) : path)) return {};
    return path;
}

/// A request as it is put to one of several contracts. Who attests a fact becomes whom this contract asks, where
/// `attested` says so: complete requests have each fact attested to the satisfaction of both.
inline request aligned(const contract& c, const request& r, bool attested)
{
    request result;
    for (const std::string& one : r.uses)
        if (const std::string use = aligned_use(c, one); !has_path(result.uses, use)) result.uses.push_back(use);
    if (r.mission) result.mission = aligned_mission(c, *r.mission);
    result.day = r.day;
    const std::vector<fact> facts = all_facts(c);
    for (const auto& [name, value] : r.facts) {
        const fact* f = find(facts, name);
        if (!f) continue;
        result.facts[name] = value;
        const auto by = r.attested.find(name);
        if (attested && f->from) result.attested[name] = *f->from;
        else if (!attested && by != r.attested.end()) result.attested[name] = by->second;
    }
    const auto keep = [](const auto& declared, const auto& from, auto& to) {
        for (const auto& [name, value] : from)
            if (find(declared, name)) to[name] = value;
    };
    keep(c.evidences, r.evidence, result.evidence);
    keep(c.safeguards, r.safeguards, result.safeguards);
    keep(c.signoffs, r.signoffs, result.signoffs);
    return result;
}

/// The union of two vocabularies, without terms: the first's declarations, then what only the second declares.
inline contract joint_vocabulary(const contract& before, const contract& after)
{
    contract result;
    for (const contract* c : {&before, &after}) {
        const auto add = [](auto& to, const auto& from, auto same) {
            for (const auto& one : from)
                if (std::none_of(to.begin(), to.end(), [&](const auto& other) { return same(one, other); }))
                    to.push_back(one);
        };
        const auto same_path = [](const auto& a, const auto& b) { return a.path == b.path; };
        const auto same_name = [](const auto& a, const auto& b) { return a.name == b.name; };
        add(result.uses, c->uses, same_path);
        add(result.missions, c->missions, same_path);
        add(result.facts, all_facts(*c), same_name);
        add(result.safeguards, c->safeguards, same_name);
        add(result.evidences, c->evidences, same_name);
        add(result.signoffs, c->signoffs, same_name);
    }
    return result;
}

/// "A fact whose type or values differ can't be compared: an error." Nor can safeguards on different ladders.
inline names not_comparable(const contract& before, const contract& after)
{
    names result;
    const std::vector<fact> facts = all_facts(after);
    for (const fact& f : all_facts(before))
        if (const fact* other = find(facts, f.name); other && (other->type != f.type || other->values != f.values))
            result.push_back(f.name);
    for (const safeguard& s : before.safeguards)
        if (const safeguard* other = find(after.safeguards, s.name); other && other->ladder() != s.ladder())
            result.push_back(s.name);
    return result;
}

}  // namespace redline_oracle
