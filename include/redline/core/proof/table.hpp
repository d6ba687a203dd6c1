// The table of a contract: for each use, when it is permitted, paused and prohibited.
#pragma once

#include "table_make.hpp"

namespace redline::inline v0_1 {

/// What a contract comes to: for each use, the conditions under which it is permitted, paused and prohibited, and what
/// only its baseline speaks of. Exact, over complete requests; run time only.
inline contract_table table(rule_set const& rules, table_options const& options = {})
{
    return proof::table_maker{rules, nullptr, options}.make();
}

/// What a contract has come down to for a request of which not all is known: the same table of the uses that it names,
/// or their kinds (all uses, where it names none), with the facts, mission and date that it knows fixed to what they
/// are. What it holds is no fixed matter, as more may be obtained and evidence ages: pieces that it makes true say so
/// (`met`).
inline contract_table residual(rule_set const& rules, request_view const& request, table_options const& options = {})
{
    contract_table table;
    table.valid = request.valid;
    if (!request.valid) return table;
    table = proof::table_maker{rules, &request, options}.make();
    request_view held = request, known = request;
    request_memory nothing{rules, 1};
    request_view const& empty = nothing.view();
    known.use_count = held.use_count = 0;
    known.evidence_age = empty.evidence_age;
    known.safeguard_level = empty.safeguard_level;
    known.chains = empty.chains;
    held.mission = {};
    held.has_date = false;
    held.known = empty.known;
    table.known = proof::describe_items(rules, known);
    table.held = proof::describe_items(rules, held);
    return table;
}

}  // namespace redline::inline v0_1
