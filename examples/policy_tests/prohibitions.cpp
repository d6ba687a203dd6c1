// What the policy never permits, and what it does permit.
#include "policy.hpp"

namespace {

// Nobody triages unattended, whatever was validated.
constexpr auto unattended = policy.decide(asked("triage.unattended").evidence("validation"));
static_assert(unattended.prohibited() && unattended.by("2.1"));
static_assert(unattended.ground() == redline::ground::forbidden);

// A request that does not say which kind of triage it is waits until somebody says.
static_assert(policy.decide(asked("triage").evidence("validation")).pends_on("use"));
static_assert(policy.decide(asked("triage.other").evidence("validation")).permitted());

// What is not listed is not covered, and neither is what is not lawful, or comes before the policy.
static_assert(policy.decide(asked("unlisted")).ground() == redline::ground::uncovered);
static_assert(policy.decide(policy.request().use("letters").date("2026-06-01").flag("lawful", false)).by("1.0"));
static_assert(policy.decide(policy.request().use("letters").date("2025-12-31").flag("lawful")).by("1.0"));
static_assert(policy.decide(asked("letters")).permitted());

// Several uses at once come out as the strictest of them.
static_assert(policy.decide(asked("letters").use("triage.unattended")).prohibited());

}  // namespace
