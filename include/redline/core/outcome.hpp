// outcome_of: the outcome of a request alone, in a time that does not grow with the number of terms.
#pragma once

#include "meaning.hpp"
#include "proof/outcome_table.hpp"

#include <cstddef>

namespace redline::inline v0_1 {

namespace proof {

/// How many thresholds a value is above, by arithmetic and without a loop.
template <unsigned Halvings>
constexpr std::size_t count_below(std::uint64_t const* thresholds, std::uint64_t value) noexcept
{
    std::size_t below = 0;
    if constexpr (Halvings > 4) below |= 16 & (std::size_t{0} - std::size_t{value > thresholds[15]});
    if constexpr (Halvings > 3) below |= 8 & (std::size_t{0} - std::size_t{value > thresholds[below + 7]});
    if constexpr (Halvings > 2) below |= 4 & (std::size_t{0} - std::size_t{value > thresholds[below + 3]});
    if constexpr (Halvings > 1) below |= 2 & (std::size_t{0} - std::size_t{value > thresholds[below + 1]});
    return below + std::size_t{value > thresholds[below]};
}
constexpr std::size_t count_below(std::uint64_t const* thresholds, std::uint64_t value, unsigned halvings) noexcept
{
    std::size_t below = 0;
    for (std::size_t half = std::size_t{1} << (halvings - 1); half != 0; half /= 2)
        below += half & (std::size_t{0} - std::size_t{value > thresholds[below + half - 1]});
    return below;
}

/// The cell of anything, however many thresholds it has.
constexpr std::size_t cell_of(outcome_table const& table, outcome_question const& q, request_view const& r) noexcept
{
    std::uint64_t value = 0;
    switch (q.about) {
    case variable_kind::evidence: value = r.evidence_age[q.subject]; break;
    case variable_kind::slot:
        if (r.known[q.subject] == 0) return q.unknown_cell;
        value = r.values[q.subject];
        break;
    case variable_kind::mission:
        if (r.mission.form == kind_form::unknown) return q.unknown_cell;
        value = table.mission_cells[place_of_mission(r.mission)];
        break;
    case variable_kind::date:
        if (!r.has_date) return q.unknown_cell;
        value = cell_of_day(r.date);
        break;
    case variable_kind::safeguard: value = r.safeguard_level[q.subject]; break;
    case variable_kind::chain: value = static_cast<std::uint64_t>(r.chains[q.subject]); break;
    }
    std::uint64_t const* const thresholds = table.thresholds.data + q.thresholds;
    if (q.halvings == few_halvings) return count_below<few_halvings>(thresholds, value);
    if (q.halvings == many_halvings) return count_below<many_halvings>(thresholds, value);
    return count_below(thresholds, value, q.halvings);
}

/// The outcome that a row stands for; of one that stands for none yet, nothing is said.
constexpr outcome outcome_of_row(outcome_table const& table, std::size_t row) noexcept
{
    return static_cast<outcome>(unsigned{row >= table.width} + unsigned{row >= 2 * std::size_t{table.width}});
}

/// Asks a request the questions of one use. constexpr, noexcept, no heap.
constexpr outcome outcome_by(outcome_table const& table, outcome_program const& program, request_view const& r) noexcept
{
    std::uint32_t const* const rows = table.rows.data;
    std::uint64_t const* const thresholds = table.thresholds.data;
    outcome_question const* q = table.questions.data + program.first;
    outcome_question const* const others = q + program.at_once;
    outcome_question const* const end = others + program.one_by_one;
    std::uint64_t const* const values = r.values;
    std::uint8_t const* const known = r.known;
    std::uint64_t const* const ages = r.evidence_age;
    std::size_t row = program.row;
    for (; q != others; ++q) {
        std::uint64_t const value = values[q->subject];
        std::size_t const cell = static_cast<std::size_t>(value < q->last_cell ? value : q->last_cell);
        row += (known[q->subject] != 0 ? cell : q->unknown_cell) * q->thresholds;
    }
    row = rows[row];
    // What facts alone decide needs no more.
    if (row < outcome_rows_at_front * std::size_t{table.width}) return outcome_of_row(table, row);
    for (; q != end; ++q) {
        // Evidence is asked for most.
        std::size_t const cell = q->is_fresh ? count_below<few_halvings>(thresholds + q->thresholds, ages[q->subject])
                                             : cell_of(table, *q, r);
        row = rows[row + cell];
    }
    return outcome_of_row(table, row);
}

}  // namespace proof

/// The outcome of a request under a rule set, from the table that was made of it: what `decide` gives as its outcome, and
/// nothing else; language reference, "What is decided".
///
/// `request` is one of this rule set, whose uses, mission and values are the rule set's own; one that is not valid comes out
/// as prohibited. Whatever it says or leaves open, the outcome is exact. It takes as long as there are things that the
/// outcomes of its uses depend on; how many terms ask for them does not matter. constexpr, noexcept, never allocates, needs no
/// workspace: threads may share a table. (A function called `outcome` would hide the type of that name.)
constexpr outcome outcome_of(rule_set const& rules, outcome_table const& table, request_view const& request) noexcept
{
    if (!request.valid || request.use_count == 0 || !is_decidable(rules)) return outcome::prohibited;
    // Outside of these days there is no coverage, and tables know no such day.
    if (in_effect(rules, request) == truth::no) return outcome::prohibited;
    auto const of_use = [&](std::uint32_t i) {
        return proof::outcome_by(table, table.programs[proof::program_of(rules, request.uses[i])], request);
    };
    outcome worst = of_use(0);
    for (std::uint32_t i = 1; i < request.use_count && worst != outcome::prohibited; ++i)
        worst = strictest(worst, of_use(i));
    return worst;
}

}  // namespace redline::inline v0_1
