#include "paragraph.hpp"

#include "../characters.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

constexpr std::size_t width = 100;

}  // namespace

std::size_t columns_of(std::string_view text)
{
    std::size_t all = 0;
    while (!text.empty()) {
        character const c = first_character(text);
        all += width_of(c.value);
        text.remove_prefix(c.bytes);
    }
    return all;
}

void append_paragraph(std::string& to, std::string_view lead, std::string_view text, std::size_t hang)
{
    std::string line{lead};
    std::size_t at = columns_of(lead);
    bool line_begins = true;
    while (!text.empty()) {
        std::string_view const word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        std::size_t const needed = columns_of(word);
        if (!line_begins && at + 1 + needed > width) {
            to.append(line).append("\n");
            line.assign(hang, ' ');
            at = hang;
            line_begins = true;
        }
        if (!line_begins) {
            line += ' ';
            ++at;
        }
        line += word;
        at += needed;
        line_begins = false;
    }
    to.append(line).append("\n");
}

}  // namespace redline::tool
