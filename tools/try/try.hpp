// `redline try`: asks what still matters about a request, and shows what it comes to.
#pragma once

#include <string>

namespace redline::tool {

struct try_options {
    std::string file;
    std::string request;          // a file with what is known from the start, or nothing
    std::string save;             // a file for the request at the end, or nothing
    std::string format = "text";  // or `json`: the request at the end is the result, and the dialogue goes beside it
};

/// Talks until the input ends or somebody quits; gives the exit status: 0, 1 contract or request not valid, or there is no
/// request to save or print.
int try_contract(try_options const& o);

}  // namespace redline::tool
