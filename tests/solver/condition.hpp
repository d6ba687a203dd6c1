// An independent oracle: conditions and scopes as formulas for z3, put down again from the language reference.
#pragma once

#include "space.hpp"
#include "truth.hpp"

#include <optional>

namespace redline_solver {

/// As what obtainable atoms are read: as the request has them, or obtained where they still can be.
enum class obtaining : std::uint8_t { as_given, all_that_can_be };
/// States of chains, as numbers.
inline constexpr std::uint64_t opened = 1, complete = 2, refused = 3;

/// Conditions of one contract of a space for one use, which may be an unknown. Language reference, "What is decided".
class condition_encoder {
public:
    condition_encoder(space& over, std::size_t which, number& use)
        : space_{over}, side_{over.sides.at(which)}, rules_{*side_.rules}, use_{use}
    {
        for (auto& memo : definitions_) memo.resize(rules_.definitions.size);
    }
    rule_set const& rules() const { return rules_; }
    contract_side const& side() const { return side_; }

    truth condition(redline::index_range range, bool absent, obtaining as = obtaining::as_given)
    {
        if (range.empty()) return constant(absent);
        std::vector<truth> stack;
        auto const take = [&] {
            truth const top = stack.back();
            stack.pop_back();
            return top;
        };
        for (std::uint32_t i = range.first; i != range.last; ++i) {
            redline::condition_node const& node = rules_.conditions[i];
            switch (node.op) {
            case redline::condition_op::negation: stack.push_back(!take()); break;
            case redline::condition_op::both: {
                truth const right = take();
                stack.push_back(take() & right);
                break;
            }
            case redline::condition_op::either: {
                truth const right = take();
                stack.push_back(take() | right);
                break;
            }
            default: stack.push_back(atom(node, as)); break;
            }
        }
        if (stack.size() != 1) throw std::logic_error{"a condition is not in postfix order"};
        return stack.front();
    }
    /// Of one use of a complete request, whose kind is known, it is never unknown what a scope covers.
    z3::expr covers(redline::scope_entry const& scope)
    {
        auto const any = [&](redline::index_range paths) {
            z3::expr some = space_.context.bool_val(false);
            for (std::uint32_t i = paths.first; i != paths.last; ++i)
                some = disjunction(some, use_at(rules_.scope_paths[i]));
            return some;
        };
        z3::expr const covered = scope.all ? space_.context.bool_val(true) : any(scope.paths);
        return covered.is_false() ? covered : conjunction(covered, negation(any(scope.exceptions)));
    }


protected:
    truth constant(bool value) { return truth{space_.context.bool_val(value)}; }
    z3::expr from_day(std::int64_t day)
    {
        std::int64_t const from = day_from_first(day);
        return space_.date->at_least(from < 0 ? 0 : static_cast<std::uint64_t>(from));
    }
    z3::expr use_at(std::uint32_t path) { return use_.within(side_.uses[path].first, side_.uses[path].second); }

    space& space_;
    contract_side const& side_;
    rule_set const& rules_;

private:
    truth atom(redline::condition_node const& node, obtaining as)
    {
        using redline::condition_op;
        std::uint32_t const s = node.subject;
        std::uint64_t const k = node.operand;
        auto const next = [](std::uint64_t n) { return n + 1; };
        auto const slot = [&]() -> number& { return *side_.slots.at(s); };
        bool const all = as == obtaining::all_that_can_be;
        switch (node.op) {
        case condition_op::flag:
        case condition_op::has: return truth{slot().at_least(1)};
        case condition_op::equals: return truth{slot().equals(k)};
        case condition_op::at_least: return truth{slot().at_least(k)};
        case condition_op::under: return truth{negation(slot().at_least(k))};
        case condition_op::over: return k == ~std::uint64_t{0} ? constant(false) : truth{slot().at_least(next(k))};
        case condition_op::at_most:
            return k == ~std::uint64_t{0} ? constant(true) : truth{negation(slot().at_least(next(k)))};
        case condition_op::equals_any:
        case condition_op::has_any: {
            z3::expr some = space_.context.bool_val(false);
            redline::index_range const range = node.alternatives();
            for (std::uint32_t i = range.first; i != range.last; ++i) {
                std::uint32_t const alternative = rules_.alternatives[i];
                some = disjunction(some, node.op == condition_op::has_any ? side_.slots.at(alternative)->at_least(1)
                                                                          : slot().equals(alternative));
            }
            return truth{some};
        }
        case condition_op::mission_is: return mission_within({side_.missions[s]});
        case condition_op::mission_sensitive: return sensitive();
        case condition_op::use_is: return truth{use_at(s)};
        case condition_op::date_from: return truth{from_day(static_cast<redline::day_number>(k))};
        case condition_op::date_before: return truth{negation(from_day(static_cast<redline::day_number>(k)))};
        case condition_op::evidence:  // "for ever" as an age means that it is not held
            if (all) return constant(true);
            return truth{negation(side_.evidence[s]->at_least(k == redline::unlimited ? k : next(k)))};
        case condition_op::safeguard: return all ? constant(true) : truth{side_.safeguards[s]->at_least(k)};
        case condition_op::signed_by:
        case condition_op::asked_of:
        case condition_op::waived_by: return chain(node.op, *side_.chains[s], all);
        case condition_op::definition: {
            auto& known = definitions_[static_cast<unsigned>(as)][s];
            if (!known) known = condition(rules_.definitions[s].condition, true, as);
            return *known;
        }
        default: throw std::logic_error{"no atom"};
        }
    }
    truth chain(redline::condition_op op, number& state, bool all)
    {
        if (op != redline::condition_op::waived_by && all) return truth{negation(state.equals(refused))};
        bool const asked_suffices = op == redline::condition_op::asked_of || all;
        return truth{asked_suffices ? state.within(opened, complete) : state.equals(complete)};
    }
    /// Whether the mission is one of these stretches of positions; unknown where this contract is given none.
    truth mission_within(std::vector<std::pair<std::uint32_t, std::uint32_t>> const& stretches)
    {
        z3::expr within = space_.context.bool_val(false);
        for (auto const& [first, last] : stretches) within = disjunction(within, space_.mission->within(first, last));
        z3::expr given = space_.context.bool_val(false);
        for (std::uint32_t m = 0; m != side_.mission_declared.size(); ++m)
            if (side_.mission_declared[m]) given = disjunction(given, space_.mission->equals(m));
        bool const always = !side_.mission_declared.empty() &&
                            std::find(side_.mission_declared.begin(), side_.mission_declared.end(), false) ==
                                side_.mission_declared.end();
        if (always) return truth{within};
        return {conjunction(given, within), disjunction(negation(given), within)};
    }
    truth sensitive()
    {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> stretches;
        for (std::uint32_t m = 0; m != rules_.missions.size; ++m)
            if (rules_.missions[m].sensitive) stretches.push_back(side_.missions[m]);
        return mission_within(stretches);
    }

    number& use_;
    std::vector<std::optional<truth>> definitions_[2];
};

}  // namespace redline_solver
