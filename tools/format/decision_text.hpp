// A decision for people: the outcome, the terms it comes from, what it waits for.
#pragma once

#include "redline/core/decision.hpp"

#include <string>

namespace redline::tool {

/// The outcome on a line of its own; below, each term that it comes from, in plain English with its reason and what it
/// cites; what a paused request waits for; exceptions; and whom to tell. Ends with a line break.
std::string decision_as_text(rule_set const& rules, decision const& d, bool colours);

/// One term in plain English, wrapped: `  2.1  The use … is prohibited …`, its reason, and what it cites.
void append_term(std::string& to, rule_set const& rules, term_entry const& t, std::size_t indent);

}  // namespace redline::tool
