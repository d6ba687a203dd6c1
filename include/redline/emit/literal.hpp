// Text as C++ writes it: string literals, and what may stand in a comment.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace redline::inline v0_1::emit {

/// A string literal, in ASCII and in lines of about a hundred columns. Linear; allocates.
inline std::string string_literal(std::string_view text)
{
    constexpr std::size_t most = 100;
    std::string out = "\"";
    std::size_t line = 0;
    for (char const c : text) {
        std::size_t const before = out.size();
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') out.append(1, '\\').append(1, c);
        else if (c == '\n') out += "\\n";
        else if (byte >= 0x20 && byte < 0x7F) out += c;
        else {
            // Three digits end by themselves, whatever stands behind.
            out += '\\';
            for (unsigned const digit : {byte >> 6 & 7u, byte >> 3 & 7u, byte & 7u})
                out += static_cast<char>('0' + digit);
        }
        line += out.size() - before;
        if (line < most) continue;
        out += "\"\n    \"";
        line = 0;
    }
    return out + "\"";
}

/// Text for one line of a comment: characters of control are spaces, and what would turn the direction of writing is `?`,
/// as compilers warn of it. Linear; allocates.
inline std::string in_comment(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const at = [&](std::size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u; };
        bool const turns = at(i) == 0xE2 && ((at(i + 1) == 0x80 && ((at(i + 2) >= 0x8B && at(i + 2) <= 0x8F) ||
                                                                    (at(i + 2) >= 0xA8 && at(i + 2) <= 0xAE))) ||
                                             (at(i + 1) == 0x81 && at(i + 2) >= 0xA6 && at(i + 2) <= 0xA9));
        if (turns) i += 2;
        out += turns ? '?' : at(i) < 0x20 || at(i) == 0x7F ? ' ' : text[i];
    }
    return out;
}

}  // namespace redline::inline v0_1::emit
