// `redline check`: everything that is wrong with contracts, or may be.
#pragma once

#include <string>
#include <vector>

namespace redline::tool {

struct check_options {
    std::vector<std::string> files;
    std::string format = "text";  // or json, sarif, github
    bool fix = false;
};

/// Checks; gives the exit status.
int check_contracts(check_options const& o);

}  // namespace redline::tool
