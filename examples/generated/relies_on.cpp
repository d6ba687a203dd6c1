// What the gate relies on: the compiler checks it against the contract, and CTest reports each.
#include <compromise.hpp>

namespace {

constexpr auto asked(std::string_view use, std::string_view mission)
{
    auto request = acme::compromise.request();
    request.use(use).mission(mission).date("2026-09-01").count("persons", 10);
    request.flag("lawful").attested("lawful", "general_counsel");
    return request;
}

static_assert(acme::compromise.outcome(asked("logistics", "combat")) == redline::outcome::permitted,
              "supply goes ahead in combat");
static_assert(acme::compromise.decide(asked("surveillance.mass", "domestic")).by("2.3"),
              "there is no mass surveillance at home");
static_assert(acme::compromise.rules().version == 3, "the gate was written for version 3");

}  // namespace
