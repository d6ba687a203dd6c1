// A block of rows: their columns gathered side by side, and what the atoms of conditions come to for all of them at once.
#pragma once

#include "columns.hpp"
#include "lanes.hpp"

namespace redline::inline v0_1 {

/// One column of a block, as far as it was needed: numbers in `narrow` where they are all below 2^32, else in `wide`.
struct block_column {
    std::uint64_t wide[lanes_of_block] = {};
    std::uint32_t narrow[lanes_of_block] = {};
    lane_word known = 0;
    std::uint64_t stamp = 0;  // of the block that it was gathered for
    bool is_narrow = true;
};

/// The columns of a block, an entry for each of the rule set's slots and so on, of somebody else.
struct block_columns {
    block_column* slots = nullptr;
    block_column* evidence = nullptr;
    block_column* safeguards = nullptr;
    block_column* chains = nullptr;
};

/// What atoms ask, answered for up to 64 rows, which have the same use. Columns are gathered when they are first asked for.
class lane_atoms {
    template <class Number>
    constexpr void gather(block_column& to, Number const* from, bool greatest_is_none) const noexcept
    {
        to.is_narrow = sizeof(Number) < 8;
        auto const take = [&](std::uint32_t row) {
            Number const n = from[row];
            if (greatest_is_none && n == static_cast<Number>(~Number{0})) return ~std::uint64_t{0};
            return std::uint64_t{n};
        };
        if (to.is_narrow)
            each_row([&](unsigned i, std::uint32_t row) { to.narrow[i] = static_cast<std::uint32_t>(take(row)); });
        else each_row([&](unsigned i, std::uint32_t row) { to.wide[i] = take(row); });
    }
    constexpr void gather(block_column& to, bool const* from, bool) const noexcept
    {
        to.is_narrow = true;
        each_row([&](unsigned i, std::uint32_t row) { to.narrow[i] = from[row] ? 1 : 0; });
    }
    constexpr void gather(block_column& to, number_column const& from, bool greatest_is_none,
                          std::uint64_t otherwise) const noexcept
    {
        if (from.empty()) {
            to.is_narrow = true;
            for (std::uint32_t& n : to.narrow) n = static_cast<std::uint32_t>(otherwise);
        }
        from.with_array([&](auto const* array) { gather(to, array, greatest_is_none); });
    }
    template <class Visit>
    constexpr void each_row(Visit const& visit) const noexcept
    {
        // Rows that lie one behind the other are read without looking their numbers up.
        if (together_)
            for (unsigned i = 0; i < count_; ++i) visit(i, rows_[0] + i);
        else
            for (unsigned i = 0; i < count_; ++i) visit(i, rows_[i]);
    }
    template <class Holds>
    constexpr lane_word rows_where(Holds const& holds) const noexcept
    {
        lane_word lanes = 0;
        each_row([&](unsigned i, std::uint32_t row) { lanes |= lane_word{holds(row)} << i; });
        return lanes;
    }
    template <class Of>
    constexpr lane_truth of_missions(Of const& of) const noexcept
    {
        lane_truth result{};
        for (unsigned i = 0; i < count_; ++i) {
            truth const t = of(in_.missions == nullptr ? requested_kind{} : in_.missions[rows_[i]]);
            result.possible |= lane_word{t != truth::no} << i;
            result.certain |= lane_word{t == truth::yes} << i;
        }
        return result;
    }

public:
    using readings_type = lane_readings;
    using truth_type = lane_truth;
    using holds_type = lane_word;
    static constexpr lane_word always = ~lane_word{0};

    /// Of `count` rows, from 1 to 64 of them, all of this use. `stamp` is another for every block.
    constexpr lane_atoms(rule_set const& rules, request_columns const& in, block_columns const& columns,
                         requested_kind use, std::uint32_t const* rows, unsigned count, std::uint64_t stamp) noexcept
        : rules_{rules}, in_{in}, columns_{columns}, use_{use}, rows_{rows}, count_{count}, eights_{(count + 7) / 8},
          stamp_{stamp}, together_{rows[count - 1] - rows[0] == count - 1}
    {}

    /// How the numbers of a column compare with one, where they are known.
    constexpr lane_truth known_comparison(block_column const& c, std::uint64_t operand,
                                          unsigned holds_for) const noexcept
    {
        constexpr std::uint64_t most = 0xFFFFFFFFu;
        lane_word const holds = !c.is_narrow ? lanes_compared(c.wide, eights_, operand, holds_for)
                                : operand <= most
                                    ? lanes_compared(c.narrow, eights_, static_cast<std::uint32_t>(operand), holds_for)
                                : (holds_for & 1) != 0 ? always
                                                       : lane_word{0};
        return lane_truth::of(holds, c.known);
    }
    /// As `request_atoms` answers, and so all that follow: for each row.
    constexpr lane_readings compared(std::uint32_t slot, std::uint64_t operand, unsigned holds_for) const noexcept
    {
        return lane_readings::alike(known_comparison(gathered_slot(slot), operand, holds_for));
    }
    /// Rows where evidence is held that is not older than so many minutes.
    constexpr lane_word is_held(std::uint32_t evidence, std::uint64_t oldest) const noexcept
    {
        block_column const& c = gathered(columns_.evidence[evidence], [&](block_column& to) {
            gather(to, in_.evidence_age == nullptr ? number_column{} : in_.evidence_age[evidence], true, unlimited);
        });
        if (!c.is_narrow) {
            std::uint64_t const most = oldest < unlimited ? oldest : unlimited - 1;
            return lanes_where(c.wide, eights_, [=](std::uint64_t age) { return age <= most; });
        }
        std::uint32_t const most = oldest < 0xFFFFFFFEu ? static_cast<std::uint32_t>(oldest) : 0xFFFFFFFEu;
        return lanes_where(c.narrow, eights_, [=](std::uint32_t age) { return age <= most; });
    }
    /// Rows where a safeguard has that level at least.
    constexpr lane_word is_at_least(std::uint32_t safeguard, std::uint64_t level) const noexcept
    {
        block_column const& c = gathered(columns_.safeguards[safeguard], [&](block_column& to) {
            gather(to, in_.safeguard_level == nullptr ? number_column{} : in_.safeguard_level[safeguard], false, 0);
        });
        if (!c.is_narrow) return lanes_where(c.wide, eights_, [=](std::uint64_t n) { return n >= level; });
        return lanes_where(c.narrow, eights_, [=](std::uint32_t n) { return n >= level; });
    }
    /// Rows where a sign-off chain stands there.
    constexpr lane_word stands(std::uint32_t chain, chain_state at) const noexcept
    {
        block_column const& c = gathered(columns_.chains[chain], [&](block_column& to) {
            chain_state const* const from = in_.chains == nullptr ? nullptr : in_.chains[chain];
            to.is_narrow = true;
            each_row([&](unsigned i, std::uint32_t row) {
                to.narrow[i] = static_cast<std::uint32_t>(from == nullptr ? chain_state::not_asked : from[row]);
            });
        });
        return lanes_compared(c.narrow, eights_, static_cast<std::uint32_t>(at), 2);
    }
    /// Whether the mission is at or below a path.
    constexpr lane_truth mission_lies_at(std::uint32_t path) const noexcept
    {
        return of_missions([&](requested_kind m) { return lies_at(rules_.missions, path, m); });
    }
    /// Whether the mission is sensitive.
    constexpr lane_truth mission_is_sensitive() const noexcept
    {
        return of_missions([&](requested_kind m) { return is_sensitive(rules_, m); });
    }
    /// Whether the use is at or below a path, the same in every row.
    constexpr lane_truth use_lies_at(std::uint32_t path) const noexcept
    {
        return lane_truth::alike(lies_at(rules_.uses, path, use_));
    }
    /// Whether the date is that day or a later one.
    constexpr lane_truth from(day_number day) const noexcept
    {
        if (in_.dates == nullptr) return lane_truth::of(0, 0);
        lane_word const known = in_.dated == nullptr ? always
                                                     : rows_where([&](std::uint32_t row) { return in_.dated[row]; });
        return lane_truth::of(rows_where([&](std::uint32_t row) { return in_.dates[row] >= day; }), known);
    }
    /// The rows that there are.
    constexpr lane_word live() const noexcept { return always >> (lanes_of_block - count_); }

private:
    template <class Gather>
    constexpr block_column const& gathered(block_column& column, Gather const& gather_it) const noexcept
    {
        if (column.stamp != stamp_) {
            column.stamp = stamp_;
            gather_it(column);
        }
        return column;
    }
    constexpr block_column const& gathered_slot(std::uint32_t slot) const noexcept
    {
        return gathered(columns_.slots[slot], [&](block_column& to) {
            slot_column const from = in_.slots == nullptr ? slot_column{} : in_.slots[slot];
            gather(to, from.values, false, 0);
            to.known = from.values.empty()     ? 0
                       : from.given == nullptr ? always
                                               : rows_where([&](std::uint32_t row) { return from.given[row]; });
            to.known &= attested(fact_of_slot(rules_, slot));
        });
    }
    /// Rows in which somebody attests a fact whose word counts.
    constexpr lane_word attested(std::uint32_t fact) const noexcept
    {
        principal const from = rules_.facts[fact].from;
        if (from.kind == principal_kind::nobody) return always;
        attesting_column const by = in_.attested == nullptr ? attesting_column{} : in_.attested[fact];
        auto const counts = [&](principal who) {
            return (who.kind != principal_kind::role || who.index < rules_.roles.size) && attests(rules_, from, who);
        };
        if (by.by_row == nullptr) return counts(by.everywhere) ? always : lane_word{0};
        return rows_where([&](std::uint32_t row) { return counts(by.by_row[row]); });
    }

    rule_set const& rules_;
    request_columns const& in_;
    block_columns columns_;
    requested_kind use_;
    std::uint32_t const* rows_;
    unsigned count_, eights_;
    std::uint64_t stamp_;
    bool together_;
};

}  // namespace redline::inline v0_1
