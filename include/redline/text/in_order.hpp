// Diagnostics as they are given: in the order of the text, with a last one where there were too many.
#pragma once

#include "problems.hpp"
#include "text_format.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace redline::inline v0_1::text {

/// Puts what was found, which is all that `all` holds, into the order of the texts, and what is of one place into the order
/// it was found in; `wrong` tells whether there was more. True where none of it is an error. Allocates; n log n in the diagnostics.
inline bool put_in_order(std::vector<diagnostic>& all, problems const& wrong)
{
    std::vector<std::uint32_t> order(all.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        place const& p = all[a].where;
        place const& q = all[b].where;
        return p.source != q.source ? p.source < q.source : p.offset != q.offset ? p.offset < q.offset : a < b;
    });
    std::vector<diagnostic> sorted;
    sorted.reserve(all.size() + 1);
    for (std::uint32_t const i : order) sorted.push_back(all[i]);
    all = std::move(sorted);
    bool const ok =
        std::none_of(all.begin(), all.end(), [](diagnostic const& d) { return severity_of(d.is) == severity::error; });
    if (wrong.found.overflowed) {
        diagnostic more{ok ? code::too_many_warnings : code::too_many, all.back().where};
        more.limit = diagnostics_limit;
        all.push_back(more);
    }
    return ok;
}

}  // namespace redline::inline v0_1::text
