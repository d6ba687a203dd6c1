// Which files a file was made from, as Make and Ninja read it.
#pragma once

#include <string>
#include <vector>

namespace redline::tool {

/// One rule in the syntax of Make: `target` depends on `files`.
std::string as_depfile(std::string const& target, std::vector<std::string> const& files);

}  // namespace redline::tool
