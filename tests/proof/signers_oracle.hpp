// An independent oracle for sign-off chains: what the language reference says of their events, run one by one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace redline_oracle::signing {

using roles = std::uint32_t;  // a set of roles, by number

struct stage {
    std::size_t number = 1;
    bool persons = false;  // `N signers of R`
    std::vector<unsigned> members;
    bool timed = false;
};
struct chain {
    std::vector<stage> stages;
    int late = -1, refusal = -1;
    bool distinct = false, asker_may_sign = false;
    std::vector<unsigned> barred_roles, barred_parties;
    std::vector<std::pair<unsigned, unsigned>> deputies;  // the first for the second
};
/// Roles r0, r1, …, some of them declared, of a party p0, p1, … or independent (-1); chains c0, c1, …
struct contract {
    roles declared = 0;
    std::vector<int> party_of;
    std::vector<chain> chains;
};
struct person {
    roles holds = 0, acts_in = 0;

    friend bool operator<(person const& a, person const& b)
    {
        return std::tie(a.holds, a.acts_in) < std::tie(b.holds, b.acts_in);
    }
};
struct group {
    std::vector<person> persons;
    int asker = -1;  // somebody else
};

inline bool in(roles set, unsigned role) { return (set >> role & 1) != 0; }

inline std::string text_of(contract const& c)
{
    std::string text = "contract \"T\" version 1;\nparty p0; party p1;\n";
    auto const name = [](char letter, std::size_t n) { return letter + std::to_string(n); };
    for (unsigned r = 0; r < c.party_of.size(); ++r)
        if (in(c.declared, r))
            text += "role " + name('r', r) +
                    (c.party_of[r] < 0 ? std::string{" independent"} : " of p" + std::to_string(c.party_of[r])) + ";\n";
    text += "use desk;\n1 permit all lawful uses;\n";
    for (std::size_t i = 0; i < c.chains.size(); ++i) {
        chain const& x = c.chains[i];
        text += "signoff " + name('c', i) + " {\n";
        for (std::size_t s = 0; s < x.stages.size(); ++s) {
            stage const& st = x.stages[s];
            text +=
                "  stage " + name('s', s) + ": " + std::to_string(st.number) + (st.persons ? " signers of " : " of ");
            for (std::size_t m = 0; m < st.members.size(); ++m) text += (m == 0 ? "" : ", ") + name('r', st.members[m]);
            text += st.timed ? " within 2 days;\n" : ";\n";
        }
        if (x.late >= 0) text += "  late: escalate to c" + std::to_string(x.late) + ";\n";
        if (x.refusal >= 0) text += "  refusal: escalate to c" + std::to_string(x.refusal) + ";\n";
        if (x.distinct) text += "  signers distinct;\n";
        if (x.asker_may_sign) text += "  asker may sign;\n";
        for (unsigned const r : x.barred_roles) text += "  not by " + name('r', r) + ";\n";
        for (unsigned const p : x.barred_parties) text += "  not by " + name('p', p) + ";\n";
        for (auto const& [a, b] : x.deputies) text += "  deputy " + name('r', a) + " for " + name('r', b) + ";\n";
        text += "}\n";
    }
    return text;
}

/// A case of a chain: plain data, changed by events.
struct chain_case {
    int chain = 0;           // the one opened, or the one it escalated to by now
    std::uint32_t path = 1;  // these chains, a set
    std::size_t stage = 0;
    roles signed_for = 0, refused_for = 0;  // members, in the open stage
    roles own = 0, deputies = 0;            // how roles acted in it
    std::uint32_t acted = 0;                // persons, in it
    std::uint32_t signers = 0;              // persons, in it
    std::uint32_t signers_before = 0;       // persons, in earlier stages and chains
    std::array<roles, 12> acted_in{};       // of each person, so far
    enum { open, complete, refused } end = open;

    auto tied() const
    {
        return std::tie(chain, path, stage, signed_for, refused_for, own, deputies, acted, signers, signers_before,
                        acted_in);
    }
    friend bool operator<(chain_case const& a, chain_case const& b) { return a.tied() < b.tied(); }
};

class simulation {
public:
    simulation(contract const& c, group const& g) : contract_{c}, group_{g} {}

    chain_case opened() const
    {
        chain_case now;
        for (std::size_t p = 0; p < group_.persons.size(); ++p) now.acted_in.at(p) = group_.persons[p].acts_in;
        return now;
    }
    /// Whether some order of events completes chain c0.
    bool completes()
    {
        seen_.clear();
        return completes(opened());
    }
    /// A person signs or refuses in a role, for a member of the stage; false where that is refused.
    bool act(chain_case& now, unsigned p, unsigned role, unsigned member, bool signs) const
    {
        if (now.end != chain_case::open) return false;
        chain const& c = here(now);
        stage const& s = c.stages[now.stage];
        if (!in(group_.persons[p].holds & contract_.declared, role) || !asks_for(s, member)) return false;
        if (role != member && !deputy(c, role, member)) return false;
        if (in(now.acted, p)) return false;
        if (!s.persons && in(now.signed_for | now.refused_for, member)) return false;
        if (in(role == member ? now.deputies : now.own, role)) return false;
        roles const bars = barred(now);
        bool distinct = false;
        bool asker_may = true;
        for (unsigned i = 0; i < contract_.chains.size(); ++i) {
            if (!in(now.path, i)) continue;
            distinct = distinct || contract_.chains[i].distinct;
            asker_may = asker_may && contract_.chains[i].asker_may_sign;
        }
        if (((now.acted_in[p] | 1u << role) & bars) != 0) return false;
        if (distinct && in(now.signers_before, p)) return false;
        if (!asker_may && group_.asker == static_cast<int>(p)) return false;
        now.acted |= 1u << p;
        now.acted_in[p] |= 1u << role;
        (role == member ? now.own : now.deputies) |= 1u << role;
        if (signs) {
            now.signed_for |= 1u << member;
            now.signers |= 1u << p;
            std::size_t const count = s.persons ? bits(now.signers) : bits(now.signed_for);
            if (count >= s.number) next_stage(now);
        }
        else {
            now.refused_for |= 1u << member;
            std::size_t left = 0;
            for (unsigned const m : s.members) left += !in(now.refused_for, m) && somebody_may(c, m, bars) ? 1 : 0;
            if (s.persons || left < s.number) leave(now, c.refusal);
        }
        return true;
    }
    /// The stage's time runs out; false where it has no deadline.
    bool late(chain_case& now) const
    {
        if (now.end != chain_case::open || !here(now).stages[now.stage].timed) return false;
        leave(now, here(now).late);
        return true;
    }
    chain const& here(chain_case const& now) const { return contract_.chains[static_cast<std::size_t>(now.chain)]; }

private:
    bool completes(chain_case const& now)
    {
        if (now.end != chain_case::open) return now.end == chain_case::complete;
        if (!seen_.insert(now).second) return false;
        for (unsigned p = 0; p < group_.persons.size(); ++p)
            for (unsigned role = 0; role < contract_.party_of.size(); ++role)
                for (unsigned const member : here(now).stages[now.stage].members)
                    for (bool const signs : {true, false}) {
                        chain_case then = now;
                        if (act(then, p, role, member, signs) && completes(then)) return true;
                    }
        chain_case then = now;
        return late(then) && completes(then);
    }
    static std::size_t bits(std::uint32_t set)
    {
        std::size_t n = 0;
        for (; set != 0; set >>= 1) n += set & 1;
        return n;
    }
    static bool asks_for(stage const& s, unsigned member)
    {
        for (unsigned const m : s.members)
            if (m == member) return true;
        return false;
    }
    static bool deputy(chain const& c, unsigned role, unsigned member)
    {
        for (auto const& [a, b] : c.deputies)
            if (a == role && b == member) return true;
        return false;
    }
    static bool somebody_may(chain const& c, unsigned member, roles bars)
    {
        for (unsigned role = 0; role < 32; ++role)
            if ((role == member || deputy(c, role, member)) && !in(bars, role)) return true;
        return false;
    }
    roles barred(chain_case const& now) const
    {
        roles bars = 0;
        for (unsigned i = 0; i < contract_.chains.size(); ++i) {
            if (!in(now.path, i)) continue;
            chain const& c = contract_.chains[i];
            for (unsigned const r : c.barred_roles) bars |= 1u << r;
            for (unsigned const p : c.barred_parties)
                for (unsigned r = 0; r < contract_.party_of.size(); ++r)
                    if (in(contract_.declared, r) && contract_.party_of[r] == static_cast<int>(p)) bars |= 1u << r;
        }
        return bars;
    }
    static void clear_stage(chain_case& now)
    {
        now.signers_before |= now.signers;
        now.signed_for = now.refused_for = now.own = now.deputies = 0;
        now.acted = now.signers = 0;
    }
    void next_stage(chain_case& now) const
    {
        clear_stage(now);
        if (++now.stage == here(now).stages.size()) now.end = chain_case::complete;
    }
    static void leave(chain_case& now, int to)
    {
        clear_stage(now);
        now.stage = 0;
        if (to < 0) now.end = chain_case::refused;
        else {
            now.chain = to;
            now.path |= 1u << to;
        }
    }

    contract const& contract_;
    group const& group_;
    std::set<chain_case> seen_;
};

inline bool completes(contract const& c, group const& g) { return simulation{c, g}.completes(); }

}  // namespace redline_oracle::signing
