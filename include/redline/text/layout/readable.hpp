// Whether a text can be read as sentences, and so be laid out.
#pragma once

#include "../reader.hpp"
#include "../walker.hpp"
#include "items.hpp"

namespace redline::text::layout {

/// The most that is told of a text that cannot be read.
inline constexpr std::uint32_t most_problems = 1000;

/// A NUL-terminated text taken apart, and every character and sentence of it that cannot be read.
struct readable_text {
    item_list items;
    std::vector<diagnostic> diagnostics;

    readable_text(std::string_view text, text_format format) : diagnostics(most_problems)
    {
        problems wrong{text.data(), diagnostics.data(), most_problems};
        items = item_reader{text, wrong}.read(format);
        read_sentences(wrong);
        diagnostics.resize(wrong.found.size);
        // A sentence that no contract may hold yet is one all the same.
        std::erase_if(diagnostics, [](diagnostic const& d) { return d.is == code::not_yet; });
    }

private:
    void read_sentences(problems& wrong)
    {
        std::vector<token> const& tokens = items.tokens;
        builder builder;
        builder.tokens = tokens.data();
        // A token makes at most two nodes: its own, and a mark behind it.
        std::vector<node> nodes(tokens.size() * 2 + 8);
        std::vector<statement> statements(tokens.size() / 2 + 8);
        builder.nodes = {nodes.data(), static_cast<std::uint32_t>(nodes.size())};
        sink<statement> read{statements.data(), static_cast<std::uint32_t>(statements.size())};
        reader<walking_engine>{builder, read, wrong}.document(tokens.data(), tokens.data() + tokens.size());
    }
};

}  // namespace redline::text::layout
