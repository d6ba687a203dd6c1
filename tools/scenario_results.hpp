// What came out of the scenarios of a contract.
#pragma once

#include "finding.hpp"

namespace redline::tool {

struct scenario_result {
    std::string title;
    std::uint32_t line = 0;
    std::vector<finding> differences;  // none where it comes out as expected

    bool ok() const noexcept { return differences.empty(); }
};

/// The results of one contract.
struct test_results {
    std::string file;
    std::vector<finding> errors;  // why it can't be tested at all
    std::vector<scenario_result> scenarios;
    std::vector<std::string> never;    // labels of permit and prohibit forms that decided no scenario
    std::uint32_t deciding_terms = 0;  // how many such terms there are
    bool came_out[3] = {};             // by outcome

    std::size_t failed() const noexcept;
    bool ok() const noexcept { return errors.empty() && failed() == 0; }
};

/// Runs all scenarios of a contract; where it can't be tested, says why.
test_results run_scenarios(source const& file, contract const& c);

/// JUnit's XML, one test suite for each contract.
std::string as_junit(std::vector<test_results> const& all);

}  // namespace redline::tool
