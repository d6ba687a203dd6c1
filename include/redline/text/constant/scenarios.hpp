// Scenarios, run in constant evaluation.
#pragma once

#include "../run_scenario.hpp"
#include "../../core/fixed.hpp"
#include "../expand/locate_scenarios.hpp"
#include "drafts.hpp"

namespace redline::inline v0_1::text::constant {

/// How many scenarios one evaluation runs.
inline constexpr std::uint32_t scenarios_at_a_time = 4;

template <class Source>
inline constexpr rule_set rules_of = view_of(whole<Source>.arrays, whole<Source>.filled, whole<Source>.header);

/// The scenarios and assertions of an expanded text, with the lines that they were written in.
template <class Source>
struct located_tests {
    entries<scenario_entry, whole<Source>.filled.scenarios> scenarios{};
    entries<assertion_entry, whole<Source>.filled.assertions> assertions{};
};
template <class Source>
inline constexpr auto located_tests_of = [] {
    located_tests<Source> all{};
    for (std::uint32_t i = 0; i < whole<Source>.filled.scenarios; ++i) {
        all.scenarios.of[i] = whole<Source>.arrays.scenarios.of[i];
        locate(expansion<Source>::map, all.scenarios.of[i]);
    }
    for (std::uint32_t i = 0; i < whole<Source>.filled.assertions; ++i) {
        all.assertions.of[i] = whole<Source>.arrays.assertions.of[i];
        locate(expansion<Source>::map, all.assertions.of[i]);
    }
    return all;
}();
template <class Source>
constexpr auto const& tests_of() noexcept
{
    if constexpr (is_expanded<Source>) return located_tests_of<Source>;
    else return whole<Source>.arrays;
}
template <class Source>
inline constexpr scenario_set scenarios_of{{tests_of<Source>().scenarios.of, whole<Source>.filled.scenarios},
                                           {whole<Source>.arrays.givens.of, whole<Source>.filled.givens},
                                           {whole<Source>.arrays.expected.of, whole<Source>.filled.expected},
                                           {tests_of<Source>().assertions.of, whole<Source>.filled.assertions}};

struct scenario_result {
    diagnostic first_wrong{};
    bool wrong = false;
};

/// Runs scenarios from `First` on.
template <class Source, std::uint32_t First>
inline constexpr scenario_result scenarios_run = [] {
    scenario_result result{};
    diagnostic memory[kept_problems] = {};
    problems wrong{source_text<Source>, memory, kept_problems};
    constexpr rule_set_sizes sizes = redline::sizes_of(rules_of<Source>);
    fixed_request<sizes, most_uses(scenarios_of<Source>)> request{rules_of<Source>};
    fixed_workspace<sizes> memory_of_work{};
    workspace_view work = memory_of_work.view();
    scenario_check check{rules_of<Source>, scenarios_of<Source>, wrong};
    request_view to = request.view();
    for (std::uint32_t i = First; i < scenarios_of<Source>.entries.size && i < First + scenarios_at_a_time; ++i)
        check.run(scenarios_of<Source>.entries[i], to, work);
    result.wrong = wrong.any();
    result.first_wrong = memory[0];
    return result;
}();

/// The first scenario that comes out otherwise, or null.
template <class Source, std::uint32_t First = 0>
constexpr diagnostic const* failed_scenario() noexcept
{
    if constexpr (First >= scenarios_of<Source>.entries.size) return nullptr;
    else if constexpr (scenarios_run<Source, First>.wrong) return &scenarios_run<Source, First>.first_wrong;
    else return failed_scenario<Source, First + scenarios_at_a_time>();
}

}  // namespace redline::inline v0_1::text::constant
