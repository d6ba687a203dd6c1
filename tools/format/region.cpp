#include "region.hpp"

#include "redline/core/heap.hpp"
#include "redline/core/proof/cover_operations.hpp"
#include "redline/core/proof/witness.hpp"
#include "redline/core/proof/words.hpp"

namespace redline::tool {

namespace {

conditions_in_words conditions_between(proof::space const& in, proof::diagram& nodes, proof::node_ref must,
                                       proof::node_ref may, proof::cover_limits limits)
{
    conditions_in_words all;
    proof::contract_words const words{in};
    proof::region_cover found = proof::cover_finder{in, nodes, limits}.between(must, may);
    all.complete = found.complete;
    for (proof::box const& b : found.boxes) {
        all.any_of.emplace_back();
        words.append(all.any_of.back(), b);
    }
    return all;
}

}  // namespace

conditions_in_words conditions_of(proof::space const& in, proof::diagram& nodes, proof::node_ref region,
                                  proof::cover_limits limits)
{
    return conditions_between(in, nodes, region, region, limits);
}

conditions_in_words conditions_within(proof::space const& in, proof::diagram& nodes, proof::node_ref region,
                                      proof::node_ref within, proof::cover_limits limits)
{
    proof::set_operations const sets{nodes};
    return conditions_between(in, nodes, region, sets.unite(region, sets.subtract(1, within)), limits);
}

witness_in_words witness_of(proof::space const& in, std::vector<std::uint32_t> const& cells, std::uint32_t use,
                            unsigned side)
{
    rule_set const& rules = *in.rules[side];
    request_memory request{rules, 1};
    give_cells(in, cells.data(), in.uses[use], side, request.view());
    return {proof::describe(rules, request.view()), proof::describe_items(rules, request.view()),
            request_as_json(rules, request.view())};
}

std::vector<std::string> uses_of(proof::space const& in)
{
    std::vector<std::string> all;
    for (proof::elementary_kind const& u : in.uses) all.push_back(proof::name_of_kind(in, name_space::uses, u));
    return all;
}

}  // namespace redline::tool
