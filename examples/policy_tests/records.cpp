// Who is told of what, by when, and for how long it is kept.
#include "policy.hpp"

namespace {

constexpr redline::rule_set const& rules = policy.rules();
constexpr std::uint64_t day = 24 * 60, year = 365 * day;

// Every exception and every refusal reaches the advocate; a permitted dose reaches the ward, and letters reach nobody.
static_assert(policy.decide(asked("triage.unattended")).logged_by("4.1"));
static_assert(policy.decide(dose()).logged_by("4.2") && !policy.decide(dose()).logged_by("4.1"));
static_assert(policy.decide(asked("letters")).view().log.empty());
static_assert(policy.decide(study(1)).logged_by("4.3") && policy.decide(study(1'001)).logged_by("4.3"));

constexpr redline::log_entry const& log_of(std::string_view label)
{
    return rules.logs[rules.terms[redline::find_term(rules, label)].detail];
}
constexpr std::string_view told(redline::log_entry const& log)
{
    return rules(rules.roles[rules.principals[log.told.first].index].name);
}

static_assert(told(log_of("4.1")) == "patient_advocate");
static_assert(log_of("4.1").within <= 1 * day && log_of("4.1").keep >= 10 * year);
static_assert(log_of("4.3").kinds == redline::log_all && log_of("4.3").keep >= 3 * year);

// Whoever is told of refusals belongs to no party.
static_assert(rules.roles[rules.principals[log_of("4.1").told.first].index].party == redline::none);

}  // namespace
