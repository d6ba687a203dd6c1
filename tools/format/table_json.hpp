// Parts of the table of a contract as JSON, for all that holds one.
#pragma once

#include "../json/request_json.hpp"

#include "redline/core/proof/table_rows.hpp"

namespace redline::tool {

/// A list of conditions, one of which must hold; empty for `never`.
json conditions_as_json(table_conditions const& of);
/// The rows, as `redline table` shows them.
json rows_as_json(contract_table const& of);

}  // namespace redline::tool
