// Decisions of a program's struct, against requests that are filled by hand with indices looked up once, and by name.
#include "generate/dice.hpp"
#include "report.hpp"

#include "redline/redline.hpp"
#include "redline/typed.hpp"

#include <cstdlib>
#include <vector>

namespace {

using namespace redline_bench;

constexpr auto terms = redline::compile([] {
    return R"(contract "Bench" version 1;
party agency; party vendor;
role counsel of agency;
use weapons; use weapons.autonomous; use surveillance; use surveillance.mass; use analysis; use logistics;
mission routine; mission combat sensitive;
fact lawful is flag from counsel;
fact oversight is level none < on_the_loop < in_the_loop;
fact network is one of unclassified, secret, top_secret;
fact persons is count;
fact data is any of biometric, location, communications;
safeguard output_filter;
evidence red_team from vendor valid 180 days;
evidence legal_review from agency;
1   permit all lawful uses;
2.1 prohibit weapons.autonomous unless oversight at least on_the_loop or network is unclassified;
2.2 prohibit surveillance.mass;
2.3 prohibit surveillance when data has any of biometric, location and date before 2027-01-01;
3.1 require red_team within 90 days, legal_review for weapons, surveillance;
3.2 require output_filter at least tested for all uses except logistics when mission is sensitive;
3.3 restrict all uses when persons over 10_000 to signed by review;
4.1 log paused, prohibited to agency;
signoff review { stage legal: counsel; }
)";
});

enum class activity { weapons, weapons_autonomous, surveillance, surveillance_mass, analysis, logistics };
enum class theatre { routine, combat };
enum class overseen { none, on_the_loop, in_the_loop };
enum class secrecy { unclassified, secret, top_secret };
enum class kind_of_data { biometric, location, communications };
enum class attester { agency, counsel };

constexpr char const* activities[] = {"weapons",           "weapons.autonomous", "surveillance",
                                      "surveillance.mass", "analysis",           "logistics"};
constexpr char const* theatres[] = {"routine", "combat"};
constexpr char const* levels[] = {"none", "on_the_loop", "in_the_loop"};
constexpr char const* networks[] = {"unclassified", "secret", "top_secret"};
constexpr char const* kinds[] = {"biometric", "location", "communications"};
constexpr char const* maturities[] = {"absent", "prototype", "tested", "validated"};
constexpr char const* states[] = {"", "opened", "complete", "refused"};

// clang-format off
struct mission {
    BOOST_HANA_DEFINE_STRUCT(mission,
        (activity, use), (theatre, mission), (std::chrono::sys_days, date),
        (redline::attested<bool, attester>, lawful), (overseen, oversight), (std::optional<secrecy>, network),
        (std::uint32_t, persons), (redline::set_of<kind_of_data>, data), (redline::maturity, output_filter),
        (std::optional<std::chrono::days>, red_team), (std::optional<std::chrono::days>, legal_review),
        (redline::chain_state, review)
    );
};
// clang-format on

constexpr auto desk = redline::bind<mission>(terms);

mission random_mission(dice& d)
{
    mission m{};
    m.use = static_cast<activity>(d.below(6));
    m.mission = static_cast<theatre>(d.below(2));
    m.date = std::chrono::sys_days{std::chrono::days{20'454 + d.below(600)}};
    m.lawful = {d.percent(95), d.percent(5) ? attester::agency : attester::counsel};
    m.oversight = static_cast<overseen>(d.below(3));
    if (d.percent(90)) m.network = static_cast<secrecy>(d.below(3));
    m.persons = d.percent(80) ? d.below(10'000) : 20'000;
    for (unsigned i = 0; i < 3; ++i) m.data.add(static_cast<kind_of_data>(i), d.percent(20));
    m.output_filter = static_cast<redline::maturity>(d.percent(70) ? 2 : d.below(4));
    if (d.percent(90)) m.red_team = std::chrono::days{d.below(100)};
    if (d.percent(90)) m.legal_review = std::chrono::days{d.below(100)};
    m.review = static_cast<redline::chain_state>(d.percent(50) ? 2 : d.below(4));
    return m;
}

using request = redline::fixed_request<terms.sizes, 1>;
constexpr redline::rule_set const& rules = terms.rules();
constexpr std::uint32_t index_of(std::string_view name)
{
    return redline::find_name(rules, redline::name_space::names, name)->index;
}

/// What somebody writes who looks the indices up once, and knows that the enums are in the contract's order.
request filled_by_hand(mission const& m)
{
    constexpr std::uint32_t lawful = index_of("lawful"), oversight = index_of("oversight"),
                            network = index_of("network"), persons = index_of("persons"), data = index_of("data");
    constexpr redline::principal attesters[] = {{redline::principal_kind::party, index_of("agency")},
                                                {redline::principal_kind::role, index_of("counsel")}};
    request memory{rules};
    redline::request_view r = memory.view();
    r.uses[0] = {redline::kind_form::declared, static_cast<std::uint32_t>(m.use)};
    r.use_count = 1;
    r.mission = {redline::kind_form::declared, static_cast<std::uint32_t>(m.mission)};
    r.has_date = true;
    r.date = static_cast<redline::day_number>(m.date.time_since_epoch().count());
    r.attested[lawful] = attesters[static_cast<unsigned>(m.lawful.by)];
    redline::set_slot(rules, r, lawful, rules.facts[lawful].slot, m.lawful.value ? 1 : 0);
    redline::set_slot(rules, r, oversight, rules.facts[oversight].slot, static_cast<std::uint64_t>(m.oversight));
    if (m.network)
        redline::set_slot(rules, r, network, rules.facts[network].slot, static_cast<std::uint64_t>(*m.network));
    redline::set_slot(rules, r, persons, rules.facts[persons].slot, m.persons);
    for (std::uint32_t i = 0; i < 3; ++i)
        redline::set_slot(rules, r, data, rules.facts[data].slot + i,
                          m.data.contains(static_cast<kind_of_data>(i)) ? 1 : 0);
    r.safeguard_level[index_of("output_filter")] = static_cast<std::uint32_t>(m.output_filter);
    if (m.red_team) r.evidence_age[index_of("red_team")] = static_cast<std::uint64_t>(m.red_team->count()) * 24 * 60;
    if (m.legal_review)
        r.evidence_age[index_of("legal_review")] = static_cast<std::uint64_t>(m.legal_review->count()) * 24 * 60;
    r.chains[index_of("review")] = m.review;
    memory.keep(r);
    return memory;
}
auto decided_by_hand(mission const& m)
{
    request r = filled_by_hand(m);
    return redline::fixed_decision<terms.sizes>{rules, r.view()};
}
/// The dates are those of the struct: making texts of them is not what is measured.
auto decided_by_name(mission const& m)
{
    auto r = terms.request();
    r.use(activities[static_cast<unsigned>(m.use)]).mission(theatres[static_cast<unsigned>(m.mission)]);
    r.date("2026-06-01");
    r.attested("lawful", m.lawful.by == attester::agency ? "agency" : "counsel").flag("lawful", m.lawful.value);
    r.fact("oversight", levels[static_cast<unsigned>(m.oversight)]).count("persons", m.persons);
    if (m.network) r.fact("network", networks[static_cast<unsigned>(*m.network)]);
    r.only("data");
    for (unsigned i = 0; i < 3; ++i)
        if (m.data.contains(static_cast<kind_of_data>(i))) r.has("data", kinds[i]);
    r.safeguard("output_filter", maturities[static_cast<unsigned>(m.output_filter)]);
    if (m.red_team) r.evidence("red_team", "12 days");
    if (m.legal_review) r.evidence("legal_review", "12 days");
    if (m.review != redline::chain_state::not_asked) r.signoff("review", states[static_cast<unsigned>(m.review)]);
    return terms.decide(r);
}

}  // namespace

int main()
{
    dice random{7};
    std::vector<mission> missions;
    std::size_t of[3] = {};
    while (missions.size() != 4096) {
        missions.push_back(random_mission(random));
        mission const& m = missions.back();
        auto const bound = desk.decide(m);
        auto const by_hand = decided_by_hand(m);
        redline::decision const a = bound.view(), b = by_hand.view();
        bool same = a.outcome == b.outcome && a.by.size() == b.by.size() &&
                    a.pending.facts.size() == b.pending.facts.size();
        for (std::uint32_t const term : a.by) same = same && b.by.contains(term);
        if (!same) {
            std::printf("mission %zu is decided differently\n", missions.size());
            return 1;
        }
        ++of[static_cast<unsigned>(a.outcome)];
    }
    std::printf("A decision of a struct that is bound: %zu %% permitted, %zu %% paused, %zu %% prohibited\n",
                of[0] * 100 / missions.size(), of[1] * 100 / missions.size(), of[2] * 100 / missions.size());
    print_heading("floor");
    auto const each = [&](auto const& decide) {
        return [&missions, decide] {
            for (mission const& m : missions) use_value(decide(m));
        };
    };
    auto const print = [&](char const* what, times const& least, char const* goal, double most) {
        double const count = static_cast<double>(missions.size());
        print_line(what, least.ours / count * 1e9, least.floor / count * 1e9, "ns", goal,
                   least.ours <= most * least.floor);
    };
    auto const bound = each([](mission const& m) { return desk.decide(m); });
    print("  against one filled by hand", least_seconds(800, bound, each(decided_by_hand)), "at most 1.1 x", 1.1);
    print("  the request alone",
          least_seconds(800, each([](mission const& m) { return desk.request(m); }), each(filled_by_hand)), "", 0);
    print("  against one filled by name", least_seconds(200, bound, each(decided_by_name)), "", 0);
}
