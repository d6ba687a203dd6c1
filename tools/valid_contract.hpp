// A contract that must have no errors, and a request that must be valid: what `decide`, `compare`, `how` and `table` begin with.
#pragma once

#include "contract.hpp"

#include "redline/core/heap.hpp"

#include <optional>
#include <string_view>

namespace redline::tool {

/// The contract of a file. Where it has errors they are shown, `so` is said behind them, and there is none.
std::optional<contract> valid_contract(source const& file, std::string_view so);

/// Reads a request from a file. False where it isn't valid: then a message says why, and where the results are wanted as
/// JSON, so does `{"error": "…"}` on standard output.
bool read_valid_request(rule_set const& rules, source const& file, bool as_json, request_view& to);

/// Room for any request that `read_valid_request` may read.
request_memory memory_of_request(rule_set const& rules);

/// Says that something could not be found out, as a message, and where the results are wanted as JSON, as
/// `{"error": "…"}` on standard output.
void say_why_not(std::string_view command, std::string_view why, bool as_json);

}  // namespace redline::tool
