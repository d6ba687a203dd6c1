// What the names of a struct stand for in the contracts that it is bound to.
#pragma once

#include "options.hpp"
#include "shape.hpp"

#include "../core/alignment.hpp"

namespace redline::inline v0_1::typed {

struct renaming {
    std::string_view name{}, in_contract{};
};

/// The contracts of a binding, and what the program said beside its struct.
struct vocabulary {
    array_view<rule_set const*> contracts{};
    array_view<std::string_view> left_unknown{}, never_asked{};
    array_view<renaming> renamed{};
};

/// What a name of the program is called in the contracts where the program said so, else as it is.
constexpr std::string_view in_contract(vocabulary const& v, std::string_view name) noexcept
{
    for (renaming const& r : v.renamed)
        if (r.name == name) return r.in_contract;
    return name;
}
/// A name without the underscore at its end that keeps it apart from a keyword of C++; empty where there is none.
constexpr std::string_view without_underscore(std::string_view name) noexcept
{
    return name.size() > 1 && name.back() == '_' ? name.substr(0, name.size() - 1) : std::string_view{};
}

/// The name among `count` that a name of the program stands for, as it is, else without the underscore at its end; or
/// `none`. `name_at` gives them.
template <class NameAt>
constexpr std::uint32_t find_among(vocabulary const& v, std::string_view name, std::uint32_t count,
                                   NameAt const& name_at) noexcept
{
    name = in_contract(v, name);
    for (std::string_view const n : {name, without_underscore(name)})
        for (std::uint32_t i = 0; i < count && !n.empty(); ++i)
            if (name_at(i) == n) return i;
    return none;
}

/// Which part of a request a member gives.
enum class part : std::uint8_t { nothing, use, uses, mission, date, fact, evidence, safeguard, chain };
struct target {
    part is = part::nothing;
    std::uint32_t index = none;
};

/// What a member stands for in one contract.
constexpr target target_of(vocabulary const& v, rule_set const& rules, std::string_view member) noexcept
{
    if (member == "use") return {part::use, none};
    if (member == "uses") return {part::uses, none};
    if (member == "mission") return {part::mission, none};
    if (member == "date") return {part::date, none};
    member = in_contract(v, member);
    for (std::string_view const name : {member, without_underscore(member)}) {
        symbol const* const found = find_name(rules, name_space::names, name);
        if (found == nullptr) continue;
        switch (found->kind) {
        case symbol_kind::fact: return {part::fact, found->index};
        case symbol_kind::evidence: return {part::evidence, found->index};
        case symbol_kind::safeguard: return {part::safeguard, found->index};
        case symbol_kind::chain: return {part::chain, found->index};
        default: break;
        }
    }
    return {};
}

/// The party or role of a contract that has this name, or nobody.
constexpr principal principal_named(rule_set const& rules, std::string_view name) noexcept
{
    symbol const* const found = find_name(rules, name_space::names, name);
    if (found == nullptr) return {};
    if (found->kind == symbol_kind::party) return {principal_kind::party, found->index};
    if (found->kind == symbol_kind::role) return {principal_kind::role, found->index};
    return {};
}
/// The same for a name of the program.
constexpr principal principal_of(vocabulary const& v, rule_set const& rules, std::string_view name) noexcept
{
    name = in_contract(v, name);
    principal const exact = principal_named(rules, name);
    return exact.kind != principal_kind::nobody ? exact : principal_named(rules, without_underscore(name));
}

/// The use or mission that an enumerator stands for: a path of one of the contracts, and in which form. `other_path` is
/// another path that is spelt the same.
struct kind_match {
    std::string_view path{};
    kind_form form = kind_form::unknown;
    std::string_view other_path{};
};

/// Whether a path is spelt as a name, its dots as underscores, with or without `_other` behind.
constexpr kind_form spelt_as(std::string_view path, std::string_view name) noexcept
{
    constexpr std::string_view other = "_other";
    bool const is_other = name.size() == path.size() + other.size() && name.substr(path.size()) == other;
    if (name.size() != path.size() && !is_other) return kind_form::unknown;
    for (std::size_t i = 0; i < path.size(); ++i)
        if (name[i] != (path[i] == '.' ? '_' : path[i])) return kind_form::unknown;
    return is_other ? kind_form::other : kind_form::declared;
}

constexpr array_view<kind_entry> const& kinds_of(rule_set const& rules, name_space space) noexcept
{
    return space == name_space::uses ? rules.uses : rules.missions;
}

/// Linear in the declared paths of all contracts; constexpr, no heap.
constexpr kind_match match_kind(vocabulary const& v, name_space space, std::string_view enumerator) noexcept
{
    kind_match match{};
    std::string_view const path = in_contract(v, enumerator);
    if (path == "unlisted" && space == name_space::uses) return {path, kind_form::unlisted, {}};
    if (path != enumerator)
        for (rule_set const* rules : v.contracts) {
            requested_kind const k = find_kind(*rules, space, path);
            if (k.form == kind_form::unknown) continue;
            return {(*rules)(kinds_of(*rules, space)[k.index].path), k.form, {}};
        }
    for (std::string_view const name : {path, without_underscore(path)}) {
        for (rule_set const* rules : v.contracts)
            for (kind_entry const& k : kinds_of(*rules, space)) {
                if (k.path.length > name.size()) continue;
                std::string_view const declared = (*rules)(k.path);
                kind_form const form = spelt_as(declared, name);
                if (form == kind_form::unknown) continue;
                if (match.form == kind_form::unknown) match = {declared, form, {}};
                else if (match.path != declared || match.form != form) match.other_path = declared;
            }
        if (match.form != kind_form::unknown) break;
    }
    return match;
}

/// The contracts and options of a binding as types, and as the data that checks read.
template <class... Contracts>
struct contract_list {};
template <class... Options>
struct option_list {};

template <class Option>
struct option_data {
    static constexpr bool known = false;
    static constexpr std::array<std::string_view, 0> unknown{}, never{};
    static constexpr std::array<renaming, 0> renamed{};
};
template <fixed_text... Names>
struct option_data<left_unknown_t<Names...>> : option_data<void> {
    static constexpr bool known = true;
    static constexpr std::array<std::string_view, sizeof...(Names)> unknown{Names.view()...};
};
template <fixed_text... Paths>
struct option_data<never_asked_t<Paths...>> : option_data<void> {
    static constexpr bool known = true;
    static constexpr std::array<std::string_view, sizeof...(Paths)> never{Paths.view()...};
};
template <fixed_text Name, fixed_text InContract>
struct option_data<renamed_t<Name, InContract>> : option_data<void> {
    static constexpr bool known = true;
    static constexpr std::array<renaming, 1> renamed{renaming{Name.view(), InContract.view()}};
};

/// Arrays one after another.
template <class T, std::size_t... N>
constexpr auto joined(std::array<T, N> const&... parts) noexcept
{
    std::array<T, (N + ... + 1)> all{};
    std::size_t at = 0;
    [[maybe_unused]] auto const append = [&](auto const& part) {
        for (T const& entry : part) all[at++] = entry;
    };
    (append(parts), ...);
    return all;
}

template <class Contracts, class Options>
struct vocabulary_of;
template <class... Contracts, class... Options>
struct vocabulary_of<contract_list<Contracts...>, option_list<Options...>> {
    static constexpr rule_set const* contracts[] = {&Contracts::rules()...};
    static constexpr auto unknown = joined<std::string_view>(option_data<Options>::unknown...);
    static constexpr auto never = joined<std::string_view>(option_data<Options>::never...);
    static constexpr auto renamed = joined<renaming>(option_data<Options>::renamed...);
    static constexpr vocabulary view{{contracts, sizeof...(Contracts)},
                                     {unknown.data(), static_cast<std::uint32_t>(unknown.size() - 1)},
                                     {never.data(), static_cast<std::uint32_t>(never.size() - 1)},
                                     {renamed.data(), static_cast<std::uint32_t>(renamed.size() - 1)}};
};

}  // namespace redline::inline v0_1::typed
