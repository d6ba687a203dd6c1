// The prose of a literate contract: what a Markdown text says, without its layout.
#pragma once

#include "words.hpp"

namespace redline::tool::page {

enum class prose_kind : std::uint8_t { heading, paragraph, bullet, numbered, quote, code };

/// One block of prose.
struct prose_block {
    prose_kind is = prose_kind::paragraph;
    unsigned level = 0;  // of a heading, from 1
    words text;
};

/// The prose of a Markdown text. Raw HTML is text like any other; where a link leads stands behind its words.
std::vector<prose_block> prose_of(std::string_view markdown);

}  // namespace redline::tool::page
