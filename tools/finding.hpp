// A diagnostic made ready for people and programs: the one form that all formats of `check` print.
#pragma once

#include "contract.hpp"
#include "hint/hint.hpp"

#include <string>

namespace redline::tool {

/// A line and a column, both from 1; columns count characters.
struct position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// Another place that a finding shows, with what it says there.
struct finding_note {
    std::string message;  // empty where there is none
    std::string file;
    position from{}, to{};
    std::uint32_t offset = 0, length = 0;
    std::string_view text{};
};

struct finding {
    std::string file;
    std::string_view text{};               // of that file; the contract's own where this is null
    std::string code;                      // `RL0301`
    bool error = true;                     // else a warning
    position from{}, to{};                 // `to` is the first position behind it
    std::uint32_t offset = 0, length = 0;  // in bytes of the file
    std::string message;                   // one line, without the suggestion
    std::string suggestion;                // what would be valid instead, or nothing
    std::string help;                      // how to mend it, beside the suggestion; or nothing
    std::vector<text_edit> edits;          // what does so, of this file's text; empty where that is not sure
    std::string related_message;           // empty where there is no related place
    position related_from{}, related_to{};
    std::uint32_t related_offset = 0, related_length = 0;
    std::string related_file;  // the file of the related place, and its text, as above
    std::string_view related_text{};
    finding_note applied;  // the other end of the application of a template through which it was found
};

/// A finding of a contract that lies in `file`. Places of the diagnostic are those of its files. Who asks for several keeps
/// the hints from one to the next, so that no text is read twice for them.
finding finding_of(std::string const& file, contract const& c, text::diagnostic const& d, hints& mending);
inline finding finding_of(std::string const& file, contract const& c, text::diagnostic const& d)
{
    hints mending;
    return finding_of(file, c, d, mending);
}

/// All findings of a contract, in the order of its text.
std::vector<finding> findings_of(source const& s, contract const& c);

/// The message with its suggestion, as one sentence, and how to mend it as another.
std::string whole_message(finding const& f);

/// How many of them are errors.
std::size_t count_errors(std::vector<finding> const& all);

/// "no errors", "1 error", "no errors, 2 warnings".
std::string counts_in_words(std::vector<finding> const& all);

}  // namespace redline::tool
