// An independent oracle: complete requests, read from a model of z3 or thrown with dice, and as requests of the library.
#pragma once

#include "space.hpp"
#include "redline/text/memory.hpp"

#include <random>

namespace redline_solver {

/// A complete request: the value of each number of a space.
using complete_request = std::map<std::string, std::uint64_t>;

inline complete_request read(space const& of, z3::model const& model)
{
    complete_request values;
    for (auto const& [name, number] : of.numbers()) values[name] = number.value(model);
    return values;
}

/// A model in which every number has the value that a request gives it.
inline z3::model model_of(space const& of, complete_request const& request)
{
    z3::model model{of.context};
    for (auto const& [name, number] : of.numbers()) number.fix(model, request.at(name));
    return model;
}

/// A complete request near what the contract compares with: each number at one of its thresholds, just below, or an end.
inline complete_request random_request(space const& of, std::mt19937_64& engine)
{
    complete_request values;
    for (auto const& [name, number] : of.numbers()) {
        std::vector<std::uint64_t> choices{number.least(), number.most()};
        for (auto const& [k, proposition] : number.thresholds()) {
            choices.push_back(k);
            choices.push_back(k - 1);
        }
        // Small ladders and trees in full, whether they are compared with something or not.
        if (number.most() - number.least() < 1000)
            choices.push_back(number.least() + engine() % (number.most() - number.least() + 1));
        values[name] = choices[engine() % choices.size()];
    }
    return values;
}

/// Fills a request of one contract of a space with a complete request, aligned as "Drafts" says. What is given counts as
/// attested.
inline void fill(space const& of, std::size_t which, complete_request const& from, redline::request_view& to)
{
    contract_side const& side = of.sides.at(which);
    rule_set const& rules = *side.rules;
    redline::clear(rules, to);
    auto const value = [&](number const* n) { return from.at(n->name()); };
    auto const kind_at = [](redline::array_view<redline::kind_entry> kinds, std::uint32_t index) {
        bool leaf = true;
        for (auto const& kind : kinds) leaf = leaf && kind.parent != index;
        return redline::requested_kind{leaf ? redline::kind_form::declared : redline::kind_form::other, index};
    };
    // The nearest declared: of those at or above the position, the one that begins last.
    std::uint64_t const use = from.at("use"), mission = from.at("mission");
    std::uint32_t nearest = redline::none;
    for (std::uint32_t u = 0; u != rules.uses.size; ++u)
        if (use >= side.uses[u].first && use <= side.uses[u].second &&
            (nearest == redline::none || side.uses[u].first > side.uses[nearest].first))
            nearest = u;
    to.uses[0] = nearest == redline::none ? redline::requested_kind{redline::kind_form::unlisted, redline::none}
                                          : kind_at(rules.uses, nearest);
    to.use_count = 1;
    for (std::uint32_t m = 0; m != rules.missions.size; ++m)
        if (mission == side.missions[m].first) to.mission = kind_at(rules.missions, m);
    to.has_date = true;
    to.date = static_cast<redline::day_number>(static_cast<std::int64_t>(from.at("date")) + first_day);
    for (std::uint32_t s = 0; s != rules.slot_count; ++s) {
        to.values[s] = value(side.slots[s]);
        to.given[s] = to.known[s] = 1;
    }
    for (std::uint32_t e = 0; e != rules.evidence.size; ++e) to.evidence_age[e] = value(side.evidence[e]);
    for (std::uint32_t s = 0; s != rules.safeguards.size; ++s)
        to.safeguard_level[s] = static_cast<std::uint32_t>(value(side.safeguards[s]));
    for (std::uint32_t c = 0; c != rules.chains.size; ++c)
        to.chains[c] = static_cast<redline::chain_state>(value(side.chains[c]));
}

/// A complete request in words, to be shown where something went wrong.
inline std::string show(space const& of, complete_request const& request)
{
    std::string text;
    for (auto const& [name, value] : request) {
        text += name + " = ";
        if (name == "use") text += of.name_of_use(static_cast<std::uint32_t>(value));
        else if (name == "mission" && !of.missions.paths.empty()) text += of.missions.paths[value];
        else text += std::to_string(value);
        text += "; ";
    }
    return text;
}

}  // namespace redline_solver
