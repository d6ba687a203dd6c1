// A case whose events come by the names that its contract declares.
#pragma once

#include "../named_request.hpp"
#include "../names.hpp"
#include "fixed.hpp"

namespace redline::inline v0_1 {

/// So many minutes, hours or days, as a time of a case.
constexpr case_time in_minutes(std::uint64_t n) noexcept { return minutes_after(0, n); }
/// So many hours, as a time of a case; `no_time` where that no longer fits.
constexpr case_time in_hours(std::uint64_t n) noexcept { return n > no_time / 60 ? no_time : minutes_after(0, n * 60); }
/// So many days, as a time of a case; `no_time` where that no longer fits.
constexpr case_time in_days(std::uint64_t n) noexcept
{
    return n > no_time / 1440 ? no_time : minutes_after(0, n * 1440);
}

/// A case of a chain, taken from event to event by name; `case_of` makes one.
///
///     case_of(terms, "review").opened(ann, request, 0).signed_off(bob, "safety_lead", in_hours(3)).complete()
///
/// Each event either happens or is refused, and then changes nothing: `last` says why. In a constant expression, a name that
/// the contract does not declare is a compile error; at run time it is refused. A plain value; constexpr, no heap.
template <rule_set_sizes S, std::uint32_t MostActs = 64>
class named_case {
public:
    /// A case of a chain by its name, for which nobody has asked yet; the rule set must outlive it.
    constexpr named_case(rule_set const& rules, std::string_view chain) noexcept
        : rules_{&rules}, case_{index_of(rules, chain, symbol_kind::chain, "a declared sign-off chain")}
    {}

    /// A person asks for the sign-off, with the request that it is for; `role` is the one in which they do, if any.
    template <rule_set_sizes R, std::uint32_t MostUses>
    constexpr named_case& opened(person_id person, named_request<R, MostUses> request, case_time at,
                                 std::string_view role = {}) noexcept
    {
        request_view const r = request.view();
        return happens({chain_event_kind::opened, person, role_of(role), at, none, none, &r});
    }
    /// A person acts in a role for this case, which may bar them from signing.
    constexpr named_case& acting(person_id person, std::string_view role, case_time at) noexcept
    {
        return happens({chain_event_kind::acting, person, role_of(role), at});
    }
    /// A person signs in a role; as a deputy, in place of another.
    constexpr named_case& signed_off(person_id person, std::string_view role, case_time at,
                                     std::string_view in_place_of = {}) noexcept
    {
        return happens({chain_event_kind::signed_off, person, role_of(role), at, role_of(in_place_of)});
    }
    /// A person refuses in a role; as a deputy, in place of another.
    constexpr named_case& refused(person_id person, std::string_view role, case_time at,
                                  std::string_view in_place_of = {}) noexcept
    {
        return happens({chain_event_kind::refused, person, role_of(role), at, role_of(in_place_of)});
    }
    /// A person takes no part: their acts in the open stage are void, and they are barred.
    constexpr named_case& recused(person_id person, case_time at) noexcept
    {
        return happens({chain_event_kind::recused, person, none, at});
    }
    /// Whoever asked for the sign-off no longer does; refused for anybody else.
    constexpr named_case& withdrawn(person_id person, case_time at) noexcept
    {
        return happens({chain_event_kind::withdrawn, person, none, at});
    }
    /// A role of `revocable by` takes the sign-off back, which ends the case as refused.
    constexpr named_case& revoked(person_id person, std::string_view role, case_time at) noexcept
    {
        return happens({chain_event_kind::revoked, person, role_of(role), at});
    }
    /// The sign-off is used for a decision that needed it; refused unless it is complete. One of `once` then ends.
    constexpr named_case& used(case_time at) noexcept { return happens({chain_event_kind::used, 0, none, at}); }
    /// Nothing but time passes: what fell due by then is applied.
    constexpr named_case& time_passed(case_time at) noexcept
    {
        return happens({chain_event_kind::time_passed, 0, none, at});
    }

    /// What became of the last event, and of the first that was refused.
    constexpr event_result const& last() const noexcept { return last_; }
    /// The first event that was refused, and why; its `fault` is `nothing` where none was.
    constexpr event_result const& first_refused() const noexcept { return refused_; }
    /// Whether every event so far happened.
    constexpr bool all_taken() const noexcept { return refused_.taken(); }

    /// Where the case stands after the last event that was taken.
    constexpr case_standing standing() const noexcept { return case_.standing(); }
    /// Whether the case stood complete after the last event that was taken.
    constexpr bool complete() const noexcept { return standing() == case_standing::complete; }
    /// The name of the stage that is open, or nothing.
    constexpr std::string_view open_stage() const noexcept
    {
        return standing() == case_standing::open ? (*rules_)(rules_->stages[case_.head().stage].name)
                                                 : std::string_view{};
    }
    /// What a request says of the chain at a time.
    template <rule_set_sizes R, std::uint32_t MostUses>
    constexpr chain_state state_for(named_request<R, MostUses> request, case_time now) const noexcept
    {
        return redline::state_for(*rules_, case_, request.view(), now);
    }
    /// The case without names, as `take` and `next` have it.
    constexpr fixed_case<S, MostActs> const& value() const noexcept { return case_; }
    /// The rule set whose names it takes.
    constexpr rule_set const& rules() const noexcept { return *rules_; }

private:
    static constexpr std::uint32_t index_of(rule_set const& rules, std::string_view name, symbol_kind kind,
                                            std::string_view expected) noexcept
    {
        symbol const* const found = find_name(rules, name_space::names, name);
        if (found != nullptr && found->kind == kind) return found->index;
        refuse_request("signoffs", name, expected);
        return none - 1;  // no such thing
    }
    constexpr std::uint32_t role_of(std::string_view name) const noexcept
    {
        return name.empty() ? none : index_of(*rules_, name, symbol_kind::role, "a declared role");
    }
    constexpr named_case& happens(chain_event const& e) noexcept
    {
        last_ = take(*rules_, case_.view(), e);
        if (refused_.taken()) refused_ = last_;
        return *this;
    }

    rule_set const* rules_;
    fixed_case<S, MostActs> case_;
    event_result last_{}, refused_{};
};

/// A case of a chain of a compiled contract, for which nobody has asked yet.
template <class Contract>
constexpr named_case<Contract::sizes> case_of(Contract const&, std::string_view chain) noexcept
{
    return {Contract::rules(), chain};
}

}  // namespace redline::inline v0_1
