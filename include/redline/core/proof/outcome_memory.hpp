// Tables of outcomes at run time, on the heap.
#pragma once

#include "../outcome.hpp"
#include "memory.hpp"
#include "outcome_build.hpp"
#include "outcome_space.hpp"

namespace redline::inline v0_1 {

namespace proof {

/// The request space of tables of outcomes, on the heap.
class outcome_space_on_heap {
public:
    explicit outcome_space_on_heap(rule_set const& rules)
        : of_{rules, nullptr, {true, nullptr}}, variables_(of_.view().variables.size),
          missions_(2 * std::size_t{rules.missions.size}), cells_(of_.view().cells.size + missions_.size()),
          levels_(cells_.size()), space_{space_of_outcomes(
                                      of_.view(), {variables_.data(), cells_.data(), levels_.data(), missions_.data()})}
    {}
    space const& view() const noexcept { return space_; }

private:
    space_on_heap of_;
    std::vector<variable> variables_;
    std::vector<elementary_kind> missions_;
    std::vector<std::uint64_t> cells_;
    std::vector<std::uint32_t> levels_;
    space space_;
};

}  // namespace proof

/// A table of outcomes on the heap; or none, where the rule set passes the budget.
class outcome_table_on_heap {
public:
    /// Whether the rule set passes the budget: there is no table then, and requests are for `decide`.
    bool too_large() const noexcept { return too_large_; }
    /// What `outcome_of` takes; valid as long as this object stays where it is.
    outcome_table view() const noexcept
    {
        auto const all = [](auto const& of) {
            using entry = typename std::decay_t<decltype(of)>::value_type;
            return array_view<entry>{of.data(), static_cast<std::uint32_t>(of.size())};
        };
        return {all(programs_), all(questions_), all(thresholds_), all(rows_), all(mission_cells_), width_};
    }
    /// How many bytes the table takes.
    std::size_t bytes() const noexcept
    {
        return programs_.size() * sizeof(proof::outcome_program) + questions_.size() * sizeof(proof::outcome_question) +
               (rows_.size() + mission_cells_.size()) * sizeof(std::uint32_t) +
               thresholds_.size() * sizeof(std::uint64_t);
    }

private:
    friend outcome_table_on_heap make_outcome_table(rule_set const& rules, proof::budget most);

    bool too_large_ = true;
    std::vector<proof::outcome_program> programs_;
    std::vector<proof::outcome_question> questions_;
    std::vector<std::uint64_t> thresholds_;
    std::vector<std::uint32_t> rows_, mission_cells_;
    std::uint32_t width_ = 1;
};

/// Makes the table that `outcome_of` walks; exact for requests with something unknown as well. What passes the budget gives
/// none. Allocates; may throw bad_alloc.
inline outcome_table_on_heap make_outcome_table(rule_set const& rules, proof::budget most = {})
{
    using namespace proof;
    outcome_table_on_heap made;
    outcome_space_on_heap const in{rules};
    space const& requests = in.view();
    diagram_on_heap nodes{requests, most};
    diagram& of = nodes.get();
    request_memory request{rules, 1};
    std::vector<lifted_condition> terms(2 * std::size_t{rules.terms.size}), definitions(rules.definitions.size);
    std::vector<node_ref> says(std::size_t{rules.terms.size} + 1), roots(program_count(rules));
    lifted_contract lifted{requests, 0, of, {request.view(), terms.data(), definitions.data(), says.data()}};
    lift_outcomes(lifted, roots.data());
    if (of.full()) return made;

    std::vector<std::uint32_t> stamps(of.size());
    std::vector<node_ref> waiting(of.size());
    std::vector<std::uint8_t> asked(requests.variables.size);
    outcome_rows first{requests, of, {roots.data(), stamps.data(), waiting.data(), asked.data()}};
    std::vector<outcome_first_row> first_rows(roots.size());
    std::vector<node_ref> rows(first.run(first_rows.data(), nullptr));
    first.run(first_rows.data(), rows.data());
    if (of.full()) return made;

    stamps.assign(of.size(), 0);
    std::vector<std::uint32_t> places(of.size());
    waiting.resize(of.size());
    std::vector<node_ref> next(of.size());
    asked.resize(requests.variable_of_level.size);
    outcome_builder build{requests,
                          of,
                          {roots.data(), first_rows.data(), rows.data(), stamps.data(), places.data(), waiting.data(),
                           next.data(), asked.data()}};
    std::uint64_t const most_rows = std::uint64_t{4} * most.nodes;
    outcome_sizes const sizes = build.measure(most_rows);
    if (sizes.rows > most_rows) return made;
    made.programs_.resize(sizes.programs);
    made.questions_.resize(sizes.questions);
    made.thresholds_.resize(sizes.thresholds);
    made.rows_.resize(static_cast<std::size_t>(sizes.rows));
    build.write({made.programs_.data(), made.questions_.data(), made.thresholds_.data(), made.rows_.data()});
    made.width_ = sizes.width;
    made.mission_cells_.resize(2 * std::size_t{rules.missions.size});
    number_missions(requests, made.mission_cells_.data());
    made.too_large_ = false;
    return made;
}

}  // namespace redline::inline v0_1
