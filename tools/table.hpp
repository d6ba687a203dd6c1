// `redline table`: what each use comes down to, and where only the baseline speaks.
#pragma once

#include <string>

namespace redline::tool {

struct table_options {
    std::string file;
    std::string request;          // a file or `-`; where it is there, what is left to ask for that request
    std::string format = "text";  // or `json`
};

/// Shows the table of a contract; gives the exit status: 0, or 1 contract or request not valid, or it would take too much.
int show_table(table_options const& o);

}  // namespace redline::tool
