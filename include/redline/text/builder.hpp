// The one builder behind both engines: it takes nodes, and what was expected where a sentence failed.
#pragma once

#include "diagnostic.hpp"
#include "syntax.hpp"

namespace redline::text {

/// How deep parentheses and `not` may nest in a condition.
inline constexpr unsigned nesting_limit = 32;

/// Takes what the grammar finds. A statement that fails is run a second time with `explaining` set, and only then is it
/// noted what would have been right at the furthest token that was reached.
struct builder {
    sink<node> nodes{};
    token const* tokens = nullptr;
    tag_counts counts{};  // of the nodes of statements that were read
    unsigned depth = 0;
    bool explaining = false;
    token const* furthest = nullptr;
    token const* too_deep = nullptr;
    terminal_set expected{};

    /// Takes a node; false where there is no room, which two nodes for each token always are.
    constexpr bool take(tag is, token const* at) noexcept
    {
        if (nodes.size == nodes.capacity) return false;
        nodes.data[nodes.size++] = {is, static_cast<std::uint32_t>(at - tokens)};
        return true;
    }
    /// Notes what would have been right at `at`; false, as what the parser that asked comes to.
    constexpr bool miss(token const* at, terminal wanted) noexcept
    {
        if (furthest == nullptr || at > furthest) {
            furthest = at;
            expected = {};
        }
        if (at == furthest) expected.add(wanted);
        return false;
    }
    constexpr bool enter(token const* at) noexcept
    {
        if (++depth <= nesting_limit) return true;
        too_deep = at;
        return false;
    }
    constexpr void leave() noexcept { --depth; }
};

}  // namespace redline::text
