// Cases of fixed size, as values that go from event to event in constant expressions or at run time.
#pragma once

#include "../fixed.hpp"
#include "take.hpp"

namespace redline::inline v0_1 {

/// A case of a rule set of the sizes `S`, without heap: a plain value, which can be copied, compared and be constexpr. Takes at
/// most `MostActs` acts; a further one is refused with `no_room`.
template <rule_set_sizes S, std::uint32_t MostActs = 64, std::uint32_t MostUses = 4>
class fixed_case {
public:
    /// A case of a chain, by its index, for which nobody has asked yet.
    constexpr explicit fixed_case(std::uint32_t chain) noexcept
    {
        head_.chain = chain;
        for (std::uint32_t& p : path_) p = none;
    }

    /// The case, to be changed, as `take` does it; valid as long as this object stays where it is.
    constexpr case_view view() noexcept { return {&head_, path_, acts_, MostActs, uses_, MostUses, values_, known_}; }
    /// The case, to be read; valid as long as this object stays where it is.
    constexpr case_reading reading() const noexcept { return {&head_, path_, acts_, uses_, values_, known_}; }
    /// What of it has the same size for every contract.
    constexpr case_head const& head() const noexcept { return head_; }
    /// Where the case stands after the last event that was taken.
    constexpr case_standing standing() const noexcept { return head_.standing; }

    friend constexpr bool operator==(fixed_case const& a, fixed_case const& b) noexcept
    {
        return a.head_ == b.head_ && same(a.path_, b.path_) && same(a.acts_, b.acts_) && same(a.uses_, b.uses_) &&
               same(a.values_, b.values_) && same(a.known_, b.known_);
    }

private:
    template <class T, std::size_t N>
    static constexpr bool same(T const (&a)[N], T const (&b)[N]) noexcept
    {
        for (std::size_t i = 0; i < N; ++i)
            if (!(a[i] == b[i])) return false;
        return true;
    }

    case_head head_{};
    std::uint32_t path_[S.chains + 1] = {};
    case_act acts_[MostActs] = {};
    requested_kind uses_[MostUses] = {};
    std::uint64_t values_[S.slots + 1] = {};
    std::uint8_t known_[S.slots + 1] = {};
};

/// A case after an event, and whether the event was taken; where it was not, the case before.
template <class Case>
struct next_case {
    Case after;
    event_result result{};
};

/// From a case and an event to the case after it, as a function without effects: `take` over values.
template <rule_set_sizes S, std::uint32_t MostActs, std::uint32_t MostUses>
constexpr next_case<fixed_case<S, MostActs, MostUses>>
next(rule_set const& rules, fixed_case<S, MostActs, MostUses> before, chain_event const& e) noexcept
{
    event_result const result = take(rules, before.view(), e);
    return {before, result};
}

/// What a request is to say of the chain of a case at a time; see the overload for views.
template <rule_set_sizes S, std::uint32_t MostActs, std::uint32_t MostUses>
constexpr chain_state state_for(rule_set const& rules, fixed_case<S, MostActs, MostUses> c, request_view const& r,
                                case_time now) noexcept
{
    return state_for(rules, c.view(), r, now);
}

}  // namespace redline::inline v0_1
