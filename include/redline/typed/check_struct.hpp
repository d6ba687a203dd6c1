// Whether a struct as a whole fits the contracts: what it lacks, and what is said of it beside its members.
#pragma once

#include "check.hpp"

namespace redline::inline v0_1::typed {

/// Checks what no single member shows. Gives the first misfit. constexpr, no heap; every member has passed its own check.
class struct_check {
public:
    constexpr struct_check(vocabulary const& v, array_view<described_member> members) noexcept
        : v_{v}, members_{members}
    {}

    constexpr misfit run() const noexcept
    {
        if (has(part::use) && has(part::uses)) return {misfit_kind::use_and_uses};
        if (!has(part::use) && !has(part::uses)) return {misfit_kind::no_use};
        for (std::string_view const name : v_.left_unknown)
            if (misfit const m = left(name)) return m;
        for (std::string_view const path : v_.never_asked)
            if (misfit const m = path_of_contract(path)) return m;
        for (renaming const& r : v_.renamed)
            if (misfit const m = both_exist(r)) return m;
        for (rule_set const* rules : v_.contracts)
            if (misfit const m = lacking(*rules)) return m;
        return {};
    }

private:
    constexpr bool has(part is) const noexcept
    {
        for (described_member const& m : members_)
            if (target_of(v_, *v_.contracts[0], m.name).is == is) return true;
        return false;
    }
    constexpr bool has_fact(rule_set const& rules, std::uint32_t fact) const noexcept
    {
        for (described_member const& m : members_) {
            target const to = target_of(v_, rules, m.name);
            if (to.is == part::fact && to.index == fact) return true;
        }
        return false;
    }
    constexpr bool is_left(std::string_view name) const noexcept
    {
        for (std::string_view const n : v_.left_unknown)
            if (n == name) return true;
        return false;
    }

    constexpr misfit left(std::string_view name) const noexcept
    {
        misfit const given{misfit_kind::given_and_left, {}, name};
        if (name == "mission") return has(part::mission) ? given : misfit{};
        if (name == "date") return has(part::date) ? given : misfit{};
        nearest_name nearest{name};
        bool declared = false;
        for (rule_set const* rules : v_.contracts)
            for (std::uint32_t f = 0; f < rules->facts.size; ++f) {
                std::string_view const fact = (*rules)(rules->facts[f].name);
                nearest.consider(fact);
                if (fact != name) continue;
                declared = true;
                if (has_fact(*rules, f)) return given;
            }
        return declared ? misfit{} : misfit{misfit_kind::unknown_left, {}, name, {}, nearest.best()};
    }
    constexpr misfit path_of_contract(std::string_view path) const noexcept
    {
        nearest_name nearest{path};
        for (rule_set const* rules : v_.contracts)
            for (name_space const space : {name_space::uses, name_space::missions}) {
                if (find_name(*rules, space, path) != nullptr) return {};
                for (kind_entry const& k : kinds_of(*rules, space)) nearest.consider((*rules)(k.path));
            }
        return {misfit_kind::unknown_path, {}, path, {}, nearest.best()};
    }
    /// A renaming that names nothing is a slip of the pen.
    constexpr misfit both_exist(renaming const& r) const noexcept
    {
        bool used = false;
        for (described_member const& m : members_) {
            used = used || m.name == r.name;
            for (enumerator const& e : m.type.values) used = used || e.name == r.name;
            for (enumerator const& e : m.type.attesters) used = used || e.name == r.name;
        }
        if (!used)
            return {misfit_kind::unknown_renamed, {}, r.name, ", which neither a member nor an enumerator is called"};
        for (rule_set const* rules : v_.contracts) {
            for (symbol const& s : rules->symbols)
                if (s.kind != symbol_kind::nothing && (*rules)(s.name) == r.in_contract) return {};
            for (name_space const space : {name_space::uses, name_space::missions})
                if (find_kind(*rules, space, r.in_contract).form != kind_form::unknown) return {};
        }
        return {misfit_kind::unknown_renamed, {}, r.in_contract, ", which the contract does not declare"};
    }

    /// Facts that the contract declares, and what its terms ask for of mission and date.
    constexpr misfit lacking(rule_set const& rules) const noexcept
    {
        for (std::uint32_t f = 0; f < rules.facts.size; ++f) {
            std::string_view const name = rules(rules.facts[f].name);
            if (has_fact(rules, f) || is_left(name) || !matters(rules, f)) continue;
            return {misfit_kind::missing_fact, {}, name, fitting(rules.facts[f].type)};
        }
        bool mission = false;
        bool date = rules.has_from || rules.has_before;
        for (condition_node const& n : rules.conditions) {
            mission = mission || n.op == condition_op::mission_is || n.op == condition_op::mission_sensitive;
            date = date || n.op == condition_op::date_from || n.op == condition_op::date_before;
        }
        if (mission && !has(part::mission) && !is_left("mission")) return {misfit_kind::missing_mission};
        if (date && !has(part::date) && !is_left("date")) return {misfit_kind::missing_date};
        return {};
    }
    /// `lawful` that the text does not declare matters where a term asks for it.
    static constexpr bool matters(rule_set const& rules, std::uint32_t fact) noexcept
    {
        if (fact != rules.lawful || rules.facts[fact].name.source != builtin_lawful.source) return true;
        for (condition_node const& n : rules.conditions)
            if (n.op == condition_op::flag && n.subject == rules.facts[fact].slot) return true;
        return false;
    }

    vocabulary const& v_;
    array_view<described_member> members_;
};

}  // namespace redline::inline v0_1::typed
