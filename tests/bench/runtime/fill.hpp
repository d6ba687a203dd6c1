// A request of the benchmark's contracts, filled by name from the plain one.
#pragma once

#include "generate/requests.hpp"

#include "redline/core/request_writer.hpp"

#include <cstdlib>

namespace redline_bench {

inline void fill(redline::request_view& to, redline::rule_set const& rules, contract const& c, plain_request const& r)
{
    redline::request_writer w{rules, to};
    w.use(c.uses[r.use].path);
    w.fact("lawful", true);
    w.fact("network", networks[r.network]);
    w.fact("oversight", oversights[r.oversight]);
    w.fact("persons", r.persons);
    w.fact("urgent", r.urgent);
    for (std::size_t i = 0; i < papers.size(); ++i)
        if (r.days[i] != not_held) w.evidence(papers[i], std::uint64_t{r.days[i]} * 24 * 60);
    if (!w.complete()) std::abort();
}

}  // namespace redline_bench
