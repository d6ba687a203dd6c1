// All tokens of a text at run time, be it literate or not.
#pragma once

#include "lexer.hpp"
#include "literate.hpp"
#include "text_format.hpp"

#include <string_view>
#include <vector>

namespace redline::inline v0_1::text {

/// The tokens of a text, with three behind the last whose terminal is `end`, so that looking at the token behind the next
/// is always allowed. `text` is what `wrong` reports on, and has at most `text_limit` bytes. Linear; allocates.
inline std::vector<token> tokens_of(std::string_view text, text_format format, problems& wrong)
{
    std::vector<token> tokens;
    tokens.reserve(text.size() / 6 + 8);
    auto const block = [&](std::uint32_t from, std::uint32_t to, std::uint32_t line) {
        lexer scanner{from, to, line, wrong};
        for (;;) {
            scanner.next(tokens.emplace_back());
            if (tokens.back().is == terminal::end) break;
        }
    };
    if (format == text_format::plain) block(0, static_cast<std::uint32_t>(text.size()), 1);
    else {
        literate_blocks blocks{text, wrong};
        text_block b;
        while (blocks.next(b)) {
            if (!tokens.empty()) tokens.pop_back();
            block(b.from, b.to, b.line);
        }
        if (tokens.empty()) tokens.push_back({0, 0, 1, terminal::end, 0, true, 0});
    }
    tokens.push_back(tokens.back());
    tokens.push_back(tokens.back());
    return tokens;
}

}  // namespace redline::inline v0_1::text
