// Strings as JSON.
#pragma once

#include "../characters.hpp"

namespace redline::tool {

/// Adds `"text"` to `out`, escaped; what is no UTF-8 becomes U+FFFD.
inline void append_json_string(std::string& out, std::string_view text)
{
    out += '"';
    while (!text.empty()) {
        character const c = first_character(text);
        if (!c.valid) out += replacement;
        else if (c.value == U'"' || c.value == U'\\') out.append(1, '\\').append(text.substr(0, 1));
        else if (c.value == U'\n') out += "\\n";
        else if (c.value == U'\t') out += "\\t";
        else if (c.value < 0x20) {
            constexpr char digits[] = "0123456789abcdef";
            out.append("\\u00").append(1, digits[c.value >> 4]).append(1, digits[c.value & 15]);
        }
        else out += text.substr(0, c.bytes);
        text.remove_prefix(c.bytes);
    }
    out += '"';
}

}  // namespace redline::tool
