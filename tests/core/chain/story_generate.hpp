// Random contracts with chains of every rule, as text, and random events for cases of them.
#pragma once

#include "core/chain/story.hpp"
#include "oracle/dice.hpp"

namespace redline_oracle::story {

inline std::vector<int> some(dice& d, std::size_t of, std::size_t least, std::size_t most)
{
    std::vector<int> all;
    for (std::size_t i = 0; i < of; ++i) all.push_back(static_cast<int>(i));
    return d.some(all, least, most);
}

inline chain random_chain(dice& d, std::size_t roles, int place, int chains)
{
    chain x;
    for (std::size_t n = d.between(1, 3); n != 0; --n) {
        stage s;
        s.persons = d.percent(15);
        s.members = some(d, roles, 1, s.persons ? 1 : 3);
        s.number = s.persons ? d.between(1, 3) : d.between(1, s.members.size());
        if (d.percent(60)) s.within = static_cast<std::int64_t>(d.pick(std::vector<std::size_t>{0, 1, 60, 2880}));
        x.stages.push_back(s);
    }
    if (place + 1 < chains) {
        auto const later = [&] {
            return static_cast<int>(
                d.between(static_cast<std::size_t>(place) + 1, static_cast<std::size_t>(chains) - 1));
        };
        if (d.percent(60)) x.late = later();
        if (d.percent(60)) x.refusal = later();
    }
    x.distinct = d.percent(40);
    x.asker_may_sign = d.percent(40);
    x.once = d.percent(25);
    if (d.percent(40)) x.valid = static_cast<std::int64_t>(d.pick(std::vector<std::size_t>{0, 10, 1440, 43200}));
    if (d.percent(25)) x.barred_roles = some(d, roles, 1, 1);
    if (d.percent(12)) x.barred_parties = some(d, 2, 1, 1);
    if (d.percent(30)) x.revocable_roles = some(d, roles, 1, 2);
    if (d.percent(12)) x.revocable_parties = some(d, 2, 1, 1);
    for (int i = 0; i < 3; ++i)
        if (std::vector<int> const two = some(d, roles, 2, 2); d.percent(35)) x.deputies.emplace_back(two[0], two[1]);
    x.names_facts = d.percent(50);
    if (x.names_facts) x.rests_on = some(d, 3, 1, 2);
    return x;
}
inline contract random_contract(dice& d)
{
    contract c;
    std::size_t const roles = d.between(2, 5);
    for (std::size_t r = 0; r < roles; ++r) c.party_of.push_back(static_cast<int>(d.below(3)) - 1);
    int const chains = static_cast<int>(d.between(1, 3));
    for (int i = 0; i < chains; ++i) c.chains.push_back(random_chain(d, roles, i, chains));
    return c;
}

inline std::string text_of(contract const& c)
{
    std::string text = "contract \"T\" version 1;\nparty p0; party p1;\n";
    auto const name = [](char letter, int n) { return letter + std::to_string(n); };
    for (std::size_t r = 0; r < c.party_of.size(); ++r)
        text += "role " + name('r', static_cast<int>(r)) +
                (c.party_of[r] < 0 ? std::string{" independent"} : " of " + name('p', c.party_of[r])) + ";\n";
    text += "use u0; use u1; mission m0; mission m1;\nfact f0 is flag; fact f1 is count; fact f2 is any of v0, v1;\n"
            "1 permit all lawful uses;\n";
    for (std::size_t i = 0; i < c.chains.size(); ++i) {
        chain const& x = c.chains[i];
        text += "signoff " + name('c', static_cast<int>(i)) + " {\n";
        for (std::size_t s = 0; s < x.stages.size(); ++s) {
            stage const& st = x.stages[s];
            text += "  stage " + name('s', static_cast<int>(s)) + ": " + std::to_string(st.number) +
                    (st.persons ? " signers of " : " of ");
            for (std::size_t m = 0; m < st.members.size(); ++m) text += (m == 0 ? "" : ", ") + name('r', st.members[m]);
            text += st.within < 0 ? ";\n" : " within " + std::to_string(st.within) + " minutes;\n";
        }
        auto const rule = [&](std::string const& line) { text += "  " + line + ";\n"; };
        if (x.late >= 0) rule("late: escalate to " + name('c', x.late));
        if (x.refusal >= 0) rule("refusal: escalate to " + name('c', x.refusal));
        if (x.distinct) rule("signers distinct");
        if (x.asker_may_sign) rule("asker may sign");
        if (x.once) rule("valid once");
        if (x.valid >= 0) rule("valid " + std::to_string(x.valid) + " minutes");
        for (int const r : x.barred_roles) rule("not by " + name('r', r));
        for (int const p : x.barred_parties) rule("not by " + name('p', p));
        for (int const r : x.revocable_roles) rule("revocable by " + name('r', r));
        for (int const p : x.revocable_parties) rule("revocable by " + name('p', p));
        for (auto const& [a, b] : x.deputies) rule("deputy " + name('r', a) + " for " + name('r', b));
        for (int const f : x.rests_on) rule("rests on " + name('f', f));
        text += "}\n";
    }
    return text;
}

inline request random_request(dice& d)
{
    request r;
    r.uses = d.percent(80) ? std::set<int>{static_cast<int>(d.below(2))} : std::set<int>{0, 1};
    r.mission = static_cast<int>(d.below(3)) - 1;
    r.f0 = static_cast<int>(d.below(3)) - 1;
    r.f1 = static_cast<int>(d.below(3)) - 1;
    for (int& part : r.f2) part = static_cast<int>(d.below(3)) - 1;
    return r;
}
inline request changed(dice& d, request r)
{
    switch (d.below(6)) {
    case 0: r.uses = r.uses.size() == 2 ? std::set<int>{0} : std::set<int>{0, 1}; break;
    case 1: r.mission = r.mission == 1 ? -1 : r.mission + 1; break;
    case 2: r.f0 = r.f0 == 1 ? -1 : r.f0 + 1; break;
    case 3: r.f1 = r.f1 == 1 ? -1 : r.f1 + 1; break;
    default: r.f2[d.below(2)] = static_cast<int>(d.below(3)) - 1;
    }
    return r;
}

/// An event, mostly one that the case waits for. `last` and `due` are times of the case; `due` -1 where nothing is.
inline event random_event(dice& d, contract const& c, story const& s, std::int64_t last, std::int64_t due, int persons)
{
    event e;
    std::size_t const x = d.below(100);
    e.what = s.past().empty() ? (x < 90 ? opened : signed_off)
             : x < 55         ? signed_off
             : x < 67         ? refused
             : x < 75         ? acting
             : x < 81         ? recused
             : x < 84         ? withdrawn
             : x < 88         ? revoked
             : x < 92         ? used
             : x < 93         ? opened
                              : time_passed;
    std::size_t const t = d.below(100);
    e.at = t < 40                ? last
           : t < 70              ? last + 30
           : t < 80 && due >= 0  ? due
           : t < 90 && due >= 0  ? due + 1
           : t < 92 && last != 0 ? last - 1
           : t < 95              ? last + 200'000
                                 : last + 3600;
    e.person = static_cast<int>(d.below(static_cast<std::size_t>(persons)));
    e.role = static_cast<int>(d.below(c.party_of.size()));
    if (s.past().empty()) {
        e.has_request = true;
        e.about = random_request(d);
        if (d.percent(60)) e.role = -1;
        return e;
    }
    telling const now = s.tell(std::max(e.at, last));
    room const& r = now.rooms.back();
    chain const& open_chain = c.chains[static_cast<std::size_t>(r.chain)];
    if (e.what == signed_off || e.what == refused) {
        if (d.percent(85)) e.role = d.pick(open_chain.stages[r.stage].members);
        if (!open_chain.deputies.empty() && d.percent(30)) {
            auto const& [deputy, of] = d.pick(open_chain.deputies);
            e.role = deputy;
            e.member = of;
        }
        else if (d.percent(3)) e.member = static_cast<int>(d.below(c.party_of.size()));
        if (d.percent(10)) {
            e.stage_chain = d.percent(80) ? r.chain : static_cast<int>(d.below(c.chains.size()));
            e.stage = static_cast<int>(d.below(c.chains[static_cast<std::size_t>(e.stage_chain)].stages.size()));
        }
    }
    if (e.what == withdrawn && d.percent(70)) e.person = s.past()[0].person;
    if (d.percent(25)) {
        e.has_request = true;
        e.about = d.percent(75) ? s.past()[0].about : changed(d, s.past()[0].about);
    }
    return e;
}

}  // namespace redline_oracle::story
