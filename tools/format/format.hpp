// The findings of `check` for programs: what each format looks like is said at its function.
#pragma once

#include "../finding.hpp"

namespace redline::tool {

/// `{"errors": 1, "warnings": 0, "diagnostics": […]}`; each diagnostic has `file`, `code`, `severity` (`error` or
/// `warning`), `line`, `column`, `endLine`, `endColumn` (from 1, columns in characters, the end exclusive), `offset` and
/// `length` (in bytes), `message`, and where there are such, `suggestion` and `related` (a list of `line`, `column`,
/// `endLine`, `endColumn`, `message`).
std::string as_json(std::vector<finding> const& all);

/// SARIF 2.1.0, one run.
std::string as_sarif(std::vector<finding> const& all);

/// Workflow commands of GitHub Actions, one a line: `::error file=…,line=…,col=…::…`.
std::string as_github(std::vector<finding> const& all);

}  // namespace redline::tool
