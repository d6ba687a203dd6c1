// `redline apply` and `redline amend`: the contract that amendments make, and the amendment between two contracts.
#pragma once

#include <string>
#include <vector>

namespace redline::tool {

struct apply_options {
    std::string base;
    std::vector<std::string> amendments;
    std::string out{};  // empty or `-`: standard output
};
int apply_files(apply_options const& o);

struct amend_options {
    std::string before, after;
    std::string out{};
};
int amend_files(amend_options const& o);

}  // namespace redline::tool
