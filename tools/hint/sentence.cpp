#include "sentence.hpp"

#include <algorithm>

namespace redline::tool {

using text::terminal;

namespace {

/// "`a`, `b` or `c`".
std::string joined(std::vector<std::string_view> const& words)
{
    std::string out;
    for (std::size_t i = 0; i != words.size(); ++i) {
        if (i != 0) out += i + 1 == words.size() ? " or " : ", ";
        out.append("`").append(words[i]).append("`");
    }
    return out;
}

}  // namespace

place_in_tokens::place_in_tokens(text_in_tokens const& of, std::uint32_t offset) : of_{of}
{
    auto const found = std::lower_bound(of.tokens.begin() + 1, of.tokens.end(), offset,
                                        [](text::token const& t, std::uint32_t o) { return t.offset < o; });
    index_ = std::min(static_cast<std::size_t>(found - of.tokens.begin()), of.tokens.size() - 1);
}

text::token const& place_in_tokens::at(std::ptrdiff_t distance) const
{
    std::ptrdiff_t const last = static_cast<std::ptrdiff_t>(of_.tokens.size()) - 1;
    std::ptrdiff_t const i = std::clamp(static_cast<std::ptrdiff_t>(index_) + distance, std::ptrdiff_t{0}, last);
    return of_.tokens[static_cast<std::size_t>(i)];
}

std::string_view place_in_tokens::word(text::token const& t) const
{
    return std::string_view{of_.text}.substr(t.offset, t.length);
}

bool place_in_tokens::glued(std::ptrdiff_t distance) const
{
    return at(distance).offset + at(distance).length == at(distance + 1).offset;
}

std::string_view place_in_tokens::first_word() const
{
    std::ptrdiff_t back = 0;
    for (;; --back) {
        terminal const before = is(back - 1);
        if (before == terminal::semicolon || before == terminal::open_brace || before == terminal::close_brace) break;
        if (before == terminal::end) break;
    }
    if ((at(back).classes & text::is_label) != 0) ++back;
    return static_cast<std::uint8_t>(is(back)) >= text::first_word ? word(back) : std::string_view{};
}

bool place_in_tokens::holds(std::string_view word) const
{
    return std::any_of(of_.tokens.begin(), of_.tokens.end(),
                       [&](text::token const& t) { return this->word(t) == word; });
}

std::string place_in_tokens::values_of(std::string_view name) const
{
    for (std::size_t i = 1; i + 4 < of_.tokens.size(); ++i) {
        terminal const kind = of_.tokens[i].is;
        if ((kind != terminal::fact && kind != terminal::safeguard) || word(of_.tokens[i + 1]) != name) continue;
        std::vector<std::string_view> values;
        for (std::size_t j = i + 3; j < of_.tokens.size(); ++j) {
            terminal const is = of_.tokens[j].is;
            if (is == terminal::semicolon || is == terminal::from || is == terminal::string || is == terminal::end)
                break;
            if (is == terminal::name) values.push_back(word(of_.tokens[j]));
        }
        return joined(values);
    }
    return {};
}

std::string_view place_in_tokens::owner_of_value() const
{
    for (std::ptrdiff_t back = -1; back > -64; --back) {
        switch (is(back)) {
        case terminal::at:
        case terminal::over:
        case terminal::under:
        case terminal::has:
        case terminal::is: return word(back - 1);
        case terminal::least:
        case terminal::most:
        case terminal::not_:
        case terminal::any:
        case terminal::of:
        case terminal::and_:
        case terminal::comma:
        case terminal::name: break;
        default: return {};
        }
    }
    return {};
}

std::string place_in_tokens::roles_of(std::string_view party) const
{
    std::vector<std::string_view> roles;
    for (std::size_t i = 1; i + 3 < of_.tokens.size() && roles.size() < 8; ++i)
        if (of_.tokens[i].is == terminal::role && of_.tokens[i + 2].is == terminal::of &&
            word(of_.tokens[i + 3]) == party)
            roles.push_back(word(of_.tokens[i + 1]));
    return joined(roles);
}

std::string place_in_tokens::free_label(std::string_view taken) const
{
    std::size_t const dot = taken.rfind('.');
    std::string_view const section = dot == std::string_view::npos ? std::string_view{} : taken.substr(0, dot + 1);
    unsigned long long last = 0;
    for (std::size_t i = 2; i + 1 < of_.tokens.size(); ++i) {
        text::token const& t = of_.tokens[i];
        terminal const before = of_.tokens[i - 1].is;
        if ((t.classes & text::is_label) == 0 || t.length > 18) continue;
        if (before != terminal::semicolon && before != terminal::close_brace) continue;
        std::string_view const label = word(t);
        if (label.substr(0, section.size()) != section) continue;
        std::string const part{label.substr(section.size())};
        if (part.empty() || part.find_first_not_of("0123456789") != std::string::npos) continue;
        last = std::max(last, std::stoull(part));
    }
    return std::string{section} + std::to_string(last + 1);
}

}  // namespace redline::tool
