// `redline statements`: a contract without its layout, for tools that compare texts line by line.
#pragma once

#include <string>
#include <string_view>

namespace redline::tool {

/// The tokens of a contract's text, a statement a line and what stands in braces behind two spaces; comments, and of a
/// literate text the prose, are left out. Two texts whose digest is the same come out the same. What can't be cut into
/// tokens comes out as it is, so that nothing is hidden.
std::string statements_of(std::string_view text, bool literate);

/// Prints that of a file; gives the exit status, which is always 0: a contract need not be valid.
int print_statements(std::string const& file);

}  // namespace redline::tool
