// Whether a member fits what it stands for in a contract.
#pragma once

#include "misfit.hpp"
#include "vocabulary.hpp"

#include "../core/nearest.hpp"

namespace redline::inline v0_1::typed {

/// A member as the checks see it.
struct described_member {
    std::string_view name{};
    shape type{};
};

/// A contract's names of values, of levels or of states, which the enumerators of an enum are to match.
struct value_names {
    rule_set const* rules = nullptr;
    index_range values{};
    bool states = false;

    static constexpr std::string_view state_names[] = {"not_asked", "opened", "complete", "refused"};
    constexpr std::uint32_t size() const noexcept { return states ? 4 : values.size(); }
    constexpr std::string_view operator()(std::uint32_t i) const noexcept
    {
        return states ? state_names[i] : (*rules)(rules->values[values.first + i]);
    }
};

/// Whose name a principal is.
constexpr std::string_view name_of(rule_set const& rules, principal p) noexcept
{
    return p.kind == principal_kind::party  ? rules(rules.parties[p.index].name)
           : p.kind == principal_kind::role ? rules(rules.roles[p.index].name)
                                            : std::string_view{};
}

/// Whether some term limits the age of a piece of evidence.
constexpr bool limits_age(rule_set const& rules, std::uint32_t evidence) noexcept
{
    if (rules.evidence[evidence].valid != unlimited) return true;
    // What asks for evidence of whatever age asks for less than that of evidence that is not held.
    for (condition_node const& n : rules.conditions)
        if (n.op == condition_op::evidence && n.subject == evidence && n.operand < unlimited - 1) return true;
    return false;
}

/// Checks one member against all contracts of a binding. Gives the first misfit. constexpr, no heap.
class member_check {
public:
    constexpr member_check(vocabulary const& v, described_member const& m) noexcept : v_{v}, m_{m} {}

    constexpr misfit run() const noexcept
    {
        if (m_.type.is == shape_kind::loose_enum || (m_.type.attested && m_.type.loose_attesters))
            return {misfit_kind::loose_enum, m_.name};
        bool known = false;
        for (rule_set const* rules : v_.contracts) {
            target const to = target_of(v_, *rules, m_.name);
            if (to.is == part::nothing) continue;
            known = true;
            if (misfit const m = in(*rules, to)) return m;
        }
        return known ? misfit{} : unknown();
    }

private:
    constexpr bool is(shape_kind kind) const noexcept { return m_.type.is == kind; }
    constexpr misfit wrong_type(std::string_view expected) const noexcept
    {
        return {misfit_kind::wrong_type, m_.name, {}, expected};
    }
    constexpr misfit unknown() const noexcept
    {
        std::string_view const wrong = in_contract(v_, m_.name);
        nearest_name nearest{wrong};
        for (std::string_view const n :
             {std::string_view{"use"}, std::string_view{"uses"}, std::string_view{"mission"}, std::string_view{"date"}})
            nearest.consider(n);
        for (rule_set const* r : v_.contracts) {
            for (fact_entry const& e : r->facts) nearest.consider((*r)(e.name));
            for (evidence_entry const& e : r->evidence) nearest.consider((*r)(e.name));
            for (safeguard_entry const& e : r->safeguards) nearest.consider((*r)(e.name));
            for (chain_entry const& e : r->chains) nearest.consider((*r)(e.name));
        }
        return {misfit_kind::unknown_member, m_.name, {}, {}, nearest.best()};
    }

    constexpr misfit in(rule_set const& rules, target to) const noexcept
    {
        // Only facts are attested, and evidence that is not held, levels, chains and days may be left out.
        if (m_.type.attested && to.is != part::fact) return wrong_type(expected_of(rules, to));
        switch (to.is) {
        case part::nothing: return {};
        case part::use:
            if (!is(shape_kind::choice) || m_.type.optional) return wrong_type(fitting_use);
            return paths(name_space::uses);
        case part::uses:
            if (!is(shape_kind::several) || m_.type.optional) return wrong_type(fitting_uses);
            return paths(name_space::uses);
        case part::mission:
            if (!is(shape_kind::choice)) return wrong_type(fitting_mission);
            return paths(name_space::missions);
        case part::date: return is(shape_kind::day) ? misfit{} : wrong_type(fitting_date);
        case part::fact: return fact(rules, to.index);
        case part::evidence:
            if (is(shape_kind::age)) return {};
            if (is(shape_kind::flag) && !limits_age(rules, to.index)) return {};
            return wrong_type(expected_of(rules, to));
        case part::safeguard:
            if (!is(shape_kind::choice)) return wrong_type(fitting_safeguard);
            return values({&rules, rules.safeguards[to.index].values}, ", which is no level of the safeguard");
        case part::chain:
            if (!is(shape_kind::choice)) return wrong_type(fitting_chain);
            return values({&rules, {}, true}, ", which is no state of a sign-off");
        }
        return {};
    }
    static constexpr std::string_view expected_of(rule_set const& rules, target to) noexcept
    {
        switch (to.is) {
        case part::use: return fitting_use;
        case part::uses: return fitting_uses;
        case part::mission: return fitting_mission;
        case part::date: return fitting_date;
        case part::fact: return fitting(rules.facts[to.index].type);
        case part::evidence: return limits_age(rules, to.index) ? fitting_evidence : fitting_unlimited_evidence;
        case part::safeguard: return fitting_safeguard;
        case part::chain: return fitting_chain;
        case part::nothing: break;
        }
        return {};
    }

    constexpr misfit fact(rule_set const& rules, std::uint32_t index) const noexcept
    {
        fact_entry const& f = rules.facts[index];
        bool fits = false;
        switch (f.type) {
        case fact_type::flag: fits = is(shape_kind::flag); break;
        case fact_type::count: fits = is(shape_kind::count); break;
        case fact_type::duration: fits = is(shape_kind::age); break;
        case fact_type::level:
        case fact_type::one_of: fits = is(shape_kind::choice); break;
        case fact_type::any_of: fits = is(shape_kind::set) || is(shape_kind::partial_set); break;
        }
        if (!fits) return wrong_type(fitting(f.type));
        if (misfit const m = attestation(rules, f)) return m;
        return f.values.empty() ? misfit{} : values({&rules, f.values}, ", which is no value of the fact");
    }

    /// Who attests must be declared by some contract, and must be able to make the fact count.
    constexpr misfit attestation(rule_set const& rules, fact_entry const& f) const noexcept
    {
        if (!m_.type.attested)
            return f.from.kind == principal_kind::nobody
                       ? misfit{}
                       : misfit{misfit_kind::not_attested, m_.name, name_of(rules, f.from)};
        bool counts = f.from.kind == principal_kind::nobody;
        auto const one = [&](std::string_view who) -> misfit {
            principal const here = principal_of(v_, rules, who);
            counts = counts || (here.kind != principal_kind::nobody && attests(rules, f.from, here));
            for (rule_set const* r : v_.contracts)
                if (principal_of(v_, *r, who).kind != principal_kind::nobody) return {};
            return {misfit_kind::unknown_attester, m_.name, who, {}, nearest_principal(who)};
        };
        if (!m_.type.attester.empty()) {
            if (misfit const m = one(m_.type.attester)) return m;
        }
        else
            for (enumerator const& e : m_.type.attesters)
                if (misfit const m = one(e.name)) return m;
        return counts ? misfit{} : misfit{misfit_kind::useless_attester, m_.name, name_of(rules, f.from)};
    }
    constexpr std::string_view nearest_principal(std::string_view wrong) const noexcept
    {
        nearest_name nearest{in_contract(v_, wrong)};
        for (rule_set const* r : v_.contracts) {
            for (role_entry const& e : r->roles) nearest.consider((*r)(e.name));
            for (party_entry const& e : r->parties) nearest.consider((*r)(e.name));
        }
        return nearest.best();
    }

    /// Whether the enumerators are the names, no fewer and no more; `not_asked` may be absent.
    constexpr misfit values(value_names const& names, std::string_view no_value) const noexcept
    {
        for (std::uint32_t i = names.states ? 1 : 0; i < names.size(); ++i) {
            bool found = false;
            nearest_name nearest{names(i)};
            for (enumerator const& e : m_.type.values) {
                std::uint32_t const at = find_among(v_, e.name, names.size(), names);
                found = found || at == i;
                if (at == none) nearest.consider(e.name);
            }
            if (!found)
                return {misfit_kind::missing_enumerator, m_.name, names(i), ", which the contract has", nearest.best()};
        }
        for (enumerator const& e : m_.type.values) {
            if (find_among(v_, e.name, names.size(), names) != none) continue;
            nearest_name nearest{in_contract(v_, e.name)};
            for (std::uint32_t i = 0; i < names.size(); ++i) nearest.consider(names(i));
            return {misfit_kind::unknown_enumerator, m_.name, e.name, no_value, nearest.best()};
        }
        return {};
    }

    /// Whether the enumerators are paths, and every declared path has one, by itself or as its `other`.
    constexpr misfit paths(name_space space) const noexcept
    {
        bool const uses = space == name_space::uses;
        for (enumerator const& e : m_.type.values) {
            kind_match const match = match_kind(v_, space, e.name);
            if (match.form == kind_form::unknown)
                return {misfit_kind::unknown_enumerator, m_.name, e.name,
                        uses ? std::string_view{", which is no use of the contract"}
                             : std::string_view{", which is no mission of the contract"},
                        nearest_path(space, in_contract(v_, e.name))};
            if (!match.other_path.empty())
                return {misfit_kind::ambiguous_enumerator, m_.name, e.name, match.path, match.other_path};
        }
        for (rule_set const* rules : v_.contracts)
            for (kind_entry const& k : kinds_of(*rules, space)) {
                std::string_view const path = (*rules)(k.path);
                if (is_never_asked(path) || has_path(space, path)) continue;
                return {
                    misfit_kind::missing_enumerator, m_.name, path,
                    uses ? std::string_view{", a use of the contract, its dots as underscores; add it, or name it by "
                                            "`redline::never_asked`"}
                         : std::string_view{", a mission of the contract, its dots as underscores; add it, or name it "
                                            "by `redline::never_asked`"}};
            }
        return {};
    }
    constexpr bool is_never_asked(std::string_view path) const noexcept
    {
        for (std::string_view const n : v_.never_asked)
            if (path.substr(0, n.size()) == n && (path.size() == n.size() || path[n.size()] == '.')) return true;
        return false;
    }
    constexpr bool has_path(name_space space, std::string_view path) const noexcept
    {
        for (enumerator const& e : m_.type.values)
            for (std::string_view const name : {e.name, without_underscore(e.name)})
                if (!name.empty() && spelt_as(path, name) != kind_form::unknown) return true;
        // What was renamed is spelt otherwise.
        for (renaming const& r : v_.renamed)
            for (enumerator const& e : m_.type.values)
                if (e.name == r.name && match_kind(v_, space, e.name).path == path) return true;
        return false;
    }
    constexpr std::string_view nearest_path(name_space space, std::string_view wrong) const noexcept
    {
        nearest_name nearest{wrong};
        for (rule_set const* r : v_.contracts)
            for (kind_entry const& k : kinds_of(*r, space)) nearest.consider((*r)(k.path));
        return nearest.best();
    }

    vocabulary const& v_;
    described_member const& m_;
};

}  // namespace redline::inline v0_1::typed
