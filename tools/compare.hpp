// `redline compare`: what a new draft changes.
#pragma once

#include <string>

namespace redline::tool {

struct compare_options {
    std::string before, after;
    std::string format = "text";  // or `json`
};

/// Compares two contracts; gives the exit status: 0 equivalent, 3 narrower, 4 wider, 5 incomparable, 1 where one is not
/// valid, they can't be compared, or it would take too much.
int compare_contracts(compare_options const& o);

}  // namespace redline::tool
