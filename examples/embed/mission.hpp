// What this program plans: missions as its own data, and the requests that they come to under the terms.
#pragma once

#include "terms.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

/// A mission as the planner keeps it. What is left empty is not known, or not there.
struct mission {
    struct entry {
        std::string_view name, value;
    };
    std::string_view title, use, theatre, day;
    std::uint64_t persons = 0;
    std::string_view oversight{}, output{};
    std::vector<entry> papers{};  // evidence held, and its age
    std::string_view filter{};    // how far the output filter has matured
    std::vector<entry> signatures{};
};

/// A request under the terms in this program: no heap, and the first fault is kept in it.
inline auto request_of(mission const& m)
{
    auto request = terms.request();
    request.use(m.use).mission(m.theatre).date(m.day).count("persons", m.persons);
    request.flag("lawful").attested("lawful", "general_counsel");
    if (!m.oversight.empty()) request.fact("oversight", m.oversight).attested("oversight", "mission_owner");
    if (!m.output.empty()) request.only("outputs").has("outputs", m.output);
    for (auto const& [name, age] : m.papers) request.evidence(name, age);
    if (!m.filter.empty()) request.safeguard("output_filter", m.filter);
    for (auto const& [chain, state] : m.signatures) request.signoff(chain, state);
    return request;
}

/// The same for terms that were loaded, whose sizes are known at run time only.
inline void fill(redline::request_writer& to, mission const& m)
{
    to.use(m.use);
    to.mission(m.theatre);
    to.date(m.day);
    to.fact("persons", m.persons);
    to.fact("lawful", true);
    to.attested("lawful", "general_counsel");
    if (!m.oversight.empty()) {
        to.fact("oversight", m.oversight);
        to.attested("oversight", "mission_owner");
    }
    if (!m.output.empty()) {
        to.fact_is_set("outputs");
        to.fact_has("outputs", m.output);
    }
    for (auto const& [name, age] : m.papers) to.evidence(name, age);
    if (!m.filter.empty()) to.safeguard("output_filter", m.filter);
    for (auto const& [chain, state] : m.signatures) to.signoff(chain, state);
}
