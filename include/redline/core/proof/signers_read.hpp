// Reads the sign-off chains of two contracts that are compared, roles aligned by spelling.
#pragma once

#include "../name_key.hpp"
#include "signers_model.hpp"

namespace redline::inline v0_1::proof {

/// Reads the models of one chain of each of two contracts. Language reference, "What a sign-off chain is" and "Drafts".
class signing_models {
public:
    constexpr signing_models(rule_set const& before, std::uint32_t chain_before, rule_set const& after,
                             std::uint32_t chain_after) noexcept
    {
        model[0].rules = &before;
        model[1].rules = &after;
        chain_of(0, chain_before);
        chain_of(1, chain_after);
        each_chain(&signing_models::roles_of_chain);
        roles.named = roles.count;
        each_chain(&signing_models::roles_of_barred_parties);
        if (!too_large) each_chain(&signing_models::fill);
    }

    signing_model model[2] = {};
    signing_roles roles{};
    bool too_large = false;

private:
    constexpr void each_chain(void (signing_models::*visit)(unsigned, signing_chain&) noexcept) noexcept
    {
        for (unsigned side = 0; side < 2; ++side)
            for (std::uint32_t i = 0; i < model[side].chain_count && !too_large; ++i)
                (this->*visit)(side, model[side].chains[i]);
    }
    /// The place of a chain in the model of a side, where it is put if it isn't there yet.
    constexpr std::uint32_t chain_of(unsigned side, std::uint32_t entry) noexcept
    {
        if (entry == none) return none;
        signing_model& m = model[side];
        for (std::uint32_t i = 0; i < m.chain_count; ++i)
            if (m.chains[i].entry == entry) return i;
        if (m.chain_count == most_signing_chains) {
            too_large = true;
            return none;
        }
        m.chains[m.chain_count].entry = entry;
        return m.chain_count++;
    }

    constexpr void roles_of_chain(unsigned side, signing_chain& c) noexcept
    {
        rule_set const& rules = *model[side].rules;
        chain_entry const& entry = rules.chains[c.entry];
        for (std::uint32_t s = entry.stages.first; s != entry.stages.last; ++s)
            for (std::uint32_t i = rules.stages[s].members.first; i != rules.stages[s].members.last; ++i)
                role_of(side, rules.chain_roles[i]);
        for (std::uint32_t i = entry.deputies.first; i != entry.deputies.last; ++i) {
            role_of(side, rules.deputies[i].deputy);
            role_of(side, rules.deputies[i].of);
        }
        for (std::uint32_t i = entry.barred.first; i != entry.barred.last; ++i)
            if (rules.principals[i].kind == principal_kind::role) role_of(side, rules.principals[i].index);
        // Chains are found in the order in which others escalate to them, so all are there in the end.
        std::uint32_t const late = chain_of(side, entry.late);
        std::uint32_t const refusal = chain_of(side, entry.refusal);
        c.late = late;
        c.refusal = refusal;
    }
    constexpr void roles_of_barred_parties(unsigned side, signing_chain& c) noexcept
    {
        rule_set const& rules = *model[side].rules;
        chain_entry const& entry = rules.chains[c.entry];
        for (std::uint32_t i = entry.barred.first; i != entry.barred.last; ++i)
            for (std::uint32_t r = 0; r < rules.roles.size && rules.principals[i].kind == principal_kind::party; ++r)
                if (rules.roles[r].party == rules.principals[i].index) role_of(side, r, true);
    }
    /// The place of a role in `roles`. Roles that only their parties tell from one another share one.
    constexpr std::uint32_t role_of(unsigned side, std::uint32_t role, bool by_party = false) noexcept
    {
        for (std::uint32_t i = 0; i < roles.count; ++i)
            if (roles.roles[i].index[side] == role) return i;
        aligned_role a{};
        a.index[side] = role;
        rule_set const& other = *model[1 - side].rules;
        std::string_view const name = (*model[side].rules)(model[side].rules->roles[role].name);
        for (std::uint32_t r = 0; r < other.roles.size && a.index[1 - side] == none; ++r) {
            std::string_view const theirs = other(other.roles[r].name);
            if (theirs.size() == name.size() && same_text(theirs, name)) a.index[1 - side] = r;
        }
        for (std::uint32_t i = roles.named; by_party && i < roles.count; ++i)
            if (same_parties(roles.roles[i], a)) return i;
        if (roles.count == most_signing_roles) {
            too_large = true;
            return 0;
        }
        roles.roles[roles.count] = a;
        return roles.count++;
    }
    constexpr bool same_parties(aligned_role const& a, aligned_role const& b) const noexcept
    {
        for (unsigned side = 0; side < 2; ++side) {
            if ((a.index[side] == none) != (b.index[side] == none)) return false;
            array_view<role_entry> const& of = model[side].rules->roles;
            if (a.index[side] != none && of[a.index[side]].party != of[b.index[side]].party) return false;
        }
        return true;
    }

    constexpr void fill(unsigned side, signing_chain& c) noexcept
    {
        signing_model& m = model[side];
        chain_entry const& entry = m.rules->chains[c.entry];
        c.distinct = entry.signers_distinct;
        c.asker_may_sign = entry.asker_may_sign;
        if (entry.stages.size() > most_signing_stages - m.stage_count ||
            entry.deputies.size() > most_signing_deputies - m.deputy_count) {
            too_large = true;
            return;
        }
        c.stages.first = m.stage_count;
        for (std::uint32_t s = entry.stages.first; s != entry.stages.last; ++s) {
            stage_entry const& from = m.rules->stages[s];
            signing_stage& to = m.stages[m.stage_count++];
            to.number = from.number;
            to.persons = from.persons;
            to.timed = from.within != unlimited;
            for (std::uint32_t i = from.members.first; i != from.members.last; ++i)
                to.members |= role_bit(role_of(side, m.rules->chain_roles[i]));
        }
        c.stages.last = m.stage_count;
        c.deputies.first = m.deputy_count;
        for (std::uint32_t i = entry.deputies.first; i != entry.deputies.last; ++i) {
            deputy_entry const& d = m.rules->deputies[i];
            m.deputies[m.deputy_count++] = {role_of(side, d.deputy), role_of(side, d.of)};
        }
        c.deputies.last = m.deputy_count;
        for (std::uint32_t i = entry.barred.first; i != entry.barred.last; ++i) bar(m, c, side, m.rules->principals[i]);
    }
    constexpr void bar(signing_model const& m, signing_chain& c, unsigned side, principal p) const noexcept
    {
        for (std::uint32_t r = 0; r < roles.count; ++r) {
            std::uint32_t const role = roles.roles[r].index[side];
            if (role != none && names_role(*m.rules, p, role)) c.barred |= role_bit(r);
        }
    }
};

}  // namespace redline::inline v0_1::proof
