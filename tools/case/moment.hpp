// Times as people write them to the command: `2026-06-01T12:00:00Z`.
#pragma once

#include "redline/record/moment.hpp"

namespace redline::tool {

using record::moment_text;
using record::now;
using record::read_moment;

}  // namespace redline::tool
