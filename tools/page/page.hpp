// `redline page`: a contract, or what a new draft of it changes, as one HTML file.
#pragma once

#include <string>
#include <vector>

namespace redline::tool {

struct page_options {
    std::vector<std::string> files;  // a contract; or one, and a new draft of it
    std::string output;              // `-`: standard output
};

/// Writes the page; gives the exit status: 0, or 1 where a contract is not valid, or something could not be found out. One
/// contract that is not valid gets a page too, which says so and shows why.
int write_page(page_options const& o);

}  // namespace redline::tool
