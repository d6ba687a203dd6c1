// A decision in the words that a scenario expects one with: `paused by 2.2, 2.3 pending red_team, review`.
#pragma once

#include "../core/fixed_decision.hpp"

#include <string_view>

namespace redline::inline v0_1 {

/// Says a decision in the words of the language, piece by piece.
///
/// `append` is called with each piece, in order, as a `std::string_view` that is valid during the call. What stands there
/// may be put behind `expect` in a scenario (language reference, "Scenarios"): the outcome, then `by`, `pending`,
/// `excepting` and `logged by` where there are any, names and labels in the order of the contract. A request that could not
/// be decided is `prohibited (not valid)`. Linear in what is said; constexpr, allocates nothing.
template <class Append>
constexpr void describe(decision const& d, Append const& append)
{
    append(name_of(d.outcome));
    if (d.ground == ground::not_valid) {
        append(std::string_view{" (not valid)"});
        return;
    }
    bool first = true;
    auto const item = [&](std::string_view before, std::string_view name) {
        append(first ? before : std::string_view{", "});
        append(name);
        first = false;
    };
    auto const list = [&](std::string_view before, auto const& entries, index_set_view which, auto name) {
        for (std::uint32_t const i : which) item(before, (*d.rules)(entries[i].*name));
    };
    list(" by ", d.rules->terms, d.by, &term_entry::label);
    first = true;
    constexpr std::string_view pending = " pending ";
    list(pending, d.rules->chains, d.pending.signoffs, &chain_entry::name);
    list(pending, d.rules->evidence, d.pending.evidence, &evidence_entry::name);
    list(pending, d.rules->safeguards, d.pending.safeguards, &safeguard_entry::name);
    list(pending, d.rules->facts, d.pending.facts, &fact_entry::name);
    if (d.pending.mission) item(pending, "mission");
    if (d.pending.date) item(pending, "date");
    if (d.pending.use) item(pending, "use");
    first = true;
    list(" excepting ", d.rules->terms, d.exceptions, &term_entry::label);
    first = true;
    list(" logged by ", d.rules->terms, d.log, &term_entry::label);
}

}  // namespace redline::inline v0_1
