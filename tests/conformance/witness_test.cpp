// Every request that is shown to break an assertion of a conformance text does so: as a scenario of the same text.
#include "conformance/texts.hpp"
#include "support/catch.hpp"

#include "redline/core/decision.hpp"

namespace {

using namespace redline_test;
using redline::outcome;
using redline::text::code;

unsigned count_of(contract const& c, code is)
{
    unsigned count = 0;
    for (auto const& d : c.diagnostics) count += d.is == is ? 1 : 0;
    return count;
}

/// What a request, in words, comes to under a text that may have broken assertions.
std::string outcomes_of(std::string const& text, std::string_view request)
{
    std::string all;
    unsigned const differ = count_of(load(text), code::scenario_differs);
    for (outcome const o : {outcome::permitted, outcome::paused, outcome::prohibited}) {
        std::string const scenario = "\nscenario \"The witness\" { given " + std::string{request} + "; expect " +
                                     std::string{name_of(o)} + "; }\n";
        contract const c = load(text + scenario);
        CHECK(count_of(c, code::assertion_broken) != 0);  // so all else of it was read
        if (count_of(c, code::scenario_differs) == differ) all += name_of(o);
    }
    return all;
}

bool breaks(redline::assertion_entry const& a, std::string const& came_out)
{
    bool const as_claimed = came_out == name_of(a.outcome);
    return a.claim == redline::assertion_claim::never ? as_claimed : !as_claimed;
}

}  // namespace

TEST_CASE("requests that break assertions do so in scenarios, too", "[conformance]")
{
    unsigned broken = 0;
    for (conformance_text const& t : conformance_texts()) {
        if (t.good || t.as() == format::literate) continue;
        std::string const text = t.text();
        contract const c = load(text);
        for (auto const& d : c.diagnostics) {
            if (d.is != code::assertion_broken) continue;
            ++broken;
            std::string const came_out = outcomes_of(text, d.detail);
            INFO(t.name() << " line " << d.where.line << ": " << d.detail << ": " << came_out);
            CHECK((came_out == "permitted" || came_out == "paused" || came_out == "prohibited"));
            bool found = false;
            for (auto const& a : c.scenarios.assertions) {
                if (a.offset != d.where.offset) continue;
                found = true;
                CHECK(breaks(a, came_out));
            }
            CHECK(found);
        }
    }
    CHECK(broken > 15);
}
