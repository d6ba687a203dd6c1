// A contract or an amendment as its statements: read, and not resolved.
#pragma once

#include "../in_order.hpp"
#include "../literate.hpp"
#include "../read_text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace redline::inline v0_1::text::amend {

/// The statements of one text, with the memory that they stand in. Neither moves nor copies, as views lead into it.
class document {
public:
    document() = default;
    document(document const&) = delete;
    document& operator=(document const&) = delete;

    /// Reads a text with an engine of `reader`; what is wrong stands in `diagnostics`. Allocates. Linear on average.
    template <class Engine>
    void read(std::string_view from, text_format as, document_kind kind)
    {
        text_.assign(from.size() > text_limit ? std::string_view{} : from);
        format_ = as;
        // Room for few, and where those are not all, for as many as are ever given.
        for (std::uint32_t const room : {few_diagnostics, diagnostics_limit}) {
            if (!read_into<Engine>(from.size(), kind, room)) break;
        }
        blocks();
    }
    /// Whether every statement could be read.
    bool ok() const noexcept { return ok_; }
    std::string const& text() const noexcept { return text_; }
    text_format format() const noexcept { return format_; }
    std::vector<diagnostic> const& diagnostics() const noexcept { return diagnostics_; }

    std::uint32_t size() const noexcept { return read_.syntax.statement_count; }
    statement const& operator[](std::uint32_t i) const noexcept { return read_.statements[i]; }
    /// The token of a statement's node.
    token const& token_of(statement const& s, std::uint32_t node = 0) const noexcept
    {
        return read_.tokens[read_.nodes[s.first_node + node].token];
    }
    token const& first(statement const& s) const noexcept { return read_.tokens[s.first_token]; }
    token const& last(statement const& s) const noexcept { return read_.tokens[s.last_token - 1]; }
    token const& token_at(std::uint32_t i) const noexcept { return read_.tokens[i]; }
    std::vector<token> const& tokens() const noexcept { return read_.tokens; }
    std::string_view spelled(token const& t) const noexcept { return {text_.data() + t.offset, t.length}; }
    std::uint32_t from(statement const& s) const noexcept { return first(s).offset; }
    /// Behind its last token.
    std::uint32_t to(statement const& s) const noexcept { return last(s).offset + last(s).length; }
    /// The first node of a statement with this tag, or null.
    token const* find(statement const& s, tag is) const noexcept
    {
        for (std::uint32_t i = s.first_node; i != s.last_node; ++i)
            if (read_.nodes[i].is == is) return &read_.tokens[read_.nodes[i].token];
        return nullptr;
    }
    /// The header: of a contract or of an amendment, or null where it could not be read.
    statement const* header() const noexcept
    {
        for (std::uint32_t i = 0; i != read_.syntax.statement_count && i != 2; ++i)
            if (read_.statements[i].is == tag::title || read_.statements[i].is == tag::amendment)
                return &read_.statements[i];
        return nullptr;
    }
    /// Where the stretch of contract text begins that holds an offset: the text, or a block of a Markdown file.
    std::uint32_t block_start(std::uint32_t offset) const noexcept { return block_of(offset).from; }
    std::uint32_t block_end(std::uint32_t offset) const noexcept { return block_of(offset).to; }

    /// A string's text, without its quotes and escapes.
    std::string value_of(token const& t) const
    {
        std::string value;
        char const* at = text_.data() + t.offset + 1;
        char const* const last = text_.data() + t.offset + (t.length < 2 ? 1 : t.length - 1);
        while (at < last) {
            char32_t character = 0;
            char const* const after = *at == '\\' ? read_escape(at, character) : nullptr;
            if (after == nullptr) value += *at++;
            else {
                char bytes[4] = {};
                value.append(bytes, static_cast<std::size_t>(write_character(character, bytes)));
                at = after;
            }
        }
        return value;
    }

private:
    static constexpr std::uint32_t few_diagnostics = 8;

    /// Reads, with so much room for diagnostics; true where that was not enough.
    template <class Engine>
    bool read_into(std::size_t size, document_kind kind, std::uint32_t room)
    {
        diagnostics_.assign(room, diagnostic{});
        problems wrong{text_.c_str(), diagnostics_.data(), room};
        if (size > text_limit) {
            diagnostic d{code::too_long, {0, 0, 1, 1}};
            d.number = size;
            d.limit = text_limit;
            wrong.report(d);
        }
        else {
            read_.tokens = tokens_of(text_, format_, wrong);
            read_.sentences<Engine>(text_, kind, local_names::only_used, wrong);
        }
        diagnostics_.resize(wrong.found.size);
        ok_ = put_in_order(diagnostics_, wrong);
        return wrong.found.overflowed;
    }
    void blocks()
    {
        blocks_.clear();
        if (format_ == text_format::plain) return blocks_.push_back({0, static_cast<std::uint32_t>(text_.size()), 1});
        diagnostic told[1];
        problems ignored{text_.c_str(), told, 1};
        literate_blocks all{text_, ignored};
        for (text_block b; all.next(b);) blocks_.push_back(b);
        if (blocks_.empty()) blocks_.push_back({});
    }
    text_block const& block_of(std::uint32_t offset) const noexcept
    {
        std::size_t i = blocks_.size() - 1;
        while (i != 0 && blocks_[i].from > offset) --i;
        return blocks_[i];
    }

    std::string text_;
    text_format format_ = text_format::plain;
    bool ok_ = false;
    text_read read_;
    std::vector<diagnostic> diagnostics_;
    std::vector<text_block> blocks_;
};

}  // namespace redline::inline v0_1::text::amend
