// An independent oracle: random declarations for a contract: parties, uses, missions, facts, and what can be obtained.
#pragma once

#include "dice.hpp"

namespace redline_oracle {

/// Paths with up to three parts, parents first, children following them or after all the roots.
inline names random_paths(const names& roots, const names& kinds, std::size_t least, std::size_t most, dice& d)
{
    names result, later;
    const bool children_follow = d.percent(50);
    for (const std::string& root : d.some(roots, least, most)) {
        result.push_back(root);
        names& place = children_follow ? result : later;
        for (const std::string& kind : d.some(kinds, 0, 3)) {
            place.push_back(root + "." + kind);
            if (d.percent(25)) place.push_back(root + "." + kind + "." + d.pick(kinds));
        }
    }
    result.insert(result.end(), later.begin(), later.end());
    return result;
}

inline void add_parties(contract& c, dice& d)
{
    c.parties = {{"agency", "Contracting agency"}, {"vendor", ""}};
    c.roles = {{"officer", "agency", ""}, {"counsel", "vendor", "Its counsel"}, {"ombuds", {}, ""}};
    if (d.percent(40)) c.roles.push_back({"clerk", "agency", ""});
    c.authorities = {{"directive", "Directive \"3000.09\"", "2023-01-25"}, {"statute", "An act, as amended", {}}};
}

inline void add_uses_and_missions(contract& c, dice& d)
{
    // Names that begin alike, and kinds called like roots, are there to catch comparisons of text.
    const names uses = random_paths({"analysis", "cyber", "cyber_ops", "weapons", "logistics", "surveillance"},
                                    {"mass", "field", "planning", "cyber"}, 2, 4, d);
    for (const std::string& path : uses) c.uses.push_back({path, d.percent(15) ? "About " + path : ""});
    const names missions = random_paths({"routine", "combat", "relief", "cyber"}, {"night", "field"}, 1, 3, d);
    if (d.percent(85))
        for (const std::string& path : missions) c.missions.push_back({path, d.percent(30), ""});
}

inline std::optional<std::string> random_attester(dice& d)
{
    if (!d.percent(30)) return {};
    return d.pick(names{"agency", "vendor", "officer", "counsel", "ombuds"});
}

inline void add_facts(contract& c, dice& d)
{
    // Values belong to their fact: some are called like another's, or like a fact.
    std::vector<fact> all{{"urgent", fact_type::flag, {}, {}, ""},
                          {"abroad", fact_type::flag, {}, {}, "Outside the country"},
                          {"persons", fact_type::count, {}, {}, ""},
                          {"delay", fact_type::duration, {}, {}, ""},
                          {"oversight", fact_type::level, {"none", "low", "high"}, {}, ""},
                          {"risk", fact_type::level, {"low", "mid", "high", "extreme"}, {}, ""},
                          {"network", fact_type::one_of, {"open_net", "secret", "urgent"}, {}, ""},
                          {"data", fact_type::any_of, {"biometric", "location", "speech"}, {}, ""},
                          {"origin", fact_type::any_of, {"abroad", "secret"}, {}, ""}};
    if (d.percent(40)) all.push_back({"lawful", fact_type::flag, {}, {}, ""});
    c.facts = d.some(all, 2, 6);
    for (fact& f : c.facts) f.from = random_attester(d);
}

inline void add_obtainables(contract& c, dice& d)
{
    c.safeguards = d.some(std::vector<safeguard>{{"output_filter", {}, ""},
                                                 {"kill_switch", {}, "Stops it"},
                                                 {"watermark", {"missing", "partial", "whole"}, ""}},
                          0, 3);
    for (const std::string& name : d.some(names{"red_team", "legal_review", "impact_study"}, 0, 3))
        c.evidences.push_back({name, d.pick(names{"vendor", "agency", "counsel"}),
                               d.percent(50) ? std::optional(threshold_time(d)) : std::nullopt, ""});
    const names quorums{"officer",
                        "any of officer, counsel",
                        "all of counsel, ombuds",
                        "2 of officer, counsel, ombuds",
                        "2 signers of ombuds",
                        "1 of officer"};
    for (const std::string& name : d.some(names{"review", "exception", "board"}, 0, 3)) {
        signoff s{
            name, {{"desk", d.pick(quorums), d.percent(50) ? std::optional(threshold_time(d)) : std::nullopt}}, {}, {}};
        if (d.percent(30)) s.stages.push_back({"final", d.pick(quorums), {}});
        if (d.percent(30)) s.valid = threshold_time(d);
        c.signoffs.push_back(s);
    }
}

inline void add_vocabulary(contract& c, dice& d)
{
    add_parties(c, d);
    add_uses_and_missions(c, d);
    add_facts(c, d);
    add_obtainables(c, d);
}

}  // namespace redline_oracle
