// Literate contracts: the fenced blocks of a Markdown file that are marked `redline`.
#pragma once

#include "problems.hpp"

#include <cstdint>
#include <string_view>

namespace redline::inline v0_1::text {

/// One block of contract text inside a longer text; `line` is the line of its first character.
struct text_block {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t line = 1;
};

/// Walks the fenced blocks of a Markdown text that are marked `redline`, first to last.
///
/// A fence is three or more backticks or tildes behind at most three spaces; its block ends at a line of at least as many
/// of the same and nothing else (CommonMark, "Fenced code blocks"). One that never ends is reported. Linear, constexpr.
class literate_blocks {
public:
    constexpr literate_blocks(std::string_view text, problems& wrong) noexcept : text_{text}, wrong_{wrong} {}

    /// The next block; false after the last.
    constexpr bool next(text_block& block) noexcept
    {
        while (at_ < text_.size()) {
            std::uint32_t const start = at_;
            std::uint32_t const start_line = line_;
            fence const opened = fence_at(next_line());
            if (opened.length == 0) continue;
            block.from = at_;
            block.line = line_;
            bool closed = false;
            while (at_ < text_.size() && !closed) {
                block.to = at_;
                fence const f = fence_at(next_line());
                closed = f.length >= opened.length && f.sign == opened.sign && f.mark.empty();
            }
            if (!closed) {
                block.to = static_cast<std::uint32_t>(text_.size());
                if (opened.mark == "redline") report(start, start_line, opened.length);
            }
            if (opened.mark == "redline") return true;
        }
        return false;
    }

private:
    struct fence {
        char sign = 0;
        std::uint32_t length = 0;
        std::string_view mark{};
    };

    constexpr std::string_view next_line() noexcept
    {
        std::uint32_t const from = at_;
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
        std::string_view line = text_.substr(from, at_ - from);
        if (at_ < text_.size()) {
            ++at_;
            ++line_;
        }
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        return line;
    }
    static constexpr fence fence_at(std::string_view line) noexcept
    {
        unsigned indent = 0;
        while (!line.empty() && line.front() == ' ' && indent < 4) {
            line.remove_prefix(1);
            ++indent;
        }
        if (indent == 4 || line.empty() || (line.front() != '`' && line.front() != '~')) return {};
        fence f{line.front(), 0, {}};
        while (!line.empty() && line.front() == f.sign) {
            line.remove_prefix(1);
            ++f.length;
        }
        if (f.length < 3) return {};
        while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
        std::uint32_t end = 0;
        while (end < line.size() && line[end] != ' ' && line[end] != '\t') ++end;
        f.mark = line.substr(0, end);
        return f;
    }
    constexpr void report(std::uint32_t start, std::uint32_t line, std::uint32_t length) noexcept
    {
        diagnostic d{};
        d.is = code::unclosed_fence;
        d.where = wrong_.at(start, length, line);
        wrong_.report(d);
    }

    std::string_view text_;
    problems& wrong_;
    std::uint32_t at_ = 0;
    std::uint32_t line_ = 1;
};

}  // namespace redline::inline v0_1::text
