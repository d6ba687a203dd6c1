// `redline test`: the scenarios and assertions of contracts, one by one.
#pragma once

#include "scenario_results.hpp"

#include <string>
#include <vector>

namespace redline::tool {

struct test_options {
    std::vector<std::string> files;
    bool coverage = false;
    std::string junit;  // a file, or nothing
};

/// Runs the scenarios and shows what came of the assertions; gives the exit status.
int test_contracts(test_options const& o);

/// The results of a contract that could be tested, as `test` prints them: a line for each scenario and assertion, below it
/// what is wrong and why, and at the end how many hold.
std::string results_in_text(std::string const& name, contract const& c, test_results const& results, bool coverage);

}  // namespace redline::tool
