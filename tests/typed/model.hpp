// A mission as the oracle's request: by hand, without what `bind` knows of it.
#pragma once

#include "missions.hpp"
#include "oracle/dice.hpp"
#include "oracle/request.hpp"

#include <map>

namespace typed_test {

namespace oracle = redline_oracle;

/// The text of a day.
inline std::string as_text(std::chrono::year_month_day d)
{
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(d.year()), static_cast<unsigned>(d.month()),
                  static_cast<unsigned>(d.day()));
    return text;
}

inline std::string use_of(activity a)
{
    static std::map<activity, std::string> const names{{activity::unlisted, "unlisted"},
                                                       {activity::logistics, "logistics"},
                                                       {activity::analysis, "analysis"},
                                                       {activity::surveillance, "surveillance"},
                                                       {activity::surveillance_mass, "surveillance.mass"},
                                                       {activity::surveillance_other, "surveillance.other"},
                                                       {activity::weapons, "weapons"},
                                                       {activity::weapons_autonomous, "weapons.autonomous"},
                                                       {activity::weapons_other, "weapons.other"}};
    return names.at(a);
}

inline oracle::request as_model(plan const& m)
{
    auto const by = [](attester a) {
        return std::string{a == attester::counsel ? "counsel" : a == attester::owner ? "owner" : "agency"};
    };
    oracle::request r;
    r.uses = {use_of(m.use)};
    if (m.mission)
        r.mission = *m.mission == theatre::domestic     ? "domestic"
                    : *m.mission == theatre::combat     ? "combat"
                    : *m.mission == theatre::combat_air ? "combat.air"
                                                        : "routine";
    if (m.date) r.day = as_text(*m.date);
    if (m.lawful.value) r.facts["lawful"] = *m.lawful.value;
    if (m.lawful.by) r.attested["lawful"] = by(*m.lawful.by);
    if (m.urgent) r.facts["urgent"] = *m.urgent;
    if (m.public_) r.facts["public"] = *m.public_;
    if (m.oversight)
        r.facts["oversight"] = std::string{*m.oversight == overseen::none          ? "none"
                                           : *m.oversight == overseen::on_the_loop ? "on_the_loop"
                                                                                   : "in_the_loop"};
    if (m.network)
        r.facts["network"] = std::string{*m.network == secrecy::secret       ? "secret"
                                         : *m.network == secrecy::top_secret ? "top_secret"
                                                                             : "unclassified"};
    if (m.persons) r.facts["persons"] = static_cast<std::uint64_t>(*m.persons);
    if (m.retention) r.facts["retention"] = oracle::duration{static_cast<std::uint64_t>(m.retention->count()), "hours"};
    if (m.data.value) {
        oracle::any_of_value set;
        set.holds["biometric"] = m.data.value->contains(kind_of_data::biometric);
        set.holds["location"] = m.data.value->contains(kind_of_data::location);
        set.holds["communications"] = m.data.value->contains(kind_of_data::communications);
        r.facts["data"] = set;
    }
    r.attested["data"] = by(m.data.by);
    if (m.output_filter) {
        char const* const levels[] = {"absent", "prototype", "tested", "validated"};
        r.safeguards["output_filter"] = levels[static_cast<unsigned>(*m.output_filter)];
    }
    r.safeguards["monitor"] = m.monitor == switched::live ? "live" : "idle";
    if (m.red_team) r.evidence["red_team"] = {static_cast<std::uint64_t>(m.red_team->count()), "days"};
    if (m.legal_review) r.evidence["legal_review"] = {static_cast<std::uint64_t>(m.legal_review->count()), "minutes"};
    if (m.tested_abroad) r.evidence["tested_abroad"] = {0, "days"};
    if (m.review)
        r.signoffs["review"] = *m.review == review_state::opened     ? oracle::chain_state::opened
                               : *m.review == review_state::complete ? oracle::chain_state::complete
                                                                     : oracle::chain_state::refused;
    if (m.exception != redline::chain_state::not_asked)
        r.signoffs["exception"] = m.exception == redline::chain_state::opened     ? oracle::chain_state::opened
                                  : m.exception == redline::chain_state::complete ? oracle::chain_state::complete
                                                                                  : oracle::chain_state::refused;
    return r;
}

/// A mission by chance, its numbers near where terms ask.
inline plan random_plan(oracle::dice& d)
{
    using std::chrono::days;
    auto const maybe = [&](std::size_t chance, auto value) {
        return d.percent(chance) ? std::optional{value} : std::nullopt;
    };
    activity const uses[] = {activity::unlisted,     activity::logistics,          activity::analysis,
                             activity::surveillance, activity::surveillance_mass,  activity::surveillance_other,
                             activity::weapons,      activity::weapons_autonomous, activity::weapons_other};
    attester const attesters[] = {attester::counsel, attester::owner, attester::agency};
    secrecy const networks[] = {secrecy::secret, secrecy::top_secret, secrecy::unclassified};
    plan m{};
    m.use = uses[d.below(9)];
    m.mission = maybe(85, static_cast<theatre>(d.below(4)));
    if (d.percent(90))
        m.date = std::chrono::sys_days{std::chrono::year{2026} / 2 / 25} + days{static_cast<int>(d.below(780))};
    m.lawful.value = maybe(95, d.percent(80));
    m.lawful.by = maybe(90, attesters[d.percent(80) ? 0 : d.below(3)]);
    m.urgent = maybe(90, d.percent(50));
    m.public_ = maybe(90, d.percent(50));
    m.oversight = maybe(90, static_cast<overseen>(d.below(3)));
    m.network = maybe(90, networks[d.below(3)]);
    m.persons = maybe(90, static_cast<int>(d.percent(70) ? d.between(499, 502) : d.between(9999, 10002)));
    m.retention = maybe(90, std::chrono::hours{30 * 24 - 1 + static_cast<int>(d.below(3))});
    if (d.percent(90)) {
        redline::set_of<kind_of_data> set;
        for (auto const k : {kind_of_data::location, kind_of_data::communications, kind_of_data::biometric})
            set.add(k, d.percent(40));
        m.data.value = set;
    }
    m.data.by = attesters[d.below(3)];
    m.output_filter = maybe(90, static_cast<redline::maturity>(d.below(4)));
    m.monitor = d.percent(60) ? switched::live : switched::idle;
    m.red_team = maybe(90, days{static_cast<int>(d.percent(70) ? d.below(89) : d.between(89, 182))});
    m.legal_review = maybe(90, std::chrono::minutes{static_cast<int>(d.below(11 * 1440))});
    m.tested_abroad = d.percent(80);
    m.review = maybe(80, static_cast<review_state>(d.below(3)));
    m.exception = static_cast<redline::chain_state>(d.below(4));
    return m;
}

}  // namespace typed_test
