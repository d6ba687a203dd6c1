// Why a scenario came out otherwise, and what it would have taken.
#pragma once

#include "redline/core/decision.hpp"
#include "redline/core/scenario.hpp"

#include <string>
#include <vector>

namespace redline::tool {

/// Sentences: the terms that decided it, in plain English, and where the outcome is another than is expected, the ways to
/// what was expected, or else the least that would have to be otherwise.
std::vector<std::string> why_failed(rule_set const& rules, scenario_entry const& scenario, request_view const& request,
                                    decision const& came_out);

}  // namespace redline::tool
