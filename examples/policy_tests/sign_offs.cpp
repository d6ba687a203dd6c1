// What waits, for whom, and what no longer does.
#include "policy.hpp"

namespace {

// Large studies wait for the ethics chain, from the first record over the limit; a refusal is final.
static_assert(policy.decide(study(1'000)).permitted());
constexpr auto large = policy.decide(study(1'001));
static_assert(large.paused() && large.by("3.4") && large.pends_on("ethics"));
static_assert(policy.decide(study(1'001).signoff("ethics", "opened")).paused());
static_assert(policy.decide(study(1'001).signoff("ethics", "complete")).permitted());
static_assert(policy.decide(study(1'001).signoff("ethics", "refused")).prohibited());

// Consent counts only when the privacy officer says so.
constexpr auto claimed =
    policy.decide(asked("research").count("records", 1).flag("consent").attested("consent", "vendor"));
static_assert(claimed.paused() && claimed.pends_on("consent"));

// Doses for children: prohibited until a second opinion is asked for, then waiting for it, then an exception.
constexpr auto child()
{
    auto request = asked("dosing");
    request.fact("patient", "child").fact("checked", "each_case").attested("checked", "ward_physician");
    request.evidence("validation").safeguard("dose_limits", "tested");
    return request;
}
static_assert(policy.decide(child()).by("2.2") && policy.decide(child()).prohibited());
static_assert(policy.decide(child().signoff("second_opinion", "opened")).pends_on("second_opinion"));
static_assert(policy.decide(child().signoff("second_opinion", "complete")).excepts("2.2"));

// Papers grow old, and safeguards have to be there.
static_assert(policy.decide(dose()).permitted());
static_assert(policy.decide(asked("triage.other").evidence("validation", "365 days")).permitted());
static_assert(policy.decide(asked("triage.other").evidence("validation", "366 days")).pends_on("validation"));
static_assert(policy.decide(asked("dosing")).pends_on("dose_limits"));

}  // namespace
