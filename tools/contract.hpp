// Contracts as the commands see them: Spirit is compiled once, in contract.cpp, for all of them.
#pragma once

#include "input.hpp"

#include "redline/core/scenario.hpp"
#include "redline/text/expand/source_map.hpp"
#include "redline/text/load_options.hpp"

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
    std::string_view text{};      // the file's own; ends in a NUL
    std::string_view expanded{};  // what the rule set's names are offsets into, imports and templates expanded
    text::source_map map{};       // from there to the files; empty where nothing was expanded
    array_view<contract_source> sources{};  // the file's own text, and those it imports
    std::shared_ptr<void const> owner{};
};

/// Whether warnings are asked for, too; only `check` shows them.
enum class severities : bool { errors, errors_and_warnings };

/// `name` is that of the file: imports are looked for beside it, and on the search path.
contract load_contract(std::string_view text, bool literate, severities asked = severities::errors,
                       std::string const& name = {});
inline contract load_contract(source const& s, severities asked = severities::errors)
{
    return load_contract(s.text, s.literate, asked, s.name);
}

/// The same, read as options say.
contract load_contract(std::string_view text, load_options const& options);

/// How the contract of a file is read: imports are looked for beside it, and on the search path.
load_options options_for(std::string const& name, bool literate);

/// The folders of `--import-path`, for all contracts of one run.
std::vector<std::string>& import_search_path();

}  // namespace redline::tool
