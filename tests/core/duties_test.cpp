// What falls due, in constant expressions and at run time: language reference, "Drafts".
#include "redline/core/decide.hpp"
#include "redline/core/duties.hpp"
#include "redline/core/heap.hpp"
#include "redline/core/request_writer.hpp"
#include "redline/text/compile.hpp"

#include "support/catch.hpp"

namespace {

using namespace redline;

constexpr auto terms = redline::compile([] {
    return R"(
contract "Desk" version 1 effective from 2026-03-01 before 2028-03-01;
party agency; party vendor; role ombuds independent;
use analysis;
safeguard filter;
evidence red_team from vendor valid 180 days;
evidence legal_review from agency valid 30 days;
event incident;
1 permit all lawful uses;
2 require red_team, filter at least tested for analysis;
3 log paused to ombuds within 36 hours keep 7 years;
4 audit by ombuds on 36 hours notice;
5 duty vendor red_team every 181 days;
6 duty agency legal_review within 10 days of incident;
7 continuity analysis notice 90 days;
8 duty vendor filter every 36 hours;
)";
});

constexpr day_number day(std::int32_t y, std::int32_t m, std::int32_t d) { return number_of({y, m, d}); }

/// The first item of a kind and a term (by its place in the text), as of a day.
constexpr due_item item_of(due_kind kind, std::uint32_t term, due_question const& question)
{
    due_item found{};
    bool is = false;
    each_due(terms.rules(), question, [&](due_item const& i) {
        if (is || i.kind != kind || (term != none && i.term != term)) return;
        found = i;
        is = true;
    });
    return found;
}
constexpr due_item item_of(due_kind kind, std::uint32_t term, day_number on)
{
    due_question question{};
    question.on = on;
    return item_of(kind, term, question);
}

constexpr std::uint32_t log = 2, audit = 3, red_team = 4, legal_review = 5, notice = 6, filter = 7;

// A period counts from the contract's first day, and not at it.
static_assert(item_of(due_kind::renewal, red_team, day(2026, 3, 1)).day == day(2026, 8, 29));
static_assert(item_of(due_kind::renewal, red_team, day(2020, 1, 1)).day == day(2026, 8, 29));
static_assert(item_of(due_kind::renewal, red_team, day(2026, 8, 29)).day == day(2026, 8, 29));
static_assert(item_of(due_kind::renewal, red_team, day(2026, 8, 30)).day == day(2027, 2, 26));
// After the contract's end nothing falls due, and that is said.
static_assert(item_of(due_kind::renewal, red_team, day(2028, 2, 24)).has_ended);
static_assert(!item_of(due_kind::renewal, red_team, day(2028, 2, 24)).has_day);
static_assert(item_of(due_kind::end, none, day(2028, 3, 1)).overdue);
static_assert(item_of(due_kind::end, none, day(2028, 2, 29)).day == day(2028, 2, 29));
// 180 days are fewer than 181.
static_assert(item_of(due_kind::renewal, red_team, day(2026, 3, 1)).gap);
static_assert(!item_of(due_kind::renewal, filter, day(2026, 3, 1)).gap);
// A time that ends within a day ends on that day: 36 hours after the first of March, and 36 more.
static_assert(item_of(due_kind::renewal, filter, day(2026, 3, 1)).day == day(2026, 3, 2));
static_assert(item_of(due_kind::renewal, filter, day(2026, 3, 3)).day == day(2026, 3, 4));
// Notice is counted in days, one begun as one.
static_assert(item_of(due_kind::audit, audit, day(2026, 3, 1)).earliest == day(2026, 3, 3));
static_assert(item_of(due_kind::notice, notice, day(2026, 3, 1)).day == day(2027, 12, 2));
static_assert(item_of(due_kind::notice, notice, day(2027, 12, 3)).overdue);
static_assert(!item_of(due_kind::response, legal_review, day(2026, 3, 1)).has_day);

constexpr bool follows_events()
{
    event_day const happened[] = {{0, day(2026, 5, 30)}};
    due_question question{};
    question.on = day(2026, 6, 10);
    question.events = {happened, 1};
    due_item const i = item_of(due_kind::response, legal_review, question);
    return i.has_day && i.day == day(2026, 6, 9) && i.overdue;
}
static_assert(follows_events());

TEST_CASE("evidence is held until it lapses, and a decision is reported", "[duties]")
{
    rule_set const& rules = terms.rules();
    request_memory request{rules};
    workspace work{rules};
    request_writer writer{rules, request.view()};
    REQUIRE((writer.use("analysis") && writer.date("2026-06-01") && writer.fact("lawful", true)));
    std::uint64_t const age =
        GENERATE(0u, 1u, 1439u, 1440u, 100u * 1440u, 180u * 1440u, 180u * 1440u + 1u, 200u * 1440u);
    REQUIRE(writer.evidence("red_team", age));
    decision const decided = decide(rules, request.view(), work.view());
    due_question question{};
    question.on = day(2026, 6, 1);
    question.request = &request.view();
    question.decided = &decided;

    // By days: the last on which a request of that day, with evidence that much older, would hold it.
    due_item const lapse = item_of(due_kind::lapse, none, question);
    auto const held = [&](std::int64_t days) {
        std::int64_t const then = static_cast<std::int64_t>(age) + days * 1440;
        return then <= 180 * 1440;
    };
    std::int64_t last = 400;
    while (!held(last)) --last;
    CAPTURE(age);
    CHECK(lapse.has_day);
    CHECK(lapse.day == question.on + static_cast<day_number>(last));
    CHECK(lapse.overdue == !held(0));
    CHECK(lapse.renewal == red_team);
    CHECK(lapse.renewal_day == day(2026, 8, 29));
    CHECK(lapse.gap == (lapse.day < day(2026, 8, 28)));

    CHECK(decided.outcome == outcome::paused);
    CHECK(item_of(due_kind::report, log, question).day == day(2026, 6, 2));
    CHECK(item_of(due_kind::record, log, question).day == day(2033, 5, 30));
}

TEST_CASE("what is far beyond the calendar has no day", "[duties]")
{
    rule_set rules = terms.rules();
    duty_entry duties[3];
    for (std::uint32_t i = 0; i < 3; ++i) duties[i] = rules.duties[i];
    duties[0].every =
        GENERATE(unlimited - 1, std::uint64_t{1} << 63, std::uint64_t{1440} * 4'000'000, std::uint64_t{0});
    rules.duties = {duties, 3};
    due_question question{};
    question.on = GENERATE(detail::first_calendar_day, number_of({2026, 6, 1}), detail::last_calendar_day);
    unsigned items = 0;
    each_due(rules, question, [&](due_item const& i) {
        ++items;
        if (i.kind != due_kind::renewal || i.term != red_team) return;
        bool const every_day = duties[0].every == 0 && question.on < rules.effective_before;
        CHECK(i.has_day == every_day);
        CHECK(i.has_ended != every_day);
    });
    CHECK(items > 5);
}

}  // namespace
