// Who can complete a sign-off chain, against every group of a few persons and every order of events.
#include "redline/core/proof/signers.hpp"
#include "proof/signers_generate.hpp"
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"
#include "support/seed.hpp"

#include <array>
#include <random>

namespace {

using namespace redline_oracle::signing;
using redline_oracle::dice;

redline_test::contract loaded(contract const& c)
{
    return redline_test::load(text_of(c), redline_test::engine::walker);
}

/// The number of a role in the oracle: r7 is 7.
unsigned number_of(redline::rule_set const& rules, std::uint32_t role)
{
    return static_cast<unsigned>(std::stoul(std::string{rules(rules.roles[role].name).substr(1)}));
}

group group_of(redline::signers_witness const& w, redline::rule_set const& can, redline::rule_set const& cannot)
{
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

/// Whether the steps of a witness, one by one, complete chain c0.
bool replays(redline::signers_witness const& w, redline::rule_set const& rules, contract const& c, group const& g)
{
    simulation const s{c, g};
    chain_case now = s.opened();
    for (std::uint32_t i = 0; i < w.step_count; ++i) {
        redline::signing_step const& step = w.steps[i];
        if (now.end != chain_case::open || static_cast<int>(step.chain) != now.chain ||
            step.stage - rules.chains[step.chain].stages.first != now.stage)
            return false;
        bool done = false;
        if (step.act == redline::signing_act::is_late) done = s.late(now);
        else {
            unsigned const role = number_of(rules, step.role);
            unsigned const member = step.in_place_of == redline::none ? role : number_of(rules, step.in_place_of);
            done = s.act(now, step.person, role, member, step.act == redline::signing_act::signs);
        }
        if (!done) return false;
    }
    return now.end == chain_case::complete;
}

struct tally {
    std::array<std::size_t, 5> verdicts{};
    std::size_t groups = 0, larger = 0;
};

void compare(contract const& before, contract const& after, std::size_t most_groups, tally& t)
{
    redline_test::contract const a = loaded(before);
    redline_test::contract const b = loaded(after);
    INFO(text_of(before) << text_of(after) << redline_test::dump(a.diagnostics) << redline_test::dump(b.diagnostics));
    REQUIRE((a.ok && b.ok));
    redline::signers_comparison const found = redline::compare_signers(a.rules, 0, b.rules, 0);
    REQUIRE(found.verdict != redline::signers_verdict::too_large);
    ++t.verdicts[static_cast<std::size_t>(found.verdict)];

    std::size_t const role_count = std::max(before.party_of.size(), after.party_of.size());
    roles const acting = roles_barred(before) | roles_barred(after);
    std::size_t types = std::size_t{1} << role_count;
    for (roles left = acting; left != 0; left &= left - 1) types *= 2;
    std::size_t const persons = persons_for(types, most_groups);
    bool wider = false;
    bool narrower = false;
    each_group(role_count, acting, persons, [&](group const& g) {
        if (wider && narrower) return;
        ++t.groups;
        bool const old = completes(before, g);
        bool const now = completes(after, g);
        wider = wider || (now && !old);
        narrower = narrower || (old && !now);
    });
    auto const check = [&](bool oracle, redline::signers_witness const& w, contract const& can, contract const& cannot,
                           redline::rule_set const& can_rules, redline::rule_set const& cannot_rules) {
        if (w.empty()) {
            CHECK_FALSE(oracle);
            return;
        }
        group const g = group_of(w, can_rules, cannot_rules);
        CHECK(replays(w, can_rules, can, g));
        CHECK_FALSE(completes(cannot, g));
        if (w.signer_count <= persons) CHECK(oracle);
        else ++t.larger;
    };
    check(wider, found.wider, after, before, b.rules, a.rules);
    check(narrower, found.narrower, before, after, a.rules, b.rules);
    using redline::signers_verdict;
    CHECK(found.verdict == (found.wider.empty()
                                ? found.narrower.empty() ? signers_verdict::same : signers_verdict::narrower
                            : found.narrower.empty() ? signers_verdict::wider
                                                     : signers_verdict::incomparable));
}

}  // namespace

TEST_CASE("random chains compare as every group of a few persons says", "[proof][signers]")
{
    std::uint64_t const seed = redline_test::seed_of_run();
    INFO("seed " << seed);
    std::mt19937_64 engine{seed};
    dice d{engine};
    tally t;
    for (std::size_t pairs = 0; pairs < 2500;) {
        contract before = random_contract(d, d.percent(70) ? 3 : 4);
        if (!loaded(before).ok) continue;
        contract after = d.percent(75) ? changed(d, before) : random_contract(d, before.party_of.size());
        if (!loaded(after).ok) continue;
        compare(before, after, 900, t);
        ++pairs;
    }
    std::string said;
    for (std::size_t const n : t.verdicts) said += std::to_string(n) + " ";
    INFO("same, wider, narrower, incomparable, too large: " << said << "groups: " << t.groups
                                                            << " larger: " << t.larger);
    for (std::size_t i = 0; i < 4; ++i) CHECK(t.verdicts[i] > 100);
}
