// The shortest way from one list of words or lines to another.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace redline::tool {

/// One item of both lists, or of one of them: then it is taken out (`-`), or put in (`+`).
struct edit {
    char sign = ' ';
    std::size_t before = 0, after = 0;  // where it stands, or would stand, in each
};

/// What is kept, taken out and put in, in order. Shortest where the lists differ in some thousands of items at most, and
/// right in any case. Time and memory go with the items and the square of the differences.
std::vector<edit> shortest_way(std::vector<std::string_view> const& before, std::vector<std::string_view> const& after);

}  // namespace redline::tool
