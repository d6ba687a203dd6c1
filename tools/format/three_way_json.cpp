// Two drafts of a base compared three ways, as JSON.
#include "three_way.hpp"

namespace redline::tool {

namespace {

json as_json(three_way_change_in_words const& c)
{
    json one{{"use", c.use},
             {"whose", std::string{redline::name_of(c.whose)}},
             {"base", std::string{redline::name_of(c.base)}},
             {"theirs", std::string{redline::name_of(c.theirs)}},
             {"ours", std::string{redline::name_of(c.ours)}},
             {"when", c.when.any_of},
             {"witness", c.witness[2]}};
    if (c.witness[0] != c.witness[2]) one["witness_base"] = c.witness[0];
    if (c.witness[1] != c.witness[2]) one["witness_theirs"] = c.witness[1];
    if (!c.when.complete) one["complete"] = false;
    return one;
}

json as_json(three_way_term_in_words const& t)
{
    json one{{"label", t.label}, {"by", t.by}};
    if (!t.base.empty()) one["base"] = t.base;
    if (!t.theirs.empty()) one["theirs"] = t.theirs;
    if (!t.ours.empty()) one["ours"] = t.ours;
    return one;
}

}  // namespace

std::string three_way_as_json(three_way_in_words const& of)
{
    json changes = json::array(), names = json::array(), terms = json::array();
    for (three_way_change_in_words const& c : of.changes) changes.push_back(as_json(c));
    for (name_conflict const& n : of.names) names.push_back({{"kind", std::string{n.kind_name()}}, {"name", n.name}});
    for (three_way_term_in_words const& t : of.terms) terms.push_back(as_json(t));
    return whole_text({{"conflict", of.conflict},
                       {"changes", std::move(changes)},
                       {"names", std::move(names)},
                       {"terms", std::move(terms)},
                       {"kept", of.kept},
                       {"complete", of.complete}});
}

}  // namespace redline::tool
