// Text as it is shown: no byte of a contract reaches a terminal, a JSON string or an XML file unchecked.
#pragma once

#include "redline/text/utf8.hpp"

#include <cstring>
#include <string>
#include <string_view>

namespace redline::tool {

inline constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// One character of a text; `bytes` is what it takes. What is no UTF-8 comes out as U+FFFD, byte by byte.
struct character {
    char32_t value = 0;
    std::size_t bytes = 1;
    bool valid = true;
};

/// The first character of a text that is not empty.
inline character first_character(std::string_view text) noexcept
{
    auto const lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return {lead, 1, true};
    char bytes[5] = {};
    std::memcpy(bytes, text.data(), text.size() < 4 ? text.size() : 4);
    char32_t value = 0;
    char const* const end = text::read_character(bytes, value);
    if (end == nullptr) return {0xFFFD, 1, false};
    return {value, static_cast<std::size_t>(end - bytes), true};
}

/// Whether a character would do something to a terminal, or to the order in which others are shown.
constexpr bool controls(char32_t c) noexcept
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || text::reorders_text(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

/// How many columns of a terminal a character takes; the common wide and combining ones.
constexpr unsigned width_of(char32_t c) noexcept
{
    if ((c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200D) || (c >= 0xFE00 && c <= 0xFE0F)) return 0;
    bool const wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                      (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                      (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
}

/// The text with all that is no UTF-8, and all that controls, replaced by U+FFFD.
inline std::string printable(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        character const c = first_character(text);
        out += c.valid && !controls(c.value) ? text.substr(0, c.bytes) : replacement;
        text.remove_prefix(c.bytes);
    }
    return out;
}

}  // namespace redline::tool
