// What stands on the page of a contract, before it is HTML.
#pragma once

#include "listing.hpp"

#include "redline/explain/explanation.hpp"

#include <optional>

namespace redline::tool::page {

/// All of it. Refers to the contract and the tests that it was made from.
struct contract_page {
    contract const* of = nullptr;
    rule_set const* rules = nullptr;  // says nothing where the contract has errors beside failed scenarios
    test_results const* tests = nullptr;
    std::string file;
    std::string title;
    std::string counts;  // `no errors, 2 warnings`
    std::vector<shown_finding> findings;
    std::optional<explanation> said;  // in English; nothing where there are errors
    listings text;
};

/// Puts a page together. Costs what `explain` does where the contract is valid.
contract_page page_of(source const& file, contract const& c, test_results const& tests);

/// Findings of a contract as its page shows them.
std::vector<shown_finding> shown_findings(source const& file, contract const& c);

}  // namespace redline::tool::page
