// An independent oracle for cases: keeps the list of all events that were taken, and tells from it what holds, from scratch.
#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace redline_oracle::story {

struct stage {
    std::size_t number = 1;
    bool persons = false;  // `N signers of R`
    std::vector<int> members;
    std::int64_t within = -1;  // minutes; -1: for ever
};
struct chain {
    std::vector<stage> stages;
    int late = -1, refusal = -1;  // chains to escalate to
    bool distinct = false, asker_may_sign = false, once = false, names_facts = false;
    std::vector<int> barred_roles, barred_parties, revocable_roles, revocable_parties, rests_on;
    std::vector<std::pair<int, int>> deputies;  // the first for the second
    std::int64_t valid = -1;                    // minutes
};
/// Roles r0, r1, … of a party p0, p1 or independent (-1); chains c0, c1, …; facts f0 (flag), f1 (count), f2 (any of v0, v1).
struct contract {
    std::vector<int> party_of;
    std::vector<chain> chains;
};
/// What a request says that a sign-off may rest on; -1 in a fact: not known. f2 has two parts.
struct request {
    std::set<int> uses{0};
    int mission = -1;
    int f0 = -1, f1 = -1;
    int f2[2] = {-1, -1};
};
enum kind { opened, acting, signed_off, refused, recused, withdrawn, revoked, used, time_passed };
struct event {
    kind what = time_passed;
    int person = -1, role = -1, member = -1;  // `member`: in whose place a deputy acts
    std::int64_t at = 0;                      // seconds
    int stage = -1;                           // of the chain that is open, if one is meant
    int stage_chain = -1;
    bool has_request = false;
    request about{};
};

enum standing { not_opened, open, is_complete, is_refused, is_withdrawn, has_lapsed, was_used };
struct room {  // a stage that was opened
    int chain = 0;
    std::size_t stage = 0;
    std::int64_t from = 0;
    std::size_t first = 0;   // its events, by their place in the list, from this
    std::size_t behind = 0;  // to before this
};
struct telling {
    standing is = not_opened;
    std::vector<room> rooms;  // the last is the open one, or was
};

using reasons = std::set<std::string>;

class story {
public:
    story(contract const& c, int asked) : contract_{c}, asked_{asked} {}

    void add(event const& e) { past_.push_back(e); }
    std::vector<event> const& past() const { return past_; }

    /// What holds at a time that is not before the last event.
    telling tell(std::int64_t now) const
    {
        telling t;
        if (past_.empty()) return t;
        t.is = open;
        t.rooms.push_back({asked_, 0, past_[0].at, 1, 1});
        for (std::size_t k = 1; t.is == open || t.is == is_complete; ++k) {
            bool const more = k < past_.size();
            std::int64_t const time = more ? past_[k].at : now;
            if (t.is == open) be_late(t, time, k);
            if (t.is == is_complete && over(completed_, shortest_valid(t), time)) t.is = has_lapsed;
            if (!more || (t.is != open && t.is != is_complete)) break;
            happen(t, k);
        }
        return t;
    }
    /// All reasons for which an event has to be refused; none: it happens.
    reasons against(event const& e) const
    {
        if (past_.empty()) return e.what == opened ? reasons{} : reasons{"not_opened"};
        if (e.at < past_.back().at) return {"earlier_than_last"};
        standing const before = tell(past_.back().at).is;
        if (before != open && before != is_complete) return {"ended"};
        telling const now = tell(e.at);
        if (e.what == time_passed) return {};
        if (e.what == opened) return now.is == open ? reasons{"already_opened"} : reasons{"ended"};
        if (before == open && now.is != open) return {"too_late"};
        reasons r;
        if (e.has_request && !fits(now, e.about)) r.insert("another_request");
        if (e.what == revoked) {
            if (now.is != open && now.is != is_complete) r.insert("ended");
            bool may = false;
            for (int const c : chains_of(now))
                may = may || named(e.role, at(c).revocable_roles, at(c).revocable_parties);
            if (!may) r.insert("not_revocable_by");
        }
        else if (e.what == used) {
            if (now.is == open) r.insert("not_complete");
            else if (now.is != is_complete) r.insert("ended");
        }
        else if (now.is != open) r.insert("ended");
        else if (e.what == withdrawn && e.person != past_[0].person) r.insert("not_the_asker");
        else if (e.what == recused && has_recused(e.person, 0, past_.size())) r.insert("recused_before");
        else if (e.what == signed_off || e.what == refused) against_act(now, e, r);
        return r;
    }
    bool fits(telling const& t, request const& r) const
    {
        request const& was = past_[0].about;
        if (r.uses != was.uses || r.mission != was.mission) return false;
        std::set<int> facts;
        for (int const c : chains_of(t))
            if (at(c).names_facts) facts.insert(at(c).rests_on.begin(), at(c).rests_on.end());
            else facts.insert({0, 1, 2, 3});  // 3: `lawful`, which no request here says
        return (facts.count(0) == 0 || r.f0 == was.f0) && (facts.count(1) == 0 || r.f1 == was.f1) &&
               (facts.count(2) == 0 || (r.f2[0] == was.f2[0] && r.f2[1] == was.f2[1]));
    }

private:
    chain const& at(int c) const { return contract_.chains[static_cast<std::size_t>(c)]; }
    stage const& stage_of(room const& r) const { return at(r.chain).stages[r.stage]; }
    static bool over(std::int64_t from, std::int64_t minutes, std::int64_t time)
    {
        return minutes >= 0 && time > from + 60 * minutes;
    }
    static bool has(std::vector<int> const& list, int x)
    {
        return std::find(list.begin(), list.end(), x) != list.end();
    }
    bool named(int role, std::vector<int> const& roles, std::vector<int> const& parties) const
    {
        int const party = contract_.party_of[static_cast<std::size_t>(role)];
        return has(roles, role) || (party >= 0 && has(parties, party));
    }
    static std::vector<int> chains_of(telling const& t)
    {
        std::vector<int> chains;
        for (room const& r : t.rooms)
            if (!has(chains, r.chain)) chains.push_back(r.chain);
        return chains;
    }
    std::int64_t shortest_valid(telling const& t) const
    {
        std::int64_t least = -1;
        for (int const c : chains_of(t))
            if (at(c).valid >= 0 && (least < 0 || at(c).valid < least)) least = at(c).valid;
        return least;
    }
    bool has_recused(int person, std::size_t first, std::size_t behind) const
    {
        for (std::size_t i = first; i < behind; ++i)
            if (past_[i].what == recused && past_[i].person == person) return true;
        return false;
    }

    void enter(telling& t, int chain, std::size_t stage, std::int64_t from, std::size_t first) const
    {
        t.rooms.back().behind = first;
        t.rooms.push_back({chain, stage, from, first, first});
    }
    void leave(telling& t, int to, std::int64_t from, std::size_t first) const
    {
        t.rooms.back().behind = first;
        if (to < 0) t.is = is_refused;
        else enter(t, to, 0, from, first);
    }
    void be_late(telling& t, std::int64_t time, std::size_t k) const
    {
        while (t.is == open && over(t.rooms.back().from, stage_of(t.rooms.back()).within, time)) {
            room const r = t.rooms.back();
            leave(t, at(r.chain).late, r.from + 60 * stage_of(r).within, k);
        }
    }
    void happen(telling& t, std::size_t k) const
    {
        event const& e = past_[k];
        if (e.what == withdrawn) t.is = is_withdrawn;
        if (e.what == revoked) t.is = is_refused;
        if (e.what == used)
            for (int const c : chains_of(t))
                if (at(c).once) t.is = was_used;
        if (t.is != open) return;
        room& r = t.rooms.back();
        r.behind = k + 1;
        stage const& s = stage_of(r);
        if (quorum(r, signed_off) >= s.number) {
            if (r.stage + 1 < at(r.chain).stages.size()) enter(t, r.chain, r.stage + 1, e.at, k + 1);
            else {
                t.is = is_complete;
                completed_ = e.at;
            }
        }
        else if (quorum(r, refused) != 0 && (s.persons || members_left(t) < s.number))
            leave(t, at(r.chain).refusal, e.at, k + 1);
    }

    /// The events of a stage that count: acts of nobody who is recused in it.
    std::vector<event> acts_in(room const& r) const
    {
        std::vector<event> acts;
        for (std::size_t i = r.first; i < r.behind; ++i)
            if ((past_[i].what == signed_off || past_[i].what == refused) &&
                !has_recused(past_[i].person, r.first, r.behind))
                acts.push_back(past_[i]);
        return acts;
    }
    static int counts_for(event const& e) { return e.member < 0 ? e.role : e.member; }
    /// How many distinct roles, or persons, signed or refused.
    std::size_t quorum(room const& r, kind what) const
    {
        std::set<int> distinct;
        for (event const& e : acts_in(r))
            if (e.what == what) distinct.insert(stage_of(r).persons ? e.person : counts_for(e));
        return distinct.size();
    }
    bool is_barred(telling const& t, int role) const
    {
        for (int const c : chains_of(t))
            if (named(role, at(c).barred_roles, at(c).barred_parties)) return true;
        return false;
    }
    /// For how many roles of the stage a signature could still come, or has.
    std::size_t members_left(telling const& t) const
    {
        room const& r = t.rooms.back();
        std::size_t left = 0;
        for (int const m : stage_of(r).members) {
            bool able = !is_barred(t, m);
            for (auto const& [deputy, of] : at(r.chain).deputies) able = able || (of == m && !is_barred(t, deputy));
            for (event const& e : acts_in(r)) able = able && !(e.what == refused && counts_for(e) == m);
            left += able ? 1 : 0;
        }
        return left;
    }
    void against_act(telling const& t, event const& e, reasons& r) const
    {
        room const& now = t.rooms.back();
        int const member = counts_for(e);
        if (e.stage >= 0 && (e.stage_chain != now.chain || e.stage != static_cast<int>(now.stage)))
            r.insert("stage_not_open");
        if (!has(stage_of(now).members, member)) r.insert("role_not_asked");
        bool deputy = false;
        for (auto const& [a, b] : at(now.chain).deputies) deputy = deputy || (a == e.role && b == member);
        if (member != e.role && !deputy) r.insert("not_a_deputy");
        bool distinct = false;
        for (int const c : chains_of(t)) {
            if (!at(c).asker_may_sign && e.person == past_[0].person) r.insert("barred_asker");
            distinct = distinct || at(c).distinct;
        }
        if (has_recused(e.person, 0, past_.size())) r.insert("barred_recused");
        if (is_barred(t, e.role)) r.insert("barred_role");
        for (event const& p : past_)
            if (p.person == e.person && p.role >= 0 && p.what <= refused && is_barred(t, p.role))
                r.insert("barred_role");
        for (room const& earlier : t.rooms)
            if (&earlier != &now && distinct)
                for (event const& p : acts_in(earlier))
                    if (p.what == signed_off && p.person == e.person) r.insert("barred_signed");
        for (event const& p : acts_in(now)) {
            if (p.person == e.person) r.insert("person_acted");
            if (counts_for(p) == member && !stage_of(now).persons) r.insert("role_acted");
            if (p.role == e.role && (p.role == counts_for(p)) != (e.role == member)) r.insert("role_in_both");
        }
    }

    contract const& contract_;
    int asked_;
    std::vector<event> past_;
    mutable std::int64_t completed_ = 0;
};

}  // namespace redline_oracle::story
