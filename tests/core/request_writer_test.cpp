// Requests filled by name: what is taken, and each way in which something is not.
#include "core/contract_of.hpp"

namespace {

using redline::request_fault;
using redline_test::bench;

/// A writer whose fault is looked at.
struct refused {
    redline::request_error error;
    bool valid;
};
template <class Fill>
refused after(bench& b, Fill const& fill)
{
    redline::request_writer w = b.fresh();
    CHECK_FALSE(fill(w));
    return {w.error(), b.request.view().valid};
}

}  // namespace

TEST_CASE("a request says what was written, and nothing else", "[core]")
{
    bench b;
    redline::request_writer w = b.fresh();
    redline::request_view const& r = b.request.view();
    CHECK(
        (w.use("weapons.autonomous") && w.use("weapons.other") && w.use("unlisted") && w.mission("combat.air.other")));
    CHECK((w.date("2026-06-01") && w.fact("urgent", false) && w.fact("persons", std::uint64_t{0}) &&
           w.fact("delay", "2 hours")));
    CHECK((w.fact("risk", "high") && w.fact("network", "secret") && w.fact_is_set("data") &&
           w.fact_has("data", "image")));
    CHECK((w.evidence("red_team", "3 days") && w.evidence("study", std::uint64_t{0}) &&
           w.safeguard("filter", "tested") && w.safeguard("mark", "whole")));
    CHECK((w.signoff("review", "refused") && w.complete()));
    CHECK(w.error().fault == request_fault::nothing);
    CHECK(r.use_count == 3);
    CHECK(r.uses[1] == redline::requested_kind{redline::kind_form::other, 0});
    CHECK(r.uses[2] == redline::requested_kind{redline::kind_form::unlisted, redline::none});
    CHECK(r.mission == redline::requested_kind{redline::kind_form::other, 2});
    CHECK((r.has_date && r.date == 20605));
    CHECK((r.known[1] == 1 && r.values[1] == 0));
    CHECK((r.values[3] == 120 && r.values[4] == 2 && r.values[5] == 1 && r.values[6] == 0 && r.values[7] == 1));
    CHECK((r.known[6] == 1 && r.known[7] == 1));
    CHECK(r.known[0] == 0);
    CHECK((r.evidence_age[0] == 3 * 1440 && r.evidence_age[1] == 0));
    CHECK((r.safeguard_level[0] == 2 && r.safeguard_level[1] == 1));
    CHECK((r.chains[0] == redline::chain_state::refused && r.chains[1] == redline::chain_state::not_asked));
    b.fresh();
    CHECK((r.use_count == 0 && !r.has_date && r.valid && r.known[1] == 0 && r.evidence_age[0] == redline::unlimited));
    CHECK((r.safeguard_level[0] == 0 && r.chains[0] == redline::chain_state::not_asked));
}

TEST_CASE("a fact counts when attested by whom it is from, before or after its value", "[core]")
{
    bench b;
    auto const known = [&](char const* who, bool attest_first) {
        redline::request_writer w = b.fresh();
        if (attest_first) CHECK(w.attested("vetted", who));
        CHECK(w.fact("vetted", true));
        if (!attest_first) CHECK(w.attested("vetted", who));
        return b.request.view().known[8] == 1;
    };
    for (bool const first : {false, true}) {
        CHECK(known("agency", first));
        CHECK(known("officer", first));
        CHECK_FALSE(known("vendor", first));
        CHECK_FALSE(known("counsel", first));
        CHECK_FALSE(known("ombuds", first));
    }
    redline::request_writer w = b.fresh();
    CHECK((w.fact_has("sealed", "voice", false) && w.attested("sealed", "officer")));
    CHECK((b.request.view().known[9] == 1 && b.request.view().known[10] == 0));
    redline::request_writer other = b.fresh();
    CHECK((other.fact_is_set("sealed") && other.attested("sealed", "agency")));
    CHECK((b.request.view().known[9] == 0 && b.request.view().known[10] == 0));
    CHECK((other.fact("vetted", true) && b.request.view().given[8] == 1 && b.request.view().known[8] == 0));
}

TEST_CASE("what is not declared is refused, with what is nearest", "[core]")
{
    bench b;
    using w = redline::request_writer;
    auto const unknown = [&](auto const& fill, std::string_view member, std::string_view name,
                             std::string_view nearest) {
        refused const r = after(b, fill);
        INFO(member << " " << name << ": " << r.error.member << " " << r.error.name << " " << r.error.nearest);
        CHECK(r.error.fault == request_fault::unknown_name);
        CHECK((r.error.member == member && r.error.name == name && r.error.nearest == nearest));
        CHECK_FALSE(r.error.expected.empty());
        CHECK_FALSE(r.valid);
    };
    unknown([](w& x) { return x.use("weapns"); }, "use", "weapns", "weapons");
    unknown([](w& x) { return x.use("weapons.drone"); }, "use", "weapons.drone", "");
    unknown([](w& x) { return x.use("other"); }, "use", "other", "");
    unknown([](w& x) { return x.use(".other"); }, "use", ".other", "");
    unknown([](w& x) { return x.use("weapons.other.other"); }, "use", "weapons.other.other", "");
    unknown([](w& x) { return x.use("unlisted.other"); }, "use", "unlisted.other", "");
    unknown([](w& x) { return x.use(""); }, "use", "", "");
    unknown([](w& x) { return x.mission("unlisted"); }, "mission", "unlisted", "");
    unknown([](w& x) { return x.mission("combat.iar"); }, "mission", "combat.iar", "combat.air");
    unknown([](w& x) { return x.fact("urgnet", true); }, "facts", "urgnet", "urgent");
    unknown([](w& x) { return x.fact("red_team", true); }, "facts", "red_team", "");
    unknown([](w& x) { return x.fact("risk", "hihg"); }, "risk", "hihg", "high");
    unknown([](w& x) { return x.fact("network", "voice"); }, "network", "voice", "");
    unknown([](w& x) { return x.fact_has("data", "imgae"); }, "data", "imgae", "image");
    unknown([](w& x) { return x.attested("nothing", "agency"); }, "attested", "nothing", "");
    unknown([](w& x) { return x.attested("urgent", "agencey"); }, "attested", "agencey", "agency");
    unknown([](w& x) { return x.attested("urgent", "risk"); }, "attested", "risk", "");
    unknown([](w& x) { return x.evidence("red_tem", "1 day"); }, "evidence", "red_tem", "red_team");
    unknown([](w& x) { return x.evidence("filter", "1 day"); }, "evidence", "filter", "");
    unknown([](w& x) { return x.safeguard("fliter", "tested"); }, "safeguards", "fliter", "filter");
    unknown([](w& x) { return x.safeguard("filter", "testd"); }, "filter", "testd", "tested");
    unknown([](w& x) { return x.safeguard("mark", "tested"); }, "mark", "tested", "");
    unknown([](w& x) { return x.signoff("reveiw", "opened"); }, "signoffs", "reveiw", "review");
    unknown([](w& x) { return x.signoff("review", "openned"); }, "review", "openned", "opened");
    unknown([](w& x) { return x.signoff("review", "not_asked"); }, "review", "not_asked", "");
}

TEST_CASE("a value of another type is refused", "[core]")
{
    bench b;
    using w = redline::request_writer;
    auto const wrong = [&](auto const& fill) {
        refused const r = after(b, fill);
        INFO(r.error.name << ": " << r.error.expected);
        CHECK(r.error.fault == request_fault::wrong_type);
        CHECK_FALSE(r.error.expected.empty());
        CHECK_FALSE(r.valid);
    };
    for (char const* const not_flag : {"persons", "delay", "risk", "network", "data"})
        wrong([&](w& x) { return x.fact(not_flag, true); });
    for (char const* const not_count : {"urgent", "delay", "risk", "network", "data"})
        wrong([&](w& x) { return x.fact(not_count, std::uint64_t{1}); });
    for (char const* const not_text : {"urgent", "persons", "data"})
        wrong([&](w& x) { return x.fact(not_text, "low"); });
    for (char const* const no_set : {"urgent", "persons", "delay", "risk", "network"}) {
        wrong([&](w& x) { return x.fact_is_set(no_set); });
        wrong([&](w& x) { return x.fact_has(no_set, "voice"); });
    }
    wrong([](w& x) { return x.wrong_type("urgent"); });
    CHECK(after(b, [](w& x) { return x.wrong_type("nothing"); }).error.fault == request_fault::unknown_name);
}

TEST_CASE("days and durations that are none are refused", "[core]")
{
    bench b;
    using w = redline::request_writer;
    for (char const* const day : {"2026-02-30", "2026-1-1", "today", ""})
        CHECK(after(b, [&](w& x) { return x.date(day); }).error.fault == request_fault::bad_date);
    for (char const* const time : {"12", "days", "12 months", "", "18446744073709551615 minutes"}) {
        CHECK(after(b, [&](w& x) { return x.fact("delay", time); }).error.fault == request_fault::bad_duration);
        CHECK(after(b, [&](w& x) { return x.evidence("study", time); }).error.fault == request_fault::bad_duration);
    }
    redline::request_writer fill = b.fresh();
    CHECK(fill.evidence("study", redline::unlimited));  // an age is never that of evidence that is not held
    CHECK(b.request.view().evidence_age[1] == redline::unlimited - 1);
}

TEST_CASE("nothing is given twice", "[core]")
{
    bench b;
    using w = redline::request_writer;
    auto const twice = [&](auto const& give) {
        redline::request_writer x = b.fresh();
        CHECK(give(x));
        CHECK(x.complete() == (b.request.view().use_count != 0));
        redline::request_writer again = b.fresh();
        CHECK(give(again));
        CHECK_FALSE(give(again));
        CHECK(again.error().fault == request_fault::given_twice);
        CHECK_FALSE(b.request.view().valid);
    };
    twice([](w& x) { return x.use("weapons"); });
    twice([](w& x) { return x.use("weapons.other"); });
    twice([](w& x) { return x.use("unlisted"); });
    twice([](w& x) { return x.mission("combat"); });
    twice([](w& x) { return x.date("2026-01-01"); });
    twice([](w& x) { return x.fact("urgent", false); });
    twice([](w& x) { return x.fact("persons", std::uint64_t{0}); });
    twice([](w& x) { return x.fact("delay", "0 days"); });
    twice([](w& x) { return x.fact("risk", "low"); });
    twice([](w& x) { return x.fact_is_set("data"); });
    twice([](w& x) { return x.evidence("study", "0 days"); });
    twice([](w& x) { return x.signoff("review", "opened"); });
}

TEST_CASE("a request has one use at least, and as many as there is room for", "[core]")
{
    bench b{"1 permit all lawful uses;\n", 2};
    using w = redline::request_writer;
    CHECK(after(b, [](w& x) { return x.complete(); }).error.fault == request_fault::no_use);
    refused const r = after(b, [](w& x) { return x.use("weapons") && x.use("analysis") && x.use("unlisted"); });
    CHECK(r.error.fault == request_fault::too_many_uses);
    CHECK(b.request.view().use_count == 2);
}

TEST_CASE("the first fault is the one that is told", "[core]")
{
    bench b;
    redline::request_writer x = b.fresh();
    CHECK_FALSE(x.use("nothing"));
    CHECK_FALSE(x.date("never"));
    CHECK(x.use("analysis"));
    CHECK_FALSE(x.complete());
    CHECK((x.error().fault == request_fault::unknown_name && x.error().name == "nothing"));
    redline::decision const d = b.decide();
    CHECK((d.outcome == redline::outcome::prohibited && d.ground == redline::ground::not_valid));
}

TEST_CASE("whoever reads values can ask for the type of a fact", "[core]")
{
    bench b;
    redline::request_writer const x = b.fresh();
    REQUIRE(x.fact_named("risk") != nullptr);
    CHECK(x.fact_named("risk")->type == redline::fact_type::level);
    CHECK(x.fact_named("red_team") == nullptr);
    CHECK(x.fact_named("") == nullptr);
}
