// A text as what its layout keeps: tokens, comments, blank lines, and where one block of a literate text ends.
#pragma once

#include "../lexer.hpp"
#include "../literate.hpp"
#include "../text_format.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace redline::inline v0_1::text::layout {

enum class item_kind : std::uint8_t {
    token,
    comment,
    blank_line,  // one or more
    next_block,  // what follows stands in the next block of a literate text
};

/// One thing that a layout keeps, in the order of the text. `token` is an index, for tokens; a comment's text runs from
/// its `#` to the end of its line, without white space at its end.
struct item {
    item_kind kind = item_kind::token;
    bool trailing = false;  // a comment behind something else on its line
    std::uint32_t token = 0;
    std::string_view text{};
};

/// A text taken apart. Blocks are the stretches that hold contract text: of a plain text the whole, but for a byte-order
/// mark.
struct item_list {
    std::vector<text::token> tokens;  // the last three are ends, so that a reader may look ahead
    std::vector<item> items;
    std::vector<text_block> blocks;
};

/// Takes a NUL-terminated text apart. Linear; allocates.
class item_reader {
public:
    item_reader(std::string_view text, problems& wrong) noexcept : text_{text}, wrong_{wrong} {}

    item_list read(text_format format)
    {
        if (format == text_format::plain) {
            std::uint32_t const from = starts_with_byte_order_mark(text_.data()) ? 3 : 0;
            block({from, static_cast<std::uint32_t>(text_.size()), 1});
        }
        else {
            literate_blocks blocks{text_, wrong_};
            text_block b;
            while (blocks.next(b)) {
                if (!found_.blocks.empty()) found_.items.push_back({item_kind::next_block});
                block(b);
            }
        }
        for (unsigned ends = 0; ends != 3; ++ends) found_.tokens.push_back({0, 0, 1, terminal::end, 0, true, 0});
        return std::move(found_);
    }

private:
    void block(text_block const& b)
    {
        found_.blocks.push_back(b);
        lexer lexer{b.from, b.to, b.line, wrong_};
        std::uint32_t at = b.from;
        bool line_starts = true;
        for (;;) {
            token t{};
            lexer.next(t);
            between(at, t.is == terminal::end ? b.to : t.offset, line_starts);
            if (t.is == terminal::end) return;
            line_starts = false;
            at = t.offset + t.length;
            auto const index = static_cast<std::uint32_t>(found_.tokens.size());
            found_.items.push_back({item_kind::token, false, index, text_.substr(t.offset, t.length)});
            found_.tokens.push_back(t);
        }
    }
    /// What stands between two tokens.
    void between(std::uint32_t from, std::uint32_t to, bool line_starts)
    {
        unsigned ends_of_lines = line_starts ? 1 : 0;
        for (std::uint32_t at = from; at < to; ++at) {
            if (text_[at] == '\n') ++ends_of_lines;
            if (text_[at] != '#') continue;
            if (ends_of_lines > 1) found_.items.push_back({item_kind::blank_line});
            std::uint32_t const end = std::min<std::uint32_t>(static_cast<std::uint32_t>(text_.find('\n', at)), to);
            std::string_view comment = text_.substr(at, end - at);
            while (comment.back() == ' ' || comment.back() == '\t' || comment.back() == '\r') comment.remove_suffix(1);
            found_.items.push_back({item_kind::comment, ends_of_lines == 0, 0, comment});
            ends_of_lines = 0;
            at = end - 1;
        }
        if (ends_of_lines > 1) found_.items.push_back({item_kind::blank_line});
    }

    std::string_view text_;
    problems& wrong_;
    item_list found_;
};

}  // namespace redline::inline v0_1::text::layout
