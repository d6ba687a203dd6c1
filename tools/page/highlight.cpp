#include "highlight.hpp"

#include "redline/text/tokens_of.hpp"

namespace redline::tool::page {

using text::terminal;

style style_of(text::token const& t) noexcept
{
    switch (t.is) {
    case terminal::name:
    case terminal::path:
    case terminal::other_path:
    case terminal::local_name:
    case terminal::local_path:
    case terminal::lawful: return style::name;
    case terminal::label: return style::label;
    case terminal::integer:
    case terminal::date:
    case terminal::unit: return style::number;
    case terminal::string: return style::string;
    default: return static_cast<std::uint8_t>(t.is) >= text::first_word ? style::keyword : style::plain;
    }
}

namespace {

/// What stands between tokens: white space and comments, and what could not be read.
void append_between(std::vector<stretch>& to, std::string_view text, std::uint32_t from, std::uint32_t end)
{
    while (from < end) {
        auto const comment = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('#', from), end));
        if (comment != from) to.push_back({from, comment, style::plain});
        if (comment == end) return;
        from = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', comment), end));
        to.push_back({comment, from, style::comment});
    }
}

}  // namespace

void append_stretches(std::vector<stretch>& to, std::string_view text, text::token const* first,
                      text::token const* last, std::uint32_t from, std::uint32_t end, links const& where)
{
    for (text::token const* t = first; t != last; ++t) {
        append_between(to, text, from, t->offset);
        from = t->offset + t->length;
        style is = style_of(*t);
        if (t == first && (t->classes & text::is_label) != 0) is = style::label;
        to.push_back({t->offset, from, is, where.of(first, t, text.data())});
    }
    append_between(to, text, from, end);
}

words highlighted(std::string const& text, links const& where)
{
    text::diagnostic memory[1];
    text::problems wrong{text.c_str(), memory, 1};
    std::vector<text::token> const tokens = text::tokens_of(text, text_format::plain, wrong);
    std::vector<stretch> all;
    append_stretches(all, text, tokens.data(), tokens.data() + tokens.size() - 3, 0,
                     static_cast<std::uint32_t>(text.size()), where);
    words out;
    for (stretch& s : all)
        out.push_back({shown(std::string_view{text}.substr(s.from, s.to - s.from)), s.is, true, std::move(s.link)});
    return out;
}

}  // namespace redline::tool::page
