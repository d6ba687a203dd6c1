// The worked cases of tests/vectors: how their requests are filled and their decisions written.
#pragma once

#include "redline/core/decision.hpp"
#include "redline/core/request_writer.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace redline_test {

using json = nlohmann::json;

inline std::string text_of(json const& j) { return j.get<std::string>(); }

inline void fill_fact(redline::request_writer& to, std::string const& name, json const& value)
{
    redline::fact_entry const* const fact = to.fact_named(name);
    REQUIRE(fact != nullptr);
    switch (fact->type) {
    case redline::fact_type::flag: to.fact(name, value.get<bool>()); break;
    case redline::fact_type::count: to.fact(name, value.get<std::uint64_t>()); break;
    case redline::fact_type::any_of:
        if (value.is_array()) {
            to.fact_is_set(name);
            for (json const& member : value) to.fact_has(name, text_of(member));
        }
        else
            for (auto const& [member, holds] : value.items()) to.fact_has(name, member, holds.get<bool>());
        break;
    default: to.fact(name, std::string_view{text_of(value)}); break;
    }
}

inline bool fill(redline::request_writer& to, json const& r)
{
    if (r.at("use").is_array())
        for (json const& use : r.at("use")) to.use(text_of(use));
    else to.use(text_of(r.at("use")));
    for (auto const& [member, value] : r.items()) {
        if (member == "mission") to.mission(text_of(value));
        else if (member == "date") to.date(text_of(value));
        else if (member != "use") {
            REQUIRE(value.is_object());
            for (auto const& [name, one] : value.items()) {
                if (member == "facts") fill_fact(to, name, one);
                else if (member == "attested") to.attested(name, text_of(one));
                else if (member == "evidence") to.evidence(name, std::string_view{text_of(one)});
                else if (member == "safeguards") to.safeguard(name, text_of(one));
                else if (member == "signoffs") to.signoff(name, text_of(one));
                else FAIL("a member that no request has: " << member);
            }
        }
    }
    return to.complete();
}

/// A decision as the vectors write it; what is pending as sets, since they list it by the alphabet.
inline json as_json(redline::decision const& d)
{
    redline::rule_set const& r = *d.rules;
    auto const labels = [&](redline::index_set_view of) {
        json list = json::array();
        for (std::uint32_t const t : of) list.push_back(r(r.terms[t].label));
        return list;
    };
    auto const names = [&](redline::index_set_view of, auto const& entries) {
        std::set<std::string> found;
        for (std::uint32_t const i : of) found.emplace(r(entries[i].name));
        return json(found);
    };
    json j{{"outcome", name_of(d.outcome)},
           {"by", labels(d.by)},
           {"exceptions", labels(d.exceptions)},
           {"log", labels(d.log)}};
    if (d.outcome == redline::outcome::prohibited) j["ground"] = name_of(d.ground);
    redline::pending_items const& p = d.pending;
    if (d.outcome == redline::outcome::paused)
        j["pending"] = {{"signoffs", names(p.signoffs, r.chains)},
                        {"evidence", names(p.evidence, r.evidence)},
                        {"safeguards", names(p.safeguards, r.safeguards)},
                        {"facts", names(p.facts, r.facts)},
                        {"mission", p.mission},
                        {"date", p.date},
                        {"use", p.use}};
    return j;
}

inline json with_sets(json decision)
{
    if (decision.contains("pending"))
        for (json& list : decision["pending"])
            if (list.is_array()) std::sort(list.begin(), list.end());
    return decision;
}

}  // namespace redline_test
