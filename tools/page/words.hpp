// Words of a page: text in pieces, each with how it looks and where it leads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace redline::tool::page {

/// What a piece of text is, which tells how it looks.
enum class style : std::uint8_t {
    plain,
    keyword,
    name,
    label,
    number,
    string,
    comment,
    strong,
    emphasis,
    struck,    // of a text that is compared: gone
    inserted,  // and new
};

/// A piece of text. Nothing in it is markup: whoever shows it escapes it.
struct piece {
    std::string text;
    style is = style::plain;
    bool code = false;   // words of a contract in a sentence
    std::string link{};  // the `id` on the page that it leads to, or nothing
};
using words = std::vector<piece>;

/// Text of a contract as it is shown: tabs stay, carriage returns go, and what is no UTF-8, or controls, becomes U+FFFD.
std::string shown(std::string_view text);

}  // namespace redline::tool::page
