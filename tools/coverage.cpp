#include "coverage.hpp"

#include "format/use_list.hpp"
#include "json/request_json.hpp"
#include "progress.hpp"

#include "redline/core/decide.hpp"
#include "redline/core/proof/memory.hpp"

#include <map>

namespace redline::tool {

namespace {

constexpr unsigned outcomes = 3;

/// By use in words: the outcomes that scenarios come to, each for one use of the scenario alone.
std::map<std::string, unsigned> reached_by(rule_set const& rules, scenario_set const& scenarios)
{
    std::map<std::string, unsigned> reached;
    request_memory request{rules, most_uses(scenarios)};
    workspace work{rules};
    for (scenario_entry const& s : scenarios.entries) {
        give(rules, scenarios, s, request.view());
        request_view one = request.view();
        one.use_count = 1;
        for (std::uint32_t u = 0; u < request.view().use_count; ++u) {
            one.uses = request.view().uses + u;
            auto const o = static_cast<unsigned>(decide(rules, one, work.view()).outcome);
            reached[path_of(rules, name_space::uses, one.uses[0])] |= 1u << o;
        }
    }
    return reached;
}

/// The outcomes that a diagram comes to, as bits.
unsigned outcomes_in(proof::diagram const& nodes, proof::node_ref root)
{
    unsigned bits = 0;
    std::vector<proof::node_ref> left{root};
    std::vector<bool> seen(nodes.size() + proof::terminal_count);
    while (!left.empty()) {
        proof::node_ref const r = left.back();
        left.pop_back();
        if (seen[r]) continue;
        seen[r] = true;
        if (proof::is_terminal(r)) bits |= 1u << r;
        else {
            left.push_back(nodes[r].below);
            left.push_back(nodes[r].above);
        }
    }
    return bits;
}

}  // namespace

use_coverage coverage_of_uses(rule_set const& rules, scenario_set const& scenarios)
{
    use_coverage result;
    std::map<std::string, unsigned> const reached = reached_by(rules, scenarios);
    proof::contract_proof proof{rules};
    proof::space const& in = proof.requests();
    std::vector<std::string> all, never[outcomes];
    progress shown{"coverage", in.uses.size};
    for (std::uint32_t u = 0; u < in.uses.size; ++u) {
        all.push_back(path_of(rules, name_space::uses, in.uses[u].seen_by[0]));
        proof::node_ref const root = proof.proves().outcome_for(u);
        if (proof.nodes().full()) return {true, 0, 0, {}};
        unsigned const possible = outcomes_in(proof.nodes(), root);
        auto const found = reached.find(all.back());
        unsigned const had = found == reached.end() ? 0 : found->second;
        for (unsigned o = 0; o < outcomes; ++o) {
            if ((possible >> o & 1u) == 0) continue;
            ++result.pairs;
            if ((had >> o & 1u) != 0) ++result.reached;
            else never[o].push_back(all.back());
        }
        shown.step();
    }
    for (unsigned o = 0; o < outcomes; ++o)
        if (!never[o].empty())
            result.never.push_back(
                {std::string{redline::name_of(static_cast<outcome>(o))}, uses_in_words(never[o], all)});
    return result;
}

}  // namespace redline::tool
