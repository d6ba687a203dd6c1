// Cases against an oracle that tells each from the list of its events, on random chains and random events.
#include "core/chain/story_step.hpp"
#include "support/catch.hpp"
#include "support/seed.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"

#include <array>
#include <random>

namespace {

using namespace redline_oracle::story;
using redline_oracle::dice;

struct tally {
    std::map<std::string, std::size_t> refused;
    std::array<std::size_t, 7> standings{};
    std::size_t sequences = 0, taken = 0, void_now = 0;
};

/// One case from its opening on: machine and oracle side by side.
void run(dice& d, contract const& c, redline::rule_set const& rules, tally& t)
{
    two_cases both{c, rules};
    int const persons = static_cast<int>(d.between(2, 7));
    std::vector<event> all;
    for (std::size_t n = d.between(4, 16); n != 0; --n) {
        redline::case_time const due = redline::due_after(rules, both.value().reading());
        bool const has_due = both.value().standing() != redline::case_standing::not_opened && due != redline::no_time;
        event const e = random_event(d, c, both.oracle(), static_cast<std::int64_t>(both.value().head().last),
                                     has_due ? static_cast<std::int64_t>(due) : -1, persons);
        all.push_back(e);
        INFO(told(all));
        REQUIRE(both.step(e) == "");
        if (both.last().taken()) ++t.taken;
        else ++t.refused[names.at(both.last().fault)];
        if (both.oracle().past().empty()) continue;
        // What a request says of the chain, now and later, this one and one that may have changed.
        request const& asked_for = both.oracle().past()[0].about;
        request const r = d.percent(50) ? asked_for : changed(d, asked_for);
        std::int64_t const seconds = d.pick(std::vector<std::int64_t>{0, 60, 3601, 172'801});
        telling const then = both.oracle().tell(both.oracle().past().back().at + seconds);
        t.void_now += both.oracle().fits(then, r) ? 0 : 1;
        REQUIRE(both.ask(r, seconds) == "");
    }
    ++t.standings[static_cast<std::size_t>(both.value().standing())];
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
