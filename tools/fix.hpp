// Fixes: what would mend a diagnostic, and mending all that is sure.
#pragma once

#include "contract.hpp"
#include "hint/hint.hpp"

namespace redline::tool {

/// What would mend one diagnostic.
struct suggested_fix {
    std::vector<text_edit> edits;  // in the order of the text, made together; empty where nothing is suggested
    bool sure = false;             // nothing else in the text is as near to what was meant
};

/// What a diagnostic of the contract's own text, which is in this format, suggests: the edits of its hint, or the nearest
/// valid word for a wrong one. Nothing for what stands in another text, or in what a template came to.
suggested_fix fix_for(contract const& c, text::diagnostic const& d, text_format format, hints& mending);

/// What edits of a text do, in words: "replace `a` by `b`, put in `;`"; or once they are done, "`a` is now `b`, put in `;`".
std::string in_words(std::string_view text, std::vector<text_edit> const& edits, bool done);

/// Makes the fixes that are sure, where the contract has fewer errors with them. Writes the file anew where something was
/// mended, and makes `file` and `c` what stands there then. Gives a line on each fix. Throws `failure` where the file can't
/// be written.
std::vector<std::string> fix_errors(std::string const& path, source& file, contract& c);

}  // namespace redline::tool
