// The forms of sentences, as docs/language.md shows them.
#pragma once

#include <string>
#include <string_view>

namespace redline::tool {

/// docs/language.md, which the build puts into the command.
extern std::string_view const language_page;

/// The form of a sentence that begins with a word, on one line and in quotes; where there are several, joined by "or". Empty where the page shows none.
std::string form_of(std::string_view first_word);

}  // namespace redline::tool
