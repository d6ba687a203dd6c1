// Formatting: the canonical layout of `redline fmt`, as the white space that changes.
#include "features.hpp"

#include "layout.hpp"

#include <algorithm>

namespace redline::tool::lsp {

namespace {

constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// The edits that lie in a stretch of the text; a text that can't be read as sentences has none.
///
/// Layout changes white space and nothing else, so both texts are walked side by side, from one word to the next.
json edits_within(document const& d, std::size_t from, std::size_t to)
{
    json edits = json::array();
    if (d.amends || !d.says_something()) return edits;
    laid_out const result = lay_out_source({d.path, d.text, d.literate});
    if (!result.text) return edits;
    std::string_view const before = d.text, after = *result.text;
    std::size_t a = 0, b = 0;
    while (a != before.size() || b != after.size()) {
        std::size_t const space_a = a, space_b = b;
        while (a != before.size() && is_space(before[a])) ++a;
        while (b != after.size() && is_space(after[b])) ++b;
        std::string_view const put_in = after.substr(space_b, b - space_b);
        if (before.substr(space_a, a - space_a) != put_in && a >= from && space_a <= to)
            edits.push_back({{"range", d.lines.range_of(space_a, a)}, {"newText", put_in}});
        while (a != before.size() && b != after.size() && before[a] == after[b] && !is_space(before[a])) ++a, ++b;
        bool const space = (a != before.size() && is_space(before[a])) || (b != after.size() && is_space(after[b]));
        if (space || (a == before.size() && b == after.size())) continue;
        // It changed more than that: then the whole is replaced.
        return json::array({{{"range", d.lines.range_of(0, before.size())}, {"newText", after}}});
    }
    return edits;
}

}  // namespace

json answer_formatting(session& s, json const& parameters)
{
    document_ptr const d = document_of(s, parameters);
    return edits_within(*d, 0, d->text.size());
}

json answer_range_formatting(session& s, json const& parameters)
{
    document_ptr const d = document_of(s, parameters);
    json const& range = member(parameters, "range");
    std::uint32_t const from = d->lines.offset_of(member(range, "start"));
    return edits_within(*d, from, std::max(from, d->lines.offset_of(member(range, "end"))));
}

}  // namespace redline::tool::lsp
