// Scenarios and assertions of a contract: its own tests, as flat data.
#pragma once

#include "assertion.hpp"
#include "request.hpp"

namespace redline::inline v0_1 {

/// One thing that a scenario gives.
enum class given_op : std::uint8_t {
    use,
    mission,    // form and index
    date,       // value: day
    slot,       // index: fact, slot and value
    empty_set,  // index: a fact of the type `any of`, of which nothing holds but what follows
    evidence,   // index, value: age in minutes
    safeguard,  // index, value: level
    chain       // index, value: chain_state
};
/// One thing that a `given` states; which members count, its `op` says.
struct given_entry {
    given_op op = given_op::use;
    kind_form form = kind_form::declared;
    std::uint32_t index = none;
    std::uint32_t slot = none;
    std::uint64_t value = 0;
};

/// The lists that an `expect` may name; those it leaves out are not checked.
enum class expected_list : std::uint8_t { by, pending, exceptions, log };
/// How many lists there are.
inline constexpr unsigned expected_list_count = 4;
/// One thing that an `expect` lists; `offset`, `length` and `line` say where it stands in the text.
struct expected_entry {
    expected_list list = expected_list::by;
    symbol_kind kind =
        symbol_kind::label;  // of what is pending; `mission` and `use` for the words, `nothing` for `date`
    std::uint32_t index = none;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t line = 0;
};

/// A scenario: ranges of `givens` and of `expected`, the outcome expected, and which lists are to be checked.
struct scenario_entry {
    text_ref title{};
    index_range givens{};
    index_range expected{};
    bool checks[expected_list_count] = {};
    enum outcome outcome = outcome::permitted;
    std::uint32_t offset = 0;  // of the expected outcome in the text
    std::uint32_t length = 0;
    std::uint32_t line = 0;
    std::uint32_t title_line = 0;
};

/// The scenarios and assertions of a contract.
struct scenario_set {
    array_view<scenario_entry> entries{};
    array_view<given_entry> givens{};
    array_view<expected_entry> expected{};
    array_view<assertion_entry> assertions{};
};

/// Makes `request` what a scenario gives; facts given are attested. Linear in what it gives; constexpr, no heap beyond
/// the request's own arrays.
constexpr void give(rule_set const& rules, scenario_set const& scenarios, scenario_entry const& scenario,
                    request_view& request) noexcept
{
    clear(rules, request);
    for (std::uint32_t i = scenario.givens.first; i != scenario.givens.last; ++i) {
        given_entry const& g = scenarios.givens[i];
        switch (g.op) {
        case given_op::use:
            if (request.use_count == request.use_capacity) request.valid = false;
            else request.uses[request.use_count++] = {g.form, g.index};
            break;
        case given_op::mission: request.mission = {g.form, g.index}; break;
        case given_op::date:
            request.has_date = true;
            request.date = static_cast<day_number>(static_cast<std::uint32_t>(g.value));
            break;
        case given_op::slot:
            request.attested[g.index] = rules.facts[g.index].from;
            set_slot(rules, request, g.index, g.slot, g.value);
            break;
        case given_op::empty_set: {
            fact_entry const& fact = rules.facts[g.index];
            request.attested[g.index] = fact.from;
            for (std::uint32_t s = 0; s < slots_of(fact); ++s) set_slot(rules, request, g.index, fact.slot + s, 0);
            break;
        }
        case given_op::evidence: request.evidence_age[g.index] = g.value; break;
        case given_op::safeguard: request.safeguard_level[g.index] = static_cast<std::uint32_t>(g.value); break;
        case given_op::chain: request.chains[g.index] = static_cast<chain_state>(g.value); break;
        }
    }
}

/// How many uses the scenario with the most of them gives.
constexpr std::uint32_t most_uses(scenario_set const& scenarios) noexcept
{
    std::uint32_t most = 1;
    for (scenario_entry const& s : scenarios.entries) {
        std::uint32_t uses = 0;
        for (std::uint32_t i = s.givens.first; i != s.givens.last; ++i)
            if (scenarios.givens[i].op == given_op::use) ++uses;
        if (uses > most) most = uses;
    }
    return most;
}

}  // namespace redline::inline v0_1
