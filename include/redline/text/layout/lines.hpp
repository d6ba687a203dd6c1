// Fills lines with the words of sentences.
#pragma once

#include "columns.hpp"

namespace redline::inline v0_1::text::layout {

/// No line is longer, unless what stands on it cannot be broken.
inline constexpr std::size_t most_columns_of_line = 120;

/// Writes lines, block by block. What is written between two blocks of a literate text is not its business.
class line_filler {
public:
    explicit line_filler(item_list const& of) : of_{of}, blocks_(of.blocks.size()) {}

    /// The text of each block; all lines end in a line feed.
    std::vector<std::string> finish() { return std::move(blocks_); }

    void blank_line() { blocks_[block_] += '\n'; }
    void next_block()
    {
        if (!line_.empty()) end_line();
        ++block_;
    }
    void comment_line(std::string_view comment, std::size_t indent)
    {
        line_.assign(indent, ' ');
        line_ += comment;
        end_line();
    }
    /// A sentence, with the columns that its cells begin at, and the place at which its further lines begin.
    void sentence(std::vector<laid_word> const& words, std::vector<cell> const& cells, column_places const& columns,
                  std::size_t indent, std::size_t hang, std::string_view trailing)
    {
        line_.assign(indent, ' ');
        bool line_begins = true, first_line = true, clause_broken = false;
        auto const next_line = [&](laid_word const& w) {
            if (!line_begins) end_line();
            line_.assign(indent + hang + (w.operand ? 2 : 0), ' ');
            line_begins = true;
            first_line = false;
        };
        auto cell = cells.begin();
        for (std::size_t i = 0; i != words.size(); ++i) {
            laid_word const& w = words[i];
            std::size_t column = line_begins ? 0 : columns_of(line_) + 1;
            bool const begins_cell = cell != cells.end() && cell->word == i;
            if (begins_cell) {
                if (first_line && !line_begins) column = std::max(column, indent + columns[cell->column]);
                ++cell;
            }
            bool const clause = w.before >= line_break::clause;
            bool const full = w.before != line_break::never && !line_begins &&
                              ((clause && clause_broken) || column + width_from(words, i) > most_columns_of_line);
            if (w.before == line_break::always || full) next_line(w);
            else if (!line_begins) line_.append(column - columns_of(line_), ' ');
            clause_broken = !clause && (clause_broken || full);
            line_ += w.text;
            line_begins = false;
            if (w.first_behind != w.last_behind) {
                behind(w, indent + hang);
                line_begins = true;
                first_line = false;
                // What follows a comment never shares its line.
                line_.assign(indent + hang, ' ');
            }
        }
        if (!trailing.empty()) line_.append(" ").append(trailing);
        end_line();
    }

private:
    /// How wide the words are from one on, up to the next that may begin a line as well as it.
    static std::size_t width_from(std::vector<laid_word> const& words, std::size_t i)
    {
        line_break const as = words[i].before;
        std::size_t width = columns_of(words[i].text);
        while (words[i].first_behind == words[i].last_behind && ++i != words.size() && words[i].before < as)
            width += columns_of(words[i].text) + 1;
        return width;
    }
    /// Comments and ends of blocks within a sentence.
    void behind(laid_word const& w, std::size_t indent)
    {
        for (std::uint32_t i = w.first_behind; i != w.last_behind; ++i) {
            item const& what = of_.items[i];
            if (what.kind == item_kind::comment && what.trailing) line_.append(" ").append(what.text);
            if (!line_.empty()) end_line();
            if (what.kind == item_kind::next_block) ++block_;
            if (what.kind == item_kind::comment && !what.trailing) comment_line(what.text, indent);
        }
    }
    void end_line()
    {
        blocks_[block_].append(line_).append("\n");
        line_.clear();
    }

    item_list const& of_;
    std::vector<std::string> blocks_;
    std::size_t block_ = 0;
    std::string line_;
};

}  // namespace redline::inline v0_1::text::layout
