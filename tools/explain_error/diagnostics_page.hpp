// The page docs/diagnostics.md, which the build puts into the command.
#pragma once

#include <string_view>

namespace redline::tool {

extern std::string_view const diagnostics_page;

}  // namespace redline::tool
