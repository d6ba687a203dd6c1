// From characters to tokens: each character is looked at once, by both engines' one scanner.
#pragma once

#include "../core/calendar.hpp"
#include "problems.hpp"
#include "token.hpp"
#include "utf8.hpp"

#include <cstdint>
#include <string_view>

namespace redline::text {

/// Scans tokens of a NUL-terminated text, from `at` on; language reference, "Words".
///
/// What is no token is reported and stepped over, so that every wrong character of a text is found. constexpr, no heap.
class lexer {
public:
    constexpr lexer(std::uint32_t from, std::uint32_t to, std::uint32_t line, problems& wrong) noexcept
        : text_{wrong.text}, at_{wrong.text + from}, last_{wrong.text + to}, line_{line}, wrong_{wrong}
    {
        if (from == 0 && to >= 3 && starts_with_byte_order_mark(text_)) at_ += 3;
    }

    constexpr std::uint32_t offset() const noexcept { return static_cast<std::uint32_t>(at_ - text_); }
    constexpr std::uint32_t line() const noexcept { return line_; }

    /// The next token; one whose terminal is `end` after the last.
    constexpr token next() noexcept
    {
        char const* at = at_;
        bool first_on_line = fresh_line_;
        for (;;) {
            unsigned const code = name_codes.of[static_cast<unsigned char>(*at)];
            if (code != 0 && at < last_) {
                fresh_line_ = false;
                bool const digit = code >= first_digit_code && code <= last_digit_code;
                return digit ? number(at, first_on_line) : name(at, first_on_line);
            }
            if (at >= last_) break;
            switch (*at) {
            case ' ': case '\t': case '\r': ++at; continue;
            case '\n': ++at; ++line_; first_on_line = true; continue;
            case '#': at = comment(at); continue;
            case ';': return sign(at, terminal::semicolon, first_on_line);
            case ',': return sign(at, terminal::comma, first_on_line);
            case '{': return sign(at, terminal::open_brace, first_on_line);
            case '}': return sign(at, terminal::close_brace, first_on_line);
            case '(': return sign(at, terminal::open_parenthesis, first_on_line);
            case ')': return sign(at, terminal::close_parenthesis, first_on_line);
            case ':': return sign(at, terminal::colon, first_on_line);
            case '<': return sign(at, terminal::less_than, first_on_line);
            case '"': fresh_line_ = false; return string(at, first_on_line);
            default: at = stray(at); continue;
            }
        }
        at_ = last_;
        fresh_line_ = first_on_line;
        return {static_cast<std::uint32_t>(last_ - text_), 0, line_, terminal::end, 0, first_on_line, 0};
    }

private:
    static constexpr unsigned first_digit_code = 53;
    static constexpr unsigned last_digit_code = 62;

    static constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

    constexpr void report(code is, char const* from, char const* to) noexcept
    {
        auto const offset = static_cast<std::uint32_t>(from - text_);
        auto const length = static_cast<std::uint32_t>(to - from);
        wrong_.report({is, wrong_.at(offset, length, line_), {from, length}, {}, {}, {}, {}, {}, 0, 0});
    }
    constexpr token made(char const* from, char const* to, terminal is, unsigned classes, bool first_on_line,
                         std::uint64_t value) noexcept
    {
        at_ = to;
        return {static_cast<std::uint32_t>(from - text_), static_cast<std::uint32_t>(to - from), line_, is,
                static_cast<std::uint8_t>(classes), first_on_line, value};
    }
    constexpr token sign(char const* at, terminal is, bool first_on_line) noexcept
    {
        fresh_line_ = false;
        return made(at, at + 1, is, 0, first_on_line, 0);
    }

    constexpr token name(char const* from, bool first_on_line) noexcept
    {
        std::uint64_t key = 0;
        unsigned length = 0;
        char const* at = scan_name(from, key, length);
        word_entry const* const word = words.find(key, {from, length});
        if (*at != '.' || name_codes.of[static_cast<unsigned char>(at[1])] == 0) {
            if (word == nullptr) return made(from, at, terminal::name, is_name | is_path | is_request_path, first_on_line, key);
            if (word->is == terminal::lawful)
                return made(from, at, terminal::lawful, is_name | is_path | is_request_path, first_on_line, key);
            return made(from, at, word->is, word->is == terminal::unlisted ? is_request_path : 0, first_on_line,
                        word->is == terminal::unit ? word->minutes : key);
        }
        return path(from, at, key, length, word, first_on_line);
    }

    /// A path of several parts, after its first; only the last may be the reserved `other`.
    constexpr token path(char const* from, char const* at, std::uint64_t key, unsigned length, word_entry const* word,
                         bool first_on_line) noexcept
    {
        bool other = false;
        char const* part = from;
        for (;;) {
            if (other || (word != nullptr && word->is != terminal::lawful && word->is != terminal::other) ||
                (word != nullptr && word->is == terminal::other && part == from))
                report(code::reserved_in_path, part, at);
            other = word != nullptr && word->is == terminal::other;
            if (*at != '.' || name_codes.of[static_cast<unsigned char>(at[1])] == 0) break;
            part = at + 1;
            if (is_digit(*part)) report(code::bad_label, from, part + 1);
            mix_separator(key, length);
            unsigned part_length = 0;
            std::uint64_t part_key = 0;
            scan_name(part, part_key, part_length);
            word = words.find(part_key, {part, part_length});
            at = scan_name(part, key, length);
        }
        return other ? made(from, at, terminal::other_path, is_request_path, first_on_line, key)
                     : made(from, at, terminal::path, is_path | is_request_path, first_on_line, key);
    }

    /// An integer, a label or a date: all that starts with a digit.
    constexpr token number(char const* from, bool first_on_line) noexcept
    {
        char const* at = from;
        std::uint64_t value = 0;
        bool too_large = false;
        bool plain = true;
        for (;; ++at) {
            if (is_digit(*at)) {
                auto const digit = static_cast<unsigned>(*at - '0');
                if (value > (~std::uint64_t{0} - digit) / 10) too_large = true;
                else value = value * 10 + digit;
            }
            else if (*at == '_' && is_digit(at[1])) plain = false;
            else break;
        }
        if (*at == '.' && is_digit(at[1]) && plain) return label(from, at, first_on_line);
        if (*at == '-' && plain) return date(from, at, first_on_line);
        if (*at == '^') return power(from, at, value, first_on_line);
        if (*at == '_') {
            while (*at == '_' || is_digit(*at)) ++at;
            report(code::bad_number, from, at);
        }
        else if (too_large) report(code::number_too_large, from, at);
        bool const labels = plain && (*from != '0' || at - from == 1);
        unsigned const classes = labels ? is_integer | is_label : is_integer;
        token t = made(from, at, terminal::integer, classes, first_on_line, too_large ? 0 : value);
        return t;
    }

    constexpr token label(char const* from, char const* at, bool first_on_line) noexcept
    {
        bool leading_zero = *from == '0' && at - from > 1;
        while (*at == '.' && is_digit(at[1])) {
            if (at[1] == '0' && is_digit(at[2])) leading_zero = true;
            for (++at; is_digit(*at); ++at) {}
        }
        if (leading_zero) report(code::bad_label, from, at);
        return made(from, at, terminal::label, is_label, first_on_line, 0);
    }

    constexpr token date(char const* from, char const* at, bool first_on_line) noexcept
    {
        while (*at == '-' || is_digit(*at)) ++at;
        day_number day = 0;
        if (at - from != 10 || !read_day(from, day)) report(code::bad_date, from, at);
        return made(from, at, terminal::date, is_date, first_on_line,
                    static_cast<std::uint64_t>(static_cast<std::uint32_t>(day)));
    }

    constexpr token power(char const* from, char const* at, std::uint64_t base, bool first_on_line) noexcept
    {
        bool const ten = base == 10 && at - from == 2;
        char const* const digits = ++at;
        unsigned exponent = 0;
        for (; is_digit(*at); ++at)
            if (exponent < 100) exponent = exponent * 10 + static_cast<unsigned>(*at - '0');
        std::uint64_t value = 1;
        if (!ten || at == digits) report(code::bad_number, from, at);
        else if (exponent > 19) report(code::number_too_large, from, at);
        else
            for (; exponent != 0; --exponent) value *= 10;
        return made(from, at, terminal::integer, is_integer, first_on_line, value);
    }

    constexpr token string(char const* from, bool first_on_line) noexcept
    {
        char const* at = from + 1;
        unsigned classes = is_string;
        for (;;) {
            char const c = *at;
            if (c == '"') break;
            if (at >= last_ || c == '\n' || c == '\r') {
                report(code::unclosed_string, from, at);
                return made(from, at, terminal::string, classes, first_on_line, 0);
            }
            if (c == '\\') {
                classes |= has_escape;
                char32_t ignored = 0;
                char const* const after = read_escape(at, ignored);
                if (after == nullptr) {
                    bool const pair = at[1] != '\0' && at[1] != '\n' && at[1] != '\r';
                    report(code::bad_escape, at, at + (pair ? 2 : 1));
                    at += pair && static_cast<unsigned char>(at[1]) < 0x80 ? 2 : 1;
                }
                else at = after;
            }
            else if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F) at = unusual(at);
            else ++at;
        }
        return made(from, at + 1, terminal::string, classes, first_on_line, 0);
    }

    constexpr char const* comment(char const* at) noexcept
    {
        while (at < last_ && *at != '\n') {
            if (static_cast<unsigned char>(*at) < 0x20 || static_cast<unsigned char>(*at) >= 0x7F) at = unusual(at);
            else ++at;
        }
        return at;
    }

    /// A character in a string or a comment that is not printable ASCII: reported where it may not stand.
    constexpr char const* unusual(char const* at) noexcept
    {
        auto const byte = static_cast<unsigned char>(*at);
        if (byte < 0x80) {
            if (byte != '\t' && byte != '\r') report(code::control_character, at, at + 1);
            return at + 1;
        }
        char32_t character = 0;
        char const* const after = read_character(at, last_, character);
        if (after == nullptr) {
            report(code::not_utf8, at, at + 1);
            return at + 1;
        }
        if (reorders_text(character)) report(code::reordering_character, at, after);
        return after;
    }

    /// A character that starts no token.
    constexpr char const* stray(char const* at) noexcept
    {
        fresh_line_ = fresh_line_ && false;
        auto const byte = static_cast<unsigned char>(*at);
        if (byte >= 0x80) {
            char32_t character = 0;
            char const* const after = read_character(at, last_, character);
            report(after == nullptr ? code::not_utf8 : code::stray_character, at, after == nullptr ? at + 1 : after);
            return after == nullptr ? at + 1 : after;
        }
        report(byte < 0x20 || byte == 0x7F ? code::control_character : code::stray_character, at, at + 1);
        return at + 1;
    }

    char const* text_;
    char const* at_;
    char const* last_;
    std::uint32_t line_;
    bool fresh_line_ = true;
    problems& wrong_;
};

}  // namespace redline::text
