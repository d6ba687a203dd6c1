// A contract whose rule set is a constant of the program: the one shape of all that are known when a program is compiled.
#pragma once

#include "fixed_decision.hpp"
#include "outcome.hpp"

namespace redline::inline v0_1 {

/// A contract whose rule set is constant data of the program, wherever that comes from: an empty object, which finds all it
/// has by its type.
///
/// `Data` has two static constexpr members, `rules()`, a `rule_set const&` to a constant, and `digest()`, a
/// `sha256_digest const&`; and it may have a third, `outcomes()`, an `outcome_table const&` that was made of these rules.
/// Everything here is constexpr and noexcept and needs no heap; language reference, "What is decided".
template <class Data>
class constant_contract {
public:
    /// The sizes that requests and workspaces of this contract have.
    static constexpr rule_set_sizes sizes = redline::sizes_of(Data::rules());

    /// Whether there is a table of outcomes, which `outcome` then asks.
    static constexpr bool has_outcomes = requires { Data::outcomes(); };

    /// The rule set, the same object at every call. Its `digest` may be null; see `rules_with_digest`.
    static constexpr rule_set const& rules() noexcept { return Data::rules(); }
    /// The rule set.
    constexpr operator rule_set const&() const noexcept { return rules(); }

    /// SHA-256 of the contract's tokens; where it is not there yet, computed by the compiler if a program asks for it.
    static constexpr sha256_digest const& digest() noexcept { return Data::digest(); }
    /// The rule set with its digest, which the compiler may have to compute.
    static constexpr rule_set rules_with_digest() noexcept
    {
        rule_set r = rules();
        r.digest = &Data::digest();
        return r;
    }

    /// The table of outcomes, where there is one.
    static constexpr outcome_table const& outcomes() noexcept requires has_outcomes { return Data::outcomes(); }

    /// A request that says nothing yet, to be filled by name.
    static constexpr named_request<sizes> request() noexcept { return named_request<sizes>{rules()}; }

    /// Decides a request. In constant expressions and in hot loops alike; the decision owns what it says.
    static constexpr fixed_decision<sizes> decide(named_request<sizes> request) noexcept
    {
        return fixed_decision<sizes>{rules(), request.view()};
    }

    /// The outcome of a request alone: that of `decide`. Where there is a table of outcomes, it takes as long as the request's
    /// uses depend on things, however many terms ask for them; see `outcome_of`.
    static constexpr enum outcome outcome(named_request<sizes> request) noexcept
    {
        if constexpr (has_outcomes) return outcome_of(rules(), Data::outcomes(), request.view());
        else return decide(request).outcome();
    }
};

}  // namespace redline::inline v0_1
