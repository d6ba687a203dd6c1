// How one contract sees what another one, or a request under several, names: alignment by spelling.
#pragma once

#include "request.hpp"

namespace redline::inline v0_1 {

/// The use or mission that a contract takes a path for which another contract knows: its own of that path, in the form
/// `as`; else, of a use, what lies at its nearest declared ancestor and has no name of its own (`.other`), or `unlisted`. A
/// mission that it lacks is not given. Language reference, "Drafts". Linear in the parts of the path; constexpr, no heap.
constexpr requested_kind aligned_kind(rule_set const& by, name_space space, std::string_view path,
                                      kind_form as) noexcept
{
    if (as == kind_form::unlisted) return {kind_form::unlisted, none};
    for (;;) {
        symbol const* const found = find_name(by, space, path);
        if (found != nullptr) return {as, found->index};
        if (space == name_space::missions) return {};
        std::size_t const dot = path.rfind('.');
        if (dot == std::string_view::npos) return {kind_form::unlisted, none};
        path = path.substr(0, dot);
        as = kind_form::other;
    }
}

}  // namespace redline::inline v0_1
