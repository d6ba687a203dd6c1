// Proofs in constant expressions: all that they take, in memory of fixed size.
#pragma once

#include "../fixed.hpp"
#include "build_space.hpp"
#include "comparer.hpp"
#include "prover.hpp"

namespace redline::inline v0_1::proof {

/// A space of the sizes `S`, as a constant. Views are made when they are asked for, so that it can be copied.
template <space_sizes S>
class fixed_space {
public:
    constexpr fixed_space(rule_set const& before, rule_set const* after = nullptr, space_options options = {}) noexcept
    {
        cut_entry cuts[S.cells] = {};
        std::uint32_t asked[S.variables] = {};
        std::uint32_t renamed[S.variables] = {};
        std::uint32_t members[S.members] = {};
        std::uint32_t ends[S.terms + 1] = {};
        std::uint64_t weights[S.variables] = {};
        std::uint32_t counts[S.variables] = {};
        std::uint32_t rank[S.variables] = {};
        std::uint32_t tried[S.variables] = {};
        order_memory const order{members, S.members, ends, weights, counts, rank, tried};
        space_memory const memory{variables_, cells_, levels_, missions_, uses_,
                                  positions_, cuts,   asked,   renamed,   order};
        space const made = space_builder{memory, before, after, options}.build();
        variable_count_ = made.variables.size;
        cell_count_ = made.cells.size;
        level_count_ = made.variable_of_level.size;
        mission_count_ = made.missions.size;
        use_count_ = made.uses.size;
    }
    constexpr space view(rule_set const& before, rule_set const* after = nullptr) const noexcept
    {
        space s{};
        s.variables = {variables_, variable_count_};
        s.cells = {cells_, cell_count_};
        s.missions = {missions_, mission_count_};
        s.uses = {uses_, use_count_};
        s.variable_of_level = {levels_, level_count_};
        s.rules[0] = &before;
        s.rules[1] = after;
        s.subjects[0] = positions_of(before);
        s.positions[0] = positions_;
        if (after != nullptr) {
            s.subjects[1] = positions_of(*after);
            s.positions[1] = positions_ + s.subjects[0].end;
        }
        return s;
    }

private:
    variable variables_[S.variables] = {};
    std::uint64_t cells_[S.cells] = {};
    std::uint32_t levels_[S.cells] = {};
    elementary_kind missions_[S.missions + 1] = {};
    elementary_kind uses_[S.uses] = {};
    std::uint32_t positions_[S.positions] = {};
    std::uint32_t variable_count_ = 0, cell_count_ = 0, level_count_ = 0, mission_count_ = 0, use_count_ = 0;
};

/// A diagram of at most `Nodes` nodes, a power of two.
template <std::uint32_t Nodes>
class fixed_diagram {
public:
    constexpr diagram_memory view() noexcept
    {
        diagram_memory m{};
        m.nodes = nodes_;
        m.node_capacity = Nodes;
        m.buckets = buckets_;
        m.bucket_count = Nodes;
        m.results = results_;
        m.result_count = 2 * Nodes;
        m.most_depth = 200;  // compilers allow 512 calls in one another
        return m;
    }

private:
    diagram_node nodes_[Nodes] = {};
    std::uint32_t buckets_[Nodes] = {};
    remembered_result results_[2 * Nodes] = {};
};

/// What lifting a contract of the sizes `S` takes.
template <rule_set_sizes S>
class fixed_lift {
public:
    constexpr explicit fixed_lift(rule_set const& rules) noexcept : request_{rules} {}
    constexpr lift_memory view() noexcept { return {request_.view(), terms_, definitions_, says_}; }

private:
    fixed_request<S, 1> request_;
    lifted_condition terms_[2 * S.terms + 1] = {};
    lifted_condition definitions_[S.definitions + 1] = {};
    node_ref says_[S.terms + 1] = {};
};

/// The node counts that are tried one after the other in constant expressions.
inline constexpr std::uint32_t first_capacity = 512;
inline constexpr std::uint32_t last_capacity = std::uint32_t{1} << 15;

}  // namespace redline::inline v0_1::proof
