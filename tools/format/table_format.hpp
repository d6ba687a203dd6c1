// The table of a contract, for people and for programs.
#pragma once

#include "redline/core/proof/table.hpp"

#include <string>

namespace redline::tool {

/// Uses of which the same is true, and below them when these are prohibited, when paused otherwise, and when permitted;
/// where only the baseline speaks, and for example of which request. What a residual's request makes true is marked.
std::string table_as_text(contract_table const& of);

/// `{"rows": [{"uses": […], "permitted": […], "paused": […], "prohibited": […], "gaps": […], "gap_example": "…"}]}`: each
/// list of conditions says exactly when; `never` is an empty list. Of a residual, also `needed`, and beside the rows `known`
/// and `held`.
std::string table_as_json(contract_table const& of, bool of_request);

}  // namespace redline::tool
