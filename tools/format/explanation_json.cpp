// An explanation as JSON.
#include "explanation_format.hpp"

#include "table_json.hpp"

namespace redline::tool {

namespace {

json term_as_json(explained_term const& t)
{
    json term{{"label", t.label}, {"meaning", t.meaning}};
    json effects = json::array();
    for (explained_effect const& e : t.effects) {
        json effect = json::object();
        if (!e.uses.empty()) effect["uses"] = e.uses;
        effect["prohibits"] = conditions_as_json(e.prohibits);
        effect["pauses"] = conditions_as_json(e.pauses);
        if (!(e.prohibits.complete && e.pauses.complete)) effect["complete"] = false;
        effects.push_back(std::move(effect));
    }
    if (!effects.empty()) term["effects"] = std::move(effects);
    if (!t.citing.empty()) term["citing"] = t.citing;
    if (!t.reason.empty()) term["because"] = t.reason;
    return term;
}

}  // namespace

std::string explanation_as_json(explanation const& of)
{
    json all{{"title", of.title}, {"version", of.version}};
    if (!of.digest.empty()) all["digest"] = of.digest;
    all["in_effect"] = of.in_effect;
    all["reading"] = of.reading;
    json groups = json::array();
    for (explained_names const& g : of.vocabulary) {
        json names = json::array();
        for (explained_name const& n : g.names) names.push_back({{"name", n.name}, {"meaning", n.meaning}});
        groups.push_back({{"heading", g.heading}, {"names", std::move(names)}});
    }
    all["vocabulary"] = std::move(groups);
    json sections = json::array();
    for (explained_section const& s : of.sections) {
        json section = json::object();
        if (!s.label.empty()) section = {{"label", s.label}, {"title", s.title}};
        section["terms"] = json::array();
        for (explained_term const& t : s.terms) section["terms"].push_back(term_as_json(t));
        sections.push_back(std::move(section));
    }
    all["sections"] = std::move(sections);
    json chains = json::array();
    for (explained_chain const& c : of.chains)
        chains.push_back({{"name", c.name}, {"opening", c.opening}, {"steps", c.steps}, {"rules", c.rules}});
    all["signoffs"] = std::move(chains);
    all["assertions"] = of.assertions;
    all["table"] = rows_as_json(of.table);
    return whole_text(all);
}

}  // namespace redline::tool
