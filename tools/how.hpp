// `redline how`: what would have to hold for a request to be permitted.
#pragma once

#include <string>

namespace redline::tool {

struct how_options {
    std::string file;
    std::string request;          // a file or `-`
    std::string format = "text";  // or `json`
};

/// Shows the ways to a permission; gives the exit status: 0 there is one, 4 there is none, 1 contract or request not
/// valid, or it would take too much.
int show_ways(how_options const& o);

}  // namespace redline::tool
