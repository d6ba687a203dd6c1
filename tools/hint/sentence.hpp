// What stands around a place of a text, for hints.
#pragma once

#include "hint.hpp"

#include <cstddef>

namespace redline::tool {

/// A token of a text, and its neighbours by their distance. Before the first and behind the last stands `end`.
class place_in_tokens {
public:
    /// The token at or next behind an offset.
    place_in_tokens(text_in_tokens const& of, std::uint32_t offset);

    text::token const& at(std::ptrdiff_t distance) const;
    text::terminal is(std::ptrdiff_t distance) const { return at(distance).is; }
    std::string_view word(std::ptrdiff_t distance) const { return word(at(distance)); }
    std::string_view word(text::token const& t) const;
    /// Whether nothing stands between a token and the next one.
    bool glued(std::ptrdiff_t distance) const;
    /// Whether it is a plain name: no reserved word, no path.
    bool is_plain_name(std::ptrdiff_t distance) const { return is(distance) == text::terminal::name; }

    /// The word that says what the sentence is, `restrict` or `role`; empty where it begins otherwise.
    std::string_view first_word() const;
    /// Whether a word stands anywhere in the text.
    bool holds(std::string_view word) const;
    /// The values that the fact or safeguard of this name has, in words; empty where it has none or is not declared.
    std::string values_of(std::string_view name) const;
    /// The name of the fact or safeguard whose value the token is.
    std::string_view owner_of_value() const;
    /// The roles of a party, in words: "`counsel` or `clerk`".
    std::string roles_of(std::string_view party) const;
    /// The first label behind all of the same section that stand in the text: `2.6` for `2.2`.
    std::string free_label(std::string_view taken) const;

private:
    text_in_tokens const& of_;
    std::size_t index_;
};

}  // namespace redline::tool
