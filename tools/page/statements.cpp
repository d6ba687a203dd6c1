#include "statements.hpp"

#include "redline/text/lexer.hpp"

namespace redline::tool::page {

namespace {

using text::terminal;

/// Puts the tokens of one block into the text, and its statements into the block.
void cut_block(cut_text& to, contract_block& block, text::problems& wrong)
{
    text::lexer lexer{block.from, block.to, block.line, wrong};
    std::uint32_t depth = 0;
    auto first = static_cast<std::uint32_t>(to.tokens.size());
    auto const end_statement = [&] {
        auto const last = static_cast<std::uint32_t>(to.tokens.size());
        if (first == last) return;
        text::token const& t = to.tokens[last - 1];
        block.statements.push_back({first, last, to.tokens[first].offset, t.offset + t.length});
        first = last;
    };
    for (;;) {
        text::token t{};
        lexer.next(t);
        if (t.is == terminal::end) break;
        to.tokens.push_back(t);
        if (t.is == terminal::open_brace) ++depth;
        bool const closes = t.is == terminal::close_brace && depth != 0 && --depth == 0;
        if (closes || (t.is == terminal::semicolon && depth == 0)) end_statement();
    }
    end_statement();
}

}  // namespace

cut_text cut(std::string_view text, bool literate)
{
    cut_text to{text, literate, {}, {}};
    text::diagnostic memory[1];
    text::problems wrong{text.data(), memory, 1};
    if (!literate) to.blocks.push_back({0, static_cast<std::uint32_t>(text.size()), 1, {}});
    else {
        text::literate_blocks blocks{text, wrong};
        text::text_block b;
        while (blocks.next(b)) to.blocks.push_back({b.from, b.to, b.line, {}});
    }
    for (contract_block& b : to.blocks) cut_block(to, b, wrong);
    return to;
}

}  // namespace redline::tool::page
