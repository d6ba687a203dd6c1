// Plans missions under terms that the compiler has checked; given a contract file, under those of the file too.
#include "mission.hpp"
#include "in_words.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

namespace {

// What the terms must say, or this program does not compile. A request that leaves nothing else to be desired:
constexpr auto prepared(std::string_view use, std::string_view theatre, std::string_view day)
{
    auto request = terms.request();
    request.use(use).mission(theatre).date(day).count("persons", 10).safeguard("output_filter", "validated");
    request.flag("lawful").attested("lawful", "general_counsel");
    request.evidence("red_team").evidence("legal_review").evidence("scenario_test");
    return request;
}
constexpr auto autonomous(std::string_view day, std::string_view oversight)
{
    return prepared("weapons.autonomous", "combat", day)
        .only("outputs")
        .fact("oversight", oversight)
        .attested("oversight", "mission_owner")
        .signoff("review", "complete");
}

// Autonomous weapons: never in the first year; then with a person who watches, or by exception.
static_assert(terms.decide(autonomous("2027-05-31", "in_the_loop").signoff("exception", "complete")).by("2.1"));
static_assert(terms.decide(autonomous("2027-06-01", "on_the_loop")).permitted());
static_assert(terms.decide(autonomous("2027-06-01", "none")).prohibited());
constexpr auto excepted = terms.decide(autonomous("2027-06-01", "none").signoff("exception", "complete"));
static_assert(excepted.permitted() && excepted.excepts("2.2") && excepted.logged_by("4.1"));

// At home there is no exception for mass surveillance; logistics goes ahead, and the inspector learns of it.
static_assert(terms.decide(prepared("surveillance.mass", "domestic", "2026-09-01").signoff("exception", "complete"))
                  .prohibited());
constexpr auto supply = terms.decide(prepared("logistics", "combat", "2026-09-01"));
static_assert(supply.permitted() && supply.logged_by("4.3") && !supply.logged_by("4.2"));

// Large tasks wait for the review, and for counsel's paper where it is not there.
constexpr auto large = terms.decide(terms.request()
                                        .use("logistics")
                                        .mission("routine")
                                        .date("2026-09-01")
                                        .flag("lawful")
                                        .attested("lawful", "general_counsel")
                                        .count("persons", 10'001));
static_assert(large.paused() && large.by("3.5") && large.pends_on("review") && large.pends_on("legal_review"));

// The last one misspells its use, as a form filled by hand may.
// clang-format off
std::vector<mission> const missions{
    {.title = "Convoy", .use = "logistics", .theatre = "combat", .day = "2026-09-01", .persons = 500},
    {.title = "Census of a province", .use = "analysis", .theatre = "routine", .day = "2026-09-01",
     .persons = 2'000'000, .papers = {{"legal_review", "40 days"}}},
    {.title = "Patrol", .use = "weapons.decision_support", .theatre = "combat", .day = "2026-09-01", .persons = 1,
     .oversight = "on_the_loop", .output = "commands",
     .papers = {{"red_team", "100 days"}, {"legal_review", "40 days"}}, .filter = "prototype"},
    {.title = "Sentry without a guard", .use = "weapons.autonomous", .theatre = "combat", .day = "2027-06-01",
     .persons = 10, .oversight = "none", .output = "target_nominations",
     .papers = {{"red_team", "12 days"}, {"legal_review", "40 days"}, {"scenario_test", "30 days"}},
     .filter = "validated", .signatures = {{"review", "complete"}, {"exception", "complete"}}},
    {.title = "Listening at home", .use = "surveillance.mass", .theatre = "domestic", .day = "2026-09-01",
     .persons = 12'000, .signatures = {{"exception", "complete"}}},
    {.title = "Sentry, misspelt", .use = "weapons.autonomus", .theatre = "combat", .day = "2027-06-01"},
};
// clang-format on

std::string decided(mission const& m)
{
    auto const request = request_of(m);
    return in_words(terms.decide(request).view(), request.error());
}

// The same with memory whose size is known at run time only; it could be kept from mission to mission.
std::string decided(mission const& m, redline::rule_set const& rules)
{
    redline::request_memory request{rules};
    redline::request_writer to{rules, request.view()};
    fill(to, m);
    to.complete();
    redline::workspace work{rules};
    return in_words(redline::decide(rules, request.view(), work.view()), to.error());
}

// Whether all missions come out alike under a contract that is read now; tells of those that don't.
bool agrees(char const* path)
{
    std::ifstream in{path, std::ios::binary};
    std::string const text(std::istreambuf_iterator<char>{in}, {});
    bool const literate = std::string_view{path}.ends_with(".md");
    auto const contract = redline::load(text, literate ? redline::text_format::literate : redline::text_format::plain);
    if (!contract.ok()) {
        for (auto const& d : contract.diagnostics()) std::cout << path << ':' << in_words(d) << '\n';
        return false;
    }
    bool const same = *contract.rules().digest == terms.digest();
    std::cout << path << (same ? ": the same terms, word for word\n" : ": other terms\n");

    bool alike = true;
    for (mission const& m : missions) {
        std::string const otherwise = decided(m, contract.rules());
        if (otherwise == decided(m)) continue;
        alike = false;
        std::cout << m.title << " comes out otherwise: " << otherwise;
    }
    return alike;
}

}  // namespace

int main(int argc, char** argv)
{
    for (mission const& m : missions) std::cout << m.title << ": " << decided(m);
    return argc < 2 || agrees(argv[1]) ? 0 : 1;
}
