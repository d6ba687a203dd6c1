// The outcomes of a rule set as a table: what is walked instead of its terms.
#pragma once

#include "variable.hpp"

namespace redline::inline v0_1 {

namespace proof {

/// One thing that a request is asked: the cell that its value lies in.
///
/// Where `halvings` is 0, a value is its cell, and at most `last_cell`. Else its cell is the number of thresholds that it is
/// above: there is one less of them than that power of two, each one less than the value at which a cell begins, and those
/// behind the last that is needed are above every value.
struct outcome_question {
    std::uint32_t subject = 0;
    std::uint32_t thresholds = 0;    // where they begin; in the first row, how far apart two cells are
    std::uint16_t last_cell = 0;     // of known values
    std::uint16_t unknown_cell = 0;  // of what is not known
    variable_kind about = variable_kind::slot;
    std::uint8_t halvings = 0;
    bool is_fresh = false;  // evidence with few thresholds
};

/// How many outcomes have rows in front of all others.
inline constexpr std::uint32_t outcome_rows_at_front = 3;

/// How often thresholds are halved that are few, many, or more than usual. Those between have as many as the next.
inline constexpr std::uint8_t few_halvings = 3;
inline constexpr std::uint8_t many_halvings = 5;

/// What is asked for one use. First some facts whose values are cells, all at once: `row` has an entry for each way in which
/// they may come together. What is asked then has a row for each function that may be left, with an entry for each cell.
struct outcome_program {
    std::uint32_t first = 0;  // question
    std::uint32_t at_once = 0;
    std::uint32_t one_by_one = 0;
    std::uint32_t row = 0;
};

/// The place of a use's program among those of a rule set: a declared use has one, and one for its `.other`; the last is
/// that of `unlisted`.
constexpr std::uint32_t program_of(rule_set const& rules, requested_kind use) noexcept
{
    if (use.index >= rules.uses.size) return 2 * rules.uses.size;
    return 2 * use.index + (use.form == kind_form::other ? 1u : 0u);
}
constexpr std::uint32_t program_count(rule_set const& rules) noexcept { return 2 * rules.uses.size + 1; }
/// The use that a program is for.
constexpr requested_kind use_of_program(rule_set const& rules, std::uint32_t program) noexcept
{
    if (program == 2 * rules.uses.size) return {kind_form::unlisted, none};
    return {program % 2 == 0 ? kind_form::declared : kind_form::other, program / 2};
}
/// The place of a mission's cell, by the same rule.
constexpr std::uint32_t place_of_mission(requested_kind mission) noexcept
{
    return 2 * mission.index + (mission.form == kind_form::other ? 1u : 0u);
}

}  // namespace proof

/// The outcome of every request under one rule set, as flat arrays that somebody else owns.
///
/// Every use has a program: questions about those things that its outcome depends on. An entry of a row says where the row
/// for the next question begins. Rows are shared by all answers that leave the same function of what is not asked yet, as
/// nodes of a diagram are; but where the first row decides nothing, all questions are asked, so that no branch depends on what
/// a request says: processors can't foresee that, and a branch gone wrong takes as long as three questions.
///
/// The first rows are those of the outcomes: they are `width` long, and lead to themselves.
struct outcome_table {
    array_view<proof::outcome_program> programs{};
    array_view<proof::outcome_question> questions{};
    array_view<std::uint64_t> thresholds{};
    array_view<std::uint32_t> rows{};
    array_view<std::uint32_t> mission_cells{};
    std::uint32_t width = 1;
};

}  // namespace redline::inline v0_1
