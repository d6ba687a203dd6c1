#include "words.hpp"

#include "../characters.hpp"

namespace redline::tool::page {

std::string shown(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        std::size_t const stop = std::min(text.find_first_of("\t\r\n"), text.size());
        out += printable(text.substr(0, stop));
        if (stop == text.size()) break;
        if (text[stop] != '\r') out += text[stop];
        text.remove_prefix(stop + 1);
    }
    return out;
}

}  // namespace redline::tool::page
