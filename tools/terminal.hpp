// Findings for people: the place, the line it stands in, and carets below what is meant.
#pragma once

#include "finding.hpp"

namespace redline::tool {

/// How a finding's first line names its code: `error RL0301: …`, or as compilers do, `error: … [RL0301]`, which is what
/// programs that read the output of a build know.
enum class message_style : bool { redline, compiler };

/// Adds a finding to `out`: `FILE:LINE:COLUMN: error RL0301: …` (or `warning RL0906: …`), its line with carets, the
/// related place, the application of a template it came through, and what to write instead. `text` is that of findings
/// that bring none. Long lines are cut around what is meant.
void render(std::string& out, finding const& f, std::string_view text, bool colours,
            message_style style = message_style::redline);

/// A result in green or red, as `ok` and `FAILED` of `test`.
std::string coloured(std::string_view text, bool good, bool colours);

}  // namespace redline::tool
