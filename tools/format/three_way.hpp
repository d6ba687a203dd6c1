// Two drafts of a base compared three ways, in words, for both formats.
#pragma once

#include "region.hpp"

#include "redline/core/proof/three_way.hpp"

namespace redline::tool {

struct three_way_change_in_words {
    std::string use;
    outcome base = outcome::permitted, theirs = outcome::permitted, ours = outcome::permitted;
    change_of whose = change_of::both;
    conditions_in_words when;
    std::string example;  // as ours reads it
    json witness[3];      // as the base, theirs and ours read it
};

struct three_way_term_in_words {
    std::string label, by;
    std::string base, theirs, ours;  // its text in each; empty where one has it not
};

struct three_way_in_words {
    bool conflict = false;
    std::vector<std::string> all_uses;
    std::vector<three_way_change_in_words> changes;
    std::vector<name_conflict> names;
    std::vector<three_way_term_in_words> terms;  // that one or both changed
    std::size_t kept = 0;                        // how many neither did
    bool complete = true;                        // each change's conditions are all there
};

/// Refers to nothing. `of` must be complete.
three_way_in_words in_words(three_way_comparison const& of);

/// For people: conflicts first, then what both change alike, what theirs changes alone, and what ours does; the terms, by who
/// changed them. The last line is `conflict` or `no conflict`.
std::string three_way_as_text(three_way_in_words const& of);
/// `{"conflict": …, "changes": […], "names": […], "terms": […], "kept": 3, "complete": true}`; docs/command.md says what
/// each is.
std::string three_way_as_json(three_way_in_words const& of);

}  // namespace redline::tool
