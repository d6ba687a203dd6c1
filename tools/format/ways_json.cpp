// Ways to a permission as JSON.
#include "ways.hpp"

#include "../json/request_json.hpp"

namespace redline::tool {

namespace {

json as_json(rule_set const& rules, way const& w)
{
    json all = json::object();
    for (std::uint32_t const e : w.evidence) all["evidence"].push_back(std::string{rules(rules.evidence[e].name)});
    for (wanted_safeguard const& s : w.safeguards)
        all["safeguards"][std::string{rules(rules.safeguards[s.safeguard].name)}] =
            std::string{level_name(rules, s.safeguard, s.level)};
    for (std::uint32_t const c : w.chains) all["signoffs"].push_back(std::string{rules(rules.chains[c].name)});
    for (wanted_fact const& f : w.facts) {
        fact_entry const& fact = rules.facts[f.fact];
        json& value = all["facts"][std::string{rules(fact.name)}];
        if (fact.type != fact_type::any_of) value = value_as_json(rules, fact, telling_value(f));
        else value[std::string{rules(rules.values[fact.values.first + f.slot - fact.slot])}] = telling_value(f) != 0;
    }
    if (!w.missions.empty()) all["mission"] = path_of(rules, name_space::missions, w.missions.front());
    if (!w.dates.empty()) all["date"] = day_as_text(telling_day(w));
    return all;
}

}  // namespace

std::string ways_as_json(rule_set const& rules, how_answer const& found)
{
    json ways = json::array();
    for (way const& w : found.ways) ways.push_back(as_json(rules, w));
    json all{{"ways", std::move(ways)}};
    if (found.more) all["more"] = true;
    return whole_text(all);
}

}  // namespace redline::tool
