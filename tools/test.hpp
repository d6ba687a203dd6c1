// `redline test`: the scenarios and assertions of contracts, one by one.
#pragma once

#include <string>
#include <vector>

namespace redline::tool {

struct test_options {
    std::vector<std::string> files;
    bool coverage = false;
    std::string junit;  // a file, or nothing
};

/// Runs the scenarios and shows what came of the assertions; gives the exit status.
int test_contracts(test_options const& o);

}  // namespace redline::tool
