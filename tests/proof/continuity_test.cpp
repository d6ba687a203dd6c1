// The notice that a draft owes which narrows a use under `continuity`.
#include "redline/core/proof/continuity.hpp"
#include "redline/core/proof/words_missions.hpp"
#include "support/catch.hpp"
#include "support/load.hpp"

namespace {

using namespace redline_test;

/// `4 weapons 90 days by 2026-01-01`, a line for each notice.
std::string owed(std::string const& before, std::string const& after, std::string const& days = {},
                 std::string const& days_before = {})
{
    auto const head = [](std::string const& d) {
        return "contract \"Draft\" version 1 " + d +
               ";\nuse weapons; use weapons.armed; use planning; fact urgent is flag;\n"
               "1 permit all lawful uses;\n";
    };
    contract const was = load(head(days_before) + before), is = load(head(days) + after);
    REQUIRE((was.ok && is.ok));
    redline::contract_comparison const compared = redline::compare(was.rules, is.rules);
    std::string text;
    for (redline::owed_notice const& o : notices_owed(compared)) {
        redline::proof::space const& in = compared.outcomes().changes()[o.changes.front()].proof->requests();
        text += std::string{was.rules(was.rules.terms[o.term].label)} + " " +
                redline::proof::name_of_kind(in, redline::name_space::uses, in.uses[o.use]) + " " +
                redline::proof::duration_in_words(o.notice);
        if (o.has_last_day) text += " by " + redline::proof::day_in_words(o.last_day);
        text += "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("narrowing a use under continuity owes its notice, counted back from the new first day")
{
    std::string const promise = "4 continuity weapons notice 90 days;";
    CHECK(owed(promise, promise + "5 prohibit weapons.armed;", "effective from 2026-04-01") ==
          "4 weapons.armed 90 days by 2026-01-01\n");
    CHECK(owed(promise, promise + "5 prohibit weapons.armed when urgent;") == "4 weapons.armed 90 days\n");
    // Over a leap day; hours and minutes begin a day.
    CHECK(owed("4 continuity planning notice 36 hours;", "5 prohibit planning;", "effective from 2028-03-01") ==
          "4 planning 36 hours by 2028-02-28\n");
}

TEST_CASE("what is not narrowed, or not promised, owes nothing")
{
    std::string const promise = "4 continuity weapons except weapons.armed notice 90 days;";
    CHECK(owed(promise, promise + "5 prohibit planning;").empty());
    CHECK(owed(promise, promise + "5 prohibit weapons.armed;").empty());
    CHECK(owed(promise + "5 prohibit weapons;", promise).empty());  // wider
    CHECK(owed("", "4 continuity weapons notice 90 days; 5 prohibit weapons;").empty());
    // A promise that the draft drops was given all the same.
    CHECK(owed(promise, "5 prohibit weapons;") == "4 weapons.other 90 days\n");
}

TEST_CASE("two promises are owed both, and days before the draft's first are none of its")
{
    std::string const promises = "4 continuity weapons notice 90 days; 5 continuity all uses notice 1 week;";
    CHECK(owed(promises, promises + "6 prohibit weapons.armed, planning;", "effective from 2026-04-01") ==
          "4 weapons.armed 90 days by 2026-01-01\n5 weapons.armed 7 days by 2026-03-25\n5 planning 7 days by "
          "2026-03-25\n");
    // The draft only begins later, and ends sooner: the end narrows, the beginning does not.
    CHECK(owed(promises, promises, "effective from 2026-04-01", "effective from 2026-01-01").empty());
    CHECK(owed("5 continuity planning notice 1 week;", "5 continuity planning notice 1 week;",
               "effective from 2026-04-01 before 2027-01-01",
               "effective from 2026-01-01 before 2028-01-01") == "5 planning 7 days by 2026-03-25\n");
}

TEST_CASE("a notice longer than the calendar has no last day")
{
    CHECK(owed("4 continuity planning notice 9_000 years;", "5 prohibit planning;", "effective from 2026-04-01") ==
          "4 planning 9000 years\n");
}
