// The solver's answers to questions whose answers are worked out by hand.
#include "against_decide.hpp"
#include "pair_questions.hpp"
#include "questions.hpp"

namespace {

using namespace redline_solver_test;

std::string const head = R"(contract "Questions" version 1 effective from 2026-03-01 before 2028-03-01;
party agency; party vendor; role officer of agency; role safety of vendor;
use weapons; use weapons.drones; use desk;
fact persons is count; fact risk is level low < mid < high; fact urgent is flag;
evidence study from vendor valid 30 days; safeguard filter;
signoff review { stage first: officer; } signoff waiver { stage first: safety; }
)";

/// Whether some request breaks an assertion, written `always permitted` or `attainable` and so on; confirmed by decide.
/// What it speaks of is written as a log term and a definition, so that the contract loads whether it is broken or not.
bool broken(std::string const& contract_text, std::string const& claim, std::string const& scope_and_when,
            std::string const& without = "")
{
    std::string text = contract_text + "99 log permitted to agency for " + scope_and_when + ";\n";
    if (!without.empty()) text += "define left_out as " + without + ";\n";
    contract const loaded = redline_test::load(text);
    INFO(text << claim);
    REQUIRE(loaded.ok);
    rule_set const& rules = loaded.rules;
    redline::term_entry const& term = rules.terms[rules.terms.size - 1];
    redline::assertion_entry a{};
    a.claim = claim == "attainable"         ? redline::assertion_claim::attainable
              : claim.starts_with("always") ? redline::assertion_claim::always
                                            : redline::assertion_claim::never;
    a.outcome = claim.ends_with("paused")       ? redline::outcome::paused
                : claim.ends_with("prohibited") ? redline::outcome::prohibited
                                                : redline::outcome::permitted;
    a.scope = term.scope;
    a.when = term.when;
    if (!without.empty()) a.without = rules.definitions[0].condition;
    z3::context context;
    space over{context, style::booleans, {&rules}};
    questions ask{over, 0, *over.use};
    library decides{over, 0};
    auto const found = find(over, ask.breaks(a));
    if (!found) return false;
    INFO(show(over, *found));
    bool const is_so = decides(*found).outcome == a.outcome;
    CHECK(is_so == (a.claim == redline::assertion_claim::never));
    return true;
}

/// For each term, whether a question about it has a witness.
template <class Question>
std::string witnessed(std::string const& text, Question const& question)
{
    contract const loaded = redline_test::load(text);
    REQUIRE(loaded.ok);
    z3::context context;
    space over{context, style::booleans, {&loaded.rules}};
    questions ask{over, 0, *over.use};
    std::string all;
    for (std::uint32_t t = 0; t != loaded.rules.terms.size; ++t) all += find(over, question(ask, t)) ? 'x' : '-';
    return all;
}

TEST_CASE("Assertions are broken by those requests that break them")
{
    std::string const c = head + R"(1 permit all lawful uses;
2 prohibit weapons when persons over 10 unless signed by review;
3 require study, filter at least tested for desk when urgent;
)";
    CHECK(!broken(c, "never permitted", "weapons when persons over 10", "signed by review"));
    CHECK(broken(c, "never permitted", "weapons when persons over 9", "signed by review"));
    CHECK(!broken(c, "never permitted", "weapons when persons over 10", "asked of review"));
    CHECK(!broken(c, "never prohibited", "desk when lawful"));
    CHECK(broken(c, "never prohibited", "all uses when lawful"));
    CHECK(!broken(c, "always permitted", "all uses except weapons, desk when lawful"));
    CHECK(!broken(c, "always paused", "desk when urgent and lawful", "study"));
    CHECK(!broken(c, "always paused", "desk when urgent and lawful", "study within 40 days"));
    CHECK(broken(c, "always paused", "desk when urgent and lawful", "study within 10 days"));
    CHECK(broken(c, "always paused", "desk when urgent and lawful"));
    CHECK(!broken(c, "always paused", "desk when urgent and lawful", "study or filter at least tested"));
    CHECK(!broken(c, "always prohibited", "all uses when date from 2028-03-01"));  // after the last day
    CHECK(broken(c, "always prohibited", "all uses when date from 2028-02-29"));
    CHECK(!broken(c, "always prohibited", "all uses when not lawful"));
}

TEST_CASE("What is attainable is permitted once everything is obtained that may be")
{
    std::string const c = head + R"(1 permit all lawful uses;
2 restrict weapons to (signed by review and study) or risk is low;
3 prohibit desk unless waived by waiver or filter at least tested;
)";
    CHECK(broken(c, "attainable", "all uses"));
    CHECK(!broken(c, "attainable", "all uses when lawful"));
    CHECK(broken(c, "attainable", "weapons when lawful", "study"));
    CHECK(!broken(c, "attainable", "weapons when lawful", "study within 10 days"));
    CHECK(broken(c, "attainable", "weapons when lawful", "study within 30 days"));
    CHECK(!broken(c, "attainable", "weapons when lawful and risk at most low", "study or signed by review"));
    CHECK(broken(c, "attainable", "weapons when lawful", "asked of review"));
    CHECK(!broken(c, "attainable", "desk when lawful", "waived by waiver"));
    CHECK(!broken(c, "attainable", "desk when lawful", "filter at least validated"));
    CHECK(broken(c, "attainable", "desk when lawful", "filter at least tested or waived by waiver"));
    CHECK(!broken(c, "attainable", "desk", "filter at least absent"));  // which is never false
}

TEST_CASE("Terms without a say, conditions that can't be true, and permits that matter")
{
    std::string const text = head + R"(1 permit all lawful uses;
2 prohibit weapons when persons over 10 and persons under 5;
3 prohibit desk when date before 2026-03-01;
4 prohibit weapons when urgent unless urgent;
5 permit desk when urgent;
6 prohibit desk when use is weapons;
7 prohibit weapons.drones;
8 permit weapons.drones when lawful;
9 prohibit desk when risk over high or lawful;
)";
    CHECK(witnessed(text, [](questions& q, std::uint32_t t) { return q.has_a_say(t); }) == "x---x-xxx");
    CHECK(witnessed(text, [](questions& q, std::uint32_t t) { return q.when_is_true(t); }) == "x--xx-xxx");
    CHECK(witnessed(text, [](questions& q, std::uint32_t t) {
              return q.of.rules().terms[t].kind <= redline::term_kind::permit ? q.permit_matters(t)
                                                                              : q.of.applies(t).yes;
          }) == "x--xx-x-x");
    std::string const unlawful = witnessed(text, [](questions& q, std::uint32_t t) { return q.permits_unlawful(t); });
    CHECK((unlawful[4] == 'x' && unlawful[7] == '-'));
    // Of the uses desk, weapons.other, weapons.drones and unlisted, in turn.
    contract const loaded = redline_test::load(text);
    z3::context context;
    space over{context, style::booleans, {&loaded.rules}};
    std::string gaps;
    for (std::uint32_t u = 0; u != 4; ++u) {
        number use{context, "use", u, u, style::booleans};
        questions ask{over, 0, use};
        gaps += find(over, ask.gap()) ? 'x' : '-';
    }
    CHECK(gaps == "xx-x");
}

TEST_CASE("A term is anticipated by one that is as strict wherever it speaks")
{
    std::string const text = head + R"(1 permit all lawful uses;
2 prohibit all uses when persons over 100;
3 prohibit weapons when persons over 200;
4 prohibit weapons when persons over 50 unless signed by review;
5 prohibit desk when not lawful;
)";
    auto const by = [&](std::uint32_t s) {
        return witnessed(text, [&](questions& q, std::uint32_t t) { return q.not_anticipated(t, s); });
    };
    CHECK(by(0) == "-xxx-");
    CHECK(by(1) == "x--xx");
    CHECK(by(2) == "xx-xx");
    CHECK(by(3) == "xxx-x");
}

TEST_CASE("Where a contract has no mission, whether one is sensitive is not known")
{
    std::string const none = R"(contract "None" version 1; use desk; party agency;
1 permit all lawful uses; 2 prohibit all uses when mission is sensitive;
)";
    CHECK(!broken(none, "always paused", "all uses when lawful"));
    CHECK(!broken(none, "never paused", "all uses when mission is not sensitive"));
    CHECK(broken(none + "mission routine;", "always paused", "all uses when lawful"));
    CHECK(broken(none + "mission combat sensitive;", "always paused", "all uses when lawful"));
}

TEST_CASE("To a draft that lacks it, a mission is not given and a use is the nearest kind")
{
    auto const compared = [](std::string const& before, std::string const& after) {
        std::string const start = "contract \"A\" version 1;\n", base = "1 permit all lawful uses;\n";
        contract const first = redline_test::load(start + before + base),
                       second = redline_test::load(start + after + base);
        REQUIRE((first.ok && second.ok));
        z3::context context;
        space over{context, style::booleans, {&first.rules, &second.rules}};
        return pair_questions{over, *over.use}.of_outcomes();
    };
    std::string const a = "use a; mission m; 2 prohibit a when mission is m;\n";
    CHECK(compared(a, a) == verdict::equivalent);
    CHECK(compared(a, "use a; mission m; use a.b; 2 prohibit a when mission is m;\n") == verdict::equivalent);
    CHECK(compared(a, "use a; mission m; use a.b; 2 prohibit a when use is not a.b and mission is m;\n") ==
          verdict::wider);
    CHECK(compared(a, "use a; mission n; 2 prohibit a;\n") == verdict::narrower);
    // Before, of mission n it is not known whether it is m: paused. After, neither is of m.
    CHECK(compared(a, "use a; mission n; 2 prohibit a when mission is n;\n") == verdict::incomparable);
    CHECK(compared("use a; 2 prohibit a;\n", "use b; 2 prohibit b;\n") == verdict::incomparable);
    CHECK_THROWS(compared("use a; fact f is flag;\n", "use a; fact f is count;\n"));
}

}  // namespace
