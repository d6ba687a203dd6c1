// A program that holds two contracts.
#include <desk.hpp>
#include <second.hpp>

static_assert(desk.decide(desk.request().use("surveillance").flag("lawful").evidence("red_team")).pends_on("review"));
static_assert(desk.has_outcomes && !acme::second.has_outcomes);

int main(int count, char**)
{
    auto request = desk.request();
    request.use("surveillance").flag("lawful").evidence("red_team", count > 0 ? "100 days" : "1 day");
    redline::rule_set const& second = acme::second;
    bool const other = second(second.title) == "Second desk" && desk.digest() != acme::second.digest();
    return other && desk.outcome(request) == redline::outcome::paused ? 0 : 1;
}
