// A token: one word, number, string or sign of a contract, and where it stands.
#pragma once

#include "terminal.hpp"

#include <cstdint>
#include <string_view>

namespace redline::inline v0_1::text {

/// What else a token may serve as, beside its own terminal.
enum token_class : std::uint8_t {
    is_name = 1,
    is_path = 2,
    is_label = 4,
    is_integer = 8,
    is_date = 16,
    is_string = 32,
    is_request_path = 64,  // a path, or one that ends in `.other`
    has_escape = 128,      // a string that has to be decoded
};

/// One token. `value` is the key of a name, path or label, the number of an integer, the minutes of a unit, the day
/// number of a date. Offsets and lengths count bytes, lines count from 1.
struct token {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t line = 0;
    terminal is = terminal::none;
    std::uint8_t classes = 0;
    bool first_on_line = false;
    std::uint64_t value = 0;
};

/// The token's text as it was written.
constexpr std::string_view spelling(token const& t, char const* text) noexcept { return {text + t.offset, t.length}; }

/// Whether two tokens of one text that are names or paths are spelled alike.
constexpr bool same_name(token const& a, token const& b, char const* text) noexcept
{
    if (a.value != b.value || a.length != b.length) return false;
    return a.length <= exact_key_length || same_text(spelling(a, text), spelling(b, text));
}

}  // namespace redline::inline v0_1::text
