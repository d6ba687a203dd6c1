// `redline decide`: requests in, decisions out.
#pragma once

#include "log/decision_log.hpp"

#include <string>

namespace redline::tool {

struct decide_options {
    std::string file;
    std::string request;   // a file or `-`; either this
    std::string requests;  // or this
    unsigned threads = 1;
    std::string cases;  // a case file that says where sign-offs stand, or nothing
    std::string at;     // at what time, or nothing for now
    decision_log_options log;
};

/// Decides; gives the exit status.
int decide_requests(decide_options const& o);

}  // namespace redline::tool
