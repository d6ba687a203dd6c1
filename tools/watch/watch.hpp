// `redline watch`: checks and tests contracts again whenever they are saved.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace redline::tool {

struct watch_options {
    std::vector<std::string> files;
    bool coverage = false;
    std::size_t runs = 0;  // ends after so many times that something was shown; 0: never by itself
};

/// Shows what `check` and `test` say of each contract, and again for each that changes, imports included; until it is
/// interrupted, or `runs` are over. Gives the exit status 0.
int watch_contracts(watch_options const& o);

}  // namespace redline::tool
