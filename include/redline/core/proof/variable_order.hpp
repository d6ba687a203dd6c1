// The order in which diagrams ask for variables: those that terms ask for together stand together.
#pragma once

#include "sort.hpp"
#include "variable.hpp"

namespace redline::inline v0_1::proof {

/// What working out an order takes: `members` and `ends` for what each term asks for, the others by variable.
struct order_memory {
    std::uint32_t* members = nullptr;
    std::uint32_t member_capacity = 0;
    std::uint32_t* ends = nullptr;  // one for each term of both contracts
    std::uint64_t* weights = nullptr;
    std::uint32_t* counts = nullptr;
    std::uint32_t* rank = nullptr;
    std::uint32_t* tried = nullptr;
};

/// Orders variables by the barycentres of the terms that ask for them, again and again (the heuristic is known as FORCE:
/// Aloul, Markov and Sakallah, 2003), and keeps the order in which terms reach least far. Diagrams of terms that share no
/// variable then don't multiply. constexpr, noexcept, no heap; linear in what the terms ask for, but for sorting.
class variable_order {
public:
    constexpr variable_order(order_memory const& memory, std::uint32_t variables) noexcept
        : memory_{memory}, variables_{variables}
    {}

    /// Adds what one term asks for, through definitions too; a term that there is no more room for is left out.
    template <class VariableOf>
    constexpr void add(rule_set const& rules, term_entry const& term, VariableOf const& variable_of) noexcept
    {
        std::uint32_t const begin = size_;
        bool const fits = ask(rules, term.when, variable_of) && ask(rules, term.unless, variable_of);
        if (fits && size_ - begin > 1) memory_.ends[terms_++] = size_;
        else size_ = begin;
    }
    /// Improves an order, which lists the variables.
    constexpr void improve(std::uint32_t* order) noexcept
    {
        constexpr unsigned rounds = 12;
        for (std::uint32_t i = 0; i < variables_; ++i) memory_.tried[i] = order[i];
        std::uint64_t least = ~std::uint64_t{0};
        for (unsigned round = 0; round < rounds; ++round) {
            for (std::uint32_t i = 0; i < variables_; ++i) memory_.rank[memory_.tried[i]] = i;
            std::uint64_t const reach = pull();
            if (reach >= least && round > rounds / 2) break;
            if (reach < least) {
                least = reach;
                for (std::uint32_t i = 0; i < variables_; ++i) order[i] = memory_.tried[i];
            }
            sort(memory_.tried, variables_, [&](std::uint32_t a, std::uint32_t b) {
                return memory_.weights[a] != memory_.weights[b] ? memory_.weights[a] < memory_.weights[b]
                                                                : memory_.rank[a] < memory_.rank[b];
            });
        }
    }

private:
    template <class VariableOf>
    constexpr bool ask(rule_set const& rules, index_range condition, VariableOf const& variable_of) noexcept
    {
        for (std::uint32_t i = condition.first; i != condition.last; ++i) {
            condition_node const& n = rules.conditions[i];
            if (n.op == condition_op::definition) {
                if (!ask(rules, rules.definitions[n.subject].condition, variable_of)) return false;
                continue;
            }
            std::uint32_t const v = variable_of(n);
            if (v == none) continue;
            if (size_ == memory_.member_capacity) return false;
            memory_.members[size_++] = v;
        }
        return true;
    }
    /// Pulls every variable towards the middle of the terms that ask for it; gives how far the terms reach in all.
    constexpr std::uint64_t pull() noexcept
    {
        constexpr std::uint64_t unit = 1024;
        for (std::uint32_t v = 0; v < variables_; ++v) {
            memory_.weights[v] = 0;
            memory_.counts[v] = 0;
        }
        std::uint64_t reach = 0;
        std::uint32_t begin = 0;
        for (std::uint32_t t = 0; t < terms_; ++t) {
            std::uint32_t const end = memory_.ends[t];
            std::uint64_t sum = 0;
            std::uint32_t low = none;
            std::uint32_t high = 0;
            for (std::uint32_t i = begin; i != end; ++i) {
                std::uint32_t const at = memory_.rank[memory_.members[i]];
                sum += at;
                if (at < low) low = at;
                if (at > high) high = at;
            }
            reach += high - low;
            std::uint64_t const middle = sum * unit / (end - begin);
            for (std::uint32_t i = begin; i != end; ++i) {
                memory_.weights[memory_.members[i]] += middle;
                ++memory_.counts[memory_.members[i]];
            }
            begin = end;
        }
        for (std::uint32_t v = 0; v < variables_; ++v)
            memory_.weights[v] = memory_.counts[v] == 0 ? ~std::uint64_t{0} : memory_.weights[v] / memory_.counts[v];
        return reach;
    }

    order_memory memory_;
    std::uint32_t variables_;
    std::uint32_t size_ = 0;
    std::uint32_t terms_ = 0;
};

}  // namespace redline::inline v0_1::proof
