// Proofs at run time: all that they take, on the heap, growing as it has to.
#pragma once

#include "../heap.hpp"
#include "build_space.hpp"
#include "prover.hpp"

#include <vector>

namespace redline::inline v0_1::proof {

/// How large a proof may grow: nodes of its diagram (20 bytes each, and twice as much for what it remembers), and steps,
/// each a few nanoseconds. What passes either is `too_large`, and never a hang.
struct budget {
    std::uint32_t nodes = std::uint32_t{1} << 22;
    std::uint64_t steps = std::uint64_t{1} << 29;
};

/// A space on the heap.
class space_on_heap {
public:
    explicit space_on_heap(rule_set const& before, rule_set const* after = nullptr, space_options options = {},
                           rule_set const* third = nullptr)
    {
        space_sizes const n = sizes_of_space(before, after, third);
        variables_.resize(n.variables);
        cells_.resize(n.cells);
        levels_.resize(n.cells);
        missions_.resize(n.missions);
        if (options.uses.empty()) uses_.resize(n.uses);
        positions_.resize(n.positions);
        std::vector<cut_entry> cuts(n.cells);
        std::vector<std::uint32_t> asked(n.variables), renamed(n.variables), counts(n.variables), rank(n.variables),
            tried(n.variables), members(n.members), ends(n.terms + 1);
        std::vector<std::uint64_t> weights(n.variables);
        order_memory const order{members.data(), n.members,   ends.data(), weights.data(),
                                 counts.data(),  rank.data(), tried.data()};
        space_memory const memory{variables_.data(), cells_.data(), levels_.data(), missions_.data(), uses_.data(),
                                  positions_.data(), cuts.data(),   asked.data(),   renamed.data(),   order};
        space_ = space_builder{memory, before, after, options, third}.build();
    }
    space const& view() const noexcept { return space_; }

private:
    std::vector<variable> variables_;
    std::vector<std::uint64_t> cells_;
    std::vector<std::uint32_t> levels_;
    std::vector<elementary_kind> missions_, uses_;
    std::vector<std::uint32_t> positions_;
    space space_;
};

/// A diagram on the heap, which doubles its memory as often as its budget allows.
class diagram_on_heap {
public:
    diagram_on_heap(space const& in, budget most)
        : most_{most}, memory_{made()}, diagram_{memory_, in.variable_of_level.data}
    {}
    diagram_on_heap(diagram_on_heap const&) = delete;
    diagram_on_heap& operator=(diagram_on_heap const&) = delete;

    diagram& get() noexcept { return diagram_; }

private:
    static constexpr std::uint32_t at_first = 1024;

    diagram_memory made()
    {
        resize(at_first);
        diagram_memory m{};
        point(m);
        m.most_steps = most_.steps;
        m.grow = grow;
        m.owner = this;
        return m;
    }
    void resize(std::uint32_t nodes)
    {
        nodes_.resize(nodes);
        buckets_.assign(nodes, 0);
        results_.assign(2 * std::size_t{nodes}, {});
    }
    void point(diagram_memory& m) noexcept
    {
        m.nodes = nodes_.data();
        m.node_capacity = static_cast<std::uint32_t>(nodes_.size());
        m.buckets = buckets_.data();
        m.bucket_count = static_cast<std::uint32_t>(buckets_.size());
        m.results = results_.data();
        m.result_count = static_cast<std::uint32_t>(results_.size());
    }
    static bool grow(diagram_memory& m, void* owner) noexcept
    {
        auto& self = *static_cast<diagram_on_heap*>(owner);
        if (self.nodes_.size() * 2 > self.most_.nodes) return false;
        try {
            self.resize(static_cast<std::uint32_t>(self.nodes_.size() * 2));
        }
        catch (...) {
            return false;
        }
        self.point(m);
        return true;
    }

    budget most_;
    std::vector<diagram_node> nodes_;
    std::vector<std::uint32_t> buckets_;
    std::vector<remembered_result> results_;
    diagram_memory memory_;
    diagram diagram_;
};

/// All that answers questions about one contract takes, on the heap. What it refers to must outlive it.
class contract_proof {
public:
    explicit contract_proof(rule_set const& rules, budget most = {}, space_options options = {})
        : space_{rules, nullptr, options}, diagram_{space_.view(), most}, request_{rules, 1},
          terms_(2 * std::size_t{rules.terms.size}), definitions_(rules.definitions.size),
          says_(rules.terms.size + 1), lifted_{space_.view(),
                                               0,
                                               diagram_.get(),
                                               {request_.view(), terms_.data(), definitions_.data(), says_.data()}},
          roots_(space_.view().uses.size), cells_(space_.view().variables.size),
          fixed_(cells_.size()), prover_{space_.view(), diagram_.get(), lifted_,
                                         roots_.data(), cells_.data(),  fixed_.data()}
    {}
    contract_proof(contract_proof const&) = delete;
    contract_proof& operator=(contract_proof const&) = delete;

    space const& requests() const noexcept { return space_.view(); }
    diagram& nodes() noexcept { return diagram_.get(); }
    lifted_contract& contract() noexcept { return lifted_; }
    prover& proves() noexcept { return prover_; }

private:
    space_on_heap space_;
    diagram_on_heap diagram_;
    request_memory request_;
    std::vector<lifted_condition> terms_, definitions_;
    std::vector<node_ref> says_;
    lifted_contract lifted_;
    std::vector<node_ref> roots_;
    std::vector<std::uint32_t> cells_, fixed_;
    prover prover_;
};

}  // namespace redline::inline v0_1::proof
