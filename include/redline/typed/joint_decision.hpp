// What several contracts say of one request.
#pragma once

#include "contract.hpp"

#include <boost/hana/at.hpp>
#include <boost/hana/core/tag_of.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/unpack.hpp>
#include <boost/hana/tuple.hpp>

namespace redline::inline v0_1 {

/// The Boost.Hana tag of what holds one thing for each of several contracts: a Foldable, in the order of the contracts.
struct joint_tag {};

/// The decisions of several contracts on one request. The strictest outcome holds; each contract's own decision says by
/// which terms. Owns its sets, so that it can be a constexpr variable. No heap; constexpr and noexcept throughout.
template <compiled_contract... Contracts>
class joint_decision {
    template <class Contract>
    static constexpr std::size_t place = [] {
        constexpr bool is[] = {std::is_same_v<Contract, Contracts>...};
        for (std::size_t i = 0; i < sizeof...(Contracts); ++i)
            if (is[i]) return i;
        return sizeof...(Contracts);
    }();

public:
    /// What Boost.Hana knows it by.
    using hana_tag = joint_tag;

    /// From the decisions on one request, one for each contract in their order.
    constexpr explicit joint_decision(fixed_decision<Contracts::sizes> const&... each) noexcept : each_{each...}
    {
        ((outcome_ = strictest(outcome_, each.outcome())), ...);
        auto const merge = [&](enum ground g) {
            // One that was not valid was not decided at all; else `forbidden` if one is.
            if (g == redline::ground::not_valid) ground_ = g;
            else if (g == redline::ground::forbidden && ground_ != redline::ground::not_valid) ground_ = g;
            else if (ground_ == redline::ground::not_prohibited) ground_ = g;
        };
        (merge(each.ground()), ...);
    }

    /// The strictest outcome of all contracts.
    constexpr enum outcome outcome() const noexcept { return outcome_; }
    /// Why it is prohibited: `not_valid` if any contract says so, else `forbidden`, else `uncovered`.
    constexpr enum ground ground() const noexcept { return ground_; }
    /// Whether that is the outcome.
    constexpr bool permitted() const noexcept { return outcome_ == redline::outcome::permitted; }
    /// Whether that is the outcome.
    constexpr bool paused() const noexcept { return outcome_ == redline::outcome::paused; }
    /// Whether that is the outcome.
    constexpr bool prohibited() const noexcept { return outcome_ == redline::outcome::prohibited; }

    /// What one contract says, which is one of those the request was decided under.
    template <class Contract>
    constexpr auto const& of(Contract const&) const noexcept
    {
        static_assert(place<Contract> < sizeof...(Contracts), "redline: this contract is none of those that decided");
        return boost::hana::at_c<place<Contract>>(each_);
    }
    /// Whether the outcome that holds is that of this contract; it may be that of others too.
    template <class Contract>
    constexpr bool comes_from(Contract const& contract) const noexcept
    {
        return of(contract).outcome() == outcome_;
    }
    /// Whether the outcome comes from this contract, and by this term. As in `fixed_decision`, a label that the contract
    /// does not have is a compile error in a constant expression.
    template <class Contract>
    constexpr bool by(Contract const& contract, std::string_view label) const noexcept
    {
        return of(contract).by(label) && comes_from(contract);
    }
    /// Whether the request waits for something of this name, under any of the contracts that pause it. A name that none
    /// declares is a compile error in a constant expression, and false at run time.
    constexpr bool pends_on(std::string_view name) const noexcept
    {
        bool declared = name == "mission" || name == "date" || name == "use";
        bool pends = false;
        boost::hana::for_each(each_, [&](auto const& one) {
            bool const here = find_name(*one.view().rules, name_space::names, name) != nullptr;
            declared = declared || here;
            if (here || name == "mission" || name == "date" || name == "use") pends = pends || one.pends_on(name);
        });
        if (!declared) refuse_request("pends_on", name, "a name that a contract declares, `mission`, `date` or `use`");
        return pends && paused();
    }
    /// Calls `visit` with the rule set and the index of every term that the outcome comes from: contract by contract, in
    /// the order of each text.
    template <class Visit>
    constexpr void each_by(Visit const& visit) const noexcept
    {
        boost::hana::for_each(each_, [&](auto const& one) {
            if (one.outcome() != outcome_) return;
            decision const whole = one.view();
            for (std::uint32_t const term : whole.by) visit(*whole.rules, term);
        });
    }
    /// The decisions, one for each contract in their order.
    constexpr boost::hana::tuple<fixed_decision<Contracts::sizes>...> const& each() const noexcept { return each_; }

private:
    boost::hana::tuple<fixed_decision<Contracts::sizes>...> each_;
    enum outcome outcome_ = redline::outcome::permitted;
    enum ground ground_ = redline::ground::not_prohibited;
};

namespace typed {

/// Decides requests of several contracts, each by its own; where one of them is not valid, none is.
template <class... Contracts, std::size_t... I>
constexpr joint_decision<Contracts...> decide_each(request_view (&views)[sizeof...(Contracts)],
                                                   std::index_sequence<I...>) noexcept
{
    bool const valid = (views[I].valid && ...);
    ((views[I].valid = valid), ...);
    return joint_decision<Contracts...>{fixed_decision<Contracts::sizes>{Contracts::rules(), views[I]}...};
}

}  // namespace typed
}  // namespace redline::inline v0_1

BOOST_HANA_NAMESPACE_BEGIN
/// What makes Boost.Hana's algorithms walk contracts and decisions.
template <>
struct unpack_impl<redline::joint_tag> {
    /// Calls `f` with what there is for each contract, in their order. For Boost.Hana, not for users.
    template <class Joint, class F>
    static constexpr decltype(auto) apply(Joint const& joint, F&& f)
    {
        return unpack(joint.each(), static_cast<F&&>(f));
    }
};
BOOST_HANA_NAMESPACE_END
