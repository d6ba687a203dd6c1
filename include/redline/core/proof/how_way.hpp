// A way: what would have to hold beside what a request says.
#pragma once

#include "space.hpp"

#include <compare>
#include <vector>

namespace redline::inline v0_1 {

/// Values from `first` to `last`, both included: of a slot as in `request_view::values`, or days.
template <class Value>
struct closed_range {
    Value first{}, last{};

    friend auto operator<=>(closed_range const&, closed_range const&) = default;
};
/// Values of a slot.
using value_range = closed_range<std::uint64_t>;
/// Days.
using day_range = closed_range<day_number>;

/// A safeguard to be in place at `level` or higher.
struct wanted_safeguard {
    std::uint32_t safeguard = none;
    std::uint32_t level = 0;

    friend auto operator<=>(wanted_safeguard const&, wanted_safeguard const&) = default;
};
/// A fact to be known, and attested by whom it must; any value in `values`, which ascend, will do. Of an `any of` it is
/// the slot of one of its values: 1 where that holds, 0 where it doesn't.
struct wanted_fact {
    std::uint32_t fact = none;
    std::uint32_t slot = none;
    std::vector<value_range> values{};

    friend auto operator<=>(wanted_fact const&, wanted_fact const&) = default;
};

/// One way to a permission: all that would have to hold beside what the request says already, each list in the order of
/// declaration. Of `facts`, `missions` and `dates`, each choice of one value from each will do. Empty lists ask for
/// nothing.
struct way {
    std::vector<std::uint32_t> evidence{};  // to be held, fresh: what is not held, or too old
    std::vector<wanted_safeguard> safeguards{};
    std::vector<std::uint32_t> chains{};  // to be complete: asked if need be, and in a new case if refused
    std::vector<wanted_fact> facts{};
    std::vector<requested_kind> missions{};  // any of these, each known to the last
    std::vector<day_range> dates{};          // any day of these

    /// How many things it asks for.
    std::size_t size() const noexcept
    {
        return evidence.size() + safeguards.size() + chains.size() + facts.size() + (missions.empty() ? 0u : 1u) +
               (dates.empty() ? 0u : 1u);
    }
    friend bool operator==(way const&, way const&) = default;
};

/// The value of a slot that tells most of what a way wants of it: the lowest that will do, or where that is 0, the
/// highest up to which all will do. So `persons` at most 10,000 tells 10,000. Constant; no heap.
inline std::uint64_t telling_value(wanted_fact const& wanted) noexcept
{
    value_range const& r = wanted.values.front();
    return r.first == 0 && r.last != ~std::uint64_t{0} ? r.last : r.first;
}
/// Likewise of days: the first of them, or where they have no beginning, the last.
inline day_number telling_day(way const& w) noexcept
{
    day_range const& r = w.dates.front();
    if (r.first != proof::first_day) return r.first;
    return r.last != proof::last_day ? r.last : proof::some_day;
}

/// Makes a request say what a way asks for, each fact by its telling value, the mission by the first. A fact's other
/// values that were claimed but do not count are dropped, since the claim is not what gets attested. Linear in the way.
inline void apply(rule_set const& rules, way const& w, request_view& to) noexcept
{
    for (std::uint32_t const e : w.evidence) to.evidence_age[e] = 0;
    for (wanted_safeguard const& s : w.safeguards) to.safeguard_level[s.safeguard] = s.level;
    for (std::uint32_t const c : w.chains) to.chains[c] = chain_state::complete;
    for (wanted_fact const& f : w.facts) {
        fact_entry const& fact = rules.facts[f.fact];
        for (std::uint32_t s = fact.slot; s < fact.slot + slots_of(fact); ++s) to.given[s] = to.known[s];
        if (!attests(rules, fact.from, to.attested[f.fact])) to.attested[f.fact] = fact.from;
        set_slot(rules, to, f.fact, f.slot, telling_value(f));
    }
    if (!w.missions.empty()) to.mission = w.missions.front();
    if (w.dates.empty()) return;
    to.has_date = true;
    to.date = telling_day(w);
}

}  // namespace redline::inline v0_1
