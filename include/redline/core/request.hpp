// A request: what somebody wants to do, and what is known of it.
#pragma once

#include "names.hpp"

#include <cstdint>

namespace redline::inline v0_1 {

/// How a request names a use or a mission; language reference, "What a request is".
enum class kind_form : std::uint8_t {
    unknown,   // not given
    declared,  // a declared one, whose kind is not known yet where it has children
    other,     // a kind of it that no declared child names: `x.other`
    unlisted   // a use that only `all uses` covers
};
/// A use or mission that a request names: its form, and the declared one that it is or lies below.
struct requested_kind {
    kind_form form = kind_form::unknown;
    std::uint32_t index = none;

    friend constexpr bool operator==(requested_kind const&, requested_kind const&) = default;
};

/// The use or mission that a request means by a path: a declared one, `x.other` below a declared one, or for a use,
/// `unlisted`. Its form is `unknown` where the path means nothing; a path whose declaration is broken has no index.
/// Constant on average; constexpr, no heap.
constexpr requested_kind find_kind(rule_set const& rules, name_space space, std::string_view path) noexcept
{
    if (path == "unlisted" && space == name_space::uses) return {kind_form::unlisted, none};
    constexpr std::string_view other = ".other";
    // `substr` would bring in what it throws.
    bool const ends_in_other = path.size() > other.size() &&
                               std::string_view{path.data() + (path.size() - other.size()), other.size()} == other;
    if (ends_in_other) path.remove_suffix(other.size());
    symbol const* const found = find_name(rules, space, path);
    if (found == nullptr) return {};
    return {ends_in_other ? kind_form::other : kind_form::declared, found->index};
}

/// Where a sign-off chain stands, for a request.
enum class chain_state : std::uint8_t { not_asked, opened, complete, refused };

/// A request as arrays that somebody else owns, of the sizes that its rule set tells: `slot_count` slots, one entry for
/// each fact, evidence, safeguard and chain. What `decide` reads; `request_writer` fills it by name or by index.
struct request_view {
    requested_kind* uses = nullptr;
    std::uint32_t use_count = 0;
    std::uint32_t use_capacity = 0;
    requested_kind mission{};
    bool has_date = false;
    day_number date = 0;
    std::uint64_t* values = nullptr;        // by slot: number, level, value or 0 and 1
    std::uint8_t* given = nullptr;          // by slot: 1 where the request says what it is
    std::uint8_t* known = nullptr;          // by slot: 1 where that counts, being attested by whom it must
    principal* attested = nullptr;          // by fact: who says so
    std::uint64_t* evidence_age = nullptr;  // minutes, `unlimited` where it is not held
    std::uint32_t* safeguard_level = nullptr;
    chain_state* chains = nullptr;
    bool valid = true;  // false once something could not be taken: such a request is never permitted
};

/// How many slots a fact takes.
constexpr std::uint32_t slots_of(fact_entry const& f) noexcept
{
    return f.type == fact_type::any_of ? f.values.size() : 1;
}

/// The highest value that a slot of a fact takes.
constexpr std::uint64_t highest_value(fact_entry const& f) noexcept
{
    switch (f.type) {
    case fact_type::flag:
    case fact_type::any_of: return 1;
    case fact_type::level:
    case fact_type::one_of: return f.values.size() - 1;
    default: return ~std::uint64_t{0};
    }
}

/// The fact that a slot belongs to: the last that begins at or before it. Logarithmic; constexpr, no heap.
constexpr std::uint32_t fact_of_slot(rule_set const& rules, std::uint32_t slot) noexcept
{
    std::uint32_t low = 0;
    std::uint32_t high = rules.facts.size;
    while (high - low > 1) {
        std::uint32_t const middle = low + (high - low) / 2;
        if (rules.facts[middle].slot <= slot) low = middle;
        else high = middle;
    }
    return low;
}

/// Whether an attestation by `who` makes a fact count that is declared `from` somebody: by that party or role, or by a
/// role of that party; language reference, "What a request is". constexpr, no heap.
constexpr bool attests(rule_set const& rules, principal from, principal who) noexcept
{
    if (from.kind == principal_kind::nobody || from == who) return true;
    return from.kind == principal_kind::party && who.kind == principal_kind::role &&
           rules.roles[who.index].party == from.index;
}

/// Makes a request say nothing: nothing known, nothing held, every safeguard at its lowest level, no chain asked.
constexpr void clear(rule_set const& rules, request_view& r) noexcept
{
    r.use_count = 0;
    r.mission = {};
    r.has_date = false;
    r.valid = true;
    for (std::uint32_t i = 0; i < rules.slot_count; ++i) {
        r.values[i] = 0;
        r.given[i] = 0;
        r.known[i] = 0;
    }
    for (std::uint32_t i = 0; i < rules.facts.size; ++i) r.attested[i] = {};
    for (std::uint32_t i = 0; i < rules.evidence.size; ++i) r.evidence_age[i] = unlimited;
    for (std::uint32_t i = 0; i < rules.safeguards.size; ++i) r.safeguard_level[i] = 0;
    for (std::uint32_t i = 0; i < rules.chains.size; ++i) r.chains[i] = chain_state::not_asked;
}

/// Works out which slots of a fact count, after its value or its attestation was set.
constexpr void settle(rule_set const& rules, request_view& r, std::uint32_t fact) noexcept
{
    fact_entry const& f = rules.facts[fact];
    bool const counts = attests(rules, f.from, r.attested[fact]);
    for (std::uint32_t s = f.slot; s < f.slot + slots_of(f); ++s) r.known[s] = counts ? r.given[s] : std::uint8_t{0};
}

/// Sets one slot of a fact: its value, or for an `any of`, whether one of its values holds.
constexpr void set_slot(rule_set const& rules, request_view& r, std::uint32_t fact, std::uint32_t slot,
                        std::uint64_t value) noexcept
{
    r.values[slot] = value;
    r.given[slot] = 1;
    settle(rules, r, fact);
}

}  // namespace redline::inline v0_1
