#include "comparison.hpp"

#include "redline/core/proof/cover.hpp"
#include "redline/core/proof/words.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

void add_conditions(change_in_words& to, outcome_change const& change)
{
    proof::space const& in = change.proof->requests();
    proof::contract_words words{in};
    proof::cover_finder cover{in, change.proof->nodes()};
    proof::region_cover const found = cover.of(change.region);
    to.complete = found.complete;
    for (proof::box const& b : found.boxes) {
        to.when.emplace_back();
        words.append(to.when.back(), b);
    }
}

void add_witness(change_in_words& to, outcome_change const& change)
{
    proof::space const& in = change.proof->requests();
    std::vector<std::string> said;
    for (unsigned side = 2; side-- != 0;) {
        rule_set const& rules = *in.rules[side];
        request_memory request{rules, 1};
        give_cells(in, change.cells.data(), in.uses[change.use], side, request.view());
        (side == 0 ? to.witness_before : to.witness) = request_as_json(rules, request.view());
        std::vector<std::string> items = proof::describe_items(rules, request.view());
        if (side == 1) {
            to.example = proof::describe(rules, request.view());
            said = std::move(items);
        }
        else
            for (std::string const& item : items)
                if (std::find(said.begin(), said.end(), item) == said.end()) to.only_before.push_back(item);
    }
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

comparison_in_words in_words(contract_comparison const& of)
{
    comparison_in_words all;
    all.verdict = of.verdict();
    all.differences = of.differences();
    for (outcome_change const& c : of.outcomes().changes()) {
        proof::space const& in = c.proof->requests();
        if (all.all_uses.empty())
            for (proof::elementary_kind const& u : in.uses)
                all.all_uses.push_back(proof::name_of_kind(in, name_space::uses, u));
        change_in_words change;
        change.use = all.all_uses[c.use];
        change.from = c.from;
        change.to = c.to;
        add_conditions(change, c);
        add_witness(change, c);
        all.complete = all.complete && change.complete;
        all.changes.push_back(std::move(change));
    }
    for (chain_change const& c : of.chains())
        all.chains.push_back({std::string{of.before()(of.before().chains[c.before].name)},
                              verdict_in_words(c.signers.verdict), in_words(of.after(), of.before(), c.signers.wider),
                              in_words(of.before(), of.after(), c.signers.narrower)});
    return all;
}

}  // namespace redline::tool
