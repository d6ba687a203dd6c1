// A request of a rule set as the oracle's model, by names: the way back from what `model_filler` does.
#pragma once

#include "decisions/with_oracle.hpp"

#include <cstdio>

namespace redline_test {

/// A use or mission as a path; a request of a proof names one that is known to the last.
inline std::string path_of(redline::rule_set const& rules, redline::array_view<redline::kind_entry> const& kinds,
                           redline::requested_kind kind)
{
    if (kind.form == redline::kind_form::unlisted) return "unlisted";
    std::string const path{rules(kinds[kind.index].path)};
    return kind.form == redline::kind_form::other ? path + ".other" : path;
}

inline std::string date_text(redline::day_number number)
{
    redline::calendar_day const day = redline::day_of(number);
    char text[32] = {};
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", int{day.year}, int{day.month}, int{day.day});
    return text;
}

/// The value of a fact of which all is known.
inline oracle::fact_value value_of(redline::rule_set const& rules, redline::fact_entry const& f,
                                   redline::request_view const& r)
{
    std::uint64_t const value = r.values[f.slot];
    auto const name = [&](std::uint64_t i) {
        return std::string{rules(rules.values[f.values.first + static_cast<std::uint32_t>(i)])};
    };
    switch (f.type) {
    case redline::fact_type::flag: return value != 0;
    case redline::fact_type::count: return value;
    case redline::fact_type::duration: return as_duration(value);
    case redline::fact_type::level:
    case redline::fact_type::one_of: return name(value);
    case redline::fact_type::any_of: break;
    }
    oracle::any_of_value set;
    for (std::uint32_t i = 0; i < redline::slots_of(f); ++i)
        if (r.values[f.slot + i] != 0) set.holds[name(i)] = true;
    return set;
}

/// A request that gives facts wholly or not at all.
inline oracle::request as_model(redline::rule_set const& rules, redline::request_view const& r)
{
    auto const text = [&](redline::text_ref t) { return std::string{rules(t)}; };
    oracle::request m;
    for (std::uint32_t i = 0; i < r.use_count; ++i) m.uses.push_back(path_of(rules, rules.uses, r.uses[i]));
    if (r.mission.form != redline::kind_form::unknown) m.mission = path_of(rules, rules.missions, r.mission);
    if (r.has_date) m.day = date_text(r.date);
    for (std::uint32_t i = 0; i < rules.facts.size; ++i) {
        redline::fact_entry const& f = rules.facts[i];
        if (r.given[f.slot] == 0) continue;
        m.facts[text(f.name)] = value_of(rules, f, r);
        redline::principal const who = r.attested[i];
        if (who.kind == redline::principal_kind::party) m.attested[text(f.name)] = text(rules.parties[who.index].name);
        if (who.kind == redline::principal_kind::role) m.attested[text(f.name)] = text(rules.roles[who.index].name);
    }
    for (std::uint32_t i = 0; i < rules.evidence.size; ++i)
        if (r.evidence_age[i] != redline::unlimited)
            m.evidence[text(rules.evidence[i].name)] = as_duration(r.evidence_age[i]);
    for (std::uint32_t i = 0; i < rules.safeguards.size; ++i) {
        redline::safeguard_entry const& s = rules.safeguards[i];
        m.safeguards[text(s.name)] = text(rules.values[s.values.first + r.safeguard_level[i]]);
    }
    for (std::uint32_t i = 0; i < rules.chains.size; ++i)
        if (r.chains[i] != redline::chain_state::not_asked)
            m.signoffs[text(rules.chains[i].name)] =
                static_cast<oracle::chain_state>(static_cast<int>(r.chains[i]) - 1);
    return m;
}

}  // namespace redline_test
