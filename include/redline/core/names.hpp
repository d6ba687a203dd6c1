// Names looked up by their key: the one table that checks, requests and programs ask.
#pragma once

#include "name_key.hpp"
#include "rule_set.hpp"

namespace redline::inline v0_1 {

/// Where the search for a name starts in a table of `places`, a power of two.
constexpr std::uint32_t home_of(std::uint64_t key, name_space space, std::uint32_t owner, std::uint32_t places) noexcept
{
    std::uint64_t const mixed =
        (key ^ (static_cast<std::uint64_t>(space) << 58) ^ static_cast<std::uint64_t>(owner) * 0xff51afd7ed558ccdu) *
        0x9e3779b97f4a7c15u;
    return static_cast<std::uint32_t>(mixed >> 32) & (places - 1);
}

/// How many places a search looks at. A table at most half full needs a tenth of that; who makes names up so that their
/// keys collide is told so, and does not make every search a long one.
inline constexpr std::uint32_t probe_limit = 1024;

/// The place that holds a name, or the empty one where it would go; `none` where neither is among the `probe_limit` places
/// that it may stand at. `text_of` gives the text of a `text_ref`; it is only asked where keys can't tell. Constant; constexpr,
/// no heap.
template <class TextOf>
constexpr std::uint32_t place_of_name(array_view<symbol> symbols, TextOf const& text_of, std::string_view const& name,
                                      std::uint64_t key, name_space space, std::uint32_t owner) noexcept
{
    std::uint32_t at = home_of(key, space, owner, symbols.size);
    for (std::uint32_t left = probe_limit; left != 0; --left, at = (at + 1) & (symbols.size - 1)) {
        symbol const& s = symbols[at];
        if (s.kind == symbol_kind::nothing) return at;
        if (s.key != key || s.space != space || s.owner != owner || s.name.length != name.size()) continue;
        if (name.size() <= exact_key_length) return at;
        std::string_view const found = text_of(s.name);
        if (same_text(found, name)) return at;
    }
    return none;
}

/// The symbol of a name in a rule set, or null where it isn't declared. Constant; constexpr, no heap.
constexpr symbol const* find_name(rule_set const& rules, name_space space, std::string_view name,
                                  std::uint32_t owner = 0) noexcept
{
    if (rules.symbols.empty() || name.empty()) return nullptr;
    std::uint32_t const at = place_of_name(rules.symbols, rules, name, key_of(name), space, owner);
    if (at == none) return nullptr;
    symbol const& found = rules.symbols[at];
    // A string from outside may hold characters that no name does; such a key is no proof.
    return found.kind == symbol_kind::nothing || rules(found.name) != name ? nullptr : &found;
}

/// The index of a term by its label, or `none`.
constexpr std::uint32_t find_term(rule_set const& rules, std::string_view label) noexcept
{
    symbol const* const found = find_name(rules, name_space::labels, label);
    return found == nullptr ? none : found->index;
}

}  // namespace redline::inline v0_1
