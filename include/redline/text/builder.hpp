// The one builder behind both engines: it takes nodes, and what was expected where a sentence failed.
#pragma once

#include "diagnostic.hpp"
#include "syntax.hpp"

namespace redline::inline v0_1::text {

/// How deep parentheses and `not` may nest in a condition.
inline constexpr unsigned nesting_limit = 32;

/// Takes what the grammar finds. A statement that fails is run a second time with `explaining` set, and only then is it
/// noted what would have been right at the furthest token that was reached.
struct builder {
    sink<node> nodes{};
    token const* tokens = nullptr;
    char const* text = nullptr;
    tag_counts counts{};  // of the nodes of statements that were read
    unsigned depth = 0;
    bool explaining = false;
    bool in_template = false;  // a name may be a parameter, and stand for what is no name
    bool watching = false;     // either of the two
    bool local_names = false;  // they may be declared: in a text whose templates were expanded
    std::uint32_t first_parameter = 0, last_parameter = 0;  // nodes
    token const* furthest = nullptr;
    token const* too_deep = nullptr;
    terminal_set expected{};
    tag_set expected_tags{};  // what names and other tokens would have been to the sentence there

    /// Takes a node; false where there is no room, which two nodes for each token always are.
    constexpr bool take(tag is, token const* at) noexcept
    {
        if (nodes.size == nodes.capacity) return false;
        nodes.data[nodes.size++] = {is, static_cast<std::uint32_t>(at - tokens)};
        return true;
    }
    /// Notes what would have been right at `at`, and the node it would have made; false, as what the parser that asked comes
    /// to.
    constexpr bool miss(token const* at, terminal wanted, tag makes = tag::none) noexcept
    {
        if (furthest == nullptr || at > furthest) {
            furthest = at;
            expected = {};
            expected_tags = {};
        }
        if (at == furthest) {
            expected.add(wanted);
            expected_tags.add(makes);
        }
        return false;
    }
    constexpr bool enter(token const* at) noexcept
    {
        if (++depth <= nesting_limit) return true;
        too_deep = at;
        return false;
    }
    constexpr void leave() noexcept { --depth; }

    /// Before each statement: outside of any template.
    constexpr void begin() noexcept
    {
        depth = 0;
        in_template = false;
        watching = explaining;
    }
    /// The body of a template begins; the nodes taken last are its parameters.
    constexpr void begin_template() noexcept
    {
        last_parameter = first_parameter = nodes.size;
        // A template with more of them is refused; they are looked through at every word.
        constexpr std::uint32_t most = 64;
        while (first_parameter != 0 && nodes.data[first_parameter - 1].is == tag::parameter) --first_parameter;
        if (last_parameter - first_parameter > most) last_parameter = first_parameter + most;
        in_template = watching = true;
    }
    constexpr void end_template() noexcept
    {
        in_template = false;
        watching = explaining;
    }
    /// Whether a token is a parameter of the template that is read.
    constexpr bool is_parameter(token const* at) const noexcept
    {
        if (!in_template || (at->classes & is_name) == 0) return false;
        for (std::uint32_t i = first_parameter; i != last_parameter; ++i)
            if (same_name(tokens[nodes.data[i].token], *at, text)) return true;
        return false;
    }
    /// Whether a token is a parameter where what is wanted is no name: an argument of that kind may stand there.
    constexpr bool stands_for(token const* at, terminal wanted) const noexcept
    {
        return (wanted == terminal::integer || wanted == terminal::string) && is_parameter(at);
    }
};

}  // namespace redline::inline v0_1::text
