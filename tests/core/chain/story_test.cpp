// Cases against an oracle that tells each from the list of its events, on random chains and random events.
#include "redline/core/chain/fixed.hpp"
#include "redline/core/heap.hpp"
#include "redline/core/request_writer.hpp"
#include "core/chain/story_generate.hpp"
#include "support/catch.hpp"
#include "support/seed.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"

#include <array>
#include <map>
#include <random>

namespace {

using namespace redline_oracle::story;
using redline_oracle::dice;
using redline::event_fault;

// Large enough for every contract that is generated.
constexpr redline::rule_set_sizes sizes{8, 8, 8, 2, 2, 4, 2};
using case_value = redline::fixed_case<sizes, 64>;

std::map<event_fault, std::string> const names = {
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

void fill(redline::rule_set const& rules, redline::request_view& view, request const& r)
{
    redline::clear(rules, view);
    redline::request_writer w{rules, view};
    for (int const u : r.uses) w.use("u" + std::to_string(u));
    if (r.mission >= 0) w.mission("m" + std::to_string(r.mission));
    if (r.f0 >= 0) w.fact("f0", r.f0 == 1);
    if (r.f1 >= 0) w.fact("f1", static_cast<std::uint64_t>(r.f1));
    for (int i = 0; i < 2; ++i)
        if (r.f2[i] >= 0) w.fact_has("f2", "v" + std::to_string(i), r.f2[i] == 1);
    REQUIRE(w.complete());
}

std::uint32_t index_or_none(int x) { return x < 0 ? redline::none : static_cast<std::uint32_t>(x); }

redline::chain_event event_of(redline::rule_set const& rules, event const& e, redline::request_view const* r)
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

std::string told(std::vector<event> const& events)
{
    std::string out;
    for (event const& e : events)
        out += std::string{redline::name_of(static_cast<redline::chain_event_kind>(e.what))} + " p" +
               std::to_string(e.person) + " r" + std::to_string(e.role) +
               (e.member < 0 ? "" : " for r" + std::to_string(e.member)) + " at " + std::to_string(e.at) + "\n";
    return out;
}

struct tally {
    std::map<std::string, std::size_t> refused;
    std::array<std::size_t, 7> standings{};
    std::size_t sequences = 0, taken = 0, void_now = 0;
};

/// One case from its opening on: machine and oracle side by side.
void run(dice& d, contract const& c, redline::rule_set const& rules, tally& t)
{
    story oracle{c, 0};
    case_value value{0};
    redline::case_memory memory{rules, 0};
    redline::request_memory about{rules};
    int const persons = static_cast<int>(d.between(2, 7));
    std::vector<event> all;
    for (std::size_t n = d.between(4, 16); n != 0; --n) {
        redline::case_time const due = redline::due_after(rules, value.reading());
        bool const has_due = value.standing() != redline::case_standing::not_opened && due != redline::no_time;
        event const e = random_event(d, c, oracle, static_cast<std::int64_t>(value.head().last),
                                     has_due ? static_cast<std::int64_t>(due) : -1, persons);
        if (e.has_request) fill(rules, about.view(), e.about);
        all.push_back(e);
        INFO(told(all));
        redline::chain_event const what = event_of(rules, e, &about.view());
        auto const [after, result] = redline::next(rules, value, what);
        REQUIRE(memory.take(rules, what) == result);
        reasons const against = oracle.against(e);
        INFO("machine: " << redline::sentence(result.fault));
        REQUIRE(result.taken() == against.empty());
        if (result.taken()) {
            oracle.add(e);
            ++t.taken;
        }
        else {
            REQUIRE(names.count(result.fault) == 1);
            REQUIRE(against.count(names.at(result.fault)) == 1);
            REQUIRE(after == value);
            ++t.refused[names.at(result.fault)];
        }
        value = after;
        REQUIRE(memory.head() == value.head());
        if (oracle.past().empty()) {
            REQUIRE(value == case_value{0});
            continue;
        }
        telling const now = oracle.tell(oracle.past().back().at);
        REQUIRE(static_cast<int>(value.standing()) == static_cast<int>(now.is));
        if (now.is == open) {
            REQUIRE(static_cast<int>(value.reading().open_chain()) == now.rooms.back().chain);
            REQUIRE(value.head().stage ==
                    rules.chains[value.reading().open_chain()].stages.first + now.rooms.back().stage);
        }
        // What a request says of the chain, now and later, this one and one that may have changed.
        request const r = d.percent(50) ? oracle.past()[0].about : changed(d, oracle.past()[0].about);
        std::int64_t const later = oracle.past().back().at + d.pick(std::vector<std::int64_t>{0, 60, 3601, 172'801});
        telling const then = oracle.tell(later);
        fill(rules, about.view(), r);
        redline::chain_state const says =
            redline::state_for(rules, value, about.view(), static_cast<redline::case_time>(later));
        bool const holds = oracle.fits(then, r);
        t.void_now += holds ? 0 : 1;
        REQUIRE(says == (!holds                   ? redline::chain_state::not_asked
                         : then.is == open        ? redline::chain_state::opened
                         : then.is == is_complete ? redline::chain_state::complete
                         : then.is == is_refused  ? redline::chain_state::refused
                                                  : redline::chain_state::not_asked));
        REQUIRE(memory.state_for(rules, about.view(), static_cast<redline::case_time>(later)) == says);
    }
    ++t.standings[static_cast<std::size_t>(value.standing())];
    ++t.sequences;
}

}  // namespace

TEST_CASE("cases go as the list of their events says, in 120,000 random sequences", "[chain]")
{
    std::uint64_t const seed = redline_test::seed_of_run();
    INFO("seed " << seed);
    std::mt19937_64 engine{seed};
    dice d{engine};
    tally t;
    while (t.sequences < 120'000) {
        contract const c = random_contract(d);
        std::string const text = text_of(c);
        redline_test::contract const loaded = redline_test::load(text, redline_test::engine::walker);
        if (!loaded.ok) continue;
        INFO(text);
        for (int i = 0; i < 200; ++i) run(d, c, loaded.rules, t);
    }
    std::string said;
    for (auto const& [why, n] : t.refused) said += why + " " + std::to_string(n) + "\n";
    INFO(said << "taken " << t.taken << ", void " << t.void_now);
    // Every reason and every standing came up.
    for (auto const& [fault, name] : names) CHECK(t.refused[name] > 50);
    for (std::size_t i = 1; i < t.standings.size(); ++i) CHECK(t.standings[i] > 50);
}
