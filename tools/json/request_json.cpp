#include "request_json.hpp"

namespace redline::tool {

namespace {

/// A fact, all or part of which counts; nothing where none does.
json fact_as_json(rule_set const& rules, fact_entry const& fact, request_view const& request)
{
    if (fact.type != fact_type::any_of) {
        if (request.known[fact.slot] == 0) return {};
        return value_as_json(rules, fact, request.values[fact.slot]);
    }
    json some = json::object(), holding = json::array();
    for (std::uint32_t i = 0; i < slots_of(fact); ++i) {
        if (request.known[fact.slot + i] == 0) continue;
        std::string const name{rules(rules.values[fact.values.first + i])};
        bool const holds = request.values[fact.slot + i] != 0;
        some[name] = holds;
        if (holds) holding.push_back(name);
    }
    if (some.empty()) return {};
    return some.size() == slots_of(fact) ? holding : some;
}

}  // namespace

std::string name_of(rule_set const& rules, principal who)
{
    if (who.kind == principal_kind::nobody) return {};
    return std::string{
        rules(who.kind == principal_kind::party ? rules.parties[who.index].name : rules.roles[who.index].name)};
}

json value_as_json(rule_set const& rules, fact_entry const& fact, std::uint64_t value)
{
    switch (fact.type) {
    case fact_type::flag: return value != 0;
    case fact_type::count: return value;
    case fact_type::duration: return proof::duration_in_words(value);
    default: return std::string{rules(rules.values[fact.values.first + static_cast<std::uint32_t>(value)])};
    }
}

std::string path_of(rule_set const& rules, name_space space, requested_kind kind)
{
    std::string path;
    proof::string_words out{path};
    write_kind(out, rules, space, kind);
    return path;
}

std::string day_as_text(day_number day) { return proof::day_in_words(day); }

json request_as_json(rule_set const& rules, request_view const& request)
{
    json all = json::object(), facts = json::object(), attested = json::object(), evidence = json::object(),
         safeguards = json::object(), signoffs = json::object();
    if (request.use_count == 1) all["use"] = path_of(rules, name_space::uses, request.uses[0]);
    else
        for (std::uint32_t i = 0; i < request.use_count; ++i)
            all["use"].push_back(path_of(rules, name_space::uses, request.uses[i]));
    if (request.mission.form != kind_form::unknown)
        all["mission"] = path_of(rules, name_space::missions, request.mission);
    if (request.has_date) all["date"] = day_as_text(request.date);
    for (std::uint32_t f = 0; f < rules.facts.size; ++f) {
        json value = fact_as_json(rules, rules.facts[f], request);
        if (value.is_null()) continue;
        std::string const name{rules(rules.facts[f].name)};
        facts[name] = std::move(value);
        if (rules.facts[f].from.kind != principal_kind::nobody) attested[name] = name_of(rules, request.attested[f]);
    }
    for (std::uint32_t i = 0; i < rules.evidence.size; ++i)
        if (request.evidence_age[i] != unlimited)
            evidence[std::string{rules(rules.evidence[i].name)}] = proof::duration_in_words(request.evidence_age[i]);
    for (std::uint32_t i = 0; i < rules.safeguards.size; ++i)
        if (request.safeguard_level[i] != 0)
            safeguards[std::string{rules(rules.safeguards[i].name)}] =
                std::string{level_name(rules, i, request.safeguard_level[i])};
    for (std::uint32_t i = 0; i < rules.chains.size; ++i) {
        constexpr char const* states[] = {"", "opened", "complete", "refused"};
        if (request.chains[i] != chain_state::not_asked)
            signoffs[std::string{rules(rules.chains[i].name)}] = states[static_cast<unsigned>(request.chains[i])];
    }
    json* const parts[] = {&facts, &attested, &evidence, &safeguards, &signoffs};
    constexpr char const* names[] = {"facts", "attested", "evidence", "safeguards", "signoffs"};
    for (std::size_t i = 0; i < std::size(parts); ++i)
        if (!parts[i]->empty()) all[names[i]] = std::move(*parts[i]);
    return all;
}

std::string whole_text(json const& of) { return of.dump(2, ' ', false, json::error_handler_t::replace) + "\n"; }

}  // namespace redline::tool
