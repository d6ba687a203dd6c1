// The rules of the language as operations on diagrams: each does on terminals what decisions do, by the same functions.
#pragma once

#include "../meaning.hpp"
#include "diagram.hpp"

namespace redline::inline v0_1::proof {

// Diagrams of conditions have truth readings as terminals, those of terms and contracts outcomes.

constexpr node_ref terminal_of(truth_readings r) noexcept { return r.bits; }
constexpr node_ref terminal_of(outcome o) noexcept { return static_cast<node_ref>(o); }
constexpr truth_readings readings_of(node_ref terminal) noexcept { return {static_cast<std::uint8_t>(terminal)}; }
constexpr outcome outcome_of(node_ref terminal) noexcept { return static_cast<outcome>(terminal); }

inline constexpr node_ref all_false = terminal_of(truth_readings::alike(truth::no));
inline constexpr node_ref all_true = terminal_of(truth_readings::alike(truth::yes));

/// The terminals of conditions that have a value as given, as the bits of a set.
constexpr std::uint64_t readings_with(truth value) noexcept
{
    std::uint64_t all = 0;
    for (node_ref t = 0; t < 64; ++t)
        if (readings_of(t)[reading::as_given] == value) all |= std::uint64_t{1} << t;
    return all;
}

struct both_operation {
    static constexpr std::uint32_t id = 1;
    constexpr node_ref operator()(node_ref a, node_ref b) const noexcept
    {
        return terminal_of(both(readings_of(a), readings_of(b)));
    }
    constexpr node_ref shortcut(node_ref a, node_ref b) const noexcept
    {
        if (a == all_false || b == all_false) return all_false;
        return a == all_true || a == b ? b : b == all_true ? a : no_node;
    }
};
struct either_operation {
    static constexpr std::uint32_t id = 2;
    constexpr node_ref operator()(node_ref a, node_ref b) const noexcept
    {
        return terminal_of(either(readings_of(a), readings_of(b)));
    }
    constexpr node_ref shortcut(node_ref a, node_ref b) const noexcept
    {
        if (a == all_true || b == all_true) return all_true;
        return a == all_false || a == b ? b : b == all_false ? a : no_node;
    }
};
struct negation_operation {
    static constexpr std::uint32_t id = 3;
    constexpr node_ref operator()(node_ref a) const noexcept { return terminal_of(negation(readings_of(a))); }
};
/// What a prohibit form says, of A and X.
struct prohibition_operation {
    static constexpr std::uint32_t id = 4;
    constexpr node_ref operator()(node_ref applies, node_ref unless) const noexcept
    {
        return terminal_of(verdict_of_prohibition(readings_of(applies)[reading::as_given], readings_of(unless)));
    }
    constexpr node_ref shortcut(node_ref applies, node_ref unless) const noexcept
    {
        return applies == all_false || unless == all_true ? terminal_of(outcome::permitted) : no_node;
    }
};
/// What the baseline's term says of coverage.
struct coverage_operation {
    static constexpr std::uint32_t id = 5;
    constexpr node_ref operator()(node_ref coverage) const noexcept
    {
        return terminal_of(verdict_of_coverage(readings_of(coverage)[reading::as_given]));
    }
};
/// The strictest of two outcomes; where one lies outside of what is looked at, so does the result.
struct strictest_operation {
    static constexpr std::uint32_t id = 6;
    constexpr node_ref operator()(node_ref a, node_ref b) const noexcept { return a < b ? b : a; }
    constexpr node_ref shortcut(node_ref a, node_ref b) const noexcept
    {
        constexpr node_ref mildest = terminal_of(outcome::permitted);
        if (a == outside || b == outside) return outside;
        return a == mildest || a == b ? b : b == mildest ? a : no_node;
    }
    /// Stricter than every outcome: a request that a question does not ask about.
    static constexpr node_ref outside = 3;
};
/// The mildest of two outcomes: what several permit terms come to.
struct mildest_operation {
    static constexpr std::uint32_t id = 9;
    constexpr node_ref operator()(node_ref a, node_ref b) const noexcept { return a < b ? a : b; }
    constexpr node_ref shortcut(node_ref a, node_ref b) const noexcept
    {
        constexpr node_ref mildest = terminal_of(outcome::permitted);
        constexpr node_ref strictest = terminal_of(outcome::prohibited);
        if (a == mildest || b == mildest) return mildest;
        return a == strictest || a == b ? b : b == strictest ? a : no_node;
    }
};
/// Outcomes as far as a question tells them apart; what can't break it any more lies `outside`.
struct relevance_operation {
    std::uint8_t of[3] = {0, 1, 2};
    std::uint32_t id = 0;  // 16 and more, by `of`
    constexpr node_ref operator()(node_ref a) const noexcept { return a < 3 ? of[a] : a; }

    /// For a question that outcomes of a set break, given as bits.
    static constexpr relevance_operation of_breaking(std::uint64_t outcomes) noexcept
    {
        constexpr std::uint8_t outside = strictest_operation::outside;
        switch (outcomes) {
        case 1: return {{0, outside, outside}, 16};
        case 3: return {{0, 0, outside}, 17};
        case 4: return {{0, 0, 2}, 18};
        case 6: return {{0, 2, 2}, 19};
        default: return {{0, 1, 2}, 20};
        }
    }
};
/// Two outcomes side by side: before and after, or one term's and another's.
struct pair_operation {
    static constexpr std::uint32_t id = 7;
    constexpr node_ref operator()(node_ref a, node_ref b) const noexcept { return a * 4 + b; }
    constexpr node_ref shortcut(node_ref, node_ref) const noexcept { return no_node; }
};
/// Where two functions differ: 0 there, `outside` elsewhere.
struct differing_operation {
    static constexpr std::uint32_t id = 11;
    constexpr node_ref operator()(node_ref a, node_ref b) const noexcept
    {
        return a == b ? strictest_operation::outside : 0;
    }
    constexpr node_ref shortcut(node_ref a, node_ref b) const noexcept
    {
        return a == b ? strictest_operation::outside : no_node;
    }
};
/// Where a condition is true and another false: 0 there, `outside` elsewhere.
struct inside_operation {
    static constexpr std::uint32_t id = 8;
    constexpr node_ref operator()(node_ref holds, node_ref fails) const noexcept
    {
        bool const in = readings_of(holds)[reading::as_given] == truth::yes &&
                        readings_of(fails)[reading::as_given] == truth::no;
        return in ? 0 : strictest_operation::outside;
    }
    constexpr node_ref shortcut(node_ref holds, node_ref fails) const noexcept
    {
        return holds == all_false || fails == all_true ? strictest_operation::outside : no_node;
    }
};
/// Where a function comes to certain terminals, given as the bits of a set: 1 there, else 0.
struct among_operation {
    std::uint64_t terminals = 0;
    std::uint32_t id = 0;  // a fresh one
    constexpr node_ref operator()(node_ref a) const noexcept { return static_cast<node_ref>(terminals >> a & 1); }
};
constexpr node_ref among(diagram& in, node_ref f, std::uint64_t terminals) noexcept
{
    return in.map(among_operation{terminals, in.fresh_operation()}, f);
}

/// Where one outcome is stricter than another: 1, else 0.
struct exceeds_operation {
    static constexpr std::uint32_t id = 10;
    constexpr node_ref operator()(node_ref a, node_ref b) const noexcept { return a > b ? 1 : 0; }
    constexpr node_ref shortcut(node_ref a, node_ref b) const noexcept { return a == 0 || a == b ? 0 : no_node; }
};

}  // namespace redline::inline v0_1::proof
