// `redline explain`: a contract in plain English.
#pragma once

#include <string>

namespace redline::tool {

struct explain_options {
    std::string file;
    std::string format = "text";  // or `markdown`, or `json`
};

/// Shows a contract in plain English; gives the exit status: 0, or 1 where it is not valid, or too large.
int explain_contract(explain_options const& o);

}  // namespace redline::tool
