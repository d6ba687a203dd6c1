// What a layout treats as one: a statement, the opening or closing line of a block, a comment.
#pragma once

#include "items.hpp"

namespace redline::inline v0_1::text::layout {

enum class sentence_kind : std::uint8_t { statement, opening, closing, comment, next_block };

/// A stretch of items that is laid out by itself. Between its tokens may stand comments and ends of blocks.
struct laid_sentence {
    sentence_kind kind = sentence_kind::statement;
    std::uint32_t first = 0, last = 0;  // items
    std::uint32_t depth = 0;            // how many braces are open around it
    std::uint32_t owner = none;         // the opening sentence it stands in
    std::uint32_t trailing = none;      // the comment behind it on its line
    bool blank_before = false;
};

/// Cuts items into sentences at `;`, `{` and `}`; linear, allocates. Works on any tokens, be they a contract or not.
class sentence_splitter {
public:
    explicit sentence_splitter(item_list const& of) noexcept : of_{of} {}

    std::vector<laid_sentence> split()
    {
        auto const count = static_cast<std::uint32_t>(of_.items.size());
        while (at_ != count) {
            item const& i = of_.items[at_];
            switch (i.kind) {
            case item_kind::blank_line:
                blank_ = true;
                ++at_;
                break;
            case item_kind::next_block: push(sentence_kind::next_block, at_ + 1); break;
            case item_kind::comment:
                if (i.trailing && !all_.empty() && all_.back().kind != sentence_kind::next_block) {
                    all_.back().trailing = at_++;
                    blank_ = false;
                }
                else push(sentence_kind::comment, at_ + 1);
                break;
            case item_kind::token: statement(count);
            }
        }
        return std::move(all_);
    }

private:
    terminal is(std::uint32_t item) const noexcept
    {
        return of_.items[item].kind == item_kind::token ? of_.tokens[of_.items[item].token].is : terminal::none;
    }
    void push(sentence_kind kind, std::uint32_t last)
    {
        auto const depth = static_cast<std::uint32_t>(open_.size());
        all_.push_back({kind, at_, last, depth, open_.empty() ? none : open_.back(), none, blank_});
        blank_ = false;
        at_ = last;
    }
    void statement(std::uint32_t count)
    {
        if (is(at_) == terminal::close_brace) {
            if (!open_.empty()) open_.pop_back();
            return push(sentence_kind::closing, at_ + 1);
        }
        std::uint32_t behind = at_;  // the last token so far
        for (std::uint32_t i = at_; i != count && is(i) != terminal::close_brace; ++i) {
            if (of_.items[i].kind != item_kind::token) continue;
            behind = i + 1;
            if (is(i) == terminal::semicolon || is(i) == terminal::open_brace) break;
        }
        bool const opens = is(behind - 1) == terminal::open_brace;
        push(opens ? sentence_kind::opening : sentence_kind::statement, behind);
        if (opens) open_.push_back(static_cast<std::uint32_t>(all_.size()) - 1);
    }

    item_list const& of_;
    std::vector<laid_sentence> all_;
    std::vector<std::uint32_t> open_;
    std::uint32_t at_ = 0;
    bool blank_ = false;
};

}  // namespace redline::inline v0_1::text::layout
