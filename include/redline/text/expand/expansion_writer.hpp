// Where an expanded text is written: its characters, and the pieces that tell where they come from.
#pragma once

#include "source_map.hpp"

#include <cstring>
#include <string_view>
#include <type_traits>

namespace redline::inline v0_1::text {

/// Copies characters; in constant expressions of clang in one step, of which it has about a million.
constexpr void copy_characters(char* to, char const* from, std::uint32_t count) noexcept
{
    if (std::is_constant_evaluated()) {
#if defined(__clang__)
        if (count != 0) __builtin_memcpy(to, from, count);
#else
        for (std::uint32_t i = 0; i != count; ++i) to[i] = from[i];
#endif
    }
    else if (count != 0) std::memcpy(to, from, count);
}

/// The most characters that an expansion may have.
inline constexpr std::uint32_t expansion_limit = std::uint32_t{16} << 20;

/// Takes an expanded text, or where it has no memory, counts how much that will be. constexpr, no heap.
class expansion_writer {
public:
    constexpr expansion_writer() noexcept = default;
    constexpr expansion_writer(char* text, text_piece* pieces) noexcept : text_{text}, pieces_{pieces} {}

    /// Characters as they stand in a source.
    constexpr void copy(char const* text, source_span const& of, source_span const& applied) noexcept
    {
        piece({0, false, of, applied});
        add({text + of.offset, of.length});
    }
    /// Begins characters that stand in place of those of a source: what is added up to the next piece.
    constexpr void stand_in(source_span const& of, source_span const& applied) noexcept
    {
        piece({0, true, of, applied});
    }
    constexpr void add(std::string_view const& s) noexcept
    {
        if (full()) return;  // whoever writes is about to find out
        auto const length = static_cast<std::uint32_t>(s.size());
        if (text_ != nullptr) copy_characters(text_ + size_, s.data(), length);
        size_ += length;
    }

    /// Whether more was written than may be; then nothing more is taken.
    constexpr bool full() const noexcept { return size_ > expansion_limit; }
    constexpr std::uint32_t size() const noexcept { return size_; }
    constexpr std::uint32_t piece_count() const noexcept { return piece_count_; }

private:
    constexpr void piece(text_piece p) noexcept
    {
        if (full()) return;
        p.at = size_;
        if (pieces_ != nullptr) pieces_[piece_count_] = p;
        ++piece_count_;
    }

    char* text_ = nullptr;
    text_piece* pieces_ = nullptr;
    std::uint32_t size_ = 0;
    std::uint32_t piece_count_ = 0;
};

}  // namespace redline::inline v0_1::text
