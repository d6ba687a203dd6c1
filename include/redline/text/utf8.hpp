// UTF-8, and the escapes of strings.
#pragma once

#include <cstdint>

namespace redline::inline v0_1::text {

constexpr bool starts_with_byte_order_mark(char const* text) noexcept
{
    return static_cast<unsigned char>(text[0]) == 0xEF && static_cast<unsigned char>(text[1]) == 0xBB &&
           static_cast<unsigned char>(text[2]) == 0xBF;
}

/// Whether a number is a character of Unicode that a text may hold.
constexpr bool is_scalar_value(char32_t c) noexcept { return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF); }

/// Whether a character changes the order in which others are shown, and so could hide what a text says.
constexpr bool reorders_text(char32_t c) noexcept
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

/// Reads one character of more than one byte at `at`, in a text that ends in a NUL; null where that is no well-formed UTF-8.
constexpr char const* read_character(char const* at, char32_t& character) noexcept
{
    auto const lead = static_cast<unsigned char>(*at);
    int const more = lead >= 0xF0 && lead <= 0xF4  ? 3
                     : lead >= 0xE0 && lead < 0xF0 ? 2
                     : lead >= 0xC2 && lead < 0xE0 ? 1
                                                   : 0;
    if (more == 0) return nullptr;
    char32_t value = lead & (0x3Fu >> more);
    for (int i = 1; i <= more; ++i) {
        auto const byte = static_cast<unsigned char>(at[i]);
        if ((byte & 0xC0u) != 0x80u) return nullptr;
        value = value << 6 | (byte & 0x3Fu);
    }
    if (!is_scalar_value(value) || (more == 2 && value < 0x800) || (more == 3 && value < 0x10000)) return nullptr;
    character = value;
    return at + more + 1;
}

/// Reads `\"`, `\\`, `\n` or `\u{…}` at `at`, a backslash; null where it is none of these.
constexpr char const* read_escape(char const* at, char32_t& character) noexcept
{
    switch (at[1]) {
    case '"': character = U'"'; return at + 2;
    case '\\': character = U'\\'; return at + 2;
    case 'n': character = U'\n'; return at + 2;
    case 'u': break;
    default: return nullptr;
    }
    if (at[2] != '{') return nullptr;
    char32_t value = 0;
    int digits = 0;
    for (at += 3; *at != '}'; ++at, ++digits) {
        char const c = *at;
        int const digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0 || digits == 6) return nullptr;
        value = value << 4 | static_cast<char32_t>(digit);
    }
    if (digits == 0 || !is_scalar_value(value) || reorders_text(value) ||
        (value < 0x20 && value != U'\n' && value != U'\t'))
        return nullptr;
    character = value;
    return at + 1;
}

/// Writes a character as UTF-8 into `out`, which has room for four bytes; how many were written.
constexpr int write_character(char32_t c, char* out) noexcept
{
    if (c < 0x80) {
        out[0] = static_cast<char>(c);
        return 1;
    }
    int const more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    for (int i = more; i > 0; --i, c >>= 6) out[i] = static_cast<char>(0x80u | (c & 0x3Fu));
    out[0] = static_cast<char>((more == 1 ? 0xC0u : more == 2 ? 0xE0u : 0xF0u) | c);
    return more + 1;
}

}  // namespace redline::inline v0_1::text
