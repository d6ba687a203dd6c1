// What a layout must keep of a text, as lines that can be compared; and the same text in another layout.
#pragma once

#include "redline/text/layout/items.hpp"

#include <random>
#include <string>

namespace redline_test {

/// A text taken apart, and whether each of its characters can be read. Owns what it shows.
struct taken_apart {
    std::string text;
    bool clean = false;
    redline::text::layout::item_list list;

    explicit taken_apart(std::string_view of, redline::text_format as = redline::text_format::plain) : text{of}
    {
        redline::text::diagnostic memory[1];
        redline::text::problems wrong{text.c_str(), memory, 1};
        list = redline::text::layout::item_reader{text, wrong}.read(as);
        clean = !wrong.any();
    }
    taken_apart(taken_apart const&) = delete;
    taken_apart& operator=(taken_apart const&) = delete;

    /// Tokens and comments, one a line, and where blocks end.
    std::string kept() const
    {
        using redline::text::layout::item_kind;
        std::string out;
        for (auto const& i : list.items) {
            if (i.kind == item_kind::blank_line) continue;
            if (i.kind == item_kind::comment) out += i.trailing ? "behind " : "alone ";
            out += i.kind == item_kind::next_block ? "-----" : std::string{i.text};
            out += "\n";
        }
        return out;
    }
    /// What is not in a block: of a literate text, its prose and its fences.
    std::string prose() const
    {
        std::string out;
        std::size_t behind = 0;
        for (auto const& b : list.blocks) {
            out += text.substr(behind, b.from - behind) + "\f";
            behind = b.to;
        }
        return out + text.substr(behind);
    }
    /// Other white space between the same things: comments stay behind what they stand behind, and blank lines stay.
    std::string scrambled(std::mt19937_64& random) const
    {
        using redline::text::layout::item_kind;
        constexpr char const* spaces[] = {" ", "  ", "\n", "\t", " \n   ", "\n\t", " \n"};
        std::string out = text.substr(0, list.blocks.front().from);
        bool line_begins = true, behind_comment = false;
        for (auto const& i : list.items) {
            std::string const end_of_line = random() % 2 == 0 ? "\n" : " \n";
            if (i.kind == item_kind::blank_line) {
                if (!line_begins || behind_comment) out += end_of_line;
                out += random() % 2 == 0 ? "\n" : "\n  \n \n";
                line_begins = true;
                behind_comment = false;
                continue;
            }
            if (behind_comment || (i.kind == item_kind::comment && !i.trailing && !line_begins)) out += end_of_line;
            else if (!line_begins) {
                if (i.kind == item_kind::comment) out += random() % 2 == 0 ? " " : "\t ";
                else out += spaces[random() % std::size(spaces)];
            }
            out += i.text;
            line_begins = false;
            behind_comment = i.kind == item_kind::comment;
        }
        return out;
    }
};

}  // namespace redline_test
