#include "sentences.hpp"

#include "../characters.hpp"

#include <utility>

namespace redline::tool::page {

namespace {

/// Calls `plain` and `code` with what a sentence consists of.
template <class Plain, class Code>
void read(std::string_view text, Plain const& plain, Code const& code)
{
    std::string before;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size()) before += text[++at];
        else if (text[at] != '`') before += text[at];
        else {
            std::size_t const end = std::min(text.find('`', at + 1), text.size());
            plain(std::exchange(before, {}));
            code(std::string{text.substr(at + 1, end - at - 1)});
            at = end;
        }
    }
    plain(before);
}

}  // namespace

words sentence(std::string_view text, links const& where)
{
    words out;
    read(
        text,
        [&](std::string const& plain) {
            if (!plain.empty()) out.push_back({printable(plain)});
        },
        [&](std::string const& code) {
            for (piece& p : highlighted(code, where)) out.push_back(std::move(p));
        });
    return out;
}

std::string plain_text(std::string_view sentence)
{
    std::string out;
    auto const add = [&](std::string const& text) { out += printable(text); };
    read(sentence, add, add);
    return out;
}

}  // namespace redline::tool::page
