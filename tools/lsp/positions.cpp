#include "positions.hpp"

#include <algorithm>

namespace redline::tool::lsp {

namespace {

/// How many columns the character that a byte begins takes in UTF-16; 0 of a byte within a character.
std::uint32_t units_of(char c) noexcept
{
    auto const byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0u) == 0x80u) return 0;
    return byte >= 0xF0 ? 2 : 1;
}

}  // namespace

line_table::line_table(std::string_view text, position_encoding as) : text_{text}, as_{as}
{
    for (std::size_t i = 0; i != text.size(); ++i) {
        bool const ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
        if (ends) starts_.push_back(static_cast<std::uint32_t>(i + 1));
    }
}

std::uint32_t line_table::offset_of(json const& position) const
{
    std::int64_t const line = integer_member(position, "line"), character = integer_member(position, "character");
    if (line < 0 || character < 0) throw request_error{error_code::invalid_params, "a position is not negative"};
    if (line >= static_cast<std::int64_t>(starts_.size())) return static_cast<std::uint32_t>(text_.size());
    std::uint32_t at = starts_[static_cast<std::size_t>(line)];
    std::int64_t left = character;
    while (at < text_.size() && text_[at] != '\n' && text_[at] != '\r' && left > 0) {
        left -= as_ == position_encoding::utf8 ? 1 : units_of(text_[at]);
        if (left < 0) break;  // within a character
        ++at;
        while (as_ == position_encoding::utf16 && at < text_.size() && units_of(text_[at]) == 0) ++at;
    }
    return at;
}

std::uint32_t line_table::line_of(std::size_t offset) const
{
    auto const behind = std::upper_bound(starts_.begin(), starts_.end(), offset);
    return static_cast<std::uint32_t>(behind - starts_.begin() - 1);
}

std::uint32_t line_table::columns(std::size_t from, std::size_t to) const
{
    if (as_ == position_encoding::utf8) return static_cast<std::uint32_t>(to - from);
    std::uint32_t count = 0;
    for (; from < to && from < text_.size(); ++from) count += units_of(text_[from]);
    return count;
}

json line_table::position_of(std::size_t offset) const
{
    offset = std::min(offset, text_.size());
    std::uint32_t const line = line_of(offset);
    return {{"line", line}, {"character", columns(starts_[line], offset)}};
}

json line_table::range_of(std::size_t from, std::size_t to) const
{
    return {{"start", position_of(from)}, {"end", position_of(std::max(from, to))}};
}

}  // namespace redline::tool::lsp
