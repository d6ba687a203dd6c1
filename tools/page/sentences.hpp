// Sentences of an explanation as words of a page.
#pragma once

#include "highlight.hpp"

namespace redline::tool::page {

/// A sentence that was made with `markup::markdown`: what stands between backticks are words of the contract, a character
/// behind a backslash stands for itself.
words sentence(std::string_view text, links const& where);

/// The same without anything but its text.
std::string plain_text(std::string_view sentence);

}  // namespace redline::tool::page
