// A text that is put together from stretches of others, and remembers where each came from.
#pragma once

#include "../problems.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace redline::inline v0_1::text::amend {

/// Where something stands: in which of several documents, and at which byte of it.
struct origin {
    std::uint32_t document = 0;
    std::uint32_t offset = 0;
};

/// What is named somewhere: where, and how many bytes of it.
struct mention {
    origin at{};
    std::uint32_t length = 0;
};

/// A text in pieces. Each piece either is a stretch of a document, or stands for one place of it.
class pieced_text {
public:
    pieced_text() = default;
    /// All of one document.
    pieced_text(std::string_view text, std::uint32_t document) { add(text, {document, 0}, true); }

    std::string const& text() const noexcept { return text_; }
    std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(text_.size()); }

    /// A stretch as it stands in its document.
    void copy(std::string_view text, origin from) { add(text, from, true); }
    /// Something that was made, and stands for one place.
    void make(std::string_view text, origin of) { add(text, of, false); }
    /// A stretch of another text, with all that it remembers.
    void append(pieced_text const& other, std::uint32_t from, std::uint32_t to)
    {
        while (from < to) {
            std::size_t const i = other.piece_of(from);
            std::uint32_t const end = std::min(to, other.end_of(i));
            std::string_view const part{other.text_.data() + from, end - from};
            add(part, other.origin_of(from), other.pieces_[i].exact);
            from = end;
        }
    }
    void append(pieced_text const& other) { append(other, 0, other.size()); }

    /// Where a byte came from; what is behind the end came from where the last byte did. Logarithmic in the pieces.
    origin origin_of(std::uint32_t offset) const noexcept
    {
        if (pieces_.empty()) return {};
        piece const& p = pieces_[piece_of(offset)];
        return {p.from.document, p.from.offset + (p.exact ? offset - p.at : 0)};
    }
    /// Whether a byte is a copy, and not something that was made.
    bool is_copy(std::uint32_t offset) const noexcept { return !pieces_.empty() && pieces_[piece_of(offset)].exact; }

private:
    struct piece {
        std::uint32_t at = 0;
        origin from{};
        bool exact = true;
    };

    void add(std::string_view text, origin from, bool exact)
    {
        if (text.empty() && !pieces_.empty()) return;
        // What goes on where the last piece ends is one piece with it.
        bool const goes_on = exact && !pieces_.empty() && pieces_.back().exact &&
                             pieces_.back().from.document == from.document &&
                             pieces_.back().from.offset + (size() - pieces_.back().at) == from.offset;
        if (!goes_on) pieces_.push_back({size(), from, exact});
        text_ += text;
    }
    std::size_t piece_of(std::uint32_t offset) const noexcept
    {
        auto const behind = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                             [](std::uint32_t at, piece const& p) { return at < p.at; });
        return behind == pieces_.begin() ? 0 : static_cast<std::size_t>(behind - pieces_.begin()) - 1;
    }
    std::uint32_t end_of(std::size_t i) const noexcept { return i + 1 == pieces_.size() ? size() : pieces_[i + 1].at; }

    std::string text_;
    std::vector<piece> pieces_;
};

/// A place of a document, from an offset and a length.
inline place place_in(std::string const& text, std::uint32_t offset, std::uint32_t length)
{
    problems counts{text.c_str(), nullptr, 0};
    auto const at = std::min(offset, static_cast<std::uint32_t>(text.size()));
    auto const room = static_cast<std::uint32_t>(text.size()) - at;
    return counts.at(at, std::min(length, room), counts.line_of(at));
}

}  // namespace redline::inline v0_1::text::amend
