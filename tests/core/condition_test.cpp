// Conditions evaluated: each kind of atom at its borders, over what is unknown, and under each reading.
#include "core/contract_of.hpp"

namespace {

using redline::reading;
using redline::truth;
using redline_test::bench;

constexpr truth f = truth::no, u = truth::unknown, t = truth::yes;

/// One condition, as a definition of a contract of its own.
class asked_condition {
public:
    explicit asked_condition(std::string const& condition)
        : bench_{"1 permit all lawful uses;\ndefine question as " + condition + ";\n"}
    {}
    redline::request_writer fresh() { return bench_.fresh(); }
    truth value(reading as = reading::as_given)
    {
        redline::request_view const& r = bench_.request.view();
        redline::workspace_view& work = bench_.work.view();
        work.forget(bench_.loaded.rules.definitions.size);
        redline::condition_evaluator const evaluate{
            bench_.loaded.rules, r, r.use_count == 0 ? redline::requested_kind{} : r.uses[0], work.memo};
        return evaluate.value(bench_.loaded.rules.definitions[0].condition, t, as);
    }
    template <class Fill>
    truth of(Fill const& fill, reading as = reading::as_given)
    {
        redline::request_writer w = fresh();
        fill(w);
        REQUIRE(w.error().fault == redline::request_fault::nothing);
        return value(as);
    }

private:
    bench bench_;
};

using w = redline::request_writer;

}  // namespace

TEST_CASE("numbers are compared at their borders", "[core]")
{
    struct border {
        char const* condition;
        truth below, at, above;
    };
    for (border const& b : {border{"persons over 1000", f, f, t}, border{"persons under 1000", t, f, f},
                            border{"persons at least 1000", f, t, t}, border{"persons at most 1000", t, t, f},
                            border{"persons is 1000", f, t, f}, border{"persons is not 1000", t, f, t}}) {
        INFO(b.condition);
        asked_condition c{b.condition};
        CHECK(c.of([](w&) {}) == u);
        CHECK(c.of([](w& x) { x.fact("persons", std::uint64_t{999}); }) == b.below);
        CHECK(c.of([](w& x) { x.fact("persons", std::uint64_t{1000}); }) == b.at);
        CHECK(c.of([](w& x) { x.fact("persons", std::uint64_t{1001}); }) == b.above);
    }
    asked_condition largest{"persons over 18446744073709551614"};
    CHECK(largest.of([](w& x) { x.fact("persons", ~std::uint64_t{0}); }) == t);
    CHECK(largest.of([](w& x) { x.fact("persons", ~std::uint64_t{0} - 1); }) == f);
    asked_condition time{"delay at most 1 day"};
    CHECK(time.of([](w& x) { x.fact("delay", "24 hours"); }) == t);
    CHECK(time.of([](w& x) { x.fact("delay", "1441 minutes"); }) == f);
}

TEST_CASE("levels have an order, and values are one of several", "[core]")
{
    asked_condition level{"risk at least mid"};
    CHECK(level.of([](w& x) { x.fact("risk", "low"); }) == f);
    CHECK(level.of([](w& x) { x.fact("risk", "mid"); }) == t);
    CHECK(level.of([](w& x) { x.fact("risk", "high"); }) == t);
    CHECK(level.of([](w&) {}) == u);
    asked_condition any{"risk is any of low, high"};
    CHECK(any.of([](w& x) { x.fact("risk", "mid"); }) == f);
    CHECK(any.of([](w& x) { x.fact("risk", "high"); }) == t);
    CHECK(any.of([](w&) {}) == u);
    asked_condition none{"network is not any of open, secret"};
    CHECK(none.of([](w& x) { x.fact("network", "open"); }) == f);
    CHECK(none.of([](w&) {}) == u);
}

TEST_CASE("sets may be known in part", "[core]")
{
    asked_condition has{"data has voice"};
    CHECK(has.of([](w&) {}) == u);
    CHECK(has.of([](w& x) { x.fact_has("data", "image"); }) == u);
    CHECK(has.of([](w& x) { x.fact_has("data", "voice"); }) == t);
    CHECK(has.of([](w& x) { x.fact_has("data", "voice", false); }) == f);
    CHECK(has.of([](w& x) { x.fact_is_set("data"); }) == f);
    asked_condition any{"data has any of voice, image"};
    CHECK(any.of([](w&) {}) == u);
    CHECK(any.of([](w& x) { x.fact_has("data", "image"); }) == t);
    CHECK(any.of([](w& x) { x.fact_has("data", "image", false); }) == u);
    CHECK(any.of([](w& x) { x.fact_is_set("data"); }) == f);
}

TEST_CASE("a fact from somebody is unknown until they attest it", "[core]")
{
    asked_condition vetted{"vetted"};
    CHECK(vetted.of([](w& x) { x.fact("vetted", true); }) == u);
    CHECK(vetted.of([](w& x) {
        x.fact("vetted", true);
        x.attested("vetted", "officer");
    }) == t);
    CHECK(vetted.of([](w& x) {
        x.attested("vetted", "agency");
        x.fact("vetted", false);
    }) == f);
    CHECK(vetted.of([](w& x) { x.attested("vetted", "agency"); }) == u);
    asked_condition sealed{"not sealed has voice"};
    CHECK(sealed.of([](w& x) {
        x.fact_is_set("sealed");
        x.attested("sealed", "agency");
    }) == u);
    CHECK(sealed.of([](w& x) {
        x.fact_is_set("sealed");
        x.attested("sealed", "officer");
    }) == t);
}

TEST_CASE("a path is true at or below it, and unknown above it", "[core]")
{
    asked_condition use{"use is weapons.autonomous"};
    auto const of_use = [&](char const* path) { return use.of([&](w& x) { x.use(path); }); };
    CHECK(use.of([](w&) {}) == u);
    CHECK(of_use("weapons.autonomous") == t);
    CHECK(of_use("weapons.autonomous.swarm") == t);
    CHECK(of_use("weapons.autonomous.other") == t);
    CHECK(of_use("weapons") == u);
    CHECK(of_use("weapons.other") == f);
    CHECK(of_use("analysis") == f);
    CHECK(of_use("analysis.other") == f);
    CHECK(of_use("unlisted") == f);
    asked_condition mission{"mission is not combat.air"};
    CHECK(mission.of([](w&) {}) == u);
    CHECK(mission.of([](w& x) { x.mission("combat"); }) == u);
    CHECK(mission.of([](w& x) { x.mission("combat.other"); }) == t);
    CHECK(mission.of([](w& x) { x.mission("combat.air.night"); }) == f);
    CHECK(mission.of([](w& x) { x.mission("routine"); }) == t);
}

TEST_CASE("a mission is sensitive from a sensitive one down", "[core]")
{
    asked_condition c{"mission is sensitive"};
    auto const of_mission = [&](char const* path) { return c.of([&](w& x) { x.mission(path); }); };
    CHECK(c.of([](w&) {}) == u);
    CHECK(of_mission("routine") == f);
    CHECK(of_mission("routine.other") == f);
    CHECK(of_mission("combat") == u);
    CHECK(of_mission("combat.other") == f);
    CHECK(of_mission("combat.air") == t);
    CHECK(of_mission("combat.air.other") == t);
    CHECK(of_mission("combat.air.night") == t);
    CHECK(of_mission("relief") == t);
}

TEST_CASE("a date is from a day on, or before it", "[core]")
{
    asked_condition from{"date from 2026-03-01"};
    CHECK(from.of([](w&) {}) == u);
    CHECK(from.of([](w& x) { x.date("2026-02-28"); }) == f);
    CHECK(from.of([](w& x) { x.date("2026-03-01"); }) == t);
    asked_condition before{"date before 1969-12-31"};
    CHECK(before.of([](w& x) { x.date("1969-12-31"); }) == f);
    CHECK(before.of([](w& x) { x.date("1969-12-30"); }) == t);
    CHECK(before.of([](w& x) { x.date("0000-01-01"); }) == t);
}

TEST_CASE("evidence is held up to the lesser of its two ages", "[core]")
{
    asked_condition valid{"red_team"};
    CHECK(valid.of([](w&) {}) == f);
    CHECK(valid.of([](w& x) { x.evidence("red_team", "10 days"); }) == t);
    CHECK(valid.of([](w& x) { x.evidence("red_team", "14401 minutes"); }) == f);
    asked_condition within{"red_team within 3 days"};
    CHECK(within.of([](w& x) { x.evidence("red_team", "3 days"); }) == t);
    CHECK(within.of([](w& x) { x.evidence("red_team", "4 days"); }) == f);
    asked_condition longer{"red_team within 20 days"};
    CHECK(longer.of([](w& x) { x.evidence("red_team", "11 days"); }) == f);
    asked_condition ever{"study"};
    CHECK(ever.of([](w& x) { x.evidence("study", redline::unlimited); }) == t);
    CHECK(ever.of([](w&) {}) == f);
    CHECK(ever.of([](w&) {}, reading::obtained) == t);
}

TEST_CASE("safeguards have a lowest level", "[core]")
{
    asked_condition lowest{"filter at least absent"};
    CHECK(lowest.of([](w&) {}) == t);
    asked_condition tested{"filter at least tested"};
    CHECK(tested.of([](w&) {}) == f);
    CHECK(tested.of([](w& x) { x.safeguard("filter", "prototype"); }) == f);
    CHECK(tested.of([](w& x) { x.safeguard("filter", "validated"); }) == t);
    CHECK(tested.of([](w&) {}, reading::obtained) == t);
}

TEST_CASE("chains are read as they stand, as obtained, and without waivers", "[core]")
{
    struct due {
        char const* condition;
        truth as_given[4], obtained[4], unwaived[4];  // not asked, opened, complete, refused
    };
    constexpr char const* states[] = {nullptr, "opened", "complete", "refused"};
    for (due const& d : {due{"signed by review", {f, f, t, f}, {t, t, t, f}, {f, f, t, f}},
                         due{"asked of review", {f, t, t, f}, {t, t, t, f}, {f, t, t, f}},
                         due{"waived by review", {f, f, t, f}, {f, t, t, f}, {f, f, f, f}}}) {
        asked_condition c{d.condition};
        for (unsigned i = 0; i < 4; ++i) {
            INFO(d.condition << ", " << (i == 0 ? "not asked" : states[i]));
            auto const fill = [&](w& x) {
                if (i != 0) x.signoff("review", states[i]);
            };
            CHECK(c.of(fill) == d.as_given[i]);
            CHECK(c.of(fill, reading::obtained) == d.obtained[i]);
            CHECK(c.of(fill, reading::without_waivers) == d.unwaived[i]);
        }
    }
}

TEST_CASE("and binds before or, and not before and", "[core]")
{
    asked_condition c{"urgent or lawful and not vetted"};
    auto const of_flags = [&](bool urgent, bool lawful, bool vetted) {
        return c.of([&](w& x) {
            x.fact("urgent", urgent);
            x.fact("lawful", lawful);
            x.fact("vetted", vetted);
            x.attested("vetted", "agency");
        });
    };
    for (unsigned i = 0; i < 8; ++i) {
        bool const urgent = (i & 1) != 0, lawful = (i & 2) != 0, vetted = (i & 4) != 0;
        CHECK(of_flags(urgent, lawful, vetted) == redline::truth_of(urgent || (lawful && !vetted)));
    }
    CHECK(c.of([](w& x) { x.fact("lawful", false); }) == u);
    CHECK(c.of([](w& x) { x.fact("urgent", true); }) == t);
}

TEST_CASE("the deepest condition fits the evaluator", "[core]")
{
    std::string deep = "urgent";
    for (int i = 0; i < 32; ++i) deep = "lawful and (urgent or " + deep + ")";
    asked_condition c{deep};
    CHECK(c.of([](w& x) {
        x.fact("lawful", true);
        x.fact("urgent", true);
    }) == t);
    CHECK(c.of([](w& x) { x.fact("lawful", false); }) == f);
    CHECK(c.of([](w& x) { x.fact("lawful", true); }) == u);
    std::string nots;
    for (int i = 0; i < 32; ++i) nots += "not ";
    asked_condition even{nots + "urgent"};
    CHECK(even.of([](w& x) { x.fact("urgent", true); }) == t);
}

TEST_CASE("no condition is what its place says", "[core]")
{
    bench b;
    redline::condition_evaluator const evaluate{b.loaded.rules, b.request.view(), {}, b.work.view().memo};
    CHECK(evaluate.value({}, t, reading::as_given) == t);
    CHECK(evaluate.value({5, 5}, f, reading::obtained) == f);
}
