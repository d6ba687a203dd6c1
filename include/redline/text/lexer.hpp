// From characters to tokens: each character is looked at once, by both engines' one scanner.
#pragma once

#include "../core/array_view.hpp"
#include "../core/calendar.hpp"
#include "problems.hpp"
#include "token.hpp"
#include "utf8.hpp"

#include <cstdint>
#include <string_view>

namespace redline::inline v0_1::text {

/// The characters that may stand in a string as they are: printable ASCII, but for the quote and the backslash.
struct plain_character_table {
    bool are[256];
};
inline constexpr plain_character_table plain_characters = [] {
    plain_character_table table{};
    for (int c = 0; c < 256; ++c) table.are[c] = c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
    return table;
}();

/// The signs of the language.
struct sign_table {
    terminal of[256];
};
inline constexpr sign_table signs = [] {
    sign_table table{};
    for (terminal& t : table.of) t = terminal::none;
    for (std::uint8_t i = first_punctuation; i < first_word; ++i)
        table.of[static_cast<unsigned char>(punctuation_words[i - first_punctuation][0])] = static_cast<terminal>(i);
    return table;
}();

/// Scans tokens of a NUL-terminated text; language reference, "Words".
///
/// Reads up to `to`, which lies at the start of a line, or to the NUL where `to` is `none`. What is no token is reported and stepped over, so that every wrong character of a text is found. constexpr, no heap.
class lexer {
public:
    constexpr lexer(std::uint32_t from, std::uint32_t to, std::uint32_t line, problems& wrong) noexcept
        : text_{wrong.text}, at_{wrong.text + from}, last_{to == none ? nullptr : wrong.text + to}, line_{line},
          wrong_{wrong}
    {
        if (from == 0 && starts_with_byte_order_mark(text_)) at_ += 3;
    }

    constexpr std::uint32_t offset() const noexcept { return static_cast<std::uint32_t>(at_ - text_); }
    constexpr std::uint32_t line() const noexcept { return line_; }

    /// Writes the next token into `t`, which is a new one; one whose terminal is `end` after the last.
    constexpr void next(token& t) noexcept
    {
        char const* at = at_;
        bool first_on_line = fresh_line_;
        fresh_line_ = false;
        for (;;) {
            unsigned code = name_codes.of[static_cast<unsigned char>(*at)];
            if (code != 0) {
                if (code >= first_digit_code && code <= last_digit_code) return number(t, at, first_on_line);
                char const* const from = at;
                std::uint64_t key = 0;
                do key = key << 6 | code;
                while ((code = name_codes.of[static_cast<unsigned char>(*++at)]) != 0);
                if (*at == '.') return path(t, from, at, key, first_on_line);
                return name(t, from, at, key, first_on_line);
            }
            char const c = *at;
            if (c == ' ') ++at;
            else if (c == '\n') {
                ++at;
                ++line_;
                first_on_line = true;
            }
            else if (c == '"') return string(t, at, first_on_line);
            else if (terminal const is = signs.of[static_cast<unsigned char>(c)]; is != terminal::none)
                return made(t, at, at + 1, is, 0, first_on_line, 0);
            else if (c == '#') at = comment(at);
            else if (c == '\t' || c == '\r') ++at;
            else if (ends(at)) return end(t, at, first_on_line);
            else at = stray(at);
        }
    }

private:
    static constexpr unsigned first_digit_code = 53;
    static constexpr unsigned last_digit_code = 62;

    static constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

    /// Whether the text to be read ends here; asked only at characters that may stand behind it.
    constexpr bool ends(char const* at) const noexcept { return last_ == nullptr ? *at == '\0' : at >= last_; }

    constexpr void end(token& t, char const* at, bool first_on_line) noexcept
    {
        fresh_line_ = first_on_line;
        made(t, at, at, terminal::end, 0, first_on_line, 0);
    }
    constexpr void report(code is, char const* from, char const* to) noexcept
    {
        wrong_.report(is, static_cast<std::uint32_t>(from - text_), static_cast<std::uint32_t>(to - from), line_);
    }
    constexpr void made(token& t, char const* from, char const* to, terminal is, unsigned classes, bool first_on_line,
                        std::uint64_t value) noexcept
    {
        at_ = to;
        // Member by member, and no zeros: half of what g++ takes for a token in a constant expression.
        t.offset = static_cast<std::uint32_t>(from - text_);
        t.length = static_cast<std::uint32_t>(to - from);
        t.line = line_;
        t.is = is;
        t.value = value;
        if (classes != 0) t.classes = static_cast<std::uint8_t>(classes);
        if (first_on_line) t.first_on_line = true;
    }

    static constexpr unsigned name_classes = is_name | is_path | is_request_path;

    /// A name of one part, which may be a reserved word.
    constexpr void name(token& t, char const* from, char const* at, std::uint64_t key, bool first_on_line) noexcept
    {
        auto const length = static_cast<std::uint32_t>(at - from);
        if (length > exact_key_length) key = long_key(from, at, key);
        word_entry const* const found = find_word(key, from, length);
        if (found == nullptr) return made(t, from, at, terminal::name, name_classes, first_on_line, key);
        bool const lawful = found->is == terminal::lawful;
        made(t, from, at, found->is,
             lawful                            ? name_classes
             : found->is == terminal::unlisted ? unsigned{is_request_path}
                                               : 0u,
             first_on_line, found->is == terminal::unit ? found->minutes : key);
    }

    /// A name that a dot follows: a path of several parts, of which only the last may be the reserved `other`.
    constexpr void path(token& t, char const* from, char const* at, std::uint64_t key, bool first_on_line) noexcept
    {
        char const* part = from;
        std::uint64_t part_key = key;
        bool other = false;
        if (!goes_on(at)) return name(t, from, at, key, first_on_line);
        for (;;) {
            auto const length = static_cast<std::uint32_t>(at - part);
            if (length > exact_key_length) part_key = long_key(part, at, part_key);
            word_entry const* const word = find_word(part_key, part, length);
            bool const last = !goes_on(at);
            other = word != nullptr && word->is == terminal::other && last;
            if (word != nullptr && word->is != terminal::lawful && !other) report(code::reserved_in_path, part, at);
            if (last) break;
            part = ++at;
            if (is_digit(*part)) report(code::bad_label, from, part + 1);
            key <<= 6;
            part_key = 0;
            for (unsigned code = 0; (code = name_codes.of[static_cast<unsigned char>(*at)]) != 0; ++at) {
                key = key << 6 | code;
                part_key = part_key << 6 | code;
            }
        }
        if (at - from > static_cast<int>(exact_key_length)) key = long_key(from, at, key);
        if (other) made(t, from, at, terminal::other_path, is_request_path, first_on_line, key);
        else made(t, from, at, terminal::path, is_path | is_request_path, first_on_line, key);
    }
    static constexpr word_entry const* find_word(std::uint64_t key, char const* const& from,
                                                 std::uint32_t length) noexcept
    {
        std::string_view const spelled{from, length};
        return words.find(key, spelled);
    }
    static constexpr bool goes_on(char const* const& at) noexcept
    {
        return *at == '.' && name_codes.of[static_cast<unsigned char>(at[1])] != 0;
    }

    /// An integer, a label or a date: all that starts with a digit.
    constexpr void number(token& t, char const* from, bool first_on_line) noexcept
    {
        char const* at = from;
        std::uint64_t value = 0;
        bool too_large = false;
        bool plain = true;
        for (;; ++at) {
            if (is_digit(*at)) {
                auto const digit = static_cast<unsigned>(*at - '0');
                // Eighteen digits always fit.
                if (at - from > 17 && value > (~std::uint64_t{0} - digit) / 10) too_large = true;
                else value = value * 10 + digit;
            }
            else if (*at == '_' && is_digit(at[1])) plain = false;
            else break;
        }
        if (*at == '.' && plain) return label(t, from, at, first_on_line);
        if (*at == '/' && plain && names_local(at)) return local(t, from, at, first_on_line);
        if (*at == '-' && plain) return date(t, from, at, first_on_line);
        if (*at == '^') return power(t, from, at, value, first_on_line);
        if (*at == '_') {
            while (*at == '_' || is_digit(*at)) ++at;
            report(code::bad_number, from, at);
        }
        else if (too_large) report(code::number_too_large, from, at);
        bool const labels = plain && (*from != '0' || at - from == 1);
        unsigned const classes = labels ? is_integer | is_label : is_integer;
        made(t, from, at, terminal::integer, classes, first_on_line, too_large ? 0 : value);
    }

    constexpr void label(token& t, char const* from, char const* at, bool first_on_line) noexcept
    {
        bool wrong = *from == '0' && at - from > 1;  // a leading zero
        while (*at == '.' && is_digit(at[1])) {
            if (at[1] == '0' && is_digit(at[2])) wrong = true;
            for (++at; is_digit(*at); ++at) {}
        }
        if (*at == '.') {
            wrong = true;
            while (*at == '.' || name_codes.of[static_cast<unsigned char>(*at)] != 0) ++at;
        }
        if (*at == '/' && !wrong && names_local(at)) return local(t, from, at, first_on_line);
        if (wrong) report(code::bad_label, from, at);
        return made(t, from, at, terminal::label, is_label, first_on_line, 0);
    }

    /// Whether a slash behind a label begins a local name.
    static constexpr bool names_local(char const* const& at) noexcept
    {
        return name_codes.of[static_cast<unsigned char>(at[1])] != 0 && !is_digit(at[1]);
    }
    /// A label, a slash, and a name or a path: what an application of a template declares; language reference, "Words".
    constexpr void local(token& t, char const* from, char const* slash, bool first_on_line) noexcept
    {
        if (*from == '0' && is_digit(from[1])) report(code::bad_label, from, slash);
        char const* at = slash + 1;
        char const* part = at;
        bool dotted = false;
        for (;;) {
            while (name_codes.of[static_cast<unsigned char>(*at)] != 0) ++at;
            if (!goes_on(at)) break;
            part = ++at;
            dotted = true;
            if (is_digit(*part)) report(code::bad_label, from, part + 1);
        }
        std::string_view const last{part, static_cast<std::size_t>(at - part)};
        std::string_view const spelled{from, static_cast<std::size_t>(at - from)};
        std::uint64_t const key = key_of(spelled);
        if (dotted && last == "other") made(t, from, at, terminal::other_path, is_request_path, first_on_line, key);
        else if (dotted) made(t, from, at, terminal::local_path, is_path | is_request_path, first_on_line, key);
        else made(t, from, at, terminal::local_name, name_classes, first_on_line, key);
    }

    constexpr void date(token& t, char const* from, char const* at, bool first_on_line) noexcept
    {
        while (*at == '-' || is_digit(*at)) ++at;
        day_number day = 0;
        if (at - from != 10 || !read_day(from, day)) report(code::bad_date, from, at);
        return made(t, from, at, terminal::date, is_date, first_on_line,
                    static_cast<std::uint64_t>(static_cast<std::uint32_t>(day)));
    }

    constexpr void power(token& t, char const* from, char const* at, std::uint64_t base, bool first_on_line) noexcept
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
        return made(t, from, at, terminal::integer, is_integer, first_on_line, value);
    }

    constexpr void string(token& t, char const* from, bool first_on_line) noexcept
    {
        char const* at = from + 1;
        unsigned classes = is_string;
        for (;;) {
            while (plain_characters.are[static_cast<unsigned char>(*at)]) ++at;
            char const c = *at;
            if (c == '"') break;
            if (c == '\n' || c == '\r' || (c == '\0' && ends(at))) {
                report(code::unclosed_string, from, at);
                return made(t, from, at, terminal::string, classes, first_on_line, 0);
            }
            if (c == '\\') {
                classes |= has_escape;
                char32_t ignored = 0;
                char const* const after = read_escape(at, ignored);
                at = after == nullptr ? behind_bad_escape(at) : after;
            }
            else at = unusual(at);
        }
        return made(t, from, at + 1, terminal::string, classes, first_on_line, 0);
    }

    /// Reports what is no escape, unless it is the end of a line, and steps over it.
    constexpr char const* behind_bad_escape(char const* at) noexcept
    {
        char const* to = at + 1;
        if (*to == '\n' || *to == '\r' || *to == '\0') return to;
        bool const number = *to == 'u' && to[1] == '{';
        if (static_cast<unsigned char>(*to) < 0x80) ++to;
        if (number) {
            for (++to; name_codes.of[static_cast<unsigned char>(*to)] != 0; ++to) {}
            if (*to == '}') ++to;
        }
        report(code::bad_escape, at, to);
        return to;
    }
    /// Reports bytes that are no character, those that could only continue one together, and steps over them.
    constexpr char const* behind_bad_bytes(char const* at) noexcept
    {
        char const* to = at + 1;
        while ((static_cast<unsigned char>(*to) & 0xC0u) == 0x80u) ++to;
        report(code::not_utf8, at, to);
        return to;
    }

    constexpr char const* comment(char const* at) noexcept
    {
        for (;;) {
            while (plain_characters.are[static_cast<unsigned char>(*at)]) ++at;
            if (*at == '\n' || (*at == '\0' && ends(at))) break;
            if (*at == '"' || *at == '\\') ++at;
            else at = unusual(at);
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
        char const* const after = read_character(at, character);
        if (after == nullptr) return behind_bad_bytes(at);
        if (reorders_text(character)) report(code::reordering_character, at, after);
        return after;
    }

    /// A character that starts no token.
    constexpr char const* stray(char const* at) noexcept
    {
        auto const byte = static_cast<unsigned char>(*at);
        if (byte >= 0x80) {
            char32_t character = 0;
            char const* const after = read_character(at, character);
            if (after == nullptr) return behind_bad_bytes(at);
            report(code::stray_character, at, after);
            return after;
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

}  // namespace redline::inline v0_1::text
