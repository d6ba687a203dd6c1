// What differs between two texts, line by line, in the form that `patch` reads.
#pragma once

#include <string>
#include <string_view>

namespace redline::tool {

/// The unified diff of two texts, with three lines of context; empty where they are alike. Both sides bear the same
/// `name`. Shortest where the texts differ in some thousands of lines at most, and right in any case.
std::string unified_diff(std::string const& name, std::string_view before, std::string_view after);

}  // namespace redline::tool
