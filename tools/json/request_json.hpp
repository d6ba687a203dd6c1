// Requests as JSON, as `decide` reads them: language reference, "What a request is".
#pragma once

#include "redline/core/proof/words_piece.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace redline::tool {

using json = nlohmann::ordered_json;

/// The name of a party or a role; empty for nobody.
std::string name_of(rule_set const& rules, principal who);
/// A value of a fact that is no `any of`, as a request gives it.
json value_as_json(rule_set const& rules, fact_entry const& fact, std::uint64_t value);
/// A use or a mission by its path.
std::string path_of(rule_set const& rules, name_space space, requested_kind kind);
std::string day_as_text(day_number day);

/// A request that `redline decide` reads as the same: facts that count are attested by whom they must be, and those that
/// don't count are left out, as is all else that says nothing.
json request_as_json(rule_set const& rules, request_view const& request);

/// JSON for people and programs, over several lines, with a line break at its end.
std::string whole_text(json const& of);

}  // namespace redline::tool
