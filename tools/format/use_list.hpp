// Several uses in few words.
#pragma once

#include <string>
#include <vector>

namespace redline::tool {

/// Some of all uses that requests can name to the last: a path for all that lies at or below it, where that is among
/// them, and `all uses` for all.
std::string uses_in_words(std::vector<std::string> const& some, std::vector<std::string> const& all);

/// `a, b, c`.
std::string joined(std::vector<std::string> const& items, char const* between = ", ");

}  // namespace redline::tool
