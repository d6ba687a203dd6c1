// No reachable state of a case is without a way to an end: every state of small chains, and of the example contracts'.
#include "core/chain/explore.hpp"
#include "core/chain/story_generate.hpp"
#include "support/catch.hpp"
#include "support/seed.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

#include <filesystem>
#include <random>

namespace {

using namespace redline;
using redline_test::each_reachable;
using redline_test::opened_case;

bool is_open(case_memory const& c) { return c.head().standing == case_standing::open; }

/// How far a case is: chains on the way, stage of the last. Whatever leaves a stage goes further.
std::pair<std::uint32_t, std::uint32_t> progress(case_memory const& c) { return {c.head().path_count, c.head().stage}; }

/// Whether time alone leads on: from a stage with a deadline, the next state is further, or an end.
bool time_leads_on(rule_set const& rules, case_memory c)
{
    while (is_open(c) && due_after(rules, c.reading()) != no_time) {
        auto const before = progress(c);
        if (!c.take(rules, {chain_event_kind::time_passed, 0, none, due_after(rules, c.reading()) + 1}).taken())
            return false;
        if (is_open(c) && progress(c).first <= before.first) return false;
    }
    return true;
}

/// Lets newcomers act for every member of the open stage, in the way that is preferred where there is one.
bool newcomers_leave(rule_set const& rules, case_memory& c, chain_event_kind what, bool prefer_deputies)
{
    auto const before = progress(c);
    // Nobody who tried in an earlier stage, in vain or not.
    person_id newcomer = 1000 * (1 + c.head().act_count);
    index_range const members = rules.stages[c.head().stage].members;
    std::uint64_t const turns = rules.stages[c.head().stage].persons ? rules.stages[c.head().stage].number : 1;
    for (int round = 0; round < 2; ++round)
        for (std::uint32_t m = members.first; m != members.last; ++m)
            for (std::uint64_t turn = 0; turn < turns; ++turn)
                for (std::uint32_t r = 0; r < rules.roles.size && is_open(c) && progress(c) == before; ++r) {
                    std::uint32_t const member = rules.chain_roles[m];
                    if (round == 0 && (r != member) != prefer_deputies) continue;
                    c.take(rules, {what, newcomer++, r, c.head().last, member});
                }
    return !is_open(c) || progress(c) != before;
}

/// Whether an end is reached without time, withdrawal and revocation: who acted in the stage takes no part, newcomers sign or
/// refuse. Where nobody may act at all, as chains bar each other's roles, there is nothing to reach.
bool newcomers_end(rule_set const& rules, case_memory c)
{
    while (is_open(c)) {
        index_range const members = rules.stages[c.head().stage].members;
        bool anybody = false;
        for (std::uint32_t m = members.first; m != members.last; ++m)
            anybody = anybody || is_able(rules, c.reading(), rules.chain_roles[m]);
        if (!anybody) return true;
        for (std::uint32_t i = 0; i < c.head().act_count; ++i)
            if (case_act const a = c.reading().acts[i]; stands_here(c.reading(), a))
                if (!c.take(rules, {chain_event_kind::recused, a.person, none, c.head().last}).taken()) return false;
        bool left = false;
        for (chain_event_kind const what : {chain_event_kind::signed_off, chain_event_kind::refused})
            for (bool const prefer_deputies : {false, true}) {
                case_memory tried = c;
                if (left || !newcomers_leave(rules, tried, what, prefer_deputies)) continue;
                left = true;
                c = std::move(tried);
            }
        if (!left) return false;
    }
    return true;
}

struct tally {
    std::size_t chains = 0, states = 0, ends[7] = {};
};

/// With fewer persons where there are more states than `most`.
void each_state_has_a_way_out(rule_set const& rules, std::uint32_t chain, person_id persons, std::size_t most, tally& t)
{
    bool const all = each_reachable(
        rules, opened_case(rules, chain), most,
        [&](case_memory const& c) { return redline_test::events_for(rules, c, persons); },
        [&](case_memory const& c) {
            ++t.states;
            ++t.ends[static_cast<std::size_t>(c.head().standing)];
            if (!is_open(c)) return true;
            case_memory withdrawn = c;
            REQUIRE(withdrawn.take(rules, {chain_event_kind::withdrawn, 0, none, c.head().last}).taken());
            REQUIRE(withdrawn.head().standing == case_standing::withdrawn);
            REQUIRE(time_leads_on(rules, c));
            REQUIRE(newcomers_end(rules, c));
            return true;
        });
    if (!all && persons > 1) return each_state_has_a_way_out(rules, chain, persons - 1, most, t);
    REQUIRE(all);
    ++t.chains;
}

}  // namespace

TEST_CASE("every state of random chains has a way to an end", "[chain]")
{
    std::uint64_t const seed = redline_test::seed_of_run();
    INFO("seed " << seed);
    std::mt19937_64 engine{seed};
    redline_oracle::dice d{engine};
    tally t;
    while (t.chains < 60) {
        redline_oracle::story::contract c = redline_oracle::story::random_contract(d);
        if (c.party_of.size() > 3) continue;
        std::string const text = text_of(c);
        redline_test::contract const loaded = redline_test::load(text, redline_test::engine::walker);
        if (!loaded.ok) continue;
        INFO(text);
        each_state_has_a_way_out(loaded.rules, 0, 3, 8'000, t);
    }
    INFO(t.chains << " chains, " << t.states << " states");
    for (std::size_t i = 1; i < 7; ++i) CHECK(t.ends[i] > 0);
}

TEST_CASE("every state of the example contracts' chains has a way to an end", "[chain]")
{
    namespace fs = std::filesystem;
    tally t;
    for (fs::directory_entry const& file :
         fs::recursive_directory_iterator{fs::path{REDLINE_SOURCE_DIR} / "examples/contracts"}) {
        bool const literate = file.path().extension() == ".md";
        if (file.path().extension() != ".redline" && (!literate || file.path().filename() == "README.md")) continue;
        INFO(file.path().string());
        std::string const text = redline_test::read_file(file.path());
        redline_test::contract const loaded =
            redline_test::load(text, redline_test::engine::walker,
                               literate ? redline_test::format::literate : redline_test::format::plain);
        REQUIRE(loaded.ok);
        for (std::uint32_t c = 0; c < loaded.rules.chains.size; ++c)
            each_state_has_a_way_out(loaded.rules, c, 3, 400'000, t);
    }
    INFO(t.chains << " chains, " << t.states << " states");
    CHECK(t.chains >= 4);
}
