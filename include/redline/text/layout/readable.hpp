// Whether a text can be read as sentences, and so be laid out.
#pragma once

#include "../read_text.hpp"
#include "../walker.hpp"
#include "items.hpp"

namespace redline::inline v0_1::text::layout {

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
        read_sentences(text, wrong);
        diagnostics.resize(wrong.found.size);
    }

private:
    void read_sentences(std::string_view text, problems& wrong)
    {
        text_read read;
        read.tokens = std::move(items.tokens);
        read.sentences<walking_engine>(
            text, is_amendment(read.tokens.data()) ? document_kind::amendment : document_kind::contract,
            local_names::only_used, wrong);
        items.tokens = std::move(read.tokens);
    }
};

}  // namespace redline::inline v0_1::text::layout
