// Where a sentence may be broken into lines: its tokens put together to words, each with the break that may stand before it.
#pragma once

#include "sentences.hpp"

#include <string>

namespace redline::inline v0_1::text::layout {

/// What may stand before a word, weakest first.
enum class line_break : std::uint8_t {
    never,   // a space
    item,    // a new line where the next item of a list, or the next operand in parentheses, does not fit
    both,    // a new line where all up to the next `and` or `or` outside of parentheses does not fit
    either,  // the same, up to the next `or`
    clause,  // a new line where the clause that begins here does not fit whole, or the one before it did not
    always,  // a new line
};

/// Tokens with no space between them, and what else stands behind the last of them: comments and ends of blocks.
struct laid_word {
    std::string text;
    terminal is = terminal::none;  // of its first token
    std::uint8_t classes = 0;
    line_break before = line_break::never;
    bool operand = false;  // begins with `and` or `or`: stands two further in when it begins a line
    std::uint32_t first_behind = 0, last_behind = 0;  // items
};

/// How many columns a text takes, of UTF-8 characters that take one each.
inline std::size_t columns_of(std::string_view text) noexcept
{
    std::size_t columns = 0;
    for (char const c : text) columns += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u ? 1 : 0;
    return columns;
}

/// Puts the tokens of a sentence together to words.
class word_maker {
public:
    explicit word_maker(item_list const& of) noexcept : of_{of} {}

    std::vector<laid_word> words(laid_sentence const& s)
    {
        std::vector<laid_word> all;
        first_ = before_ = nullptr;
        open_ = 0;
        bool apart = false;  // something else stands behind the last word
        for (std::uint32_t i = s.first; i != s.last; ++i) {
            if (of_.items[i].kind == item_kind::blank_line) continue;
            if (of_.items[i].kind != item_kind::token) {
                if (!apart) all.back().first_behind = i;
                all.back().last_behind = i + 1;
                apart = true;
                continue;
            }
            token const& t = of_.tokens[of_.items[i].token];
            if (first_ == nullptr) first_ = &t;
            bool const joined = before_ != nullptr && !apart && sticks(t);
            if (joined) all.back().text += of_.items[i].text;
            else {
                bool const operand = (t.is == terminal::and_ || t.is == terminal::or_) && first_->is != terminal::given;
                all.push_back({std::string{of_.items[i].text}, t.is, t.classes,
                               before_ == nullptr ? line_break::never : break_before(t, operand), operand});
            }
            if (t.is == terminal::open_parenthesis) ++open_;
            if (t.is == terminal::close_parenthesis) --open_;
            before_ = &t;
            apart = false;
        }
        return all;
    }

private:
    bool follows(terminal is) const noexcept { return before_->is == is; }
    bool is_term() const noexcept
    {
        return (first_->classes & is_label) != 0 || first_->is == terminal::insert || first_->is == terminal::replace;
    }
    /// Whether a token follows the one before it without a space.
    bool sticks(token const& t) const noexcept
    {
        switch (t.is) {
        case terminal::semicolon:
        case terminal::comma:
        case terminal::colon:
        case terminal::close_parenthesis: return true;
        case terminal::open_parenthesis:  // `apply x(…)`, `template x(…)`, `((…`
            return (before_->classes & is_name) != 0 || follows(terminal::open_parenthesis);
        default: return follows(terminal::open_parenthesis);
        }
    }
    line_break break_before(token const& t, bool operand) const noexcept
    {
        if (operand && open_ == 0) return t.is == terminal::or_ ? line_break::either : line_break::both;
        if (follows(terminal::comma) || operand || t.is == terminal::except) return line_break::item;
        if (is_term()) return in_term(t);
        switch (first_->is) {
        case terminal::contract:
        case terminal::amendment:
            return t.is == terminal::effective || t.is == terminal::to || t.is == terminal::makes ? line_break::clause
                                                                                                  : line_break::never;
        case terminal::assert_:
            return t.is == terminal::for_ || t.is == terminal::when || t.is == terminal::without ? line_break::clause
                                                                                                 : line_break::never;
        case terminal::expect: {
            bool const list = t.is == terminal::pending || t.is == terminal::excepting || t.is == terminal::logged ||
                              (t.is == terminal::by && !follows(terminal::logged));
            return list ? line_break::clause : line_break::never;
        }
        case terminal::stage: return t.is == terminal::within ? line_break::clause : line_break::never;
        default: return in_declaration(t);
        }
    }
    line_break in_declaration(token const& t) const noexcept
    {
        bool const described = t.is == terminal::string && (before_ != first_);
        bool const clause = described || t.is == terminal::from || t.is == terminal::valid || t.is == terminal::as;
        return clause && first_->is != terminal::section && first_->is != terminal::define ? line_break::clause
                                                                                           : line_break::never;
    }
    line_break in_term(token const& t) const noexcept
    {
        switch (t.is) {
        case terminal::citing:
        case terminal::because:
        case terminal::pause: return line_break::always;
        case terminal::when:
        case terminal::unless:
        case terminal::to:
        case terminal::on: return line_break::clause;
        case terminal::for_: return follows(terminal::pause) ? line_break::never : line_break::clause;
        case terminal::with:
            return (before_->classes & is_label) != 0 && first_->is == terminal::replace ? line_break::never
                                                                                         : line_break::clause;
        default: return line_break::never;
        }
    }

    item_list const& of_;
    token const* first_ = nullptr;
    token const* before_ = nullptr;
    int open_ = 0;  // parentheses
};

}  // namespace redline::inline v0_1::text::layout
