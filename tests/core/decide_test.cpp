// Decisions at their corners. What they should be in general, the oracle tells (tests/decisions).
#include "core/contract_of.hpp"

namespace {

using redline::ground;
using redline::outcome;
using redline_test::bench;

std::string labels(redline::decision const& d, redline::index_set_view of)
{
    std::string text;
    for (std::uint32_t const t : of)
        text += (text.empty() ? "" : " ") + std::string{(*d.rules)(d.rules->terms[t].label)};
    return text;
}

}  // namespace

TEST_CASE("what cannot be decided is prohibited as not valid", "[core]")
{
    bench b;
    b.fresh();
    redline::decision d = b.decide();
    CHECK((d.outcome == outcome::prohibited && d.ground == ground::not_valid && d.by.empty()));
    redline::request_writer w = b.fresh();
    CHECK(w.use("analysis"));
    CHECK_FALSE(w.fact("urgnet", true));
    d = b.decide();
    CHECK((d.outcome == outcome::prohibited && d.ground == ground::not_valid && d.log.empty()));
    CHECK(redline::decision{}.outcome == outcome::prohibited);
    CHECK(name_of(d.outcome) == "prohibited");
    CHECK(name_of(d.ground) == "not valid");
}

TEST_CASE("a workspace keeps nothing of the decision before", "[core]")
{
    bench b{"1 permit all lawful uses;\n2 prohibit weapons unless waived by exception;\n3 require red_team, filter at "
            "least "
            "tested for analysis;\n4 log all decisions to agency;\n"};
    for (int round = 0; round < 3; ++round) {
        redline::request_writer w = b.fresh();
        w.use("weapons");
        w.fact("lawful", false);
        redline::decision d = b.decide();
        CHECK((d.outcome == outcome::prohibited && d.ground == ground::forbidden && labels(d, d.by) == "1 2"));
        redline::request_writer x = b.fresh();
        x.use("analysis");
        x.fact("lawful", true);
        d = b.decide();
        CHECK((d.outcome == outcome::paused && labels(d, d.by) == "3" && d.pending.evidence.size() == 1));
        CHECK((d.pending.safeguards.size() == 1 && d.pending.signoffs.empty() && d.pending.facts.empty()));
        redline::request_writer y = b.fresh();
        y.use("weapons");
        y.fact("lawful", true);
        y.signoff("exception", "complete");
        d = b.decide();
        CHECK((d.outcome == outcome::permitted && labels(d, d.by) == "1" && labels(d, d.exceptions) == "2"));
        CHECK((d.ground == ground::not_prohibited && d.pending.empty() && labels(d, d.log) == "4"));
    }
}

TEST_CASE("values of definitions are forgotten when the stamps run out", "[core]")
{
    bench b{
        "1 permit all lawful uses;\n2 prohibit weapons unless ready;\ndefine ready as urgent or signed by review;\n"};
    b.work.view().memo.now = 0xFFFFFFFFu - 5;
    for (int round = 0; round < 10; ++round) {
        bool const urgent = round % 2 == 0;
        redline::request_writer w = b.fresh();
        w.use("weapons");
        w.fact("lawful", true);
        w.fact("urgent", urgent);
        CHECK(b.decide().outcome == (urgent ? outcome::permitted : outcome::paused));
    }
    CHECK(b.work.view().memo.now < 100);
}

TEST_CASE("of several uses, the strictest outcome tells its terms", "[core]")
{
    bench b{
        "1 permit all lawful uses;\n2 prohibit weapons;\n3 require study for analysis;\n4 log permitted to agency for "
        "analysis;\n5 log prohibited to agency for analysis;\n"};
    redline::request_writer w = b.fresh();
    w.use("analysis");
    w.use("weapons");
    w.use("unlisted");
    w.fact("lawful", true);
    redline::decision const d = b.decide();
    CHECK((d.outcome == outcome::prohibited && d.ground == ground::forbidden));
    CHECK((labels(d, d.by) == "2" && d.pending.empty() && labels(d, d.log) == "5"));
}

TEST_CASE("a contract of thousands of terms decides as a small one", "[core]")
{
    std::string terms = "1 permit all lawful uses;\n";
    for (int i = 0; i < 5000; ++i) {
        std::string const label = "2." + std::to_string(i);
        terms += label + (i == 4999    ? " prohibit weapons;\n"
                          : i % 2 == 0 ? " prohibit analysis when persons over " + std::to_string(i) + ";\n"
                                       : " prohibit weapons.autonomous when urgent;\n");
    }
    bench b{terms};
    redline::request_writer w = b.fresh();
    w.use("weapons");
    w.fact("lawful", true);
    w.fact("urgent", false);
    redline::decision d = b.decide();
    CHECK((d.outcome == outcome::prohibited && labels(d, d.by) == "2.4999"));
    redline::request_writer x = b.fresh();
    x.use("analysis");
    x.fact("lawful", true);
    x.fact("persons", std::uint64_t{4997});
    d = b.decide();
    CHECK((d.outcome == outcome::prohibited && d.by.size() == 2499));
    redline::request_writer y = b.fresh();
    y.use("analysis");
    y.fact("lawful", true);
    y.fact("persons", std::uint64_t{0});
    CHECK(b.decide().outcome == outcome::permitted);
}
