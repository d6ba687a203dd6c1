// What a statement that could not be read would have declared.
#pragma once

#include "../core/rule_set.hpp"
#include "syntax.hpp"

namespace redline::inline v0_1::text {

/// What a statement that could not be read would have declared, and in which space.
struct broken_declaration {
    token const* name = nullptr;  // null where that can't be told
    name_space space = name_space::names;
};

/// What a broken statement would have declared, as far as its first two tokens tell: no unknown name elsewhere. Constant;
/// constexpr, no heap.
constexpr broken_declaration declared_by_broken(syntax_view const& part, statement const& s) noexcept
{
    token const* const at = part.tokens + s.first_token;
    if (s.last_token - s.first_token < 2) return {};
    if ((at->classes & is_label) != 0) return {at, name_space::labels};
    bool const named = (at[1].classes & is_name) != 0;
    bool const path = (at[1].classes & is_path) != 0;
    switch (at->is) {
    case terminal::use: return {path ? at + 1 : nullptr, name_space::uses};
    case terminal::mission: return {path ? at + 1 : nullptr, name_space::missions};
    case terminal::party:
    case terminal::role:
    case terminal::authority:
    case terminal::fact:
    case terminal::define:
    case terminal::safeguard:
    case terminal::evidence:
    case terminal::event:
    case terminal::signoff:
    case terminal::template_:
    case terminal::name:  // perhaps a misspelt word
        return {named ? at + 1 : nullptr, name_space::names};
    default: return {};
    }
}

}  // namespace redline::inline v0_1::text
