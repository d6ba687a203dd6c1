// The canonical layout of a text, as the commands see it: the grammar is compiled once, in layout.cpp.
#pragma once

#include "finding.hpp"

#include <optional>

namespace redline::tool {

/// A text in its canonical layout; or nothing, and what is wrong with it in `findings`.
struct laid_out {
    std::optional<std::string> text;
    std::vector<finding> findings;
};

laid_out lay_out_source(source const& file);

}  // namespace redline::tool
