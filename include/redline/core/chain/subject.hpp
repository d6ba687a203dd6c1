// What a sign-off was given for, and whether a request is still that.
#pragma once

#include "case.hpp"

namespace redline::inline v0_1 {

/// Keeps what a request says that a sign-off may rest on: uses, mission, and the facts that count. False where it has more
/// uses than there is room for; then nothing is kept. constexpr, no heap.
constexpr bool keep_subject(rule_set const& rules, case_view const& c, request_view const& r) noexcept
{
    if (r.use_count > c.use_capacity) return false;
    c.head->use_count = r.use_count;
    for (std::uint32_t i = 0; i < r.use_count; ++i) c.uses[i] = r.uses[i];
    c.head->mission = r.mission;
    for (std::uint32_t s = 0; s < rules.slot_count; ++s) {
        c.known[s] = r.known[s] != 0 ? 1 : 0;
        c.values[s] = r.known[s] != 0 ? r.values[s] : 0;
    }
    c.head->has_digest = rules.digest != nullptr;
    c.head->contract = rules.digest != nullptr ? *rules.digest : sha256_digest{};
    return true;
}

/// Whether a case stands under this contract: they have one digest, or neither has any. constexpr, no heap.
constexpr bool is_under(rule_set const& rules, case_reading const& c) noexcept
{
    if (c.head->has_digest != (rules.digest != nullptr)) return false;
    return rules.digest == nullptr || *rules.digest == c.head->contract;
}

/// Whether a sign-off rests on a fact: where any chain on the way has no `rests on`, on all. Language reference, "What a
/// sign-off chain is". Linear in `rests on`; constexpr, no heap.
constexpr bool rests_on(rule_set const& rules, case_reading const& c, std::uint32_t fact) noexcept
{
    for (std::uint32_t const chain : c.chains()) {
        chain_entry const& entry = rules.chains[chain];
        if (!entry.rests_on_named) return true;
        for (std::uint32_t i = entry.rests_on.first; i != entry.rests_on.last; ++i)
            if (rules.rested_facts[i] == fact) return true;
    }
    return false;
}

/// Whether a fact is in a request what it was when the sign-off was asked for. One that is not attested by whom it must be is
/// not known. constexpr, no heap.
constexpr bool is_unchanged(rule_set const& rules, case_reading const& c, request_view const& r,
                            std::uint32_t fact) noexcept
{
    fact_entry const& f = rules.facts[fact];
    for (std::uint32_t s = f.slot; s < f.slot + slots_of(f); ++s)
        if ((r.known[s] != 0) != (c.known[s] != 0) || (r.known[s] != 0 && r.values[s] != c.values[s])) return false;
    return true;
}

/// Whether the uses and the mission of a request are those of a case; the order of uses doesn't matter. Quadratic in the uses;
/// constexpr, no heap.
constexpr bool has_same_kinds(case_reading const& c, request_view const& r) noexcept
{
    if (r.use_count != c.head->use_count || !(r.mission == c.head->mission)) return false;
    for (std::uint32_t i = 0; i < r.use_count; ++i) {
        bool found = false;
        for (std::uint32_t j = 0; j < r.use_count && !found; ++j) found = r.uses[i] == c.uses[j];
        if (!found) return false;
    }
    return true;
}

/// Whether a sign-off holds for a request: under the contract's digest, for the use, the mission and the facts that it was
/// given for. Date, ages, safeguards and other chains don't matter. False for a request that is not valid and a case that
/// nobody opened. Language reference, "What a sign-off chain is". Linear in the facts and `rests on`; constexpr, no heap.
constexpr bool fits(rule_set const& rules, case_reading const& c, request_view const& r) noexcept
{
    if (c.head->standing == case_standing::not_opened || !r.valid || !is_under(rules, c) || !has_same_kinds(c, r))
        return false;
    for (std::uint32_t f = 0; f < rules.facts.size; ++f)
        if (rests_on(rules, c, f) && !is_unchanged(rules, c, r, f)) return false;
    return true;
}

}  // namespace redline::inline v0_1
