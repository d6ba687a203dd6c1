// The declared name that is nearest to a wrong one.
#pragma once

#include "rule_set.hpp"

#include <string_view>

namespace redline::inline v0_1 {

/// How many characters must be put in, left out, replaced or swapped with their neighbour to make `a` of `b`; a number
/// above `limit` where more than `limit` must. Names of more than 48 characters are never near. constexpr, no heap.
constexpr unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit) noexcept
{
    constexpr unsigned longest = 48;
    auto const n = static_cast<unsigned>(a.size());
    auto const m = static_cast<unsigned>(b.size());
    unsigned const apart = n < m ? m - n : n - m;
    if (n > longest || m > longest || apart > limit) return limit + 1;
    unsigned row[3][longest + 1] = {};
    for (unsigned j = 0; j <= m; ++j) row[0][j] = j;
    for (unsigned i = 1; i <= n; ++i) {
        unsigned* const now = row[i % 3];
        unsigned const* const before = row[(i + 2) % 3];
        unsigned const* const twice = row[(i + 1) % 3];
        unsigned least = now[0] = i;
        for (unsigned j = 1; j <= m; ++j) {
            unsigned best = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            if (before[j] + 1 < best) best = before[j] + 1;
            if (now[j - 1] + 1 < best) best = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && twice[j - 2] + 1 < best)
                best = twice[j - 2] + 1;
            now[j] = best;
            if (best < least) least = best;
        }
        if (least > limit) return limit + 1;
    }
    return row[n % 3][m];
}

/// Keeps the nearest of the candidates it is shown, where one is near enough to be meant.
class nearest_name {
public:
    /// Looks for what is nearest to `wrong`, whose text must outlive it.
    constexpr explicit nearest_name(std::string_view wrong) noexcept
        : wrong_{wrong}, limit_{wrong.size() < 4   ? 1u
                                : wrong.size() < 8 ? 2u
                                                   : 3u}
    {}
    /// One name that could have been meant.
    constexpr void consider(std::string_view candidate) noexcept
    {
        unsigned const distance = edit_distance(wrong_, candidate, limit_);
        if (distance > limit_ || candidate.empty() || distance >= wrong_.size()) return;
        best_ = candidate;
        limit_ = distance == 0 ? 0 : distance - 1;
        if (distance == 0) wrong_ = {};
    }
    /// The nearest, or nothing.
    constexpr std::string_view best() const noexcept { return best_; }

private:
    std::string_view wrong_;
    unsigned limit_;
    std::string_view best_{};
};

/// The declared name of a space that is nearest to `wrong`, or nothing where none is near. Linear in the names.
constexpr std::string_view nearest_declared(rule_set const& rules, name_space space, std::string_view wrong,
                                            std::uint32_t owner = 0, symbol_kind kind = symbol_kind::nothing) noexcept
{
    nearest_name nearest{wrong};
    for (symbol const& s : rules.symbols)
        if (s.kind != symbol_kind::nothing && s.space == space && s.owner == owner &&
            (kind == symbol_kind::nothing || s.kind == kind) && s.name.source != 1)
            nearest.consider(rules(s.name));
    return nearest.best();
}

}  // namespace redline::inline v0_1
