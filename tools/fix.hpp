// Sure fixes: a wrong word replaced by the one that was meant.
#pragma once

#include "contract.hpp"

namespace redline::tool {

/// One word to be replaced: where it stands in the contract's own text, and by what.
struct word_fix {
    std::size_t offset = 0;
    std::string wrong, right;
};

/// What a diagnostic of the contract's own text suggests to put in place of a wrong word; false where it suggests nothing,
/// or stands in another text, or in what a template came to.
bool suggested_fix(contract const& c, text::diagnostic const& d, word_fix& to);

/// Whether nothing else in the text is as near to the wrong word as what is suggested.
bool is_sure(contract const& c, word_fix const& fix);

/// Replaces wrong words by what their diagnostics suggest, where that is sure: the suggestion alone is near, and with it
/// the contract has fewer errors. Writes the file anew where something was replaced, and makes `file` and `c` what
/// stands there then. Gives a line on each replacement. Throws `failure` where the file can't be written.
std::vector<std::string> fix_errors(std::string const& path, source& file, contract& c);

}  // namespace redline::tool
