// Questions and smallest changes of random requests under random small contracts: whatever was not asked for changes
// nothing, and a change does what it says with nothing to spare. REDLINE_CONTRACTS makes the run shorter or longer.
#include "decisions/with_oracle.hpp"
#include "oracle/generate_small.hpp"
#include "oracle/print.hpp"
#include "redline/core/proof/closest.hpp"
#include "redline/core/proof/open_questions.hpp"
#include "redline/core/proof/words_describe.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/load.hpp"
#include "support/random_filler.hpp"
#include "support/seed.hpp"

namespace {

using namespace redline_test;
using redline::question_kind;

/// A request that is a copy of another, in memory of its own.
redline::request_memory copy_of(redline::rule_set const& rules, redline::request_view const& r)
{
    redline::request_memory copy{rules};
    redline::request_view& to = copy.view();
    to.use_count = r.use_count;
    std::copy_n(r.uses, r.use_count, to.uses);
    to.mission = r.mission;
    to.has_date = r.has_date;
    to.date = r.date;
    for (std::uint32_t s = 0; s < rules.slot_count; ++s) {
        to.values[s] = r.values[s];
        to.given[s] = r.given[s];
        to.known[s] = r.known[s];
    }
    std::copy_n(r.attested, rules.facts.size, to.attested);
    std::copy_n(r.evidence_age, rules.evidence.size, to.evidence_age);
    std::copy_n(r.safeguard_level, rules.safeguards.size, to.safeguard_level);
    std::copy_n(r.chains, rules.chains.size, to.chains);
    return copy;
}

bool asks(redline::open_question_list const& list, question_kind kind, std::uint32_t subject)
{
    return std::any_of(list.questions.begin(), list.questions.end(),
                       [&](redline::open_question const& q) { return q.kind == kind && q.subject == subject; });
}

/// Takes of another request whatever this one leaves open and may still be asked for.
void complete_from(redline::rule_set const& rules, redline::request_view& r, redline::request_view const& other)
{
    if (r.mission.form == redline::kind_form::unknown) r.mission = other.mission;
    if (!r.has_date) r.has_date = other.has_date, r.date = other.date;
    for (std::uint32_t s = 0; s < rules.slot_count; ++s)
        if (r.known[s] == 0) {
            r.known[s] = r.given[s] = 1;
            r.values[s] = other.values[s];
        }
    std::copy_n(other.evidence_age, rules.evidence.size, r.evidence_age);
    std::copy_n(other.safeguard_level, rules.safeguards.size, r.safeguard_level);
    std::copy_n(other.chains, rules.chains.size, r.chains);
}

redline::outcome outcome_of(redline::rule_set const& rules, redline::request_view const& r)
{
    redline::workspace work{rules};
    return decide(rules, r, work.view()).outcome;
}

bool is_known_to_the_last(redline::rule_set const& rules, redline::request_view const& r)
{
    for (std::uint32_t u = 0; u < r.use_count; ++u)
        if (r.uses[u].form == redline::kind_form::declared && !is_leaf(rules.uses[r.uses[u].index])) return false;
    bool const open_mission = r.mission.form == redline::kind_form::declared &&
                              !is_leaf(rules.missions[r.mission.index]);
    return !open_mission && (!r.has_date || in_effect(rules, r) == redline::truth::yes);
}

}  // namespace

TEST_CASE("what is not asked for changes nothing", "[proof][questions]")
{
    std::size_t const contracts = number_from("REDLINE_CONTRACTS", 400);
    std::size_t asked = 0, left_out = 0, certain = 0;
    for (std::uint64_t seed = 0; seed < contracts; ++seed) {
        std::mt19937_64 rng{seed_of_run() * 1000 + seed};
        std::string const text = print(oracle::generate_small_contract(rng, 5000));
        contract const loaded = load(text);
        INFO("seed " << seed << "\n" << text);
        REQUIRE(loaded.ok);
        redline::rule_set const& rules = loaded.rules;
        random_filler fill{rules, rng()};
        redline::request_memory request{rules}, first{rules}, second{rules};
        fill(request.view());
        if (!request.view().valid || !is_known_to_the_last(rules, request.view())) continue;
        redline::open_question_list const list = open_questions(rules, request.view(), redline::settled_items{rules});
        REQUIRE(list.valid);
        REQUIRE_FALSE(list.too_large);
        asked += list.questions.size();

        for (int k = 0; k < 40; ++k) {
            fill(first.view());
            fill(second.view());
            // Two completions that differ in one thing that was not asked for.
            redline::request_memory a = copy_of(rules, request.view());
            complete_from(rules, a.view(), first.view());
            if (rules.missions.size != 0 && a.view().mission.form == redline::kind_form::unknown) continue;
            if (!a.view().has_date || !is_known_to_the_last(rules, a.view())) continue;
            redline::request_memory b = copy_of(rules, a.view());
            std::uint32_t const at = static_cast<std::uint32_t>(rng() % (rules.slot_count + 1));
            if (at < rules.slot_count) {
                std::uint32_t fact = 0;
                while (fact + 1 < rules.facts.size && rules.facts[fact + 1].slot <= at) ++fact;
                if (request.view().known[at] != 0 || asks(list, question_kind::fact, fact)) continue;
                b.view().values[at] = second.view().values[at];
            }
            else if (rules.evidence.size != 0) {
                std::uint32_t const e = static_cast<std::uint32_t>(rng() % rules.evidence.size);
                // What can be brought about is asked for last, so it counts once nothing given is open.
                if (asks(list, question_kind::evidence, e)) continue;
                b.view().evidence_age[e] = second.view().evidence_age[e];
            }
            ++left_out;
            INFO(redline::proof::describe(rules, a.view()) << "\n" << redline::proof::describe(rules, b.view()));
            REQUIRE(outcome_of(rules, a.view()) == outcome_of(rules, b.view()));
        }
        if (!list.questions.empty()) continue;
        ++certain;
        REQUIRE(outcome_of(rules, request.view()) == outcome_of(rules, copy_of(rules, request.view()).view()));
    }
    CAPTURE(asked, left_out, certain);
    CHECK(asked > contracts / 4);
    CHECK(left_out > contracts);
    CHECK(certain > contracts / 20);
}

TEST_CASE("a smallest change does what it says, with nothing to spare", "[proof][closest]")
{
    std::size_t const contracts = number_from("REDLINE_CONTRACTS", 400);
    std::size_t found = 0, none_there = 0, several = 0;
    for (std::uint64_t seed = 0; seed < contracts; ++seed) {
        std::mt19937_64 rng{seed_of_run() * 1000 + seed};
        std::string const text = print(oracle::generate_small_contract(rng, 5000));
        contract const loaded = load(text);
        INFO("seed " << seed << "\n" << text);
        REQUIRE(loaded.ok);
        redline::rule_set const& rules = loaded.rules;
        random_filler fill{rules, rng()};
        redline::request_memory request{rules}, other{rules};
        fill(request.view());
        if (!request.view().valid) continue;
        for (redline::outcome const wanted :
             {redline::outcome::permitted, redline::outcome::paused, redline::outcome::prohibited}) {
            redline::request_memory changed = copy_of(rules, request.view());
            redline::closest_change const change = closest(rules, request.view(), wanted, &changed.view());
            REQUIRE_FALSE(change.too_large);
            INFO(redline::proof::describe(rules, request.view())
                 << "\n-> " << redline::proof::describe(rules, changed.view()) << " for " << name_of(wanted));
            if (!change.found) {
                ++none_there;
                for (int k = 0; k < 30; ++k) {
                    fill(other.view());
                    other.view().use_count = request.view().use_count;
                    std::copy_n(request.view().uses, request.view().use_count, other.view().uses);
                    if (!other.view().valid) continue;
                    // Days on which it is not in effect are no way to anything but a prohibition.
                    if (in_effect(rules, other.view()) == redline::truth::no) continue;
                    REQUIRE(outcome_of(rules, other.view()) != wanted);
                }
                continue;
            }
            ++found;
            several += change.changes.size() > 1 ? 1u : 0u;
            REQUIRE(outcome_of(rules, changed.view()) == wanted);
            bool const same = outcome_of(rules, request.view()) == wanted;
            REQUIRE(change.changes.empty() == same);
            // Each change that is taken back is missed.
            for (std::uint32_t s = 0; s < rules.slot_count; ++s) {
                redline::request_view const& before = request.view();
                redline::request_view& now = changed.view();
                bool const other_value = before.known[s] != 0 && now.values[s] != before.values[s];
                if (now.known[s] == before.known[s] && !other_value) continue;
                redline::request_memory less = copy_of(rules, now);
                less.view().known[s] = before.known[s];
                less.view().values[s] = before.values[s];
                REQUIRE(outcome_of(rules, less.view()) != wanted);
            }
        }
    }
    CAPTURE(found, none_there, several);
    CHECK(found > contracts);
    CHECK(none_there > contracts / 10);
    CHECK(several > contracts / 20);
}
