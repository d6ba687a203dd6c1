// Findings for people: the place, the line it stands in, and carets below what is meant.
#pragma once

#include "finding.hpp"

namespace redline::tool {

/// Adds a finding to `out`: `FILE:LINE:COLUMN: error RL0301: …` (or `warning RL0906: …`), its line with carets, the
/// related place, the application of a template it came through, and what to write instead. `text` is that of findings
/// that bring none. Long lines are cut around what is meant.
void render(std::string& out, finding const& f, std::string_view text, bool colours);

/// A result in green or red, as `ok` and `FAILED` of `test`.
std::string coloured(std::string_view text, bool good, bool colours);

}  // namespace redline::tool
