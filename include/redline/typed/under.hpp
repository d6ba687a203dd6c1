// under: one request under several contracts.
#pragma once

#include "bind.hpp"
#include "joint_request.hpp"

#include "../core/proof/differences_incomparable.hpp"

namespace redline::inline v0_1 {

/// Several contracts that stand together: what `under` gives. An empty object, and a Foldable of Boost.Hana in the order of
/// the contracts. constexpr and noexcept throughout, no heap.
template <compiled_contract... Contracts>
class joint_contract {
public:
    /// What Boost.Hana knows it by.
    using hana_tag = joint_tag;

    static constexpr std::size_t size = sizeof...(Contracts);
    /// The contracts, in the order in which they were given.
    static constexpr boost::hana::tuple<Contracts...> each() noexcept { return {}; }

    /// A request that says nothing yet, to be filled by name.
    static constexpr joint_request<Contracts...> request() noexcept { return {}; }
    /// Decides a request under every contract; the strictest outcome holds.
    static constexpr joint_decision<Contracts...> decide(joint_request<Contracts...> request) noexcept
    {
        return request.decided();
    }
};

namespace typed {

/// How two contracts declare a fact or a safeguard that they differ in.
template <class Contract, class Other>
struct clash {
    static constexpr incomparable_pair pair = incomparable_names(Contract::rules(), Other::rules());

    static constexpr bool is_fact = pair.kind == symbol_kind::fact;
    static constexpr fixed_message declared(rule_set const& rules, std::uint32_t index) noexcept
    {
        return message_by([&](text::message_writer& out) {
            out << rules(rules.title) << ": ";
            if (is_fact) proof::write_type(out, rules, rules.facts[index].type, rules.facts[index].values);
            else proof::write_type(out, rules, fact_type::level, rules.safeguards[index].values);
        });
    }
};
template <class Contract, class Other>
struct wrong_pair {
    using of = clash<Contract, Other>;
    static constexpr fixed_message here = of::declared(Contract::rules(), of::pair.before);
    static constexpr fixed_message there = of::declared(Other::rules(), of::pair.after);

    static constexpr misfit first() noexcept
    {
        rule_set const& rules = Contract::rules();
        return {misfit_kind::clash,
                rules(of::is_fact ? rules.facts[of::pair.before].name : rules.safeguards[of::pair.before].name),
                {here.text, here.length},
                of::is_fact ? std::string_view{"the fact "} : std::string_view{"the safeguard "},
                {there.text, there.length}};
    }
};

template <class Contract, class Other>
constexpr bool agree() noexcept
{
    if constexpr (static_cast<bool>(clash<Contract, Other>::pair)) {
        show<wrong_pair<Contract, Other>>();
        return false;
    }
    else return true;
}
/// Whether every two contracts agree on what they share; a compile error where they do not.
template <class Contract, class... Others>
constexpr bool all_agree() noexcept
{
    bool const with_first = (agree<Contract, Others>() && ... && true);
    if constexpr (sizeof...(Others) == 0) return with_first;
    else return with_first && all_agree<Others...>();
}

}  // namespace typed

/// Several contracts at once: each decides a request, the strictest outcome holds, and the decision says which contract and
/// term it came from.
///
///     constexpr auto all = redline::under(vendor, statute);
///     constexpr auto decision = all.decide(all.request().use("drafting").flag("lawful"));
///     static_assert(decision.prohibited() && decision.by(statute, "2"));
///
/// Vocabularies are aligned by spelling, as for comparisons (language reference, "Drafts"): a contract is not given what it
/// has no name for, and takes a use that it lacks for the `.other` of what it declares above it, or for `unlisted`. A fact
/// whose type or values differ, or a safeguard whose levels do, is a compile error. constexpr, no heap.
template <compiled_contract... Contracts>
constexpr auto under(Contracts const&...) noexcept
{
    static_assert(sizeof...(Contracts) != 0, "redline: under takes at least one contract");
    static_assert(typed::all_agree<Contracts...>());
    return joint_contract<Contracts...>{};
}

/// A struct bound to several contracts: what `bind` gives of what `under` gives. An empty object. constexpr and noexcept
/// throughout, no heap.
template <class Struct, class Joint, class... Options>
class bound_joint;
/// A struct bound to the contracts of a `joint_contract`; see above. There is no other form.
template <class Struct, class... Contracts, class... Options>
class bound_joint<Struct, joint_contract<Contracts...>, Options...> {
    using binding = typed::binding<Struct, typed::contract_list<Contracts...>, typed::option_list<Options...>>;

public:
    /// Decides under every contract; the strictest outcome holds. A request that is not valid is prohibited with the ground
    /// `not_valid`.
    static constexpr joint_decision<Contracts...> decide(Struct const& asked) noexcept
    {
        return [&]<std::size_t... I>(std::index_sequence<I...> places)
        {
            constexpr std::uint32_t most = typed::most_uses_of<binding>;
            boost::hana::tuple<fixed_request<Contracts::sizes, most>...> memory{
                fixed_request<Contracts::sizes, most>{Contracts::rules()}...};
            request_view views[] = {boost::hana::at_c<I>(memory).view()...};
            (typed::fill<binding, Contracts>(views[I], asked), ...);
            return typed::decide_each<Contracts...>(views, places);
        }
        (std::index_sequence_for<Contracts...>{});
    }
    /// The outcome alone.
    static constexpr enum outcome outcome(Struct const& asked) noexcept { return decide(asked).outcome(); }
};

/// Binds a program's struct to several contracts. As for one; a member that one of them knows suffices, and each has to
/// find what it needs.
template <class Struct, class... Contracts, class... Options>
constexpr auto bind(joint_contract<Contracts...> const&, Options const&...) noexcept
{
    if constexpr (typed::are_bindable<Struct, Options...>()) {
        using binding = typed::binding<Struct, typed::contract_list<Contracts...>, typed::option_list<Options...>>;
        if constexpr (!typed::fits<binding>) typed::show<typed::wrong_struct<binding>>();
        return bound_joint<Struct, joint_contract<Contracts...>, Options...>{};
    }
}

}  // namespace redline::inline v0_1
