// Ways to a permission for people.
#include "ways.hpp"

#include "use_list.hpp"

#include "../json/request_json.hpp"

namespace redline::tool {

namespace {

constexpr std::uint64_t no_end = ~std::uint64_t{0};

std::string value_in_words(rule_set const& rules, fact_entry const& fact, std::uint64_t value)
{
    switch (fact.type) {
    case fact_type::count: return proof::number_in_words(value);
    case fact_type::duration: return proof::duration_in_words(value);
    default: return std::string{rules(rules.values[fact.values.first + static_cast<std::uint32_t>(value)])};
    }
}

/// `persons at most 10_000`, `persons at least 5 and at most 9`, `persons is 3`.
std::string range_in_words(rule_set const& rules, fact_entry const& fact, value_range r, std::uint64_t highest)
{
    std::string const name{rules(fact.name)};
    auto const value = [&](std::uint64_t v) { return value_in_words(rules, fact, v); };
    if (r.first == 0 && r.last == highest) return name + " known";
    if (r.first == r.last) return name + " is " + value(r.first);
    if (r.first == 0) return name + " at most " + value(r.last);
    if (r.last == highest) return name + " at least " + value(r.first);
    return name + " at least " + value(r.first) + " and at most " + value(r.last);
}

std::string values_in_words(rule_set const& rules, wanted_fact const& f)
{
    fact_entry const& fact = rules.facts[f.fact];
    std::string const name{rules(fact.name)};
    bool const either = f.values.front().first != f.values.front().last;
    bool const holds = f.values.front().last != 0;
    std::vector<std::string> all;
    switch (fact.type) {
    case fact_type::flag: return either ? name + " known" : holds ? name : "not " + name;
    case fact_type::any_of: {
        std::string const has =
            name + " has " + std::string{rules(rules.values[fact.values.first + f.slot - fact.slot])};
        return either ? has + " or not, known" : holds ? has : "not " + has;
    }
    case fact_type::one_of:
        for (value_range const& r : f.values)
            for (std::uint64_t v = r.first; v <= r.last; ++v) all.push_back(value_in_words(rules, fact, v));
        return all.size() == fact.values.size() ? name + " known" : name + " is " + joined(all, " or ");
    default:
        for (value_range const& r : f.values)
            all.push_back(
                range_in_words(rules, fact, r, fact.type == fact_type::level ? fact.values.size() - 1 : no_end));
        return joined(all, " or ");
    }
}

std::string fact_in_words(rule_set const& rules, wanted_fact const& f)
{
    principal const from = rules.facts[f.fact].from;
    std::string const words = values_in_words(rules, f);
    return from.kind == principal_kind::nobody ? words : words + " (attested by " + name_of(rules, from) + ")";
}

std::string days_in_words(std::vector<day_range> const& days)
{
    std::vector<std::string> all;
    for (day_range const& d : days) {
        bool const begins = d.first != proof::first_day, ends = d.last != proof::last_day;
        if (d.first == d.last) all.push_back("date is " + day_as_text(d.first));
        else if (!begins && !ends) all.emplace_back("date known");
        else
            all.push_back("date" + (begins ? " from " + day_as_text(d.first) : std::string{}) +
                          (ends ? " up to " + day_as_text(d.last) : std::string{}));
    }
    return joined(all, " or ");
}

std::string in_words(rule_set const& rules, way const& w)
{
    std::vector<std::string> items, missions;
    for (std::uint32_t const e : w.evidence) items.push_back("evidence " + std::string{rules(rules.evidence[e].name)});
    for (wanted_safeguard const& s : w.safeguards)
        items.push_back("safeguard " + std::string{rules(rules.safeguards[s.safeguard].name)} + " at least " +
                        std::string{level_name(rules, s.safeguard, s.level)});
    for (std::uint32_t const c : w.chains) items.push_back("sign-off " + std::string{rules(rules.chains[c].name)});
    for (wanted_fact const& f : w.facts) items.push_back(fact_in_words(rules, f));
    for (requested_kind const& m : w.missions) missions.push_back(path_of(rules, name_space::missions, m));
    if (!missions.empty()) items.push_back("mission " + joined(missions, " or "));
    if (!w.dates.empty()) items.push_back(days_in_words(w.dates));
    return items.empty() ? "nothing more: it is permitted already" : joined(items, "; ");
}

}  // namespace

std::string ways_as_text(rule_set const& rules, how_answer const& found)
{
    if (found.ways.empty()) return "no way: nothing that can be obtained or become known brings a permission\n";
    std::string out;
    for (std::size_t i = 0; i < found.ways.size(); ++i)
        out += std::to_string(i + 1) + ". " + in_words(rules, found.ways[i]) + "\n";
    if (found.more) out += "and further ways, which are too many to be listed\n";
    return out;
}

}  // namespace redline::tool
