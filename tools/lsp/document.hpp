// One text as the language server sees it: open in the editor, or imported by one that is.
#pragma once

#include "positions.hpp"

#include "redline/text/expected_at.hpp"

#include <map>
#include <memory>
#include <string>

namespace redline::tool::lsp {

/// A text that was read. Never changes: an edit makes another one.
struct document {
    std::string uri;
    std::string path;  // of the file, links followed; of no file, the URI
    std::string text;
    bool literate = false;
    bool amends = false;  // an amendment, and no contract
    std::int64_t version = 0;
    line_table lines;
    text::text_read read;  // of `text`, which stays where it is

    text_format format() const noexcept { return literate ? text_format::literate : text_format::plain; }
    /// Whether there is anything to be read: a Markdown file without a block of contract text is just that.
    bool says_something() const noexcept { return !literate || read.tokens.size() > 3; }
    text::token const& token(std::uint32_t i) const { return read.tokens[i]; }
    std::string_view spelled(text::token const& t) const { return text::spelling(t, text.data()); }
    /// From the first token of a statement to the end of its last.
    std::uint32_t start_of(text::statement const& s) const { return token(s.first_token).offset; }
    std::uint32_t end_of(text::statement const& s) const
    {
        text::token const& last = token(s.last_token == s.first_token ? s.first_token : s.last_token - 1);
        return last.offset + last.length;
    }
};

using document_ptr = std::shared_ptr<document const>;

/// Reads a text. Texts that are too long to be a contract are not looked into.
document_ptr read_document(std::string uri, std::string path, std::string text, bool literate, std::int64_t version,
                           position_encoding as);

/// What the grammar takes at an offset of a document.
text::expectation_at expected_at(document const& d, std::uint32_t offset);

}  // namespace redline::tool::lsp
