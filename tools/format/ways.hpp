// Ways to a permission, for people and for programs.
#pragma once

#include "redline/core/proof/how.hpp"

#include <string>

namespace redline::tool {

/// A way on each line: `1. evidence legal_review; safeguard output_filter at least tested; sign-off review; persons at most
/// 10_000`.
std::string ways_as_text(rule_set const& rules, how_answer const& found);

/// `{"ways": [{"evidence": ["legal_review"], "safeguards": {"output_filter": "tested"}, "signoffs": ["review"], "facts":
/// {"persons": 10000}, "mission": "routine", "date": "2026-05-01"}]}`, with only the members that a way needs. Of an `any
/// of`, an object says which values must hold and which must not. `"more": true` where there are more ways than are listed.
std::string ways_as_json(rule_set const& rules, how_answer const& found);

}  // namespace redline::tool
