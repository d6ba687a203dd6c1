// The second contract of the tests, a struct for both, and a joint request filled by the names of a model.
#pragma once

#include "model.hpp"

namespace typed_test {

inline constexpr auto statute = redline::compile(statute_text);

enum class activity_under_both : short {
    weapons_autonomous,
    weapons_chemical,
    weapons,
    weapons_chemical_other,
    surveillance_mass,
    surveillance,
    analysis,
    logistics,
    logistics_fuel_depots,
    logistics_other,
    unlisted
};
enum class theatre_under_both { relief, routine, combat_other, combat, combat_air, domestic };
enum class attester_under_both { judge, counsel, state, agency, owner };

/// A mission for both: several uses, and what either contract knows.
// clang-format off
struct plan_under_both {
    using use_list = redline::list_of<activity_under_both, 3>;
    BOOST_HANA_DEFINE_STRUCT(plan_under_both,
        (use_list, uses),
        (std::optional<theatre_under_both>, mission),
        (std::chrono::sys_days, date),
        (redline::attested<bool, attester_under_both>, lawful),
        (redline::attested<std::optional<bool>, attester_under_both>, treaty),
        (std::optional<overseen>, oversight),
        (secrecy, network),
        (std::uint16_t, persons),
        (redline::attested<redline::partly_known_set_of<kind_of_data>, attester_under_both>, data),
        (switched, monitor),
        (std::optional<std::chrono::days>, legal_review),
        (std::optional<std::chrono::weeks>, red_team),
        (redline::chain_state, warrant),
        (redline::chain_state, review)
    );
};
// clang-format on

inline std::string use_of(activity_under_both a)
{
    char const* const names[] = {"weapons.autonomous",    "weapons.chemical", "weapons",  "weapons.chemical.other",
                                 "surveillance.mass",     "surveillance",     "analysis", "logistics",
                                 "logistics.fuel_depots", "logistics.other",  "unlisted"};
    return names[static_cast<unsigned>(a)];
}
inline oracle::chain_state state_of(redline::chain_state s)
{
    return s == redline::chain_state::opened     ? oracle::chain_state::opened
           : s == redline::chain_state::complete ? oracle::chain_state::complete
                                                 : oracle::chain_state::refused;
}

inline oracle::request as_model(plan_under_both const& m)
{
    char const* const theatres[] = {"relief", "routine", "combat.other", "combat", "combat.air", "domestic"};
    char const* const attesters[] = {"judge", "counsel", "state", "agency", "owner"};
    auto const by = [&](attester_under_both a) { return std::string{attesters[static_cast<unsigned>(a)]}; };
    oracle::request r;
    for (activity_under_both const a : m.uses) r.uses.push_back(use_of(a));
    if (m.mission) r.mission = theatres[static_cast<unsigned>(*m.mission)];
    r.day = as_text(m.date);
    r.facts["lawful"] = m.lawful.value;
    r.attested["lawful"] = by(m.lawful.by);
    if (m.treaty.value) r.facts["treaty"] = *m.treaty.value;
    r.attested["treaty"] = by(m.treaty.by);
    if (m.oversight)
        r.facts["oversight"] = std::string{*m.oversight == overseen::none          ? "none"
                                           : *m.oversight == overseen::on_the_loop ? "on_the_loop"
                                                                                   : "in_the_loop"};
    r.facts["network"] = std::string{m.network == secrecy::secret       ? "secret"
                                     : m.network == secrecy::top_secret ? "top_secret"
                                                                        : "unclassified"};
    r.facts["persons"] = std::uint64_t{m.persons};
    oracle::any_of_value set;
    set.whole = false;
    std::pair<kind_of_data, char const*> const kinds[] = {{kind_of_data::biometric, "biometric"},
                                                          {kind_of_data::location, "location"},
                                                          {kind_of_data::communications, "communications"}};
    for (auto const& [kind, name] : kinds)
        if (m.data.value.knows(kind)) set.holds[name] = m.data.value.contains(kind);
    if (!set.holds.empty()) r.facts["data"] = set;
    r.attested["data"] = by(m.data.by);
    r.safeguards["monitor"] = m.monitor == switched::live ? "live" : "idle";
    if (m.legal_review) r.evidence["legal_review"] = {static_cast<std::uint64_t>(m.legal_review->count()), "days"};
    if (m.red_team) r.evidence["red_team"] = {static_cast<std::uint64_t>(m.red_team->count()), "weeks"};
    if (m.warrant != redline::chain_state::not_asked) r.signoffs["warrant"] = state_of(m.warrant);
    if (m.review != redline::chain_state::not_asked) r.signoffs["review"] = state_of(m.review);
    return r;
}

inline plan_under_both random_plan_under_both(oracle::dice& d)
{
    plan_under_both m{};
    std::vector<activity_under_both> uses;
    for (unsigned i = 0; i < 11; ++i) uses.push_back(static_cast<activity_under_both>(i));
    for (activity_under_both const a : d.some(uses, 1, d.percent(40) ? 3 : 1)) m.uses.add(a);
    if (d.percent(80)) m.mission = static_cast<theatre_under_both>(d.below(6));
    m.date =
        std::chrono::sys_days{std::chrono::year{2026} / 2 / 25} + std::chrono::days{static_cast<int>(d.below(760))};
    m.lawful = {d.percent(95),
                d.percent(85) ? attester_under_both::counsel : static_cast<attester_under_both>(d.below(5))};
    if (d.percent(90)) m.treaty.value = d.percent(80);
    m.treaty.by = d.percent(80) ? attester_under_both::judge : static_cast<attester_under_both>(d.below(5));
    if (d.percent(90)) m.oversight = static_cast<overseen>(d.percent(60) ? 0 : d.below(3));
    m.network = static_cast<secrecy>(d.between(1, 3));
    m.persons = static_cast<std::uint16_t>(d.percent(80) ? d.between(400, 501) : d.between(9999, 10001));
    for (auto const k : {kind_of_data::location, kind_of_data::communications, kind_of_data::biometric})
        if (d.percent(85)) m.data.value.has(k, d.percent(25));
    m.data.by = d.percent(85) ? attester_under_both::agency : static_cast<attester_under_both>(d.below(5));
    m.monitor = d.percent(70) ? switched::live : switched::idle;
    if (d.percent(90)) m.legal_review = std::chrono::days{static_cast<int>(d.between(0, 12))};
    if (d.percent(90)) m.red_team = std::chrono::weeks{static_cast<int>(d.between(0, 15))};
    m.warrant = static_cast<redline::chain_state>(d.percent(60) ? 2 : d.below(4));
    m.review = static_cast<redline::chain_state>(d.percent(60) ? 2 : d.below(4));
    return m;
}

/// Fills a joint request by the names of a model.
template <class Request>
void fill_by_name(Request& to, oracle::request const& r)
{
    for (std::string const& use : r.uses) to.use(use);
    if (r.mission) to.mission(*r.mission);
    if (r.day) to.date(*r.day);
    for (auto const& [name, value] : r.facts) {
        if (bool const* flag = std::get_if<bool>(&value)) to.flag(name, *flag);
        else if (std::uint64_t const* count = std::get_if<std::uint64_t>(&value)) to.count(name, *count);
        else if (std::string const* text = std::get_if<std::string>(&value)) to.fact(name, *text);
        else
            for (auto const& [one, holds] : std::get<oracle::any_of_value>(value).holds) to.has(name, one, holds);
    }
    for (auto const& [name, who] : r.attested) to.attested(name, who);
    for (auto const& [name, age] : r.evidence) to.evidence(name, age.text());
    for (auto const& [name, level] : r.safeguards) to.safeguard(name, level);
    for (auto const& [name, state] : r.signoffs)
        to.signoff(name, state == oracle::chain_state::opened     ? "opened"
                         : state == oracle::chain_state::complete ? "complete"
                                                                  : "refused");
}

}  // namespace typed_test
