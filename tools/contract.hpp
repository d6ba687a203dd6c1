// Contracts as the commands see them: Spirit is compiled once, in contract.cpp, for all of them.
#pragma once

#include "input.hpp"

#include "redline/core/scenario.hpp"
#include "redline/text/diagnostic.hpp"

#include <memory>

namespace redline::tool {

/// What `redline::load` gives. Copies share what they show.
struct contract {
    bool ok = false;
    rule_set rules{};          // says nothing unless `ok`
    bool testable = false;     // no errors but scenarios that come out otherwise, and assertions that are broken
    rule_set rules_to_test{};  // says nothing unless `testable`; only for testing
    scenario_set scenarios{};
    array_view<text::diagnostic> diagnostics{};
    std::string_view text{};  // ends in a NUL
    std::shared_ptr<void const> owner{};
};

/// Whether warnings are asked for, too; only `check` shows them.
enum class severities : bool { errors, errors_and_warnings };

contract load_contract(std::string_view text, bool literate, severities asked = severities::errors);
inline contract load_contract(source const& s, severities asked = severities::errors)
{
    return load_contract(s.text, s.literate, asked);
}

}  // namespace redline::tool
