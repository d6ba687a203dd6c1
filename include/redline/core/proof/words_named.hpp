// Which numbers a contract names, and how: the forms in which conditions are best said.
#pragma once

#include "space.hpp"

#include <map>
#include <utility>

namespace redline::inline v0_1::proof {

/// How a threshold is said: `at least N` and `under N`, or `over N - 1` and `at most N - 1`.
enum class threshold_form : std::uint8_t { at_least, over };

/// What the conditions of one contract, or of two, name of each variable. Made once for a space; on the heap.
class named_thresholds {
public:
    explicit named_thresholds(space const& in)
    {
        for (unsigned side = 0; side < most_sides; ++side) {
            if (in.rules[side] == nullptr) continue;
            for (condition_node const& n : in.rules[side]->conditions) {
                std::uint32_t const v = in.variable_of(side, n);
                if (v != none) note(v, n);
            }
        }
    }
    /// The form whose number the contract itself writes; a comparison counts more than `is`.
    threshold_form form_of(std::uint32_t variable, std::uint64_t threshold) const
    {
        auto const found = forms_.find({variable, threshold});
        unsigned const forms = found == forms_.end() ? 0 : found->second;
        return (forms & compared_at_least) != 0 ? threshold_form::at_least
               : (forms & compared_over) != 0   ? threshold_form::over
               : (forms & equals) != 0          ? threshold_form::at_least
               : (forms & equals_below) != 0    ? threshold_form::over
                                                : threshold_form::at_least;
    }
    /// Whether the contract speaks of a chain as one that waives, and nowhere of it as one that signs.
    bool only_waives(std::uint32_t variable) const
    {
        auto const found = forms_.find({variable, 0});
        return found != forms_.end() && (found->second & (waives | signs)) == waives;
    }

private:
    static constexpr unsigned compared_at_least = 1, compared_over = 2, equals = 4, equals_below = 8, waives = 16,
                              signs = 32;

    void note(std::uint32_t v, condition_node const& n)
    {
        auto const add = [&](std::uint64_t threshold, unsigned form) { forms_[{v, threshold}] |= form; };
        switch (n.op) {
        case condition_op::at_least:
        case condition_op::under: return add(n.operand, compared_at_least);
        case condition_op::at_most:
        case condition_op::over: return add(n.operand + 1, compared_over);
        case condition_op::equals: add(n.operand, equals); return add(n.operand + 1, equals_below);
        case condition_op::waived_by: return add(0, waives);
        case condition_op::signed_by: return add(0, signs);
        default: return;
        }
    }

    std::map<std::pair<std::uint32_t, std::uint64_t>, unsigned> forms_;
};

}  // namespace redline::inline v0_1::proof
