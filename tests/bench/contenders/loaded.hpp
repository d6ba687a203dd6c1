// Contracts read at run time, behind plain functions: the parser is compiled once for all that needs it.
#pragma once

#include "redline/core/rule_set.hpp"

#include <memory>
#include <string>

namespace redline_bench {

/// A rule set, and what keeps it alive. Ends the program where the text has errors.
struct loaded {
    redline::rule_set rules{};
    std::shared_ptr<void const> owner{};
};
loaded load_text(std::string const& text);

/// The contract as a generated header, by this name.
std::string header_of_text(std::string const& text, std::string const& name);

}  // namespace redline_bench
