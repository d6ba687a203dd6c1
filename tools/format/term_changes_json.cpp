// What each changed term of a draft does, as JSON.
#include "term_changes.hpp"

namespace redline::tool {

namespace {

json effect_as_json(term_effect_in_words const& e, char const* when)
{
    json one{{"use", e.use},
             {"from", std::string{redline::name_of(e.from)}},
             {"to", std::string{redline::name_of(e.to)}},
             {when, e.when.any_of},
             {"witness", e.example.request}};
    if (!e.witness_before.is_null()) one["witness_before"] = e.witness_before;
    if (!e.by_itself.empty()) one["by_itself"] = e.by_itself;
    if (!e.with.empty()) one["with"] = e.with;
    if (!e.when.complete) one["complete"] = false;
    return one;
}

json list_of(std::vector<term_effect_in_words> const& effects, char const* when = "when")
{
    json list = json::array();
    for (term_effect_in_words const& e : effects) list.push_back(effect_as_json(e, when));
    return list;
}

}  // namespace

json as_json(changed_term_in_words const& t)
{
    json one = t.named;
    if (!t.label_before.empty()) one["label_before"] = t.label_before;
    if (!t.before.empty()) one["before"] = t.before;
    if (!t.after.empty()) one["after"] = t.after;
    one["effect"] = t.verdict;
    one["changes"] = list_of(t.effects, "of_these_when");
    if (!t.alone.empty()) one["made_alone"] = list_of(t.alone);
    if (!t.left_out.empty()) one["left_out"] = list_of(t.left_out);
    return one;
}

}  // namespace redline::tool
