// An independent oracle: z3 asked for a complete request that satisfies a formula.
#pragma once

#include "witness.hpp"

#include <optional>

namespace redline_solver {

/// Which of z3's solvers answers. `finite_domain` (QF_FD) takes no unbounded integers.
enum class engine : std::uint8_t { standard, finite_domain, tactics };

inline z3::solver make_solver(z3::context& context, engine which)
{
    if (which == engine::finite_domain) return z3::solver{context, "QF_FD"};
    if (which == engine::standard) return z3::solver{context, z3::solver::simple{}};
    return (z3::tactic{context, "simplify"} & z3::tactic{context, "propagate-values"} & z3::tactic{context, "smt"})
        .mk_solver();
}

/// A complete request that satisfies a formula; none where there is no such request. Throws where z3 gives up.
inline std::optional<complete_request> find(space& over, z3::expr const& formula, engine which = engine::finite_domain)
{
    z3::solver solver = make_solver(over.context, which);
    for (z3::expr const& axiom : over.axioms()) solver.add(axiom);
    solver.add(formula);
    z3::check_result const result = solver.check();
    if (result == z3::unknown) throw std::runtime_error{"z3 gives up: " + solver.reason_unknown()};
    if (result == z3::unsat) return std::nullopt;
    return read(over, solver.get_model());
}

}  // namespace redline_solver
