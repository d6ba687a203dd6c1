#include "conformance.hpp"

namespace redline::tool {

named_contract named(std::string const& file, rule_set const& rules)
{
    return {file, std::string{rules(rules.title)}, rules.version};
}

conformance_of_one conformance_of(std::string const& file, rule_set const& doctrine, rule_set const& contract)
{
    conformance_of_one one;
    one.of = named(file, contract);
    contract_comparison const found = compare(doctrine, contract);
    if (!found.comparable()) {
        write_incomparable(one.error, found.unlike(), doctrine, contract);
        return one;
    }
    if (!found.complete()) {
        one.error = "it is too large to be compared exactly";
        return one;
    }
    one.verdict = found.verdict();
    one.conforms = !found.wider();
    if (one.conforms) return one;
    one.all_uses = all_uses_of(found);
    for (outcome_change const& c : found.outcomes().changes())
        if (c.to < c.from) one.changes.push_back(in_words(c, one.all_uses));
    for (chain_change const& c : found.chains()) {
        one.chains.push_back(in_words(c, found));
        one.chains.back().narrower = {};
        if (one.chains.back().wider.empty()) one.chains.pop_back();
    }
    for (difference const& d : found.differences())
        if (d.effect == difference_effect::wider || d.effect == difference_effect::both) one.attested.push_back(d);
    return one;
}

}  // namespace redline::tool
