// What a node of the grammar does with a name: in which space it stands, whether it declares it, and what kind is due there.
#pragma once

#include "../../core/rule_set.hpp"
#include "../expand/sources.hpp"

namespace redline::inline v0_1::text {

/// What the token of a node names. `space` is meaningless unless `names`. Values and stages belong to an owner.
struct name_role {
    bool names = false;
    bool declares = false;
    name_space space = name_space::names;
};

/// The role of a node's token, by its tag. Arguments of templates, which may name anything, are `names` in the space
/// `names`. Constant; constexpr, no heap.
constexpr name_role name_role_of(tag t) noexcept
{
    switch (t) {
    case tag::label:
    case tag::insert: return {true, true, name_space::labels};
    case tag::by:
    case tag::excepting:
    case tag::logged:
    case tag::strike_term:
    case tag::replace: return {true, false, name_space::labels};
    case tag::section: return {true, true, name_space::sections};
    case tag::strike_section: return {true, false, name_space::sections};
    case tag::stage: return {true, true, name_space::stages};
    case tag::value_of_type: return {true, true, name_space::fact_values};
    case tag::value_name:
    case tag::alternative:
    case tag::has_alternative:
    case tag::given_member: return {true, false, name_space::fact_values};
    case tag::given_use:
    case tag::strike_use: return {true, false, name_space::uses};
    case tag::given_mission:
    case tag::strike_mission: return {true, false, name_space::missions};
    case tag::template_:
    case tag::parameter: return {true, true, name_space::names};
    case tag::apply:
    case tag::given_not:
    case tag::given_name:
    case tag::pending:
    case tag::strike_name: return {true, false, name_space::names};
    default: break;
    }
    switch (space_of(t)) {
    case word_space::uses: return {true, t == tag::use, name_space::uses};
    case word_space::missions: return {true, t == tag::mission, name_space::missions};
    case word_space::names: return {true, declares_name(t), name_space::names};
    case word_space::any: return {true, false, name_space::names};
    case word_space::none: break;
    }
    return {};
}

/// What a node declares; `nothing` where it declares no name, or the parameter of a template.
constexpr symbol_kind kind_declared_by(tag t) noexcept
{
    switch (t) {
    case tag::party: return symbol_kind::party;
    case tag::role: return symbol_kind::role;
    case tag::authority: return symbol_kind::authority;
    case tag::fact: return symbol_kind::fact;
    case tag::safeguard: return symbol_kind::safeguard;
    case tag::evidence: return symbol_kind::evidence;
    case tag::event: return symbol_kind::event;
    case tag::define: return symbol_kind::definition;
    case tag::trigger: return symbol_kind::trigger;
    case tag::signoff: return symbol_kind::chain;
    case tag::use: return symbol_kind::use;
    case tag::mission: return symbol_kind::mission;
    case tag::label:
    case tag::insert: return symbol_kind::label;
    case tag::section: return symbol_kind::section;
    case tag::value_of_type: return symbol_kind::value;
    case tag::stage: return symbol_kind::stage;
    case tag::template_: return symbol_kind::template_;
    default: return symbol_kind::nothing;
    }
}

/// Several kinds of names.
class kind_set {
public:
    constexpr kind_set() noexcept = default;
    template <class... Kinds>
    constexpr explicit kind_set(Kinds... kinds) noexcept : bits_{((1u << static_cast<unsigned>(kinds)) | ...)}
    {}
    constexpr bool has(symbol_kind k) const noexcept { return (bits_ >> static_cast<unsigned>(k) & 1u) != 0; }
    constexpr void add(kind_set const& more) noexcept { bits_ |= more.bits_; }
    constexpr bool empty() const noexcept { return bits_ == 0; }

private:
    std::uint32_t bits_ = 0;
};

/// Which kinds of names are right at a node that mentions one, as the resolver takes them: tests hold the two together.
/// Empty for nodes that declare, or that hold no name. In an `unless` or in items a `subject` is more restricted than here.
constexpr kind_set kinds_due_at(tag t) noexcept
{
    using k = symbol_kind;
    switch (t) {
    case tag::of_party: return kind_set{k::party};
    case tag::from:
    case tag::told:
    case tag::audit_by:
    case tag::duty_of:
    case tag::barred:
    case tag::revocable: return kind_set{k::party, k::role};
    case tag::quorum_one:
    case tag::member:
    case tag::deputy:
    case tag::deputy_for: return kind_set{k::role};
    case tag::cite: return kind_set{k::authority};
    case tag::signed_by:
    case tag::waived_by:
    case tag::asked_of:
    case tag::escalate: return kind_set{k::chain};
    case tag::scope_path:
    case tag::except_path:
    case tag::use_is:
    case tag::given_use:
    case tag::strike_use: return kind_set{k::use};
    case tag::mission_is:
    case tag::given_mission:
    case tag::strike_mission: return kind_set{k::mission};
    case tag::of_event: return kind_set{k::event};
    case tag::duty_what: return kind_set{k::evidence, k::safeguard};
    case tag::rests_on:
    case tag::given_not: return kind_set{k::fact};
    case tag::subject: return kind_set{k::fact, k::evidence, k::safeguard, k::definition};
    case tag::given_name:
    case tag::pending: return kind_set{k::fact, k::evidence, k::safeguard, k::chain};
    case tag::by:
    case tag::excepting:
    case tag::logged:
    case tag::strike_term:
    case tag::replace: return kind_set{k::label};
    case tag::strike_section: return kind_set{k::section};
    case tag::value_name:
    case tag::alternative:
    case tag::has_alternative:
    case tag::given_member: return kind_set{k::value};
    case tag::apply: return kind_set{k::template_};
    case tag::argument:
        return kind_set{k::use,       k::mission,  k::party, k::role,       k::authority, k::fact,
                        k::safeguard, k::evidence, k::event, k::definition, k::chain,     k::value};
    case tag::strike_name:
        return kind_set{k::party,    k::role,  k::authority, k::fact,       k::safeguard,
                        k::evidence, k::event, k::chain,     k::definition, k::template_};
    default: return {};
    }
}

}  // namespace redline::inline v0_1::text
