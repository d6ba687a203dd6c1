// Positions as editors count them, and offsets as the library does.
#pragma once

#include "json.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace redline::tool::lsp {

/// What the columns of an editor count.
enum class position_encoding : bool { utf16, utf8 };

/// Lines and columns of a text, both from 0, taken to bytes and back. Lines end in `\n`, `\r\n` or `\r`, as the Language
/// Server Protocol has it. What lies behind the end of a line, or of the text, is that end.
class line_table {
public:
    line_table() = default;
    /// The text must outlive it. Linear.
    line_table(std::string_view text, position_encoding as);

    std::uint32_t offset_of(json const& position) const;
    json position_of(std::size_t offset) const;
    json range_of(std::size_t from, std::size_t to) const;
    std::uint32_t line_of(std::size_t offset) const;
    std::uint32_t line_count() const noexcept { return static_cast<std::uint32_t>(starts_.size()); }
    /// Where a line begins.
    std::uint32_t start_of(std::uint32_t line) const { return starts_[line]; }
    /// How many columns a stretch within a line takes.
    std::uint32_t columns(std::size_t from, std::size_t to) const;

private:
    std::string_view text_;
    std::vector<std::uint32_t> starts_{0};
    position_encoding as_ = position_encoding::utf16;
};

}  // namespace redline::tool::lsp
