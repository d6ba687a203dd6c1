// under: one request under several contracts, of a struct or by name.
#include "statute.hpp"
#include "support/both.hpp"

#include <boost/hana/length.hpp>

using namespace typed_test;

namespace {

constexpr auto both = redline::under(frontier, statute);

constexpr auto asked = [] {
    return both.request()
        .use("logistics.fuel_depots")
        .mission("combat")
        .safeguard("monitor", "live")
        .date("2026-06-01")
        .flag("lawful")
        .attested("lawful", "counsel")
        .count("persons", 501);
};

}  // namespace

TEST_CASE("each contract decides, and the strictest outcome holds", "[typed]")
{
    static constexpr auto d = both.decide(asked());
    REDLINE_BOTH(d.paused());
    REDLINE_BOTH(d.comes_from(statute));
    REDLINE_BOTH(d.by(statute, "6"));
    REDLINE_BOTH(d.pends_on("legal_review"));
    REDLINE_BOTH(!d.by(statute, "5"));
    // What the other says is not lost: it pauses for facts of its own.
    REDLINE_BOTH(d.of(frontier).permitted());
    REDLINE_BOTH(!d.comes_from(frontier));
    REDLINE_BOTH(!d.by(frontier, "1"));
    static constexpr auto met = both.decide(asked().evidence("legal_review", "2 days"));
    REDLINE_BOTH(met.permitted());
    REDLINE_BOTH(met.by(frontier, "1"));
    REDLINE_BOTH(met.by(statute, "1"));
    static constexpr auto chemical = both.decide(both.request().use("weapons.chemical").flag("lawful"));
    REDLINE_BOTH(chemical.prohibited());
    REDLINE_BOTH(chemical.ground() == redline::ground::forbidden);
    REDLINE_BOTH(chemical.by(statute, "2"));
    REDLINE_BOTH(chemical.of(frontier).paused());
}

TEST_CASE("a decision names the contract and the term of its outcome", "[typed]")
{
    static constexpr auto labels = [](auto const& d) {
        struct {
            std::string_view of[8] = {}, titles[8] = {};
            std::uint32_t count = 0;
        } all{};
        d.each_by([&](redline::rule_set const& rules, std::uint32_t term) {
            all.of[all.count] = rules(rules.terms[term].label);
            all.titles[all.count++] = rules(rules.title);
        });
        return all;
    };
    static constexpr auto met = labels(both.decide(asked().evidence("legal_review", "2 days")));
    REDLINE_BOTH(met.count == 2);
    REDLINE_BOTH(met.of[1] == "1");
    REDLINE_BOTH(met.titles[0] == "Frontier");
    REDLINE_BOTH(met.titles[1] == "Statute");
    static constexpr auto paused = labels(both.decide(asked()));
    REDLINE_BOTH(paused.count == 1);
    REDLINE_BOTH(paused.titles[0] == "Statute");
}

TEST_CASE("contracts and decisions are sequences of Boost.Hana", "[typed]")
{
    REDLINE_BOTH(decltype(boost::hana::length(both))::value == 2);
    static constexpr auto d = both.decide(asked());
    static constexpr unsigned paused = [] {
        unsigned n = 0;
        boost::hana::for_each(d, [&](auto const& one) { n += one.paused() ? 1 : 0; });
        return n;
    }();
    REDLINE_BOTH(paused == 1);
    static constexpr std::uint32_t terms = [] {
        std::uint32_t n = 0;
        boost::hana::for_each(both, [&](auto const& one) { n += one.rules().terms.size; });
        return n;
    }();
    REDLINE_BOTH(terms == frontier.rules().terms.size + statute.rules().terms.size);
}

TEST_CASE("a struct bound to several contracts is a request of each", "[typed]")
{
    static constexpr auto desk =
        redline::bind<plan_under_both>(both, redline::left_unknown<"urgent", "public", "retention">);
    static constexpr auto decided = [](auto const& change) {
        plan_under_both m{};
        m.uses.add(activity_under_both::logistics_fuel_depots);
        m.date = std::chrono::sys_days{std::chrono::year{2026} / 6 / 1};
        m.lawful = {true, attester_under_both::counsel};
        m.network = secrecy::secret;
        m.persons = 3;
        m.monitor = switched::live;
        change(m);
        return desk.decide(m);
    };
    REDLINE_BOTH(decided([](auto&) {}).pends_on("mission"));
    REDLINE_BOTH(decided([](auto& m) { m.mission = theatre_under_both::combat; }).by(frontier, "1"));
    REDLINE_BOTH(decided([](auto& m) { m.mission = theatre_under_both::combat; }).by(statute, "1"));
    // To the other a mission that it lacks is not given.
    REDLINE_BOTH(decided([](auto& m) { m.mission = theatre_under_both::routine; }).comes_from(statute));
    REDLINE_BOTH(decided([](auto& m) { m.mission = theatre_under_both::routine; }).pends_on("mission"));
    REDLINE_BOTH(decided([](auto& m) { m.uses.add(activity_under_both::weapons_chemical); }).by(statute, "2"));
    REDLINE_BOTH(decided([](auto& m) { m.uses.add(activity_under_both::surveillance_mass); }).by(frontier, "2.2"));
    // One that is not valid is decided by none.
    plan_under_both none{};
    CHECK(desk.decide(none).ground() == redline::ground::not_valid);
    CHECK(desk.decide(none).of(frontier).ground() == redline::ground::not_valid);
    plan_under_both full{};
    for (int i = 0; i < 4; ++i) full.uses.add(static_cast<activity_under_both>(i));
    CHECK(desk.decide(full).ground() == redline::ground::not_valid);
}

TEST_CASE("a joint request keeps its first fault, and is then decided by none", "[typed]")
{
    auto const fault_of = [](auto const& fill) {
        auto request = both.request();
        request.use("analysis");
        fill(request);
        auto const d = both.decide(request);
        CHECK(d.ground() == redline::ground::not_valid);
        CHECK(d.of(frontier).prohibited());
        CHECK(d.of(statute).ground() == redline::ground::not_valid);
        return request.error();
    };
    using redline::request_fault;
    CHECK(fault_of([](auto& r) { r.flag("treatie"); }).nearest == "treaty");
    CHECK(fault_of([](auto& r) { r.flag("urgnt"); }).nearest == "urgent");
    CHECK(fault_of([](auto& r) { r.use("weapons.chemicl"); }).nearest == "weapons.chemical");
    CHECK(fault_of([](auto& r) { r.use("analysis"); }).fault == request_fault::given_twice);
    CHECK(fault_of([](auto& r) { r.use("weapons").use("logistics").use("surveillance").use("unlisted"); }).fault ==
          request_fault::too_many_uses);
    CHECK(fault_of([](auto& r) { r.mission("relief").mission("routine"); }).fault == request_fault::given_twice);
    CHECK(fault_of([](auto& r) { r.mission("releif"); }).nearest == "relief");
    CHECK(fault_of([](auto& r) { r.date("2026-02-30"); }).fault == request_fault::bad_date);
    CHECK(fault_of([](auto& r) { r.count("treaty", 1); }).fault == request_fault::wrong_type);
    CHECK(fault_of([](auto& r) { r.fact("network", "open"); }).fault == request_fault::unknown_name);
    CHECK(fault_of([](auto& r) { r.attested("treaty", "jugde"); }).nearest == "judge");
    CHECK(fault_of([](auto& r) { r.attested("treatie", "judge"); }).nearest == "treaty");
    CHECK(fault_of([](auto& r) { r.evidence("red_tem"); }).nearest == "red_team");
    CHECK(fault_of([](auto& r) { r.signoff("warrant", "done"); }).fault == request_fault::unknown_name);
    CHECK(fault_of([](auto& r) { r.safeguard("monitor", "half"); }).fault == request_fault::unknown_name);
    // Two uses that one contract takes for the same are two.
    auto request = both.request();
    request.use("weapons.chemical").use("weapons.other");
    CHECK(request.valid());
}
