// Whether two texts are the same contract, up to what has no meaning: layout, and the order of what decisions don't list.
#pragma once

#include "differences.hpp"

namespace redline::inline v0_1::text::amend {

/// Statements of one kind, as their tokens. `of` are the statements, in the same order.
struct statements_of_rank {
    std::vector<std::string> said;
    std::vector<statement const*> of;
};

/// The statements of a kind in the order that has a meaning: that of the text, or where that has none, sorted.
inline statements_of_rank statements_of(document const& d, rank r)
{
    statements_of_rank all;
    for (std::uint32_t i = 0; i != d.size(); ++i)
        if (rank_of(d[i].is) == r && d[i].is != tag::version_of_language) all.of.push_back(&d[i]);
    if (r != rank::labelled && !has_order(r))
        std::sort(all.of.begin(), all.of.end(),
                  [&](statement const* a, statement const* b) { return tokens_of(d, *a) < tokens_of(d, *b); });
    for (statement const* const s : all.of) all.said.push_back(tokens_of(d, *s));
    return all;
}

/// The first statement of `after` that has no counterpart in `made` at its place, or the first that `made` has beyond it;
/// null where the two are the same. n log n; allocates.
inline statement const* first_unlike(document const& made, document const& after)
{
    for (rank r = rank::header; r <= rank::assertion; r = static_cast<rank>(static_cast<int>(r) + 1)) {
        statements_of_rank const one = statements_of(made, r), other = statements_of(after, r);
        if (one.said == other.said) continue;
        std::size_t const at = static_cast<std::size_t>(
            std::mismatch(one.said.begin(), one.said.end(), other.said.begin(), other.said.end()).first -
            one.said.begin());
        return at < other.of.size() ? other.of[at] : after.header();
    }
    return nullptr;
}

/// Whether two documents have the same tokens, and so the same digest.
inline bool same_tokens(document const& a, document const& b)
{
    std::size_t const count = a.tokens().size();
    if (count != b.tokens().size()) return false;
    for (std::size_t i = 0; i != count; ++i)
        if (a.spelled(a.tokens()[i]) != b.spelled(b.tokens()[i])) return false;
    return true;
}

}  // namespace redline::inline v0_1::text::amend
