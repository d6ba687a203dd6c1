// Names as 64-bit keys: what every look-up by name in Redline compares first.
#pragma once

#include <cstdint>
#include <string_view>

namespace redline {

/// The codes of the characters a name may hold: 1 to 63 for `[A-Za-z0-9_]`, 0 for every other byte.
struct name_code_table {
    std::uint8_t of[256];
};

inline constexpr name_code_table name_codes = [] {
    name_code_table table{};
    std::uint8_t next = 1;
    for (char c = 'a'; c <= 'z'; ++c) table.of[static_cast<unsigned char>(c)] = next++;
    for (char c = 'A'; c <= 'Z'; ++c) table.of[static_cast<unsigned char>(c)] = next++;
    for (char c = '0'; c <= '9'; ++c) table.of[static_cast<unsigned char>(c)] = next++;
    table.of[static_cast<unsigned char>('_')] = next;
    return table;
}();

/// Up to this many characters, two names of equal length and equal key are the same name.
inline constexpr unsigned exact_key_length = 10;

/// Scans the longest run of name characters at `at` and mixes it into `key`.
///
/// The text must end in a character that no name holds; a terminating NUL is enough. `position` counts the characters
/// mixed in so far, so that a path can be scanned part by part. Returns the end of the run. Linear, constexpr, no heap.
constexpr char const* scan_name(char const* at, std::uint64_t& key, unsigned& position) noexcept
{
    std::uint64_t k = key;
    unsigned p = position;
    for (unsigned code = 0; (code = name_codes.of[static_cast<unsigned char>(*at)]) != 0; ++at, ++p)
        k = p < exact_key_length ? (k << 6 | code) : k * 0x100000001b3u + code;
    key = k;
    position = p;
    return at;
}

/// Mixes one character that separates the parts of a path or a label into `key`.
constexpr void mix_separator(std::uint64_t& key, unsigned& position) noexcept
{
    key = position < exact_key_length ? key << 6 : key * 0x100000001b3u;
    ++position;
}

/// The key of a name, path or label that is given as a string, equal to what the lexer computes for the same text.
///
/// Characters that no name holds count as separators. Linear, constexpr, no heap.
constexpr std::uint64_t key_of(std::string_view name) noexcept
{
    std::uint64_t k = 0;
    unsigned p = 0;
    for (char const c : name) {
        unsigned const code = name_codes.of[static_cast<unsigned char>(c)];
        k = p < exact_key_length ? (k << 6 | code) : k * 0x100000001b3u + code;
        ++p;
    }
    return k;
}

}  // namespace redline
