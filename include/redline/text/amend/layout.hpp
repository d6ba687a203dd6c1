// How a text is laid out around its statements: lines, indents, comments.
#pragma once

#include "document.hpp"
#include "pieces.hpp"

namespace redline::inline v0_1::text::amend {

/// A stretch of a text; empty where both ends are one.
struct stretch {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    constexpr bool empty() const noexcept { return from == to; }
};

/// What stands in the lines directly above a statement.
struct lines_above {
    stretch heading{};  // comments, with no blank line between them and the statement
    stretch blank{};    // blank lines above that
};

/// Lines of a document. Offsets count bytes.
class layout {
public:
    explicit layout(document const& of) noexcept : d_{of}, text_{of.text()} {}

    std::uint32_t line_start(std::uint32_t offset) const noexcept
    {
        std::uint32_t at = offset;
        while (at != 0 && text_[at - 1] != '\n') --at;
        return at == 0 && text_.compare(0, 3, "\xEF\xBB\xBF") == 0 && offset >= 3 ? 3 : at;
    }
    /// Where its line ends: at the line feed, or behind the text.
    std::uint32_t line_end(std::uint32_t offset) const noexcept
    {
        auto const end = text_.find('\n', offset);
        return static_cast<std::uint32_t>(end == std::string::npos ? text_.size() : end);
    }
    std::uint32_t next_line(std::uint32_t offset) const noexcept
    {
        std::uint32_t const end = line_end(offset);
        return end == text_.size() ? end : end + 1;
    }
    bool ends_in_newline(std::uint32_t offset) const noexcept { return line_end(offset) != text_.size(); }

    bool first_on_line(std::uint32_t i) const noexcept { return is_blank(line_start(d_.from(d_[i])), d_.from(d_[i])); }
    /// Whether nothing but a comment stands behind a statement on its line.
    bool last_on_line(std::uint32_t i) const noexcept
    {
        return i + 1 == d_.size() || d_.from(d_[i + 1]) >= line_end(d_.to(d_[i]));
    }
    bool has_its_lines(std::uint32_t i) const noexcept { return first_on_line(i) && last_on_line(i); }

    std::string indent_of(std::uint32_t i) const
    {
        std::uint32_t const start = line_start(d_.from(d_[i]));
        std::uint32_t end = start;
        while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t')) ++end;
        return text_.substr(start, end - start);
    }
    std::uint32_t column_of(std::uint32_t offset) const noexcept { return offset - line_start(offset); }

    /// The end of a line as this text writes it.
    std::string_view newline() const noexcept
    {
        auto const first = text_.find('\n');
        return first != std::string::npos && first != 0 && text_[first - 1] == '\r' ? "\r\n" : "\n";
    }

    lines_above above(std::uint32_t i) const noexcept
    {
        std::uint32_t const last = line_start(d_.from(d_[i]));
        std::uint32_t first = d_.block_start(last);
        if (i != 0) first = std::max(first, next_line(d_.to(d_[i - 1])));
        lines_above found{{last, last}, {last, last}};
        std::uint32_t at = last;
        while (at > first && !is_blank(line_start(at - 1), at)) at = line_start(at - 1);
        found.heading.from = found.blank.to = at;
        while (at > first && is_blank(line_start(at - 1), at)) at = line_start(at - 1);
        found.blank.from = at;
        return found;
    }
    /// Whether behind a statement's last line nothing more of its block stands, or a blank line or a comment does.
    bool ends_group(std::uint32_t i) const noexcept
    {
        return at_end(i) || i + 1 == d_.size() || next_line(d_.to(d_[i])) != line_start(d_.from(d_[i + 1]));
    }
    bool blank_below(std::uint32_t i) const noexcept
    {
        std::uint32_t const next = next_line(d_.to(d_[i]));
        return at_end(i) || is_blank(next, line_end(next));
    }
    /// Whether a blank line stands between a statement and the one before it.
    bool parted_from_last(std::uint32_t i) const noexcept { return i != 0 && !above(i).blank.empty(); }

private:
    bool at_end(std::uint32_t i) const noexcept { return next_line(d_.to(d_[i])) >= d_.block_end(d_.from(d_[i])); }
    bool is_blank(std::uint32_t from, std::uint32_t to) const noexcept
    {
        for (; from < to; ++from)
            if (text_[from] != ' ' && text_[from] != '\t' && text_[from] != '\r' && text_[from] != '\n') return false;
        return true;
    }

    document const& d_;
    std::string const& text_;
};

/// Copies a stretch of a document, with the lines behind its first moved: `less` characters of white space are taken from
/// the front of each, as far as they are there, and `more` is put there instead.
inline void copy_indented(pieced_text& to, document const& from, std::uint32_t number, stretch what, std::uint32_t less,
                          std::string_view more, std::string_view newline)
{
    std::string const& text = from.text();
    for (std::uint32_t at = what.from; at < what.to;) {
        auto const found = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', at), what.to));
        std::uint32_t end = found;
        while (end > at && (text[end - 1] == '\r' || text[end - 1] == ' ' || text[end - 1] == '\t') && found != what.to)
            --end;
        to.copy(std::string_view{text}.substr(at, end - at), {number, at});
        if (found == what.to) return;
        to.make(newline, {number, found});
        at = found + 1;
        std::uint32_t const start = at;
        while (at < what.to && at - start < less && (text[at] == ' ' || text[at] == '\t')) ++at;
        std::uint32_t rest = at;
        while (rest < what.to && (text[rest] == ' ' || text[rest] == '\t' || text[rest] == '\r')) ++rest;
        if (rest < what.to && text[rest] != '\n') to.make(more, {number, at});
    }
}

/// The least white space before what stands on the lines behind the first of a stretch; 0 where it is one line.
inline std::uint32_t least_indent(std::string const& text, stretch what) noexcept
{
    std::uint32_t least = none;
    for (std::uint32_t at = what.from; at < what.to; ++at) {
        if (text[at] != '\n') continue;
        std::uint32_t const start = at + 1;
        std::uint32_t rest = start;
        while (rest < what.to && (text[rest] == ' ' || text[rest] == '\t')) ++rest;
        if (rest < what.to && text[rest] != '\n' && text[rest] != '\r') least = std::min(least, rest - start);
    }
    return least == none ? 0 : least;
}

}  // namespace redline::inline v0_1::text::amend
