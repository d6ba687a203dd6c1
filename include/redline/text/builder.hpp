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
    std::uint32_t count_of_tag[tag_count] = {};
    unsigned depth = 0;
    bool explaining = false;
    token const* furthest = nullptr;
    token const* too_deep = nullptr;
    terminal_set expected{};

    constexpr void take(tag is, token const* at) noexcept
    {
        nodes.push({is, static_cast<std::uint32_t>(at - tokens)});
    }
    constexpr void miss(token const* at, terminal wanted) noexcept
    {
        if (!explaining) return;
        if (furthest == nullptr || at > furthest) {
            furthest = at;
            expected = {};
        }
        if (at == furthest) expected.add(wanted);
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
