// A diagnostic made ready for people and programs: the one form that all formats of `check` print.
#pragma once

#include "contract.hpp"

#include <string>

namespace redline::tool {

/// A line and a column, both from 1; columns count characters.
struct position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

struct finding {
    std::string file;
    std::string code;                      // `RL0301`
    bool error = true;                     // else a warning
    position from{}, to{};                 // `to` is the first position behind it
    std::uint32_t offset = 0, length = 0;  // in bytes of the file
    std::string message;                   // one line, without the suggestion
    std::string suggestion;                // what would be valid instead, or nothing
    std::string related_message;           // empty where there is no related place
    position related_from{}, related_to{};
    std::uint32_t related_offset = 0, related_length = 0;
};

/// `text` is the contract's, that the diagnostic is of.
finding finding_of(std::string const& file, std::string_view text, text::diagnostic const& d);

/// All findings of a contract, in the order of its text.
std::vector<finding> findings_of(source const& s, contract const& c);

/// The message with its suggestion, as one sentence.
std::string whole_message(finding const& f);

/// How many of them are errors.
std::size_t count_errors(std::vector<finding> const& all);

/// "no errors", "1 error", "no errors, 2 warnings".
std::string counts_in_words(std::vector<finding> const& all);

}  // namespace redline::tool
