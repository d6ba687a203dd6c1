// Names as 64-bit keys: what every look-up by name in Redline compares first.
#pragma once

#include <cstdint>
#include <string_view>

namespace redline::inline v0_1 {

/// The codes of the characters a name may hold: 1 to 63 for `[A-Za-z0-9_]`, 0 for every other byte.
struct name_code_table {
    std::uint8_t of[256];
};

/// The code of each byte.
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
///
/// Here and in other functions that look at a contract's text, text is passed by reference: g++ remembers calls in constant
/// expressions whose arguments are all constant, and for that hashes the whole literal that an argument points into.
constexpr std::uint64_t long_key(char const* const& from, char const* const& to, std::uint64_t key) noexcept
{
    char const* const last = to - exact_key_length;
    for (char const* at = from; at != last; ++at)
        key = (key ^ name_codes.of[static_cast<unsigned char>(*at)]) * 0x100000001b3u;
    return key;
}

/// The key of a name, path or label: six bits for each character, those that no name holds (the dots between the parts of
/// a path or a label) being zeros. The lexer computes the same while it scans. Linear, constexpr, no heap.
constexpr std::uint64_t key_of(std::string_view const& name) noexcept
{
    std::uint64_t key = 0;
    char const* const from = name.data();
    char const* const to = from + name.size();
    for (char const* at = from; at != to; ++at) key = key << 6 | name_codes.of[static_cast<unsigned char>(*at)];
    return name.size() > exact_key_length ? long_key(from, to, key) : key;
}

/// Whether two texts of equal length are the same.
constexpr bool same_text(std::string_view const& a, std::string_view const& b) noexcept
{
    for (std::size_t i = 0; i != a.size(); ++i)
        if (a[i] != b[i]) return false;
    return true;
}

}  // namespace redline::inline v0_1
