// A comparison as JSON.
#include "comparison.hpp"

namespace redline::tool {

json as_json(change_in_words const& c)
{
    json change{{"use", c.use},
                {"from", std::string{redline::name_of(c.from)}},
                {"to", std::string{redline::name_of(c.to)}},
                {"when", c.when},
                {"witness", c.witness}};
    if (c.witness_before != c.witness) change["witness_before"] = c.witness_before;
    if (!c.complete) change["complete"] = false;
    if (!c.due_to.empty()) change["terms"] = c.due_to;
    return change;
}

json as_json(chain_in_words const& c)
{
    json chain{{"chain", c.name}, {"verdict", c.verdict}};
    if (!c.wider.empty()) chain["wider"] = c.wider.as_json;
    if (!c.narrower.empty()) chain["narrower"] = c.narrower.as_json;
    return chain;
}

json as_json(difference const& d)
{
    json one{{"kind", std::string{redline::name_of(d.kind)}}, {"change", std::string{redline::name_of(d.change)}}};
    if (!d.name.empty()) one["name"] = d.name;
    if (d.change != change_kind::added) one["before"] = d.before;
    if (d.change != change_kind::dropped) one["after"] = d.after;
    if (d.effect != difference_effect::neither) one["effect"] = std::string{redline::name_of(d.effect)};
    return one;
}

json as_json(notice_in_words const& n)
{
    json notice{{"term", n.term}, {"uses", n.uses}, {"notice", n.notice}};
    if (!n.effective_from.empty()) notice["effective_from"] = n.effective_from;
    if (!n.last_day.empty()) notice["last_day"] = n.last_day;
    return notice;
}

namespace {

template <class Items>
json list_of(Items const& items)
{
    json list = json::array();
    for (auto const& i : items) list.push_back(as_json(i));
    return list;
}

}  // namespace

std::string comparison_as_json(comparison_in_words const& of)
{
    return whole_text({{"verdict", std::string{redline::name_of(of.verdict)}},
                       {"changes", list_of(of.changes)},
                       {"chains", list_of(of.chains)},
                       {"differences", list_of(of.differences)},
                       {"complete", of.complete},
                       {"terms", list_of(of.terms)},
                       {"terms_complete", of.terms_complete},
                       {"notices", list_of(of.notices)}});
}

}  // namespace redline::tool
