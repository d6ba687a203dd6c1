// All statements of a part of a text, resolved.
#pragma once

#include "resolve_scenario.hpp"

namespace redline::inline v0_1::text {

/// Resolves every statement of a part whose names are known. `sections_before` is how many sections earlier parts hold.
/// Linear in the nodes; constexpr, no heap.
constexpr void resolve(syntax_view const& part, std::uint32_t sections_before, rule_set const& known, array_sinks& out,
                       sink<definition_use>& uses, problems& wrong) noexcept
{
    scenario_resolver to{known, out, uses, wrong};
    std::uint32_t sections = sections_before;
    for (std::uint32_t i = 0; i < part.statement_count; ++i) {
        statement const& s = part.statements[i];
        if (s.broken) continue;
        switch (s.is) {
        case tag::section: ++sections; break;
        case tag::define: to.definition(node_reader{part, s}); break;
        case tag::label: to.term(node_reader{part, s}, sections == 0 ? none : sections - 1); break;
        case tag::signoff: to.chain(node_reader{part, s}); break;
        case tag::scenario: to.scenario(node_reader{part, s}); break;
        case tag::assert_: to.assertion(node_reader{part, s}); break;
        default: break;
        }
    }
}

}  // namespace redline::inline v0_1::text
