// What would have to hold for a permission: the language reference's example contract, and cases of one point each.
#include "redline/core/proof/how.hpp"
#include "redline/core/request_writer.hpp"
#include "support/catch.hpp"
#include "support/load.hpp"

#include <string>

namespace {

using redline::how_answer;

/// A way in few words: `legal_review output_filter>=2 review persons:0-10000`.
std::string words(redline::rule_set const& r, redline::way const& w)
{
    std::string text;
    auto const add = [&](std::string const& more) { text += (text.empty() ? "" : " ") + more; };
    auto const name = [&](redline::text_ref of) { return std::string{r(of)}; };
    for (std::uint32_t const e : w.evidence) add(name(r.evidence[e].name));
    for (auto const& s : w.safeguards) add(name(r.safeguards[s.safeguard].name) + ">=" + std::to_string(s.level));
    for (std::uint32_t const c : w.chains) add(name(r.chains[c].name));
    for (auto const& f : w.facts) {
        redline::fact_entry const& fact = r.facts[f.fact];
        add(name(fact.name));
        if (fact.type == redline::fact_type::any_of)
            text += "." + name(r.values[fact.values.first + f.slot - fact.slot]);
        char before = ':';
        for (auto const& range : f.values) {
            text += before + std::to_string(range.first);
            if (range.last != range.first)
                text += "-" + (range.last == ~std::uint64_t{0} ? "" : std::to_string(range.last));
            before = ',';
        }
    }
    for (auto const& m : w.missions)
        add(name(r.missions[m.index].path) + (m.form == redline::kind_form::other ? ".other" : ""));
    for (auto const& d : w.dates) {
        auto const day = [](redline::day_number n) { return n == redline::proof::first_day ? "" : std::to_string(n); };
        add("date:" + day(d.first) + "-" + (d.last == redline::proof::last_day ? "" : day(d.last)));
    }
    return text;
}

/// A contract and one request of it.
class case_of {
public:
    explicit case_of(std::string const& text) : loaded_{redline_test::load(text)}, request_{loaded_.rules}
    {
        INFO(text);
        REQUIRE(loaded_.ok);
    }
    redline::rule_set const& rules() const { return loaded_.rules; }
    redline::request_view& request() { return request_.view(); }
    redline::request_writer fill() { return {rules(), request()}; }
    how_answer answer(redline::how_options const& options = {}) { return how(rules(), request(), options); }

    /// All ways, one a line.
    std::string ways()
    {
        how_answer const a = answer();
        REQUIRE(a.status == redline::how_status::answered);
        REQUIRE_FALSE(a.more);
        std::string text;
        for (redline::way const& w : a.ways) text += words(rules(), w) + "\n";
        return text;
    }

private:
    redline_test::contract loaded_;
    redline::request_memory request_;
};

std::string const example = R"(contract "Frontier model services" version 3 effective from 2026-03-01 before 2028-03-01;
party agency; party vendor;
role general_counsel of agency; role safety_lead of vendor; role ombuds independent;
use weapons; use weapons.autonomous; use surveillance; use surveillance.mass; use analysis; use logistics;
mission routine; mission combat sensitive; mission domestic sensitive;
fact lawful is flag from general_counsel;
fact oversight is level none < on_the_loop < in_the_loop;
fact network is one of unclassified, secret, top_secret;
fact persons is count;
fact data is any of biometric, location, communications;
fact urgent is flag;
safeguard output_filter;
evidence red_team from vendor valid 180 days;
evidence legal_review from agency;
define guarded as oversight at least on_the_loop or network is unclassified;
1 permit all lawful uses;
2.1 prohibit weapons.autonomous unless guarded;
2.2 prohibit surveillance.mass;
2.3 prohibit surveillance when data has any of biometric, location and date before 2027-01-01;
2.4 prohibit analysis when mission is domestic unless waived by exception;
3.1 require red_team within 90 days, legal_review for weapons, surveillance;
3.2 require output_filter at least tested for all uses except logistics when mission is sensitive;
3.3 trigger large_scale for all uses when persons over 10_000 pause for review with legal_review;
3.4 restrict weapons when mission is combat to signed by review or (urgent and asked of review);
signoff review { stage safety: safety_lead; }
signoff exception { stage board: all of general_counsel, ombuds; }
)";

}  // namespace

TEST_CASE("what a request lacks is one way", "[proof][how]")
{
    case_of c{example};
    auto write = c.fill();
    write.use("weapons.autonomous");
    write.mission("combat");
    write.date("2026-06-01");
    write.fact("lawful", true);
    write.attested("lawful", "general_counsel");
    write.fact("oversight", std::string_view{"on_the_loop"});
    write.fact("persons", std::uint64_t{12000});
    write.evidence("red_team", "100 days");  // held, but too old
    write.safeguard("output_filter", "prototype");
    write.signoff("review", "refused");  // a new case
    REQUIRE(write.complete());
    CHECK(c.ways() == "red_team legal_review output_filter>=2 review\n");

    how_answer const found = c.answer();
    apply(c.rules(), found.ways.front(), c.request());
    CHECK(c.ways() == "\n");  // permitted: one way that asks for nothing
}

TEST_CASE("what is unknown may become known, in each way that helps", "[proof][how]")
{
    case_of c{example};
    auto write = c.fill();
    write.use("logistics");
    write.date("2026-06-01");
    write.fact("lawful", true);  // by nobody who counts
    REQUIRE(write.complete());
    // Not many persons, or a signature and a review.
    CHECK(c.ways() == "lawful:1 persons:0-10000\nlegal_review review lawful:1\n");
    CHECK(redline::telling_value(c.answer().ways.front().facts.back()) == 10000);
}

TEST_CASE("days, missions and sets are asked for as far as they matter", "[proof][how]")
{
    SECTION("days of effect, and one value of a set")
    {
        case_of c{example};
        auto write = c.fill();
        write.use("surveillance.other");
        write.mission("routine");
        write.fact("lawful", true);
        write.attested("lawful", "general_counsel");
        write.fact("persons", std::uint64_t{5});
        write.fact_has("data", "location", false);
        write.evidence("red_team", "1 day");
        write.evidence("legal_review", "900 days");
        REQUIRE(write.complete());
        auto const day = [](int year, int month, int d) {
            return std::to_string(redline::number_of({year, month, d}));
        };
        std::string const from = day(2026, 3, 1), next = day(2027, 1, 1), last = day(2028, 2, 29);
        CHECK(c.ways() ==
              "date:" + next + "-" + last + "\ndata.biometric:0 date:" + from + "-" + day(2026, 12, 31) + "\n");
    }
    SECTION("a mission that is not sensitive, or what a sensitive one needs")
    {
        case_of c{example};
        auto write = c.fill();
        write.use("analysis");
        write.date("2026-06-01");
        write.fact("lawful", true);
        write.attested("lawful", "general_counsel");
        write.fact("persons", std::uint64_t{5});
        REQUIRE(write.complete());
        CHECK(c.ways() == "routine\noutput_filter>=2 combat\noutput_filter>=2 exception\n");
    }
}

TEST_CASE("what is known is never changed, and what is prohibited whatever happens has no way", "[proof][how]")
{
    case_of c{example};
    auto write = c.fill();
    SECTION("prohibited without exception") { write.use("surveillance.mass"); }
    SECTION("one of two uses is")
    {
        write.use("logistics");
        write.use("surveillance.mass");
    }
    SECTION("not lawful")
    {
        write.use("logistics");
        write.fact("lawful", false);
        write.attested("lawful", "general_counsel");
    }
    SECTION("not in effect")
    {
        write.use("logistics");
        write.date("2028-03-01");
    }
    SECTION("a use whose kind is not known stays so") { write.use("surveillance"); }
    REQUIRE(write.complete());
    how_answer const a = c.answer();
    CHECK(a.status == redline::how_status::answered);
    CHECK(a.ways.empty());
}

TEST_CASE("the kind of a mission may be asked for", "[proof][how]")
{
    case_of c{
        R"(contract "T" version 1; use cyber; mission sea; mission sea.night; mission sea.night.deep; mission sea.dawn;
fact urgent is flag;
1 permit nothing else;
2 permit cyber when mission is sea;
3 prohibit cyber when mission is sea.night unless urgent;
)"};
    auto write = c.fill();
    write.use("cyber");
    write.mission("sea");
    REQUIRE(write.complete());
    CHECK(c.ways() == "sea.other sea.dawn\nurgent:1\n");
}

TEST_CASE("values that go together are the largest boxes", "[proof][how]")
{
    // Both must be known before it is permitted, and then fail only together.
    case_of c{R"(contract "T" version 1; use cyber; fact first is count; fact second is count;
1 permit nothing else;
2 permit cyber when (first over 4 or first under 5) and (second over 6 or second under 7);
3 prohibit cyber when first over 4 and second over 6;
)"};
    auto write = c.fill();
    write.use("cyber");
    CHECK(c.ways() == "first:0-4 second:0-\nfirst:0- second:0-6\n");
}

TEST_CASE("a level may be any of several", "[proof][how]")
{
    case_of c{R"(contract "T" version 1; use cyber; fact risk is level low < mid < high < top;
1 permit nothing else;
2 permit cyber when risk is any of low, high;
)"};
    auto write = c.fill();
    write.use("cyber");
    CHECK(c.ways() == "risk:0,2\n");
}

TEST_CASE("a list has an end, and says so", "[proof][how]")
{
    std::string text = "contract \"T\" version 1; use cyber;\n";
    std::string terms;
    for (int i = 0; i < 12; ++i) {
        std::string const n = std::to_string(i);
        text += "evidence a" + n + " from p; evidence b" + n + " from p;\n";
        terms += std::to_string(i + 3) + " restrict cyber to a" + n + " or b" + n + ";\n";
    }
    case_of c{text + "party p;\n1 permit nothing else;\n2 permit cyber;\n" + terms};
    c.fill().use("cyber");
    how_answer const all = c.answer({5000, {}});
    CHECK(all.ways.size() == 4096);
    CHECK_FALSE(all.more);
    how_answer const some = c.answer();
    CHECK(some.ways.size() == 1000);
    CHECK(some.more);
    how_answer const exact = c.answer({4096, {}});
    CHECK(exact.ways.size() == 4096);
    CHECK_FALSE(exact.more);

    redline::how_options small;
    small.most.steps = 20;
    how_answer const none = c.answer(small);
    CHECK(none.status == redline::how_status::too_large);
    CHECK(none.ways.empty());
    small = {};
    small.most.nodes = 16;
    CHECK(c.answer(small).status == redline::how_status::too_large);
}

TEST_CASE("a request that is not valid has no ways", "[proof][how]")
{
    case_of c{example};
    CHECK(c.answer().status == redline::how_status::not_valid);  // it names no use
    auto write = c.fill();
    write.use("logistics");
    CHECK(c.answer().status == redline::how_status::answered);
    write.mission("nowhere");
    CHECK(c.answer().status == redline::how_status::not_valid);
    CHECK(c.answer().ways.empty());
}
