// What came out of the scenarios and assertions of a contract.
#pragma once

#include "coverage.hpp"
#include "finding.hpp"

namespace redline::tool {

/// One scenario or assertion.
struct test_result {
    std::string title;  // an assertion's is its text
    std::uint32_t line = 0;
    std::vector<finding> wrong;      // none where it holds
    std::string came_out{};          // of a scenario: `prohibited by 2.1`
    std::vector<std::string> why{};  // of one that does not hold: sentences on what decided it, and what it would take

    bool ok() const noexcept { return wrong.empty(); }
};

/// The results of one contract.
struct test_results {
    std::string file;
    std::vector<finding> errors;  // why it can't be tested at all
    std::vector<test_result> scenarios;
    std::vector<test_result> assertions;
    std::vector<std::string> never;    // labels of permit and prohibit forms that decided no scenario
    std::uint32_t deciding_terms = 0;  // how many such terms there are
    bool came_out[3] = {};             // by outcome
    use_coverage uses;                 // where it was asked for

    bool ok() const noexcept;
};

/// How many of them don't hold.
std::size_t count_failed(std::vector<test_result> const& results) noexcept;

/// Runs all scenarios of a contract, and looks up what was found of its assertions; where it can't be tested, says why.
/// With `uses`, works out which outcomes of which uses scenarios come to.
test_results run_tests(source const& file, contract const& c, bool uses = false);

/// JUnit's XML, one test suite for each contract.
std::string as_junit(std::vector<test_results> const& all);

}  // namespace redline::tool
