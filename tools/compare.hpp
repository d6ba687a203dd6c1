// `redline compare`: what a new draft changes, or two drafts of a base do.
#pragma once

#include <string>

namespace redline::tool {

struct compare_options {
    std::string before, after;
    std::string base;             // of which both are drafts, theirs and ours; or empty
    std::string format = "text";  // or `json`
};

/// Compares two contracts; gives the exit status: 0 equivalent, 3 narrower, 4 wider, 5 incomparable, 1 where one is not
/// valid, they can't be compared, or it would take too much. With a base: 0 no conflict, 5 conflict.
int compare_contracts(compare_options const& o);

}  // namespace redline::tool
