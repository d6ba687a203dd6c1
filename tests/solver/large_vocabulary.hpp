// Generates what large contracts declare: uses three deep, facts, missions, evidence, safeguards and sign-off chains.
#pragma once

#include "large_contract.hpp"

#include <algorithm>
#include <random>

namespace redline_solver {

/// Choices that are the same on every machine.
class large_dice {
public:
    explicit large_dice(std::uint64_t seed) : engine_{seed} {}

    std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(engine_() % end); }
    std::uint32_t between(std::uint32_t first, std::uint32_t last) { return first + below(last - first + 1); }
    bool percent(std::uint32_t chance) { return below(100) < chance; }
    std::string const& one_of(std::vector<std::string> const& list)
    {
        return list[below(static_cast<std::uint32_t>(list.size()))];
    }

private:
    std::mt19937_64 engine_;
};

/// A tenth as many uses as terms, and six at least: areas, fields below them and kinds below these.
inline void declare_uses(large_contract& c, std::uint32_t terms)
{
    std::uint32_t const all = std::max(6u, terms / 10);
    std::uint32_t const areas = std::max(2u, all / 20);
    std::uint32_t const fields = std::max(areas, all / 5);
    std::vector<std::string> of_field;
    for (std::uint32_t i = 0; i != all; ++i) {
        std::string path = "area_" + std::to_string(i % areas);
        std::uint32_t area = i % areas;
        if (i >= areas && i < areas + fields) {
            path += ".field_" + std::to_string(i);
            of_field.push_back(path);
        }
        if (i >= areas + fields) {
            std::uint32_t const field = i % fields;
            path = of_field[field] + ".kind_" + std::to_string(i);
            area = (areas + field) % areas;
        }
        c.uses.push_back(path);
        c.area_of_use.push_back(area);
        c.declarations += "use " + path + ";\n";
    }
}

inline void declare_facts(large_contract& c, std::uint32_t terms, std::uint32_t areas)
{
    std::uint32_t const all = std::clamp(8 + terms / 6, 8u, 40u);
    c.facts.push_back({"lawful", large_type::flag, 0, general});
    c.declarations += "fact lawful is flag from officer;\n";
    for (std::uint32_t i = 1; i != all; ++i) {
        constexpr large_type turns[] = {large_type::count,  large_type::level, large_type::flag,  large_type::flag,
                                        large_type::one_of, large_type::flag,  large_type::level, large_type::any_of};
        large_fact f{"fact_" + std::to_string(i), turns[(i - 1) % 8], 0, general};
        f.values = f.type == large_type::any_of ? 3 : 3 + i % 3;
        if (i >= 8) f.area = i % areas;  // the first seven are about everything
        std::string values;
        for (std::uint32_t v = 0; v != f.values; ++v)
            values += (v == 0 ? " v" : f.type == large_type::level ? " < v" : ", v") + std::to_string(v);
        char const* const is = f.type == large_type::flag     ? "flag"
                               : f.type == large_type::count  ? "count"
                               : f.type == large_type::level  ? "level"
                               : f.type == large_type::one_of ? "one of"
                                                              : "any of";
        bool const listed = f.type != large_type::flag && f.type != large_type::count;
        c.declarations +=
            "fact " + f.name + " is " + is + (listed ? values : "") + (i % 4 == 0 ? " from officer" : "") + ";\n";
        c.facts.push_back(f);
    }
}

/// All that a contract of so many terms declares, before its first term.
inline large_contract large_vocabulary(std::uint32_t terms, std::uint64_t seed)
{
    large_contract c;
    large_dice dice{seed};
    c.declarations = "party agency;\nparty vendor;\nrole officer of agency;\nrole counsel of agency;\n"
                     "role safety of vendor;\nrole ombuds independent;\n"
                     "mission routine;\nmission training;\nmission combat sensitive;\nmission combat.air;\n"
                     "mission combat.sea;\nmission domestic sensitive;\n";
    declare_uses(c, terms);
    declare_facts(c, terms, *std::max_element(c.area_of_use.begin(), c.area_of_use.end()) + 1);
    for (std::uint32_t i = 0; i != std::clamp(4 + terms / 50, 4u, 12u); ++i) {
        c.evidence.push_back("paper_" + std::to_string(i));
        c.declarations += "evidence " + c.evidence.back() + " from " + (i % 3 == 0 ? "agency" : "vendor");
        if (dice.percent(60)) c.declarations += " valid " + std::to_string(90 * dice.between(1, 4)) + " days";
        c.declarations += ";\n";
    }
    for (std::uint32_t i = 0; i != std::clamp(2 + terms / 100, 2u, 6u); ++i) {
        c.safeguards.push_back("guard_" + std::to_string(i));
        c.declarations += "safeguard " + c.safeguards.back() + ";\n";
    }
    // The last waives.
    for (std::uint32_t i = 0; i != std::clamp(2 + terms / 100, 2u, 5u); ++i) {
        c.chains.push_back("chain_" + std::to_string(i));
        c.declarations += "signoff " + c.chains.back() + " { stage first: safety within 2 days; stage last: any of " +
                          "officer, counsel, ombuds within 5 days; }\n";
    }
    return c;
}

}  // namespace redline_solver
