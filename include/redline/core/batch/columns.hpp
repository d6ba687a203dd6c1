// Many requests as columns: one array for each thing that requests say, with an entry for each row.
#pragma once

#include "../request.hpp"

namespace redline::inline v0_1 {

/// Unsigned numbers of somebody else, one for each row, of whatever width they are kept in; or none, which says nothing of
/// any row. Never owns; constexpr, no heap.
struct number_column {
    bool const* flags = nullptr;
    std::uint8_t const* of_8 = nullptr;
    std::uint16_t const* of_16 = nullptr;
    std::uint32_t const* of_32 = nullptr;
    std::uint64_t const* of_64 = nullptr;

    /// None.
    constexpr number_column() noexcept = default;
    /// Of flags: 0 and 1.
    constexpr number_column(bool const* of) noexcept : flags{of} {}
    /// Of numbers of 8 bits.
    constexpr number_column(std::uint8_t const* of) noexcept : of_8{of} {}
    /// Of numbers of 16 bits.
    constexpr number_column(std::uint16_t const* of) noexcept : of_16{of} {}
    /// Of numbers of 32 bits.
    constexpr number_column(std::uint32_t const* of) noexcept : of_32{of} {}
    /// Of numbers of 64 bits.
    constexpr number_column(std::uint64_t const* of) noexcept : of_64{of} {}

    /// Calls `read` with the array, of its own type; not at all where there is none.
    template <class Read>
    constexpr void with_array(Read const& read) const noexcept
    {
        if (of_64 != nullptr) read(of_64);
        else if (of_32 != nullptr) read(of_32);
        else if (of_8 != nullptr) read(of_8);
        else if (of_16 != nullptr) read(of_16);
        else if (flags != nullptr) read(flags);
    }
    /// Whether there is none.
    constexpr bool empty() const noexcept
    {
        return flags == nullptr && of_8 == nullptr && of_16 == nullptr && of_32 == nullptr && of_64 == nullptr;
    }
    /// Whether every number of it is below 2^32.
    constexpr bool is_narrow() const noexcept { return of_64 == nullptr; }
};

/// What rows say of one slot: its values, the number of a level or of a value of `one of` in the order of declaration; and in
/// which rows it is given, null for all of them.
struct slot_column {
    number_column values{};
    bool const* given = nullptr;
};
/// Who attests a fact: the same in all rows, or where `by_row` is not null, whom that says.
struct attesting_column {
    principal everywhere{};
    principal const* by_row = nullptr;
};

/// Many requests of one rule set, a row each, as arrays that somebody else owns; language reference, "What a request is".
///
/// Each row has one use. A column that is not there says nothing of any row: nothing given, not held, lowest level, not
/// asked. What a row says must be the rule set's own: a row whose use or mission the rule set does not have, or whose value is
/// above the highest of its fact or safeguard, is not valid, and comes out as prohibited.
struct request_columns {
    std::uint32_t rows = 0;
    requested_kind const* uses = nullptr;
    requested_kind const* missions = nullptr;
    day_number const* dates = nullptr;
    bool const* dated = nullptr;                  // rows that have a date; null: all, where there are dates
    slot_column const* slots = nullptr;           // one for each slot of the rule set, and so on
    attesting_column const* attested = nullptr;   // by fact
    number_column const* evidence_age = nullptr;  // minutes; the greatest number of its type: not held in that row
    number_column const* safeguard_level = nullptr;
    chain_state const* const* chains = nullptr;  // each may be null
};

}  // namespace redline::inline v0_1
