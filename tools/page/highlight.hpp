// Words of the language in pieces: keywords, names, numbers, strings and comments, and where names lead.
#pragma once

#include "links.hpp"
#include "words.hpp"

namespace redline::tool::page {

/// A stretch of a text, in bytes.
struct stretch {
    std::uint32_t from = 0, to = 0;
    style is = style::plain;
    std::string link{};
};

/// The stretches that a part of a text consists of, none left out. `first` to `last` are its tokens, of one statement.
void append_stretches(std::vector<stretch>& to, std::string_view text, text::token const* first,
                      text::token const* last, std::uint32_t from, std::uint32_t end, links const& where);

/// How a token looks.
style style_of(text::token const& t) noexcept;

/// Words of the language that stand for themselves, as a condition does.
words highlighted(std::string const& text, links const& where);

}  // namespace redline::tool::page
