// One case, taken from event to event by the library and by the oracle side by side.
#pragma once

#include "redline/core/chain/fixed.hpp"
#include "redline/core/heap.hpp"
#include "redline/core/request_writer.hpp"
#include "core/chain/story_generate.hpp"

#include <map>

namespace redline_oracle::story {

using redline::event_fault;

/// Large enough for every contract that is generated.
inline constexpr redline::rule_set_sizes sizes{8, 8, 8, 2, 2, 4, 2};
using case_value = redline::fixed_case<sizes, 64>;

/// The oracle's words for why an event is refused.
inline std::map<event_fault, std::string> const names = {
    {event_fault::not_opened, "not_opened"},
    {event_fault::already_opened, "already_opened"},
    {event_fault::earlier_than_last, "earlier_than_last"},
    {event_fault::ended, "ended"},
    {event_fault::too_late, "too_late"},
    {event_fault::another_request, "another_request"},
    {event_fault::stage_not_open, "stage_not_open"},
    {event_fault::role_not_asked, "role_not_asked"},
    {event_fault::not_a_deputy, "not_a_deputy"},
    {event_fault::barred_recused, "barred_recused"},
    {event_fault::barred_asker, "barred_asker"},
    {event_fault::barred_role, "barred_role"},
    {event_fault::barred_signed, "barred_signed"},
    {event_fault::role_acted, "role_acted"},
    {event_fault::person_acted, "person_acted"},
    {event_fault::role_in_both, "role_in_both"},
    {event_fault::recused_before, "recused_before"},
    {event_fault::not_the_asker, "not_the_asker"},
    {event_fault::not_revocable_by, "not_revocable_by"},
    {event_fault::not_complete, "not_complete"},
};

/// Makes a request of the library say what one of the oracle says; false where it can't.
inline bool fill(redline::rule_set const& rules, redline::request_view& view, request const& r)
{
    redline::clear(rules, view);
    redline::request_writer w{rules, view};
    for (int const u : r.uses) w.use("u" + std::to_string(u));
    if (r.mission >= 0) w.mission("m" + std::to_string(r.mission));
    if (r.f0 >= 0) w.fact("f0", r.f0 == 1);
    if (r.f1 >= 0) w.fact("f1", static_cast<std::uint64_t>(r.f1));
    for (int i = 0; i < 2; ++i)
        if (r.f2[i] >= 0) w.fact_has("f2", "v" + std::to_string(i), r.f2[i] == 1);
    return w.complete();
}

inline std::uint32_t index_or_none(int x) { return x < 0 ? redline::none : static_cast<std::uint32_t>(x); }

inline redline::chain_event event_of(redline::rule_set const& rules, event const& e, redline::request_view const* r)
{
    redline::chain_event to;
    to.kind = static_cast<redline::chain_event_kind>(e.what);
    to.person = static_cast<redline::person_id>(e.person);
    to.role = index_or_none(e.role);
    to.at = static_cast<redline::case_time>(e.at);
    to.in_place_of = index_or_none(e.member);
    if (e.stage >= 0)
        to.stage = rules.chains[static_cast<std::uint32_t>(e.stage_chain)].stages.first + index_or_none(e.stage);
    to.request = e.has_request ? r : nullptr;
    return to;
}

inline std::string told(std::vector<event> const& events)
{
    std::string out;
    for (event const& e : events)
        out += std::string{redline::name_of(static_cast<redline::chain_event_kind>(e.what))} + " p" +
               std::to_string(e.person) + " r" + std::to_string(e.role) +
               (e.member < 0 ? "" : " for r" + std::to_string(e.member)) + " at " + std::to_string(e.at) + "\n";
    return out;
}

/// What a request has to say of a chain, by what the oracle tells.
inline redline::chain_state due_state(story const& oracle, telling const& then, request const& r)
{
    if (!oracle.fits(then, r)) return redline::chain_state::not_asked;
    switch (then.is) {
    case open: return redline::chain_state::opened;
    case is_complete: return redline::chain_state::complete;
    case is_refused: return redline::chain_state::refused;
    default: return redline::chain_state::not_asked;
    }
}

/// A case as the library has it, by value and on the heap, and as the oracle tells it.
class two_cases {
public:
    /// Both must outlive it.
    two_cases(contract const& c, redline::rule_set const& rules)
        : rules_{rules}, oracle_{c, 0}, value_{0}, memory_{rules, 0}, about_{rules}
    {}

    story const& oracle() const { return oracle_; }
    case_value const& value() const { return value_; }
    redline::event_result const& last() const { return last_; }

    /// Takes an event on both sides. What they do not agree on, or nothing.
    std::string step(event const& e)
    {
        if (e.has_request && !fill(rules_, about_.view(), e.about)) return "the request is not valid";
        redline::chain_event const what = event_of(rules_, e, &about_.view());
        auto const [after, result] = redline::next(rules_, value_, what);
        last_ = result;
        std::string const machine = ": " + std::string{redline::sentence(result.fault)};
        if (!(memory_.take(rules_, what) == result)) return "the case on the heap takes it otherwise" + machine;
        reasons const against = oracle_.against(e);
        if (result.taken() != against.empty()) return "one takes it and one does not" + machine;
        if (result.taken()) oracle_.add(e);
        else {
            if (names.count(result.fault) == 0) return "a reason that cannot be" + machine;
            if (against.count(names.at(result.fault)) == 0) return "another reason" + machine;
            if (!(after == value_)) return "it was refused, and changed something" + machine;
        }
        value_ = after;
        if (!(memory_.head() == value_.head())) return "the case on the heap stands elsewhere";
        if (oracle_.past().empty()) return value_ == case_value{0} ? "" : "nothing happened, and something changed";
        telling const now = oracle_.tell(oracle_.past().back().at);
        if (static_cast<int>(value_.standing()) != static_cast<int>(now.is)) return "the case stands elsewhere";
        if (now.is != open) return {};
        std::uint32_t const chain = value_.reading().open_chain();
        if (static_cast<int>(chain) != now.rooms.back().chain) return "another chain is open";
        if (value_.head().stage != rules_.chains[chain].stages.first + now.rooms.back().stage)
            return "another stage is open";
        return {};
    }
    /// What a request says of the chain so many seconds after the last event. What they do not agree on, or nothing.
    std::string ask(request const& r, std::int64_t seconds)
    {
        std::int64_t const later = oracle_.past().back().at + seconds;
        if (!fill(rules_, about_.view(), r)) return "the request is not valid";
        auto const at = static_cast<redline::case_time>(later);
        redline::chain_state const says = redline::state_for(rules_, value_, about_.view(), at);
        if (says != due_state(oracle_, oracle_.tell(later), r)) return "a request says something else of the chain";
        if (memory_.state_for(rules_, about_.view(), at) != says) return "the case on the heap says something else";
        return {};
    }

private:
    redline::rule_set const& rules_;
    story oracle_;
    case_value value_;
    redline::case_memory memory_;
    redline::request_memory about_;
    redline::event_result last_{};
};

}  // namespace redline_oracle::story
