// One text, read at run time: its tokens, and the statements that they make.
#pragma once

#include "reader.hpp"
#include "tokens_of.hpp"

#include <string_view>
#include <vector>

namespace redline::inline v0_1::text {

/// Whether local names may be declared in a text: only in one that was made by expanding templates.
enum class local_names : bool { only_used, declared };

/// What a text is read as.
enum class document_kind : bool { contract, amendment };

/// Whether tokens, two of them behind the last at least, are those of an amendment: its first word is `amendment`, behind
/// `redline 1;` where that stands.
constexpr bool is_amendment(token const* first) noexcept
{
    if (first->is == terminal::redline && first[1].is == terminal::integer && first[2].is == terminal::semicolon)
        first += 3;
    return first->is == terminal::amendment;
}

/// A text that was read. `text` stays the caller's.
struct text_read {
    std::vector<token> tokens;
    std::vector<node> nodes;
    std::vector<statement> statements;
    syntax_view syntax{};
    tag_counts counts{};

    /// Reads the whole of a NUL-terminated text, whose size is given, as a contract. Linear; allocates.
    template <class Engine>
    void read(std::string_view of, text_format format, local_names local, problems& wrong)
    {
        tokens = tokens_of(of, format, wrong);
        sentences<Engine>(of, document_kind::contract, local, wrong);
    }
    /// Reads the sentences that the tokens of a text make.
    template <class Engine>
    void sentences(std::string_view of, document_kind kind, local_names local, problems& wrong)
    {
        builder to;
        to.tokens = tokens.data();
        to.local_names = local == local_names::declared;
        // A token makes at most two nodes: its own, and a mark behind it.
        nodes.resize(tokens.size() * 2 + 8);
        statements.resize(tokens.size() / 2 + 8);
        to.nodes = {nodes.data(), static_cast<std::uint32_t>(nodes.size())};
        sink<statement> found{statements.data(), static_cast<std::uint32_t>(statements.size())};
        reader<Engine> reads{to, found, wrong};
        token const* const last = tokens.data() + tokens.size();
        if (kind == document_kind::contract) reads.document(tokens.data(), last);
        else reads.amendment(tokens.data(), last);
        syntax = {
            of.data(),     tokens.data(), nodes.data(), statements.data(), static_cast<std::uint32_t>(tokens.size()),
            to.nodes.size, found.size};
        counts = to.counts;
        for (token const& t : tokens)
            if ((t.classes & has_escape) != 0) counts.decoded += t.length;
        for (std::uint32_t i = 0; i < found.size; ++i) counts.broken += found.data[i].broken ? 1u : 0u;
    }
};

}  // namespace redline::inline v0_1::text
