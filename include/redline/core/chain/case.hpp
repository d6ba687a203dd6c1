// The state of a sign-off chain: a case, as a plain value over memory of its owner.
#pragma once

#include "event.hpp"

namespace redline::inline v0_1 {

/// Where a case stands. All but the first two and `complete` are ends from which nothing leads on.
enum class case_standing : std::uint8_t { not_opened, open, complete, refused, withdrawn, lapsed, used };

/// The standings in words, by their number in `case_standing`.
inline constexpr std::string_view case_standing_names[] = {"not asked", "open",   "complete", "refused",
                                                           "withdrawn", "lapsed", "used"};
/// A standing in words. Never empty; constexpr, no heap.
constexpr std::string_view name_of(case_standing s) noexcept { return case_standing_names[static_cast<unsigned>(s)]; }

/// What a request that the case fits says of its chain: withdrawn, lapsed or used, it has not been asked. Language reference,
/// "What a sign-off chain is".
constexpr chain_state state_of(case_standing s) noexcept
{
    switch (s) {
    case case_standing::open: return chain_state::opened;
    case case_standing::complete: return chain_state::complete;
    case case_standing::refused: return chain_state::refused;
    default: return chain_state::not_asked;
    }
}

/// What a person did. `acts` is there only for roles that some chain bars; others make no difference.
enum class case_act_kind : std::uint8_t { acts, signed_off, refused, recused };

/// One act of a case, in the order in which they were taken.
struct case_act {
    case_act_kind kind = case_act_kind::acts;
    bool is_void = false;  // signed or refused by somebody who recused themselves in that stage
    person_id person = 0;
    std::uint32_t role = none;    // that the person acted in; `none` for one who is recused
    std::uint32_t member = none;  // the role of the stage for which it counts; `none` but for signatures and refusals
    std::uint32_t stage = none;   // of `rule_set::stages`, the one that was open; `none` before one was
    case_time at = 0;

    friend constexpr bool operator==(case_act const&, case_act const&) = default;
};

/// What of a case has the same size for every contract.
struct case_head {
    std::uint32_t chain = none;  // the one asked for
    case_standing standing = case_standing::not_opened;
    bool has_digest = false;
    std::uint32_t path_count = 0;  // `chain`, and those that it escalated to by now
    std::uint32_t stage = none;    // the open one, or the last that was
    std::uint32_t act_count = 0;
    std::uint32_t use_count = 0;
    requested_kind mission{};
    person_id asker = 0;
    case_time opened = 0;
    case_time stage_opened = 0;
    case_time last = 0;        // the last event that was taken
    case_time ended = 0;       // when it came to be complete, or to its end
    sha256_digest contract{};  // where `has_digest`

    friend constexpr bool operator==(case_head const&, case_head const&) = default;
};

/// A case to be read. Views into memory of its owner.
///
/// `path` holds the chains from the one asked for to the one that is open. The rest is what the sign-off was given for: the
/// uses, and by slot, whether the request knew it and what it was.
struct case_reading {
    case_head const* head = nullptr;
    std::uint32_t const* path = nullptr;
    case_act const* acts = nullptr;
    requested_kind const* uses = nullptr;
    std::uint64_t const* values = nullptr;
    std::uint8_t const* known = nullptr;

    /// All acts so far, in the order in which they were taken; empty where there are none. `head` must not be null.
    constexpr array_view<case_act> all_acts() const noexcept { return {acts, head->act_count}; }
    /// The chains of `path`; empty before the sign-off is asked for. `head` must not be null.
    constexpr array_view<std::uint32_t> chains() const noexcept { return {path, head->path_count}; }
    /// The chain whose stage is open; only where one has been opened.
    constexpr std::uint32_t open_chain() const noexcept { return path[head->path_count - 1]; }
};

/// A case to be changed: `path` has room for every chain of the contract, `values` and `known` for every slot.
struct case_view {
    case_head* head = nullptr;
    std::uint32_t* path = nullptr;
    case_act* acts = nullptr;
    std::uint32_t act_capacity = 0;
    requested_kind* uses = nullptr;
    std::uint32_t use_capacity = 0;
    std::uint64_t* values = nullptr;
    std::uint8_t* known = nullptr;

    /// The case to be read; views into the same memory.
    constexpr case_reading reading() const noexcept { return {head, path, acts, uses, values, known}; }
    constexpr operator case_reading() const noexcept { return reading(); }
};

}  // namespace redline::inline v0_1
