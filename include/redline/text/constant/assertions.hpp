// Assertions proved in constant expressions: those of a contract, and questions that a program asks.
#pragma once

#include "../../core/proof/fixed.hpp"
#include "../../core/proof/words_request.hpp"
#include "scenarios.hpp"

namespace redline::inline v0_1::text::constant {

/// What a contract states of itself: a rule set, the text of its assertions, and these.
template <class Source>
struct stated_by {
    static constexpr rule_set const& rules() noexcept { return rules_of<Source>; }
    static constexpr array_view<assertion_entry> assertions() noexcept { return scenarios_of<Source>.assertions; }
    static constexpr char const* text() noexcept { return source_text<Source>; }
};

template <class Stated, std::uint32_t Use>
inline constexpr proof::fixed_space<proof::sizes_of_space(Stated::rules())> space_arrays{
    Stated::rules(), nullptr, {false, nullptr, Use}};

/// The request space of what is stated, its variables in an order for one elementary use.
template <class Stated, std::uint32_t Use>
inline constexpr proof::space space_for = space_arrays<Stated, Use>.view(Stated::rules());

/// How many elementary uses there are: each that is declared, known to the last, and `unlisted`.
template <class Stated>
inline constexpr std::uint32_t use_count = Stated::rules().uses.size + 1;

/// The first assertion that requests of one elementary use break, and the cells of that request.
template <std::uint32_t Variables>
struct assertion_result {
    proof::answer is = proof::answer::holds;
    std::uint32_t assertion = none;
    std::uint32_t cells[Variables + 1] = {};
};

/// Whether an assertion speaks of an elementary use.
template <class Stated>
constexpr bool is_asserted(std::uint32_t use) noexcept
{
    for (assertion_entry const& a : Stated::assertions())
        if (covers(Stated::rules(), a.scope, proof::elementary_use(Stated::rules(), use)) == truth::yes) return true;
    return false;
}

/// All assertions, for one elementary use: a constexpr variable for each, so that each has the compiler's budget to itself.
template <class Stated, std::uint32_t Use, std::uint32_t Capacity>
inline constexpr auto assertions_proved = [] {
    constexpr proof::space const& in = space_for<Stated, Use>;
    assertion_result<in.variables.size> result{};
    proof::fixed_diagram<Capacity> nodes{};
    proof::diagram to{nodes.view(), in.variable_of_level.data};
    proof::fixed_lift<redline::sizes_of(Stated::rules())> memory{Stated::rules()};
    proof::lifted_contract contract{in, 0, to, memory.view()};
    proof::node_ref roots[in.uses.size] = {};
    std::uint32_t fixed[in.variables.size + 1] = {};
    proof::prover proves{in, to, contract, roots, result.cells, fixed};
    for (std::uint32_t a = 0; a < Stated::assertions().size; ++a) {
        result.is = proves.prove(Stated::assertions()[a], Use).is;
        result.assertion = a;
        if (result.is != proof::answer::holds) break;
    }
    return result;
}();

/// What came of an elementary use, with as much memory as that takes.
template <class Stated, std::uint32_t Use, std::uint32_t Capacity = proof::first_capacity>
constexpr auto const& proved_for() noexcept
{
    if constexpr (assertions_proved<Stated, Use, Capacity>.is == proof::answer::too_large &&
                  Capacity < proof::last_capacity)
        return proved_for<Stated, Use, Capacity * 8>();
    else return assertions_proved<Stated, Use, Capacity>;
}

/// How many characters of a request a compile error shows.
inline constexpr std::uint32_t longest_witness = 400;

/// The request that breaks an assertion, in words.
template <class Stated, std::uint32_t Use>
inline constexpr auto witness_text = [] {
    constexpr proof::space const& in = space_for<Stated, Use>;
    fixed_request<redline::sizes_of(Stated::rules()), 1> memory{Stated::rules()};
    request_view request = memory.view();
    proof::give_cells(in, proved_for<Stated, Use>().cells, in.uses[Use], 0, request);
    return proof::request_in_words<longest_witness>(Stated::rules(), request);
}();

template <class Stated, std::uint32_t Use>
inline constexpr diagnostic broken_assertion = [] {
    constexpr auto const& result = proved_for<Stated, Use>();
    constexpr bool too_large = result.is == proof::answer::too_large;
    diagnostic memory[1] = {};
    problems wrong{Stated::text(), memory, 1};
    assertion_entry const& a = Stated::assertions()[result.assertion];
    diagnostic& d =
        wrong.report(too_large ? code::proof_too_large : code::assertion_broken, a.offset, a.length, a.line);
    d.limit = proof::last_capacity;
    if constexpr (!too_large) d.detail = witness_text<Stated, Use>.view();
    return memory[0];
}();

/// The first assertion that does not hold, of the first elementary use that breaks one; or null.
template <class Stated, std::uint32_t Use = 0>
constexpr diagnostic const* failed_assertion() noexcept
{
    if constexpr (Stated::assertions().empty()) return nullptr;
    else if constexpr (Use == use_count<Stated>) return nullptr;
    else if constexpr (!is_asserted<Stated>(Use)) return failed_assertion<Stated, Use + 1>();
    else if constexpr (proved_for<Stated, Use>().is != proof::answer::holds) return &broken_assertion<Stated, Use>;
    else return failed_assertion<Stated, Use + 1>();
}

}  // namespace redline::inline v0_1::text::constant
