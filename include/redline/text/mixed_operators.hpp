// `and` beside `or` without parentheses: read as the grammar says, and easily as something else.
#pragma once

#include "builder.hpp"
#include "problems.hpp"
#include "token.hpp"

namespace redline::inline v0_1::text {

/// Finds where one condition has `and` and `or` at one level of parentheses.
class mixed_operator_search {
public:
    constexpr explicit mixed_operator_search(problems& wrong) noexcept : wrong_{wrong} {}

    constexpr void next(token const& t) noexcept
    {
        switch (t.is) {
        case terminal::open_parenthesis:
            if (depth_ < nesting_limit) ++depth_;
            level() = {};
            break;
        case terminal::close_parenthesis:
            if (depth_ != 0) --depth_;
            break;
        case terminal::and_:
        case terminal::or_: joined_by(t); break;
        // What comes before each condition, and the end of each statement; none of them stands inside of a condition.
        case terminal::when:
        case terminal::unless:
        case terminal::to:
        case terminal::as:
        case terminal::semicolon:
            depth_ = 0;
            level() = {};
            break;
        default: break;
        }
    }

private:
    /// What joins the parts of a condition at one level.
    struct joins {
        token const* first = nullptr;
        bool mixed = false;
    };

    constexpr joins& level() noexcept { return levels_[depth_]; }
    constexpr void joined_by(token const& t) noexcept
    {
        joins& here = level();
        if (here.first == nullptr) here.first = &t;
        if (here.mixed || here.first->is == t.is) return;
        here.mixed = true;
        // The place of the first is counted before: places of one line are counted on from one another.
        place const first = wrong_.at(here.first->offset, here.first->length, here.first->line);
        wrong_.report(code::mixed_and_or, t.offset, t.length, t.line).related = first;
    }

    problems& wrong_;
    unsigned depth_ = 0;
    joins levels_[nesting_limit + 1] = {};
};

/// Warns, once for each level of each condition, at the first `and` or `or` that stands beside the other; the related
/// place is the first of the other. For the tokens of a text without errors. Linear; constexpr, no heap. Language
/// reference, "What is a warning".
constexpr void find_mixed_operators(token const* tokens, std::uint32_t count, problems& wrong) noexcept
{
    mixed_operator_search search{wrong};
    for (std::uint32_t i = 0; i < count; ++i) search.next(tokens[i]);
}

}  // namespace redline::inline v0_1::text
