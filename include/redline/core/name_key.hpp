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
    // Written out: g++ keeps no zeros that nobody wrote, and is slow to make them up again at every look.
    for (std::uint8_t& code : table.of) code = 0;
    std::uint8_t next = 1;
    for (char c = 'a'; c <= 'z'; ++c) table.of[static_cast<unsigned char>(c)] = next++;
    for (char c = 'A'; c <= 'Z'; ++c) table.of[static_cast<unsigned char>(c)] = next++;
    for (char c = '0'; c <= '9'; ++c) table.of[static_cast<unsigned char>(c)] = next++;
    table.of[static_cast<unsigned char>('_')] = next;
    return table;
}();

/// Up to this many characters, two names of equal length and equal key are the same name.
inline constexpr unsigned exact_key_length = 10;

/// What the key of a name of more than `exact_key_length` characters becomes: the characters that its last ten have
/// pushed out are mixed in again. Linear, constexpr, no heap.
constexpr std::uint64_t long_key(char const* from, char const* to, std::uint64_t key) noexcept
{
    for (to -= exact_key_length; from != to; ++from)
        key = (key ^ name_codes.of[static_cast<unsigned char>(*from)]) * 0x100000001b3u;
    return key;
}

/// The key of a name, path or label: six bits for each character, those that no name holds (the dots between the parts of
/// a path or a label) being zeros. The lexer computes the same while it scans. Linear, constexpr, no heap.
constexpr std::uint64_t key_of(std::string_view name) noexcept
{
    std::uint64_t key = 0;
    for (char const c : name) key = key << 6 | name_codes.of[static_cast<unsigned char>(c)];
    return name.size() > exact_key_length ? long_key(name.data(), name.data() + name.size(), key) : key;
}

}  // namespace redline
