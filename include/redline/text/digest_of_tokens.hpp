// The digest of a contract: SHA-256 of its tokens as written, one space between them.
#pragma once

#include "../core/digest.hpp"
#include "token.hpp"

namespace redline::inline v0_1::text {

/// Adds tokens to a digest in the making, up to `last` or to the one whose terminal is `end`; `first` is false once one was
/// added. Layout and comments do not count. constexpr, no heap; language reference, "What is decided".
constexpr void add_tokens(sha256& to, char const* text, token const* at, token const* last, bool& first) noexcept
{
    for (; at != last && at->is != terminal::end; ++at) {
        if (!first) to.add(' ');
        first = false;
        for (std::uint32_t i = 0; i != at->length; ++i) to.add(text[at->offset + i]);
    }
}
constexpr void add_tokens(sha256& to, char const* text, token const* at, bool& first) noexcept
{
    add_tokens(to, text, at, nullptr, first);
}

}  // namespace redline::inline v0_1::text
