// How to mend what a diagnostic finds: in a sentence for people who write contracts, and where that is sure, as edits.
#pragma once

#include "redline/text/diagnostic.hpp"
#include "redline/text/text_format.hpp"
#include "redline/text/token.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace redline::tool {

/// A stretch of a text, in bytes, and what is to stand in its place.
struct text_edit {
    std::uint32_t offset = 0, length = 0;
    std::string text;
};

/// How to mend something. All of it may be empty.
struct hint {
    std::string help;              // a sentence
    std::string suggestion;        // a word of the language for one that it does not have
    std::vector<text_edit> edits;  // in the order of the text; made together, they do what `help` says
};

/// A text, and its tokens with one before the first and three behind the last whose terminal is `end`.
struct text_in_tokens {
    std::string text;
    std::vector<redline::text::token> tokens;
};

/// Gives hints. Each text is cut into tokens once, so that all hints of one text cost as much as reading it.
class hints {
public:
    /// What to say beside a diagnostic of a text, which has to live as long as this. Of texts above a MiB there are no
    /// hints.
    hint of(text::diagnostic const& d, std::string_view text, text_format format);

private:
    std::map<char const*, text_in_tokens> cut_;
};

}  // namespace redline::tool
