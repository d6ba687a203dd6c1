// The hints of the single kinds of diagnostics.
#pragma once

#include "sentence.hpp"

namespace redline::tool {

/// For a character or a token that the language does not have: RL01.
hint hint_of_token(text::diagnostic const& d, place_in_tokens const& here, std::string_view text);

/// For a sentence that is not one of the language: RL0201 and RL0204.
hint hint_of_unexpected(text::diagnostic const& d, place_in_tokens const& here);

}  // namespace redline::tool
