// Questions about a request, and what is told to those who ask back.
#pragma once

#include "redline/core/proof/open_questions.hpp"

#include <string>

namespace redline::tool {

/// The first question: which uses a request is about.
open_question question_of_use();

/// A question in one paragraph or a list: what it is about, who has to attest it, what can be answered, and from which
/// values on it makes a difference. Ends with a line break.
std::string question_as_text(rule_set const& rules, request_view const& request, open_question const& of);

/// What `?` shows: what is declared of it, and the terms that speak of it, in plain English.
std::string explanation_of(rule_set const& rules, request_view const& request, open_question const& of);

}  // namespace redline::tool
