// One text, read at run time: its tokens, and the statements that they make.
#pragma once

#include "lexer.hpp"
#include "literate.hpp"
#include "reader.hpp"

#include <string_view>
#include <vector>

namespace redline {

/// Whether a text is a contract as it stands, or a Markdown file whose blocks marked `redline` are one.
enum class text_format : std::uint8_t { plain, literate };

namespace text {

/// Whether local names may be declared in a text: only in one that was made by expanding templates.
enum class local_names : bool { only_used, declared };

/// A text that was read. `text` stays the caller's.
struct text_read {
    std::vector<token> tokens;
    std::vector<node> nodes;
    std::vector<statement> statements;
    syntax_view syntax{};
    tag_counts counts{};

    /// Reads the whole of a NUL-terminated text, whose size is given. Linear; allocates.
    template <class Engine>
    void read(std::string_view of, text_format format, local_names local, problems& wrong)
    {
        lex(of, format, wrong);
        builder to;
        to.tokens = tokens.data();
        to.local_names = local == local_names::declared;
        // A token makes at most two nodes: its own, and a mark behind it.
        nodes.resize(tokens.size() * 2 + 8);
        statements.resize(tokens.size() / 2 + 8);
        to.nodes = {nodes.data(), static_cast<std::uint32_t>(nodes.size())};
        sink<statement> found{statements.data(), static_cast<std::uint32_t>(statements.size())};
        reader<Engine>{to, found, wrong}.document(tokens.data(), tokens.data() + tokens.size());
        syntax = {
            of.data(),     tokens.data(), nodes.data(), statements.data(), static_cast<std::uint32_t>(tokens.size()),
            to.nodes.size, found.size};
        counts = to.counts;
        for (token const& t : tokens)
            if ((t.classes & has_escape) != 0) counts.decoded += t.length;
        for (std::uint32_t i = 0; i < found.size; ++i) counts.broken += found.data[i].broken ? 1u : 0u;
    }

private:
    void lex(std::string_view of, text_format format, problems& wrong)
    {
        tokens.reserve(of.size() / 6 + 8);
        auto const block = [&](std::uint32_t from, std::uint32_t to, std::uint32_t line) {
            lexer scanner{from, to, line, wrong};
            for (;;) {
                scanner.next(tokens.emplace_back());
                if (tokens.back().is == terminal::end) break;
            }
        };
        if (format == text_format::plain) block(0, static_cast<std::uint32_t>(of.size()), 1);
        else {
            literate_blocks blocks{of, wrong};
            text_block b;
            while (blocks.next(b)) {
                if (!tokens.empty()) tokens.pop_back();
                block(b.from, b.to, b.line);
            }
            if (tokens.empty()) tokens.push_back({0, 0, 1, terminal::end, 0, true, 0});
        }
        // Two more, so that looking at the token behind the next is always allowed.
        tokens.push_back(tokens.back());
        tokens.push_back(tokens.back());
    }
};

}  // namespace text
}  // namespace redline
