// Where the characters of an expanded text come from: its places, taken back to the texts that people wrote.
#pragma once

#include "../../core/array_view.hpp"
#include "../problems.hpp"

namespace redline::inline v0_1::text {

/// A stretch of one of the texts that a contract is read from. A length of 0 means that there is none.
struct source_span {
    std::uint32_t source = 0;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t line = 0;
};

/// One piece of an expanded text: characters of a source as they stand there, or some that stand in place of others.
struct text_piece {
    std::uint32_t at = 0;    // where it begins in the expanded text
    bool stands_in = false;  // its characters are not those of `of`, but made from them
    source_span of{};
    source_span applied{};  // the other end of the application that brought it here; see `diagnostic`
};

/// Takes places of an expanded text back to their sources. A view: pieces and texts belong to whoever expanded.
class source_map {
public:
    constexpr source_map() noexcept = default;
    /// `texts` are the sources' whole texts, by their number.
    constexpr source_map(array_view<text_piece> pieces, array_view<char const*> texts) noexcept
        : pieces_{pieces}, texts_{texts}
    {}

    /// Whether there was anything to expand; where there was not, places are where they are.
    constexpr bool empty() const noexcept { return pieces_.empty(); }

    /// Makes all places of a diagnostic those of sources. Logarithmic in the pieces, and linear in a piece; constexpr.
    constexpr void locate(diagnostic& d) const noexcept
    {
        if (empty()) return;
        if (d.where.line != 0) d.where = located(d.where, &d.applied);
        if (d.related.line != 0) d.related = located(d.related, nullptr);
    }
    /// The place in a source of a stretch of the expanded text.
    constexpr place located(std::uint32_t offset, std::uint32_t length) const noexcept
    {
        return located(place{offset, length, 1, 1}, nullptr);
    }
    /// A span of a source, with its column.
    constexpr place place_of(source_span const& s) const noexcept
    {
        problems at{texts_[s.source], nullptr, 0};
        place p = at.at(s.offset, s.length, s.line);
        p.source = s.source;
        return p;
    }

private:
    constexpr place located(place const& p, place* applied) const noexcept
    {
        if (empty()) return p;
        text_piece const& piece = piece_at(p.offset);
        source_span s = piece.of;
        if (!piece.stands_in) {
            std::uint32_t const into = p.offset - piece.at;
            char const* const text = texts_[s.source];
            for (std::uint32_t i = 0; i != into; ++i)
                if (text[s.offset + i] == '\n') ++s.line;
            s.offset += into;
            s.length = p.length;
            // What spans several pieces ends where its last character comes from; or with the first, where they are of
            // different texts, or one of them is an argument.
            text_piece const& last = piece_at(p.length == 0 ? p.offset : p.offset + p.length - 1);
            bool const together = last.of.source == s.source && last.applied.source == piece.applied.source &&
                                  last.applied.offset == piece.applied.offset;
            std::uint32_t const behind = p.offset + p.length - last.at;
            std::uint32_t const end = last.of.offset + (last.stands_in ? last.of.length : behind);
            if (together && end >= s.offset) s.length = end - s.offset;
            else s.length = piece.of.offset + piece.of.length - s.offset;
        }
        if (applied != nullptr && piece.applied.length != 0) *applied = place_of(piece.applied);
        return place_of(s);
    }
    constexpr text_piece const& piece_at(std::uint32_t offset) const noexcept
    {
        std::uint32_t first = 0;
        std::uint32_t last = pieces_.size;
        while (last - first > 1) {
            std::uint32_t const middle = first + (last - first) / 2;
            if (pieces_[middle].at <= offset) first = middle;
            else last = middle;
        }
        return pieces_[first];
    }

    array_view<text_piece> pieces_{};
    array_view<char const*> texts_{};
};

}  // namespace redline::inline v0_1::text
