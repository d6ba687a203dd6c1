// Two drafts as one text, in which what was taken out is struck and what was put in is marked.
#pragma once

#include "highlight.hpp"
#include "statements.hpp"

#include "../format/comparison.hpp"

namespace redline::tool::page {

enum class redlined_kind : std::uint8_t { same, struck, inserted, changed };

/// One statement of either draft, or of both.
struct redlined_statement {
    redlined_kind is = redlined_kind::same;
    words text;
    bool section = false;                           // `section 2 "…";`: its label and title stand in `heading`
    std::string label, heading;                     // of a term its label, the new one where it has two
    changed_term_in_words const* change = nullptr;  // what the change of that term does, or of the days, by the header
};

/// Puts the drafts together, statement by statement and then word by word; comments and prose are left out. Terms stand
/// together as `found` says that they are the same; other statements, where they declare the same name. `found` must outlive
/// it.
std::vector<redlined_statement> redlined(cut_text const& before, cut_text const& after,
                                         comparison_in_words const& found, links const& where);

}  // namespace redline::tool::page
