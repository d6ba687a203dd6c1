// Sure fixes: a wrong word replaced by the one that was meant.
#pragma once

#include "contract.hpp"

namespace redline::tool {

/// Replaces wrong words by what their diagnostics suggest, where that is sure: the suggestion alone is near, and with it
/// the contract has fewer errors. Writes the file anew where something was replaced, and makes `file` and `c` what
/// stands there then. Gives a line on each replacement. Throws `failure` where the file can't be written.
std::vector<std::string> fix_errors(std::string const& path, source& file, contract& c);

}  // namespace redline::tool
