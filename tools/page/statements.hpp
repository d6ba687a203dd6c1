// A text cut into its statements.
#pragma once

#include "../input.hpp"

#include "redline/text/literate.hpp"
#include "redline/text/token.hpp"

#include <vector>

namespace redline::tool::page {

/// One statement, from its first token to the `;` or `}` that ends it.
struct statement {
    std::uint32_t first = 0, last = 0;  // of the tokens; `last` is the one behind it
    std::uint32_t from = 0, to = 0;     // in bytes
};
/// Contract text, and of a literate text one block of it.
struct contract_block {
    std::uint32_t from = 0, to = 0;  // in bytes
    std::uint32_t line = 1;          // of `from`
    std::vector<statement> statements;
};
/// A text and its tokens. Keeps a view of the text, which must end in a NUL.
struct cut_text {
    std::string_view text;
    bool literate = false;
    std::vector<text::token> tokens;
    std::vector<contract_block> blocks;
};

/// Cuts a text that need not be valid: what does not end where it should goes on to the end of its block.
cut_text cut(std::string_view text, bool literate);

}  // namespace redline::tool::page
