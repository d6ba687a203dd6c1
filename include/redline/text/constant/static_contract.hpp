// What `compile` gives: a contract whose rule set is constant data of the program.
#pragma once

#include "../../core/fixed_decision.hpp"
#include "digest.hpp"
#include "scenarios.hpp"

namespace redline {

/// A contract that was compiled from text in C++ source. An empty object: its rule set is a constant of the program.
///
/// Everything here is constexpr and noexcept and needs no heap.
template <class Source>
class static_contract {
public:
    /// Where its text comes from.
    using source = Source;

    /// The sizes that requests and workspaces of this contract have.
    static constexpr rule_set_sizes sizes = redline::sizes_of(text::constant::rules_of<Source>);

    /// The rule set. Its `digest` is null: computing it costs the compiler time that most programs need not spend; see
    /// `rules_with_digest`.
    static constexpr rule_set const& rules() noexcept { return text::constant::rules_of<Source>; }
    constexpr operator rule_set const&() const noexcept { return rules(); }

    /// SHA-256 of the contract's tokens, computed by the compiler where a program asks for it.
    static constexpr sha256_digest const& digest() noexcept { return text::constant::digest_of<Source>; }
    static constexpr rule_set rules_with_digest() noexcept
    {
        rule_set r = rules();
        r.digest = &text::constant::digest_of<Source>;
        return r;
    }

    /// A request that says nothing yet, to be filled by name.
    static constexpr named_request<sizes> request() noexcept { return named_request<sizes>{rules()}; }

    /// Decides a request. In constant expressions and in hot loops alike; the decision owns what it says.
    static constexpr fixed_decision<sizes> decide(named_request<sizes> request) noexcept
    {
        return fixed_decision<sizes>{rules(), request.view()};
    }
};

}  // namespace redline
