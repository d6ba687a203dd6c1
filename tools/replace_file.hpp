// Writing a file anew, whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace redline::tool {

/// Writes a file anew: to a temporary one beside it, which then takes its name and has its permissions. Of a link, the
/// file it leads to. Throws `failure` where that can't be done; the file is then as it was.
void replace_file(std::string const& path, std::string_view text);

}  // namespace redline::tool
