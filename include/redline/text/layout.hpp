// lay_out: the canonical layout of a contract's text.
#pragma once

#include "layout/printer.hpp"
#include "layout/readable.hpp"

namespace redline::inline v0_1 {

/// A text in its canonical layout, or what is wrong with it.
struct laid_out_text {
    bool ok = false;
    std::string text;  // nothing where it is not ok
    std::vector<text::diagnostic> diagnostics;
    std::vector<char> read;  // the text that was read, NUL-terminated, which the diagnostics point into
};

namespace text::layout {

/// The layout of a text that has been taken apart: what stands outside of its blocks as it was, and within them lines that
/// end as the first line of the text does, behind the spaces that the fence above them has.
inline std::string assembled(std::string_view text, item_list const& of)
{
    std::size_t const feed = text.find('\n');
    bool const returns = feed != std::string_view::npos && feed != 0 && text[feed - 1] == '\r';
    std::vector<std::string> const blocks = printer{of}.print();
    std::string out;
    std::size_t behind = 0;
    for (std::size_t b = 0; b != blocks.size(); ++b) {
        text_block const& place = of.blocks[b];
        out += text.substr(behind, place.from - behind);
        behind = place.to;
        // The line above the block is its fence; a plain text has none.
        std::size_t indent = 0;
        if (place.line > 1) {
            std::size_t const fence = text.substr(0, place.from - 1).rfind('\n') + 1;
            indent = text.find_first_not_of(' ', fence) - fence;
        }
        bool line_begins = true;
        for (char const c : blocks[b]) {
            if (line_begins && c != '\n') out.append(indent, ' ');
            line_begins = c == '\n';
            if (line_begins && returns) out += '\r';
            out += c;
        }
    }
    return out += text.substr(behind);
}

}  // namespace text::layout

/// Lays a contract out: docs/command.md, "redline fmt", says how. Its tokens, its comments, and of a literate contract all
/// that is no contract text, stay as they are, so that the digest stays too; laid out again, the text does not change.
///
/// A text of more than `text_limit` bytes, or that cannot be read as sentences, is not laid out, and the diagnostics say where; names that are not declared and
/// the like are no matter. Linear in the text; allocates, and throws `std::bad_alloc` only.
inline laid_out_text lay_out(std::string_view text, text_format format = text_format::plain)
{
    laid_out_text result;
    if (text.size() > text_limit) {
        text::diagnostic& d = result.diagnostics.emplace_back();
        d.is = text::code::too_long;
        d.where = {0, 0, 1, 1};
        d.number = text.size();
        d.limit = text_limit;
        result.read.push_back('\0');
        return result;
    }
    result.read.reserve(text.size() + 1);
    result.read.assign(text.begin(), text.end());
    result.read.push_back('\0');
    std::string_view const read{result.read.data(), text.size()};
    text::layout::readable_text found{read, format};
    result.diagnostics = std::move(found.diagnostics);
    if (!result.diagnostics.empty()) return result;
    result.text = text::layout::assembled(read, found.items);
    result.ok = true;
    return result;
}

}  // namespace redline::inline v0_1
