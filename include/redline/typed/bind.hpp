// bind: a program's own struct as the request of a contract.
#pragma once

#include "contract.hpp"
#include "fill.hpp"
#include "show.hpp"

#include "../core/outcome.hpp"

namespace redline::inline v0_1 {

/// A struct bound to one contract: what `bind` gives. An empty object. constexpr and noexcept throughout, no heap.
template <class Struct, class Contract, class... Options>
class bound_contract {
    using binding = typed::binding<Struct, typed::contract_list<Contract>, typed::option_list<Options...>>;

public:
    using request_type = fixed_request<Contract::sizes, typed::most_uses_of<binding>>;

    /// The rule set of the contract.
    static constexpr rule_set const& rules() noexcept { return Contract::rules(); }

    /// The request that the struct comes to, for who decides in a workspace of their own. A value that no request can hold
    /// (a negative count, a number that no enumerator has, a day that the calendar lacks) makes it not valid, and in a
    /// constant expression does not compile.
    static constexpr request_type request(Struct const& asked) noexcept
    {
        request_type memory{rules()};
        request_view view = memory.view();
        typed::fill<binding, Contract>(view, asked);
        memory.keep(view);
        return memory;
    }
    /// Decides; language reference, "What is decided". A request that is not valid is prohibited with the ground
    /// `not_valid`.
    static constexpr fixed_decision<Contract::sizes> decide(Struct const& asked) noexcept
    {
        request_type memory{rules()};
        request_view view = memory.view();
        typed::fill<binding, Contract>(view, asked);
        return fixed_decision<Contract::sizes>{rules(), view};
    }
    /// The outcome alone: that of `decide`. Of a contract with a table of outcomes, it takes as long as the uses depend on
    /// things, however many terms ask for them; see `outcome_of`.
    static constexpr enum outcome outcome(Struct const& asked) noexcept
    {
        if constexpr (requires { Contract::outcomes(); }) {
            request_type memory = request(asked);
            return outcome_of(rules(), Contract::outcomes(), memory.view());
        }
        else return decide(asked).outcome();
    }
};

namespace typed {

/// Whether `bind` was given a struct of Boost.Hana and options; a compile error where it was not.
template <class Struct, class... Options>
constexpr bool are_bindable() noexcept
{
    constexpr bool is_struct = hana::Struct<Struct>::value;
    constexpr bool are_options = (option_data<Options>::known && ...);
    static_assert(is_struct, "redline: bind takes a struct that Boost.Hana knows, by BOOST_HANA_DEFINE_STRUCT or "
                             "BOOST_HANA_ADAPT_STRUCT");
    static_assert(are_options, "redline: behind the contract, bind takes left_unknown, never_asked and renamed");
    return is_struct && are_options;
}

}  // namespace typed

/// Binds a program's struct to a contract, so that its objects are requests.
///
///     enum class purpose { drafting, trading };
///     struct task {
///         BOOST_HANA_DEFINE_STRUCT(task, (purpose, use), (bool, lawful), (std::optional<unsigned>, amount));
///     };
///     constexpr auto desk = redline::bind<task>(terms);
///     static_assert(desk.decide({purpose::drafting, true, {}}).permitted());
///
/// Members are matched by name and type: docs/typed.md lists what fits what. A member that the contract does not know, a
/// type that does not fit, enumerators that are missing or too many, and a fact that the struct lacks and `options` do not
/// name are compile errors that name `binding_error` and say what would fit. `options` are `left_unknown`, `never_asked`
/// and `renamed`. Nothing is left to look up at run time. constexpr, no heap.
template <class Struct, compiled_contract Contract, class... Options>
constexpr auto bind(Contract const&, Options const&...) noexcept
{
    if constexpr (typed::are_bindable<Struct, Options...>()) {
        using binding = typed::binding<Struct, typed::contract_list<Contract>, typed::option_list<Options...>>;
        if constexpr (!typed::fits<binding>) typed::show<typed::wrong_struct<binding>>();
        return bound_contract<Struct, Contract, Options...>{};
    }
}

}  // namespace redline::inline v0_1
