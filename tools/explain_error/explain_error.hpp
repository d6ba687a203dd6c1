// `redline explain-error`: what a code means, with an example.
#pragma once

#include <string>

namespace redline::tool {

struct explain_error_options {
    std::string code;  // as it is printed, in any case, or its number, or its name; where empty, all are listed
};

/// Shows what a code means; gives the exit status: 0. Throws `failure` where there is no such code.
int explain_error(explain_error_options const& o);

}  // namespace redline::tool
