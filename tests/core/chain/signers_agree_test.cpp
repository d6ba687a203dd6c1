// Who can complete a chain, by search over cases that run, against what the proofs say of it.
#include "core/chain/explore.hpp"
#include "proof/signers_generate.hpp"
#include "redline/core/proof/signers.hpp"
#include "support/catch.hpp"
#include "support/seed.hpp"
#include "support/load.hpp"

#include <random>

namespace {

using namespace redline_oracle::signing;
using redline::case_memory, redline::chain_event, redline::chain_event_kind, redline::none, redline::rule_set;
using redline_oracle::dice;

bool is_complete(case_memory const& c) { return c.head().standing == redline::case_standing::complete; }

/// What the persons of a group may do in the open stage, each in the roles that they hold, and that its time runs out.
std::vector<chain_event> events_of(rule_set const& rules, case_memory const& c, group const& g)
{
    std::vector<chain_event> events;
    redline::case_time const now = c.head().last;
    if (c.head().standing != redline::case_standing::open) return events;
    if (redline::case_time const due = redline::due_after(rules, c.reading()); due != redline::no_time)
        events.push_back({chain_event_kind::time_passed, 0, none, due + 1});
    redline::index_range const members = rules.stages[c.head().stage].members;
    for (std::size_t p = 0; p < g.persons.size(); ++p)
        for (std::uint32_t r = 0; r < rules.roles.size; ++r)
            for (std::uint32_t m = members.first; m != members.last && in(g.persons[p].holds, r); ++m)
                for (chain_event_kind const k : {chain_event_kind::signed_off, chain_event_kind::refused})
                    events.push_back({k, p, r, now, rules.chain_roles[m]});
    return events;
}

/// Whether some order of events completes the first chain.
bool case_completes(rule_set const& rules, group const& g)
{
    case_memory c = redline_test::opened_case(rules, 0, g.asker < 0 ? 99 : static_cast<redline::person_id>(g.asker));
    for (std::size_t p = 0; p < g.persons.size(); ++p)
        for (std::uint32_t r = 0; r < rules.roles.size; ++r)
            if (in(g.persons[p].acts_in, r)) REQUIRE(c.take(rules, {chain_event_kind::acting, p, r, 0}).taken());
    bool found = false;
    REQUIRE(redline_test::each_reachable(
        rules, c, 200'000, [&](case_memory const& now) { return events_of(rules, now, g); },
        [&](case_memory const& now) {
            found = found || is_complete(now);
            return !found;
        }));
    return found;
}

/// Whether anybody can complete the first chain: each act is by somebody new, who is barred for nothing done before.
bool newcomers_complete(rule_set const& rules)
{
    bool found = false;
    REQUIRE(redline_test::each_reachable(
        rules, redline_test::opened_case(rules, 0, 99), 200'000,
        [&](case_memory const& now) {
            group g;
            g.persons.resize(1, {~roles{0}, 0});
            std::vector<chain_event> events = events_of(rules, now, g);
            for (chain_event& e : events) e.person = 100 + now.head().act_count;
            return events;
        },
        [&](case_memory const& now) {
            found = found || is_complete(now);
            return !found;
        }));
    return found;
}

/// The group of a witness, roles and persons by their indices in the contract whose chain it completes.
group group_of(redline::signers_witness const& w, rule_set const& can, rule_set const& cannot)
{
    auto const number_of = [](rule_set const& rules, std::uint32_t role) {
        return static_cast<unsigned>(std::stoul(std::string{rules(rules.roles[role].name).substr(1)}));
    };
    group g;
    for (std::uint32_t p = 0; p < w.signer_count; ++p) {
        person x;
        for (std::uint32_t i = 0; i < w.step_count; ++i)
            if (w.steps[i].person == p) x.holds |= 1u << number_of(can, w.steps[i].role);
        for (std::uint32_t i = 0; i < w.signers[p].acts_in_count; ++i)
            x.acts_in |= 1u << number_of(cannot, w.signers[p].acts_in[i]);
        if (w.signers[p].asked) g.asker = static_cast<int>(p);
        g.persons.push_back(x);
    }
    return g;
}

}  // namespace

TEST_CASE("the groups that complete a case are those of the model that proofs are tested against", "[chain][signers]")
{
    std::uint64_t const seed = redline_test::seed_of_run();
    INFO("seed " << seed);
    std::mt19937_64 engine{seed};
    dice d{engine};
    std::size_t groups = 0, completing = 0;
    while (groups < 20'000) {
        contract const c = random_contract(d, 3);
        redline_test::contract const loaded = redline_test::load(text_of(c), redline_test::engine::walker);
        if (!loaded.ok) continue;
        INFO(text_of(c));
        roles const acting = roles_barred(c);
        std::size_t types = std::size_t{1} << c.party_of.size();
        for (roles left = acting; left != 0; left &= left - 1) types *= 2;
        each_group(c.party_of.size(), acting, persons_for(types, 150), [&](group const& g) {
            bool const expected = completes(c, g);
            REQUIRE(case_completes(loaded.rules, g) == expected);
            ++groups;
            completing += expected ? 1 : 0;
        });
    }
    CHECK(completing > groups / 50);
}

TEST_CASE("whether anybody can complete a chain is what can_be_completed proves", "[chain][signers]")
{
    std::uint64_t const seed = redline_test::seed_of_run();
    INFO("seed " << seed);
    std::mt19937_64 engine{seed};
    dice d{engine};
    std::size_t able = 0, unable = 0;
    for (int tries = 0; able + unable < 1500 && tries < 100'000; ++tries) {
        contract c = random_contract(d, 3);
        // Bars that only an escalation brings together are what the checks of a text let pass.
        if (d.percent(70)) c.chains[0].barred_roles = some_roles(d, c.declared, 1, 2);
        redline_test::contract const loaded = redline_test::load(text_of(c), redline_test::engine::walker);
        if (!loaded.ok) continue;
        INFO(text_of(c));
        bool const expected = redline::can_be_completed(loaded.rules, 0);
        REQUIRE(newcomers_complete(loaded.rules) == expected);
        ++(expected ? able : unable);
    }
    CHECK(able > 100);
}

TEST_CASE("who a comparison of two chains names can complete the one and not the other", "[chain][signers]")
{
    std::uint64_t const seed = redline_test::seed_of_run();
    INFO("seed " << seed);
    std::mt19937_64 engine{seed};
    dice d{engine};
    std::size_t shown = 0;
    while (shown < 400) {
        contract const before = random_contract(d, 4);
        redline_test::contract const a = redline_test::load(text_of(before), redline_test::engine::walker);
        if (!a.ok) continue;
        contract const after = changed(d, before);
        redline_test::contract const b = redline_test::load(text_of(after), redline_test::engine::walker);
        if (!b.ok) continue;
        INFO(text_of(before) << text_of(after));
        redline::signers_comparison const found = redline::compare_signers(a.rules, 0, b.rules, 0);
        auto const check = [&](redline::signers_witness const& w, rule_set const& can, rule_set const& cannot) {
            if (w.empty() || w.signer_count > 4) return;
            group const g = group_of(w, can, cannot);
            REQUIRE(case_completes(can, g));
            REQUIRE_FALSE(case_completes(cannot, g));
            ++shown;
        };
        check(found.wider, b.rules, a.rules);
        check(found.narrower, a.rules, b.rules);
    }
}
