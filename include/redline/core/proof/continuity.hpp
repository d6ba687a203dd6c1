// The notice that a draft owes which narrows a use under a `continuity` term.
#pragma once

#include "../duties.hpp"
#include "compare.hpp"
#include "cover_box.hpp"

#include <algorithm>

namespace redline::inline v0_1 {

/// A use that a draft narrows, and a `continuity` term of the contract before, in whose scope it lies.
struct owed_notice {
    std::uint32_t term = none;           // of the contract before
    std::uint32_t use = none;            // of the space's
    std::uint64_t notice = 0;            // minutes
    std::vector<std::uint32_t> changes;  // among the comparison's `outcomes().changes()`: those that narrow it
    bool has_last_day = false;           // the draft says from when it is in effect, and the calendar reaches back
    day_number last_day = 0;             // by which notice must have been given

    friend bool operator==(owed_notice const&, owed_notice const&) = default;
};

/// The notices that a draft owes, by use and then in the order of the terms. A use is narrowed where some outcome for it is
/// stricter than it was, on a day that is not before the draft's `effective from`, as until then the contract before holds
/// on. Continuity is owed under the contract before: a term that the draft adds or drops owes, or saves, nothing by that.
/// Notice is counted in whole days, begun ones included, back from `effective from`. Language reference, "Drafts".
///
/// `of` must be complete. Linear in changes times continuity terms; allocates.
inline std::vector<owed_notice> notices_owed(contract_comparison const& of)
{
    rule_set const& before = of.before();
    rule_set const& after = of.after();
    auto const narrows = [&](outcome_change const& c) {
        if (c.to < c.from) return false;
        if (!after.has_from) return true;
        proof::space const& in = c.proof->requests();
        proof::box later{in};
        proof::variable const& date = in.variables[in.positions[1][in.subjects[1].date]];
        for (std::uint32_t cell = 0; cell < date.cell_count; ++cell)
            if (day_in(in, date, cell) < after.effective_from) later.set(date, cell, false);
        return proof::box_look{in, c.proof->nodes()}.reaches(later, c.region, 1);
    };
    std::vector<owed_notice> all;
    std::vector<outcome_change> const& changes = of.outcomes().changes();
    for (std::uint32_t i = 0; i < changes.size(); ++i) {
        if (!narrows(changes[i])) continue;
        requested_kind const use = changes[i].proof->requests().uses[changes[i].use].seen_by[0];
        std::size_t const of_use =
            all.size() - static_cast<std::size_t>(std::count_if(
                             all.begin(), all.end(), [&](owed_notice const& o) { return o.use == changes[i].use; }));
        std::size_t at = of_use;
        for (std::uint32_t t = 0; t < before.terms.size; ++t) {
            term_entry const& term = before.terms[t];
            if (term.kind != term_kind::continuity || covers(before, term.scope, use) != truth::yes) continue;
            if (at == all.size()) {
                owed_notice owed;
                owed.term = t;
                owed.use = changes[i].use;
                owed.notice = before.continuities[term.detail].notice;
                if (after.has_from)
                    owed.has_last_day = last_day_of_notice(after.effective_from, owed.notice, owed.last_day);
                all.push_back(std::move(owed));
            }
            all[at++].changes.push_back(i);
        }
    }
    return all;
}

}  // namespace redline::inline v0_1
