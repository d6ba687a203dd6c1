// Every state of a case that a few persons and the passing of time can reach, once each.
#pragma once

#include "redline/core/heap.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_set>
#include <vector>

namespace redline_test {

/// What a case may still do, without what only says when: two with one key go on alike. Times are those to the next deadline.
inline std::string key_of(redline::rule_set const& rules, redline::case_memory const& c)
{
    using redline::case_act;
    redline::case_head const& head = c.head();
    redline::case_time const due = redline::due_after(rules, c.reading());
    std::string key;
    auto const put = [&](std::uint64_t n) {
        key += static_cast<char>(n & 0x7F), key += static_cast<char>(n >> 7 & 0x7F);
    };
    put(static_cast<std::uint64_t>(head.standing));
    put(head.stage + 1);
    key += due == redline::no_time ? "-" : std::to_string(due - head.last);
    for (std::uint32_t const chain : c.reading().chains()) put(chain);
    std::vector<std::string> acts;
    for (case_act const& a : c.reading().all_acts()) {
        std::string one;
        std::swap(one, key);
        put(static_cast<std::uint64_t>(a.kind) * 2 + (a.is_void ? 1 : 0));
        put(a.person);
        put(a.role + 1);
        put(a.member + 1);
        put(a.stage + 1);
        std::swap(one, key);
        acts.push_back(one);
    }
    std::sort(acts.begin(), acts.end());
    for (std::string const& a : acts) key += a;
    return key;
}

/// All events that may happen to a case now: every act of every person, what anybody may say, and that the next deadline passes.
/// Person 0 asked.
inline std::vector<redline::chain_event> events_for(redline::rule_set const& rules, redline::case_memory const& c,
                                                    redline::person_id persons)
{
    using redline::chain_event, redline::chain_event_kind, redline::none;
    std::vector<chain_event> events;
    redline::case_time const now = c.head().last;
    redline::case_time const due = redline::due_after(rules, c.reading());
    if (due != redline::no_time) events.push_back({chain_event_kind::time_passed, 0, none, due + 1});
    events.push_back({chain_event_kind::used, 0, none, now});
    for (redline::person_id p = 0; p < persons; ++p) {
        events.push_back({chain_event_kind::recused, p, none, now});
        events.push_back({chain_event_kind::withdrawn, p, none, now});
        for (std::uint32_t r = 0; r < rules.roles.size; ++r) {
            events.push_back({chain_event_kind::acting, p, r, now});
            if (p == 0) events.push_back({chain_event_kind::revoked, p, r, now});
            if (c.head().stage == none) continue;
            redline::index_range const members = rules.stages[c.head().stage].members;
            for (std::uint32_t m = members.first; m != members.last; ++m)
                for (chain_event_kind const k : {chain_event_kind::signed_off, chain_event_kind::refused})
                    events.push_back({k, p, r, now, rules.chain_roles[m]});
        }
    }
    return events;
}

/// A case that somebody opened, for a request with one use.
inline redline::case_memory opened_case(redline::rule_set const& rules, std::uint32_t chain,
                                        redline::person_id asker = 0)
{
    redline::request_memory request{rules};
    request.view().uses[request.view().use_count++] = {redline::kind_form::declared, 0};
    redline::case_memory c{rules, chain};
    c.take(rules,
           {redline::chain_event_kind::opened, asker, redline::none, 0, redline::none, redline::none, &request.view()});
    return c;
}

/// Calls `visit` with every state that can be reached from a case by the events that `events_of` gives for each, while it is
/// true; false where that are more than `most`.
template <class Events, class Visit>
bool each_reachable(redline::rule_set const& rules, redline::case_memory const& from, std::size_t most,
                    Events const& events_of, Visit const& visit)
{
    std::unordered_set<std::string> seen{key_of(rules, from)};
    std::deque<redline::case_memory> left{from};
    for (; !left.empty(); left.pop_front()) {
        redline::case_memory const now = left.front();
        if (!visit(now)) return true;
        for (redline::chain_event const& e : events_of(now)) {
            redline::case_memory then = now;
            if (!then.take(rules, e).taken() || !seen.insert(key_of(rules, then)).second) continue;
            if (seen.size() > most) return false;
            left.push_back(std::move(then));
        }
    }
    return true;
}

}  // namespace redline_test
