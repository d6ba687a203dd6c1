// Semantic tokens: names by what they are, beside what the grammar for highlighting can tell.
#include "features.hpp"

#include <array>

namespace redline::tool::lsp {

namespace {

constexpr std::array<char const*, 9> types{"class", "type",       "variable",  "property", "function",
                                           "event", "enumMember", "namespace", "parameter"};
constexpr std::array<char const*, 1> modifiers{"declaration"};

/// Which of the types a thing is shown as; -1 of what is left as it is: labels.
int type_of(text::named_thing const& t)
{
    switch (t.kind) {
    case symbol_kind::party:
    case symbol_kind::role:
    case symbol_kind::authority: return 0;
    case symbol_kind::use:
    case symbol_kind::mission: return 1;
    case symbol_kind::fact: return 2;
    case symbol_kind::evidence:
    case symbol_kind::safeguard: return 3;
    case symbol_kind::chain:
    case symbol_kind::definition:
    case symbol_kind::trigger: return 4;
    case symbol_kind::event: return 5;
    case symbol_kind::value:
    case symbol_kind::stage: return 6;
    case symbol_kind::template_: return 7;
    case symbol_kind::nothing: return t.parameter ? 8 : t.name == "lawful" ? 2 : -1;
    default: return -1;
    }
}

}  // namespace

json semantic_token_types() { return types; }
json semantic_token_modifiers() { return modifiers; }

json answer_semantic_tokens(session& s, json const& parameters)
{
    document_ptr const d = document_of(s, parameters);
    project_ptr const p = s.documents.project_of(d->uri);
    std::vector<std::uint32_t> data;
    std::uint32_t line = 0, start = 0;
    for (std::uint32_t const i : p->names.of_text(0)) {
        text::name_place const& at = p->names.place(i);
        int const type = at.symbol == none ? -1 : type_of(p->names.things()[at.symbol]);
        if (type < 0) continue;
        std::uint32_t const here = d->lines.line_of(at.offset);
        std::uint32_t const column = d->lines.columns(d->lines.start_of(here), at.offset);
        data.push_back(here - line);
        data.push_back(here == line ? column - start : column);
        data.push_back(d->lines.columns(at.offset, at.end()));
        data.push_back(static_cast<std::uint32_t>(type));
        data.push_back(at.declares ? 1 : 0);
        line = here;
        start = column;
    }
    return {{"data", data}};
}

}  // namespace redline::tool::lsp
