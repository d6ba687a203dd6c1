// Answers to questions about a request, and what they make of it.
#pragma once

#include "redline/core/proof/open_questions.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redline::tool {

/// An answer as it was given, without blanks around it. An empty `text` says that it is not known.
struct given_answer {
    question_kind kind = question_kind::use;
    std::uint32_t subject = none;  // as `open_question` has it; `none` of the first, which names the uses
    std::string text;
};

/// The answers that can be chosen, by name, in the order in which they are shown and numbered; none where an answer is a
/// number, a day, an age or a set. Of the kind of a use, full paths.
std::vector<std::string> choices_of(rule_set const& rules, request_view const& request, question_kind kind,
                                    std::uint32_t subject);

/// Makes a request say what an answer says, attested by whom it must be. False where it can't: `why` then says what is
/// wrong, what was expected and what is nearest; what is left in the request then means nothing.
bool take_answer(rule_set const& rules, given_answer const& answer, request_view& request, std::string& why);

/// Notes that a question was asked, for `open_questions`.
void settle(given_answer const& answer, settled_items& items);

/// What a question is about, by its name in the contract: `oversight`, `date`, `use`, `weapons`.
std::string name_of(rule_set const& rules, request_view const& request, question_kind kind, std::uint32_t subject);

}  // namespace redline::tool
