// Reduced, ordered decision diagrams over variables of ordered cells, with small numbers as terminals.
#pragma once

#include <cstdint>

namespace redline::inline v0_1::proof {

/// A function of the request: below `terminal_count` the number that it always comes to, else a node.
using node_ref = std::uint32_t;
inline constexpr node_ref terminal_count = 256;
inline constexpr node_ref no_node = 0xFFFFFFFFu;
constexpr bool is_terminal(node_ref r) noexcept { return r < terminal_count; }

/// A node asks whether a variable has reached a threshold. Levels number the pairs of a variable and one of its thresholds,
/// those of one variable in a row and ascending. `below` is what holds below the threshold and asks nothing more of the
/// variable; `above` may ask for a higher threshold, whose `below` then differs. So equal functions are equal nodes.
struct diagram_node {
    std::uint32_t level = 0;
    node_ref below = 0;
    node_ref above = 0;
    std::uint32_t next = 0;   // of the same bucket, one more than its index; 0: none
    std::uint32_t depth = 0;  // how many nodes the longest way from here meets
};
/// The result of an operation that was worked out before.
struct remembered_result {
    std::uint32_t operation = 0;
    node_ref a = 0, b = 0, result = 0;
};

/// The memory of a diagram, which somebody else owns and has set to zeros. The numbers of buckets and results are powers of
/// two. `grow` makes room for more nodes, where it isn't null and there is more to be had.
struct diagram_memory {
    diagram_node* nodes = nullptr;
    std::uint32_t node_capacity = 0;
    std::uint32_t* buckets = nullptr;
    std::uint32_t bucket_count = 0;
    remembered_result* results = nullptr;
    std::uint32_t result_count = 0;
    std::uint64_t most_steps = ~std::uint64_t{0};
    std::uint32_t most_depth = 4000;  // operations recurse twice as deep
    bool (*grow)(diagram_memory&, void* owner) noexcept = nullptr;
    void* owner = nullptr;
};

/// Nodes that share all that is equal, and operations on them.
///
/// An operation is what to do with terminals: a type with `id`, by which results are remembered, `operator()` on two
/// terminals, and `shortcut`, which gives a result that needs no look at both sides, or `no_node`. Where there is no more
/// room, a diagram gets too deep, or operations took too many steps, `full` is true, and no result means anything.
/// constexpr, noexcept, no heap of its own; operations recurse at most twice as deep as diagrams may get.
class diagram {
public:
    /// `variable_of_level` says for each level whose thresholds it stands for.
    constexpr diagram(diagram_memory const& memory, std::uint32_t const* variable_of_level) noexcept
        : memory_{memory}, variable_of_level_{variable_of_level}
    {}

    constexpr bool full() const noexcept { return full_; }
    constexpr std::uint32_t size() const noexcept { return size_; }
    constexpr std::uint64_t steps() const noexcept { return steps_; }
    constexpr diagram_node const& operator[](node_ref r) const noexcept { return memory_.nodes[r - terminal_count]; }
    constexpr std::uint32_t variable_of(std::uint32_t level) const noexcept { return variable_of_level_[level]; }
    /// Counts work that is done outside, so that it too comes to an end; whether there may be more.
    constexpr bool spend(std::uint64_t steps) noexcept
    {
        steps_ += steps;
        if (steps_ > memory_.most_steps) full_ = true;
        return !full_;
    }
    /// An id that no operation has, for one whose results are of use for a while only.
    constexpr std::uint32_t fresh_operation() noexcept { return ++last_operation_; }

    /// The node that asks for a level, or what it comes to where it need not be asked.
    constexpr node_ref make(std::uint32_t level, node_ref below, node_ref above) noexcept
    {
        if (below == above) return below;
        if (!is_terminal(above) && variable_of_level_[(*this)[above].level] == variable_of_level_[level] &&
            (*this)[above].below == below)
            return above;
        std::uint32_t bucket = bucket_of(level, below, above);
        for (std::uint32_t i = memory_.buckets[bucket]; i != 0; i = memory_.nodes[i - 1].next) {
            diagram_node const& n = memory_.nodes[i - 1];
            if (n.level == level && n.below == below && n.above == above) return i - 1 + terminal_count;
        }
        std::uint32_t const depth = 1 + (depth_of(below) > depth_of(above) ? depth_of(below) : depth_of(above));
        if (depth > memory_.most_depth) {
            full_ = true;
            return 0;
        }
        if (size_ == memory_.node_capacity) {
            if (!more_room()) return 0;
            bucket = bucket_of(level, below, above);
        }
        memory_.nodes[size_] = {level, below, above, memory_.buckets[bucket], depth};
        memory_.buckets[bucket] = ++size_;
        return size_ - 1 + terminal_count;
    }

    /// What an operation makes of two functions, everywhere.
    template <class Operation>
    constexpr node_ref combine(Operation const& operation, node_ref a, node_ref b) noexcept
    {
        if (is_terminal(a) && is_terminal(b)) return operation(a, b);
        node_ref const at_once = operation.shortcut(a, b);
        if (at_once != no_node) return at_once;
        if (!spend(1)) return 0;
        {
            remembered_result const& r = memory_.results[place_of(operation.id, a, b)];
            if (r.operation == operation.id && r.a == a && r.b == b) return r.result;
        }
        std::uint32_t const level_a = level_of(a);
        std::uint32_t const level_b = level_of(b);
        std::uint32_t const level = level_a < level_b ? level_a : level_b;
        node_ref a_below = a, a_above = a, b_below = b, b_above = b;
        split(a, level_a, level, a_below, a_above);
        split(b, level_b, level, b_below, b_above);
        node_ref const below = combine(operation, a_below, b_below);
        node_ref const above = combine(operation, a_above, b_above);
        node_ref const result = make(level, below, above);
        memory_.results[place_of(operation.id, a, b)] = {operation.id, a, b, result};
        return result;
    }
    /// What an operation makes of one function, everywhere; it is given terminals alone.
    template <class Operation>
    constexpr node_ref map(Operation const& operation, node_ref a) noexcept
    {
        if (is_terminal(a)) return operation(a);
        if (!spend(1)) return 0;
        {
            remembered_result const& r = memory_.results[place_of(operation.id, a, no_node)];
            if (r.operation == operation.id && r.a == a && r.b == no_node) return r.result;
        }
        std::uint32_t const level = (*this)[a].level;
        node_ref const below = map(operation, (*this)[a].below);
        node_ref const above = map(operation, (*this)[a].above);
        node_ref const result = make(level, below, above);
        memory_.results[place_of(operation.id, a, no_node)] = {operation.id, a, no_node, result};
        return result;
    }
    /// A function where some variables are known to lie in one cell: `cell_of` gives the cell of a variable, or `none`.
    /// `level_in_variable` of a level is which threshold of its variable it stands for, from 1.
    template <class CellOf>
    constexpr node_ref restrict(std::uint32_t operation, CellOf const& cell_of, node_ref a) noexcept
    {
        if (is_terminal(a)) return a;
        if (!spend(1)) return 0;
        {
            remembered_result const& r = memory_.results[place_of(operation, a, no_node)];
            if (r.operation == operation && r.a == a && r.b == no_node) return r.result;
        }
        diagram_node const n = (*this)[a];
        node_ref result = 0;
        switch (cell_of(n.level)) {
        case side::below: result = restrict(operation, cell_of, n.below); break;
        case side::above: result = restrict(operation, cell_of, n.above); break;
        case side::either: {
            node_ref const below = restrict(operation, cell_of, n.below);
            node_ref const above = restrict(operation, cell_of, n.above);
            result = make(n.level, below, above);
            break;
        }
        }
        memory_.results[place_of(operation, a, no_node)] = {operation, a, no_node, result};
        return result;
    }
    /// On which side of a level's threshold a variable is known to lie.
    enum class side : std::uint8_t { below, above, either };

private:
    static constexpr std::uint32_t mixed(std::uint32_t a, std::uint32_t b, std::uint32_t c) noexcept
    {
        std::uint64_t const h = (a * 0x9E3779B97F4A7C15u) ^ (b * 0xC2B2AE3D27D4EB4Fu) ^ (c * 0x165667B19E3779F9u);
        return static_cast<std::uint32_t>((h * 0xff51afd7ed558ccdu) >> 32);
    }
    constexpr std::uint32_t bucket_of(std::uint32_t level, node_ref below, node_ref above) const noexcept
    {
        return mixed(level, below, above) & (memory_.bucket_count - 1);
    }
    constexpr std::uint32_t place_of(std::uint32_t operation, node_ref a, node_ref b) const noexcept
    {
        return mixed(operation, a, b) & (memory_.result_count - 1);
    }
    constexpr std::uint32_t depth_of(node_ref r) const noexcept { return is_terminal(r) ? 0 : (*this)[r].depth; }
    constexpr std::uint32_t level_of(node_ref r) const noexcept
    {
        return is_terminal(r) ? 0xFFFFFFFFu : (*this)[r].level;
    }
    /// What a function comes to below and at a level's threshold: it asks for that level, for a higher threshold of the
    /// same variable, which what lies below this one does not reach either, or for nothing of the variable.
    constexpr void split(node_ref r, std::uint32_t level, std::uint32_t at, node_ref& below,
                         node_ref& above) const noexcept
    {
        if (level == 0xFFFFFFFFu) return;
        if (level == at) {
            below = (*this)[r].below;
            above = (*this)[r].above;
        }
        else if (variable_of_level_[level] == variable_of_level_[at]) below = (*this)[r].below;
    }
    constexpr bool more_room() noexcept
    {
        if (!full_ && memory_.grow != nullptr && memory_.grow(memory_, memory_.owner)) {
            for (std::uint32_t i = 0; i < memory_.bucket_count; ++i) memory_.buckets[i] = 0;
            for (std::uint32_t i = 0; i < size_; ++i) {
                diagram_node& n = memory_.nodes[i];
                std::uint32_t& bucket = memory_.buckets[bucket_of(n.level, n.below, n.above)];
                n.next = bucket;
                bucket = i + 1;
            }
            return true;
        }
        full_ = true;
        return false;
    }

    diagram_memory memory_;
    std::uint32_t const* variable_of_level_;
    std::uint32_t size_ = 0;
    std::uint32_t last_operation_ = 64;
    std::uint64_t steps_ = 0;
    bool full_ = false;
};

}  // namespace redline::inline v0_1::proof
