#include "comparison.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

void add_witness(change_in_words& to, outcome_change const& change)
{
    proof::space const& in = change.proof->requests();
    witness_in_words before = witness_of(in, change.cells, change.use, 0);
    witness_in_words after = witness_of(in, change.cells, change.use, 1);
    for (std::string& item : before.items)
        if (std::find(after.items.begin(), after.items.end(), item) == after.items.end())
            to.only_before.push_back(std::move(item));
    to.example = std::move(after.text);
    to.witness = std::move(after.request);
    to.witness_before = std::move(before.request);
}

std::string verdict_in_words(signers_verdict v)
{
    constexpr char const* words[] = {"same", "wider", "narrower", "incomparable", "too large"};
    return words[static_cast<unsigned>(v)];
}

std::string step_in_words(rule_set const& rules, signing_step const& s)
{
    std::string const stage = "`" + std::string{rules(rules.stages[s.stage].name)} + "`";
    std::string const where = " in stage " + stage + " of `" + std::string{rules(rules.chains[s.chain].name)} + "`";
    if (s.act == signing_act::is_late) return "nobody acts in time" + where;
    std::string text = "person " + std::to_string(s.person + 1) +
                       (s.act == signing_act::signs ? " signs as `" : " refuses as `") +
                       std::string{rules(rules.roles[s.role].name)} + "`";
    if (s.in_place_of != none) text += " in place of `" + std::string{rules(rules.roles[s.in_place_of].name)} + "`";
    return text + where;
}

json step_as_json(rule_set const& rules, signing_step const& s)
{
    constexpr char const* acts[] = {"signs", "refuses", "is late"};
    json step{{"act", acts[static_cast<unsigned>(s.act)]},
              {"chain", std::string{rules(rules.chains[s.chain].name)}},
              {"stage", std::string{rules(rules.stages[s.stage].name)}}};
    if (s.act == signing_act::is_late) return step;
    step["person"] = s.person + 1;
    step["role"] = std::string{rules(rules.roles[s.role].name)};
    if (s.in_place_of != none) step["in_place_of"] = std::string{rules(rules.roles[s.in_place_of].name)};
    return step;
}

}  // namespace

group_in_words in_words(rule_set const& completed, rule_set const& other, signers_witness const& who)
{
    group_in_words group;
    json persons = json::array(), steps = json::array();
    for (std::uint32_t i = 0; i < who.signer_count; ++i) {
        signer const& s = who.signers[i];
        std::string const person = "person " + std::to_string(i + 1);
        json one{{"person", i + 1}};
        if (s.asked) {
            group.persons.push_back(person + " asked for it");
            one["asked"] = true;
        }
        for (std::uint32_t r = 0; r < s.acts_in_count; ++r) {
            std::string const role{other(other.roles[s.acts_in[r]].name)};
            group.persons.push_back(person + " acts in `" + role + "` for the case");
            one["acts_in"].push_back(role);
        }
        persons.push_back(std::move(one));
    }
    for (std::uint32_t i = 0; i < who.step_count; ++i) {
        group.steps.push_back(step_in_words(completed, who.steps[i]));
        steps.push_back(step_as_json(completed, who.steps[i]));
    }
    group.as_json = {{"persons", std::move(persons)}, {"steps", std::move(steps)}};
    return group;
}

std::vector<std::string> all_uses_of(contract_comparison const& of)
{
    std::vector<outcome_change> const& changes = of.outcomes().changes();
    if (!changes.empty()) return uses_of(changes.front().proof->requests());
    return uses_of(proof::space_on_heap{of.before(), &of.after()}.view());
}

change_in_words in_words(outcome_change const& c, std::vector<std::string> const& all_uses)
{
    change_in_words change;
    change.use = all_uses[c.use];
    change.from = c.from;
    change.to = c.to;
    conditions_in_words when = conditions_of(c.proof->requests(), c.proof->nodes(), c.region);
    change.when = std::move(when.any_of);
    change.complete = when.complete;
    add_witness(change, c);
    return change;
}

chain_in_words in_words(chain_change const& c, contract_comparison const& of)
{
    return {std::string{of.before()(of.before().chains[c.before].name)}, verdict_in_words(c.signers.verdict),
            in_words(of.after(), of.before(), c.signers.wider), in_words(of.before(), of.after(), c.signers.narrower)};
}

comparison_in_words in_words(contract_comparison const& of)
{
    comparison_in_words all;
    all.verdict = of.verdict();
    all.differences = of.differences();
    all.all_uses = all_uses_of(of);
    for (outcome_change const& c : of.outcomes().changes()) {
        all.changes.push_back(in_words(c, all.all_uses));
        all.complete = all.complete && all.changes.back().complete;
    }
    for (chain_change const& c : of.chains()) all.chains.push_back(in_words(c, of));
    changed_terms const terms{of};
    all.terms_complete = terms.complete();
    all.terms = in_words(terms, of, all);
    for (std::size_t t = 0; t < all.terms.size(); ++t)
        for (term_effect const& e : terms.terms()[t].effects)
            all.changes[e.change].due_to.push_back(term_in_words(terms, terms.terms()[t]));
    all.notices = in_words(notices_owed(of), of, all.all_uses);
    return all;
}

}  // namespace redline::tool
