// Which outcomes of which uses scenarios come to, of those that there are.
#pragma once

#include "redline/core/scenario.hpp"

#include <string>
#include <vector>

namespace redline::tool {

/// An outcome that some complete request of some uses has, and no scenario comes to.
struct unreached_outcome {
    std::string outcome;
    std::string uses;  // in few words
};

/// How many pairs of a use and an outcome there are, and how many of them scenarios come to. Uses are those known to the
/// last; what a scenario gives of a use whose kind it leaves open counts for none.
struct use_coverage {
    bool too_large = false;
    std::size_t pairs = 0, reached = 0;
    std::vector<unreached_outcome> never;
};

/// Works it out exactly; takes a proof of each use.
use_coverage coverage_of_uses(rule_set const& rules, scenario_set const& scenarios);

}  // namespace redline::tool
