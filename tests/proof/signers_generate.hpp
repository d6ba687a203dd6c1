// Random contracts with sign-off chains, and all groups of a few persons over their roles.
#pragma once

#include "oracle/dice.hpp"
#include "proof/signers_oracle.hpp"

namespace redline_oracle::signing {

inline std::vector<unsigned> some_roles(dice& d, roles of, std::size_t least, std::size_t most)
{
    std::vector<unsigned> all;
    for (unsigned r = 0; r < 32; ++r)
        if (in(of, r)) all.push_back(r);
    return d.some(all, least, most);
}

inline chain random_chain(dice& d, contract const& c, int place, int chains)
{
    chain x;
    for (std::size_t s = d.between(1, 100) > 60 ? 2 : 1; s != 0; --s) {
        stage st;
        st.persons = d.percent(15);
        st.members = some_roles(d, c.declared, 1, st.persons ? 1 : 3);
        st.number = st.persons ? d.between(1, 2) : d.between(1, st.members.size());
        st.timed = d.percent(35);
        x.stages.push_back(st);
    }
    if (place + 1 < chains) {
        auto const later = [&] {
            return place + 1 + static_cast<int>(d.below(static_cast<std::size_t>(chains - place - 1)));
        };
        if (d.percent(60)) x.late = later();
        if (d.percent(60)) x.refusal = later();
    }
    x.distinct = d.percent(35);
    x.asker_may_sign = d.percent(35);
    if (d.percent(25)) x.barred_roles = some_roles(d, c.declared, 1, 1);
    if (d.percent(15)) x.barred_parties = {static_cast<unsigned>(d.below(2))};
    for (int i = 0; i < 2; ++i)
        if (auto const two = some_roles(d, c.declared, 2, 2); two.size() == 2 && d.percent(25))
            x.deputies.emplace_back(two[0], two[1]);
    return x;
}

inline contract random_contract(dice& d, std::size_t most_roles)
{
    contract c;
    std::size_t const count = d.between(2, most_roles);
    for (std::size_t r = 0; r < count; ++r) c.party_of.push_back(static_cast<int>(d.below(3)) - 1);
    c.declared = (1u << count) - 1;
    int const chains = static_cast<int>(d.between(1, 3));
    for (int i = 0; i < chains; ++i) c.chains.push_back(random_chain(d, c, i, chains));
    return c;
}

/// The same contract with one or two things changed in its chains, or its vocabulary.
inline contract changed(dice& d, contract c)
{
    for (std::size_t n = d.between(1, 2); n != 0; --n) {
        std::size_t const at = d.below(c.chains.size());
        chain& x = c.chains[at];
        stage& s = x.stages[d.below(x.stages.size())];
        switch (d.below(11)) {
        case 0: x.distinct = !x.distinct; break;
        case 1: x.asker_may_sign = !x.asker_may_sign; break;
        case 2: s.timed = !s.timed; break;
        case 3:
            if (s.persons) s.number = s.number % 3 + 1;
            else s.number = d.between(1, s.members.size());
            break;
        case 4:
            x.barred_roles = x.barred_roles.empty() ? some_roles(d, c.declared, 1, 1) : std::vector<unsigned>{};
            break;
        case 5:
            if (x.deputies.empty()) {
                if (auto const two = some_roles(d, c.declared, 2, 2); two.size() == 2)
                    x.deputies.emplace_back(two[0], two[1]);
            }
            else x.deputies.pop_back();
            break;
        case 6: x = random_chain(d, c, static_cast<int>(at), static_cast<int>(c.chains.size())); break;
        case 7: (d.percent(50) ? x.late : x.refusal) = -1; break;
        case 8:
            if (x.stages.size() > 1) x.stages.pop_back();
            else x.stages.push_back(x.stages[0]);
            break;
        case 9: c.party_of[d.below(c.party_of.size())] = static_cast<int>(d.below(3)) - 1; break;
        default:
            if (!s.persons) {
                s.members = some_roles(d, c.declared, 1, 3);
                s.number = std::min(s.number, s.members.size());
            }
        }
    }
    return c;
}

inline roles roles_barred(contract const& c)
{
    roles bars = 0;
    for (chain const& x : c.chains) {
        for (unsigned const r : x.barred_roles) bars |= 1u << r;
        for (unsigned const p : x.barred_parties)
            for (unsigned r = 0; r < c.party_of.size(); ++r)
                if (c.party_of[r] == static_cast<int>(p)) bars |= 1u << r;
    }
    return bars;
}

/// How many persons groups may have so that there are not too many of them.
inline std::size_t persons_for(std::size_t types, std::size_t most_groups)
{
    std::size_t persons = 0;
    for (std::size_t groups = 1; persons < 4; ++persons) {
        groups = groups * (types + persons) / (persons + 1);
        if (groups > most_groups) break;
    }
    return persons;
}

/// Calls `visit` with every group of so many persons: all roles they may hold, all roles of `acting` that they may act in,
/// whoever asked.
template <class Visit>
void each_group(std::size_t role_count, roles acting, std::size_t persons, Visit const& visit)
{
    std::vector<person> types;
    for (roles h = 0; h < 1u << role_count; ++h)
        for (roles a = acting;; a = (a - 1) & acting) {
            types.push_back({h, a});
            if (a == 0) break;
        }
    std::vector<std::size_t> at(persons, 0);
    for (;;) {
        group g;
        for (std::size_t const t : at) g.persons.push_back(types[t]);
        for (g.asker = -1; g.asker < static_cast<int>(persons); ++g.asker) visit(static_cast<group const&>(g));
        std::size_t i = persons;
        while (i != 0 && at[i - 1] + 1 == types.size()) --i;
        if (i == 0) return;
        std::size_t const next = at[i - 1] + 1;
        for (std::size_t j = i - 1; j < persons; ++j) at[j] = next;
    }
}

}  // namespace redline_oracle::signing
