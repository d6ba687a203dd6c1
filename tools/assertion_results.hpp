// What came out of the assertions of a contract.
#pragma once

#include "scenario_results.hpp"

namespace redline::tool {

/// The results of all assertions of a contract that is testable, in the order of the text.
std::vector<test_result> results_of_assertions(source const& file, contract const& c);

}  // namespace redline::tool
