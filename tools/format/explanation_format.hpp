// The forms in which an explanation is shown, and what they share.
#pragma once

#include "redline/explain/explanation.hpp"

namespace redline::tool {

/// For people, in lines of at most 100 columns. The explanation was made with `markup::plain`.
std::string explanation_as_text(explanation const& of);
/// As a Markdown page. The explanation was made with `markup::markdown`.
std::string explanation_as_markdown(explanation const& of);
/// For programs. The explanation was made with `markup::plain`.
std::string explanation_as_json(explanation const& of);

/// What a line of conditions begins with, and the conditions, one of which must hold; in the order in which an outcome is
/// found: prohibited, else paused, else permitted.
struct said_conditions {
    std::string lead;                     // a whole sentence where there are no conditions
    std::vector<std::string> conditions;  // in words of the contract
    bool complete = true;
};

/// What the uses of a row come to.
std::vector<said_conditions> outcomes_in_words(table_row const& r);
/// What a term comes to by itself, for some uses.
std::vector<said_conditions> outcomes_in_words(explained_effect const& e);

/// `Sign-off chains`, and how each other part is headed; alike in text and in Markdown.
inline constexpr char const* heading_of_reading = "How to read this";
inline constexpr char const* heading_of_terms = "Terms";
inline constexpr char const* heading_of_chains = "Sign-offs";
inline constexpr char const* heading_of_assertions = "What is proved of every request";
inline constexpr char const* heading_of_table = "What it all comes to, use by use";

}  // namespace redline::tool
