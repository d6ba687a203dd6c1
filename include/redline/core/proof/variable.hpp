// What a request may say, as variables that are cut into cells.
#pragma once

#include "../request.hpp"

namespace redline::inline v0_1::proof {

/// How many contracts a space is of: one, two that are compared, or three. Of two, the first is called before, the second
/// after; of three, the first is what the others were drafted from.
inline constexpr unsigned most_sides = 3;

/// A use or mission known to the last, and how each contract reads it; language reference, "Drafts", on alignment.
struct elementary_kind {
    requested_kind seen_by[most_sides] = {};
};

enum class variable_kind : std::uint8_t { slot, mission, date, evidence, safeguard, chain };

/// Something that a request says, cut into cells within which no condition tells one value from another.
///
/// `subject` is its slot, evidence, safeguard or chain in each contract, `none` where that lacks it, and `fact` the fact
/// that a slot belongs to. The value of a cell is its least: a number, a level, minutes of age or a day; a value of the
/// first contract that has the fact, for `one of`; an index into the space's missions; a `chain_state`.
struct variable {
    variable_kind kind = variable_kind::slot;
    bool may_be_unknown = false;  // its last cell then says that it isn't known
    bool is_fixed = false;        // to one value: that of its only cell
    std::uint32_t subject[most_sides] = {none, none, none};
    std::uint32_t fact[most_sides] = {none, none, none};
    std::uint32_t first_cell = 0;
    std::uint32_t cell_count = 0;
    std::uint32_t first_level = 0;  // of its thresholds, of which it has one less than cells

    constexpr bool is_given() const noexcept { return kind <= variable_kind::date; }
    /// The first contract that has it.
    constexpr unsigned first_side() const noexcept
    {
        unsigned side = 0;
        while (side + 1 < most_sides && subject[side] == none) ++side;
        return side;
    }
};

/// A day that stands for all, where the days of a contract need not be told apart.
inline constexpr day_number some_day = number_of({2026, 1, 1});
inline constexpr day_number first_day = number_of({0, 1, 1});
inline constexpr day_number last_day = number_of({9999, 12, 31});

/// Days are kept in the order of numbers that have no sign.
constexpr std::uint64_t cell_of_day(day_number day) noexcept
{
    return static_cast<std::uint64_t>(std::int64_t{day} - first_day);
}
constexpr day_number day_of_cell(std::uint64_t cell) noexcept
{
    return static_cast<day_number>(static_cast<std::int64_t>(cell) + first_day);
}

/// Where one side's subjects begin among the positions of a space, by kind.
struct subject_positions {
    std::uint32_t mission = 0, date = 1, slots = 2, evidence = 2, safeguards = 2, chains = 2, end = 2;
};
constexpr subject_positions positions_of(rule_set const& rules) noexcept
{
    subject_positions p{};
    p.evidence = p.slots + rules.slot_count;
    p.safeguards = p.evidence + rules.evidence.size;
    p.chains = p.safeguards + rules.safeguards.size;
    p.end = p.chains + rules.chains.size;
    return p;
}
/// The position of what an atom speaks of; `none` for `use is`, which is no variable, and for what is no atom.
constexpr std::uint32_t position_of(subject_positions const& p, rule_set const& rules, condition_node const& n) noexcept
{
    switch (n.op) {
    case condition_op::mission_is:
    case condition_op::mission_sensitive: return p.mission;
    case condition_op::date_from:
    case condition_op::date_before: return p.date;
    case condition_op::evidence: return p.evidence + n.subject;
    case condition_op::safeguard: return p.safeguards + n.subject;
    case condition_op::signed_by:
    case condition_op::waived_by:
    case condition_op::asked_of: return p.chains + n.subject;
    case condition_op::use_is:
    case condition_op::definition:
    case condition_op::both:
    case condition_op::either:
    case condition_op::negation: return none;
    case condition_op::has_any: return p.slots + rules.alternatives[n.alternatives().first];
    default: return p.slots + n.subject;
    }
}

/// Calls `cut` with each value from which on an atom may come out otherwise than below it. More than there need to be do
/// no harm. Not of missions, chains, levels, `one of` and flags, whose every value has a cell.
template <class Cut>
constexpr void each_cut(condition_node const& n, Cut const& cut) noexcept
{
    switch (n.op) {
    case condition_op::equals:
    case condition_op::at_least:
    case condition_op::at_most:
    case condition_op::over:
    case condition_op::under:
    case condition_op::safeguard:
        cut(n.operand);
        if (n.operand + 1 != 0) cut(n.operand + 1);
        break;
    case condition_op::evidence:  // an age without limit is that of evidence not held, which always has a cell
        if (n.operand != unlimited) cut(n.operand + 1);
        break;
    case condition_op::date_from:
    case condition_op::date_before: cut(n.operand); break;
    default: break;
    }
}

}  // namespace redline::inline v0_1::proof
