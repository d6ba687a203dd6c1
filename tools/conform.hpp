// `redline conform`: whether contracts are nowhere wider than a doctrine.
#pragma once

#include <string>
#include <vector>

namespace redline::tool {

struct conform_options {
    std::string doctrine;
    std::vector<std::string> contracts;
    std::string format = "text";  // or `json`
};

/// Compares each contract with the doctrine; gives the exit status: 0 all conform, 4 not; 1 where one is not valid, can't be
/// compared, or would take too much.
int conform_contracts(conform_options const& o);

}  // namespace redline::tool
