// A struct bound to contracts: which misfit keeps it from that, and the tables that lead from its values to theirs.
#pragma once

#include "check_struct.hpp"
#include "member.hpp"

namespace redline::inline v0_1::typed {

/// A struct, the contracts that it is a request of, and what the program said beside it.
template <class Struct, class Contracts, class Options>
struct binding {
    using struct_type = Struct;
    static constexpr std::size_t size = member_count<Struct>;
    static constexpr vocabulary const& words = vocabulary_of<Contracts, Options>::view;
    static constexpr array_view<described_member> members{members_of<Struct>.of, static_cast<std::uint32_t>(size)};
};

// A constexpr variable for each check and table, so that each has the compiler's budget to itself.
template <class Binding, std::size_t Member>
inline constexpr misfit misfit_of_member = member_check{Binding::words, Binding::members[Member]}.run();
template <class Binding>
inline constexpr misfit misfit_of_struct = struct_check{Binding::words, Binding::members}.run();

/// The first misfit of a binding: that of a member, in their order, else that of the whole.
template <class Binding, std::size_t Member = 0>
constexpr misfit const& first_misfit() noexcept
{
    if constexpr (Member == Binding::size) return misfit_of_struct<Binding>;
    else if constexpr (static_cast<bool>(misfit_of_member<Binding, Member>)) return misfit_of_member<Binding, Member>;
    else return first_misfit<Binding, Member + 1>();
}
template <class Binding>
inline constexpr bool fits = !first_misfit<Binding>();
/// What is wrong with a binding, for `show`.
template <class Binding>
struct wrong_struct {
    static constexpr misfit const& first() noexcept { return first_misfit<Binding>(); }
};

/// Something for each enumerator of a member's enum, by its place.
template <class T, std::size_t Count>
struct by_place {
    T of[Count + 1] = {};
};
template <class Binding, std::size_t Member>
inline constexpr shape const& shape_at = Binding::members[Member].type;

/// What a contract takes each enumerator of a member for: a use or a mission.
template <class Binding, class Contract, std::size_t Member, name_space Space>
inline constexpr auto kinds_by_place = [] {
    constexpr array_view<enumerator> names = shape_at<Binding, Member>.values;
    by_place<requested_kind, names.size> table{};
    for (std::uint32_t i = 0; i < names.size; ++i) {
        kind_match const match = match_kind(Binding::words, Space, names[i].name);
        table.of[i] = aligned_kind(Contract::rules(), Space, match.path, match.form);
    }
    return table;
}();

template <class Binding, class Contract, std::size_t Member>
inline constexpr target target_at = target_of(Binding::words, Contract::rules(), Binding::members[Member].name);

/// The names that the enumerators of a member stand for in a contract.
template <class Binding, class Contract, std::size_t Member>
inline constexpr value_names names_at = [] {
    constexpr target to = target_at<Binding, Contract, Member>;
    rule_set const& rules = Contract::rules();
    if constexpr (to.is == part::fact) return value_names{&rules, rules.facts[to.index].values};
    else if constexpr (to.is == part::safeguard) return value_names{&rules, rules.safeguards[to.index].values};
    else return value_names{&rules, {}, true};
}();

/// The index of each enumerator of a member among the values, levels or states of a contract.
template <class Binding, class Contract, std::size_t Member>
inline constexpr auto values_by_place = [] {
    constexpr array_view<enumerator> names = shape_at<Binding, Member>.values;
    constexpr value_names const& declared = names_at<Binding, Contract, Member>;
    by_place<std::uint32_t, names.size> table{};
    for (std::uint32_t i = 0; i < names.size; ++i)
        table.of[i] = find_among(Binding::words, names[i].name, declared.size(), declared);
    return table;
}();

/// Whom a contract takes each enumerator of who attests a member for; nobody where it declares no such name.
template <class Binding, class Contract, std::size_t Member>
inline constexpr auto attesters_by_place = [] {
    constexpr array_view<enumerator> names = shape_at<Binding, Member>.attesters;
    by_place<principal, names.size> table{};
    for (std::uint32_t i = 0; i < names.size; ++i)
        table.of[i] = principal_of(Binding::words, Contract::rules(), names[i].name);
    return table;
}();

}  // namespace redline::inline v0_1::typed
