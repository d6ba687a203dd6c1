// What falls due, for programs.
#include "duties_format.hpp"

#include "../json/request_json.hpp"

namespace redline::tool {

namespace {

json item_as_json(due_list const& of, due_item const& i)
{
    rule_set const& rules = of.rules;
    json one{{"kind", std::string{name_of(i.kind)}}};
    if (i.term != none) one["term"] = std::string{rules(rules.terms[i.term].label)};
    if (std::vector<std::string> const who = who_is_due(rules, i); !who.empty()) one["who"] = who;
    if (std::string const what = what_is_due(rules, i); !what.empty()) one["what"] = what;
    if (i.has_day) one["day"] = day_as_text(i.day);
    if (i.overdue) one["overdue"] = true;
    if (i.has_ended) one["ended"] = true;
    if (i.time != unlimited) {
        constexpr std::string_view names[] = {"every", "within", "within", "keep", "notice", "notice", "valid", ""};
        one[std::string{names[static_cast<unsigned>(i.kind)]}] = proof::duration_in_words(i.time);
    }
    if (i.kind == due_kind::response)
        one["event"] = std::string{rules(rules.events[rules.duties[rules.terms[i.term].detail].event].name)};
    if (i.has_earliest) one["earliest"] = day_as_text(i.earliest);
    if (i.renewal != none) one["renewed_by"] = std::string{rules(rules.terms[i.renewal].label)};
    if (i.has_renewal_day) one["renewed_on"] = day_as_text(i.renewal_day);
    if (i.gap) {
        one["gap"] = true;
        if (i.kind == due_kind::lapse) one["missing_from"] = day_as_text(i.day + 1);
    }
    one["meaning"] = due_in_words(of, i);
    return one;
}

}  // namespace

std::string duties_as_json(due_list const& of)
{
    json items = json::array();
    for (due_item const& i : of.items) items.push_back(item_as_json(of, i));
    return whole_text({{"contract", std::string{of.rules(of.rules.title)}},
                       {"version", of.rules.version},
                       {"on", day_as_text(of.on)},
                       {"items", std::move(items)}});
}

}  // namespace redline::tool
