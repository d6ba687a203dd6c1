// The page that shows what a new draft changes.
#pragma once

#include "redlined.hpp"

#include "../contract.hpp"

namespace redline::tool::page {

/// One of the two drafts.
struct compared_draft {
    source const* file = nullptr;
    contract const* of = nullptr;
};

/// The page as HTML: the verdict, each changed outcome, and both drafts as one text in which each changed term stands with
/// what it does. `found` is what was found of the two.
std::string html_of(compared_draft before, compared_draft after, comparison_in_words const& found);

}  // namespace redline::tool::page
