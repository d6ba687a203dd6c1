// How the policy has to be written: rules of the house that hold for every term.
#include "policy.hpp"

namespace {

constexpr redline::rule_set const& rules = policy.rules();

constexpr bool every_limit_gives_its_reason()
{
    for (redline::term_entry const& term : rules.terms)
        if (is_prohibit_form(term.kind) && term.because.length == 0) return false;
    return true;
}
constexpr bool every_stage_has_a_time()
{
    for (redline::stage_entry const& stage : rules.stages)
        if (stage.within == redline::unlimited) return false;
    return true;
}
constexpr bool every_use_has_a_description()
{
    for (redline::kind_entry const& use : rules.uses)
        if (use.description.length == 0) return false;
    return true;
}

static_assert(every_limit_gives_its_reason());
static_assert(every_stage_has_a_time());
static_assert(every_use_has_a_description());
static_assert(rules(rules.title) == "Clinical assistant" && rules.version == 2);
static_assert(rules(rules.terms[rules.baseline].label) == "1.0" && !rules.has_before);

}  // namespace
