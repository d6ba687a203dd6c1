// `redline fmt`: the canonical layout of contracts.
#pragma once

#include <string>
#include <vector>

namespace redline::tool {

struct fmt_options {
    std::vector<std::string> files;
    bool check = false;  // change nothing, list what would change
    bool diff = false;   // change nothing, show what would change
};

/// Lays contracts out in place, and standard input to standard output; gives the exit status: 0, or 1 where a file can't
/// be read as a contract, or with `check`, where something would change.
int lay_out_contracts(fmt_options const& o);

}  // namespace redline::tool
