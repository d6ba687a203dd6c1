#include "scenario_results.hpp"

#include "assertion_results.hpp"
#include "characters.hpp"
#include "progress.hpp"
#include "why_failed.hpp"

#include "redline/text/memory.hpp"
#include "redline/text/run_scenario.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

std::string came_out(rule_set const& rules, decision const& d)
{
    std::string text{name_of(d.outcome)};
    char const* before = " by ";
    for (std::uint32_t const t : d.by) {
        text.append(before).append(rules(rules.terms[t].label));
        before = ", ";
    }
    return text;
}

}  // namespace

std::size_t count_failed(std::vector<test_result> const& results) noexcept
{
    return static_cast<std::size_t>(
        std::count_if(results.begin(), results.end(), [](test_result const& r) { return !r.ok(); }));
}

bool test_results::ok() const noexcept
{
    return errors.empty() && count_failed(scenarios) == 0 && count_failed(assertions) == 0;
}

test_results run_tests(source const& file, contract const& c, bool uses)
{
    test_results results;
    results.file = file.name;
    if (!c.testable) {
        results.errors = findings_of(file, c);
        return results;
    }
    rule_set const& rules = c.rules_to_test;
    request_memory request{rules, most_uses(c.scenarios)};
    workspace work{rules};
    std::vector<text::diagnostic> room(256);
    std::vector<bool> decided(rules.terms.size);
    progress shown{"testing", c.scenarios.entries.size};
    for (scenario_entry const& s : c.scenarios.entries) {
        text::problems wrong{c.expanded.data(), room.data(), static_cast<std::uint32_t>(room.size())};
        text::scenario_check{rules, c.scenarios, wrong}.run(s, request.view(), work.view());
        test_result one{printable(rules(s.title)), s.title_line, {}, {}};
        for (std::uint32_t i = 0; i < wrong.found.size; ++i) {
            c.map.locate(room[i]);
            one.wrong.push_back(finding_of(file.name, c, room[i]));
        }
        std::stable_sort(one.wrong.begin(), one.wrong.end(),
                         [](finding const& a, finding const& b) { return a.offset < b.offset; });
        decision const d = decide(rules, request.view(), work.view());
        one.came_out = came_out(rules, d);
        if (!one.ok()) one.why = why_failed(rules, s, request.view(), d);
        results.scenarios.push_back(std::move(one));
        shown.step();
        for (std::uint32_t const t : d.by) decided[t] = true;
        results.came_out[static_cast<unsigned>(d.outcome)] = true;
    }
    for (std::uint32_t t = 0; t < rules.terms.size; ++t) {
        if (rules.terms[t].kind > term_kind::trigger) continue;
        ++results.deciding_terms;
        if (!decided[t]) results.never.push_back(std::string{rules(rules.terms[t].label)});
    }
    results.assertions = results_of_assertions(file, c);
    if (uses) results.uses = coverage_of_uses(rules, c.scenarios);
    return results;
}

}  // namespace redline::tool
