// Sign-off chains that are large, that nobody can complete, and that are compared in constant expressions.
#include "proof/signers_told.hpp"
#include "redline/text/compile.hpp"
#include "support/both.hpp"

#include <chrono>
#include <vector>

namespace {

using namespace redline_test;
using redline::signers_verdict;

/// A chain c with d and e barred from it, whom the contract of a test then replaces by others.
redline::rule_set barring(contract const& c, std::vector<redline::principal>& instead,
                          std::vector<std::uint32_t> const& roles)
{
    redline::rule_set rules = c.rules;
    instead.assign(rules.principals.begin(), rules.principals.end());
    for (std::size_t i = 0; i < roles.size(); ++i)
        instead[rules.chains[0].barred.first + i] = {redline::principal_kind::role, roles[i]};
    rules.principals = {instead.data(), static_cast<std::uint32_t>(instead.size())};
    return rules;
}

}  // namespace

TEST_CASE("what is too large is said, and what is equal is not too large", "[proof][signers]")
{
    std::string roles;
    std::string list;
    for (int i = 0; i < 200; ++i) {
        roles += "role r" + std::to_string(i) + " independent;\n";
        list += (i == 0 ? "r" : ", r") + std::to_string(i);
    }
    auto const with = [&](std::string const& chain) { return head + roles + "signoff x { " + chain + " }\n"; };
    CHECK(compared(with("stage s: all of " + list + ";"), with("stage s: all of " + list + ";")) == "same");
    CHECK(compared(with("stage s: all of " + list + ";"), with("stage s: 199 of " + list + ";")) == "too large");
    CHECK(bodies("stage s: 1000000 signers of a;", "stage s: 1000001 signers of a;") == "too large");
    // Where one asks for less at every point, sizes don't matter.
    CHECK(bodies("stage s: 2 signers of a;", "stage s: 18_446_744_073_709_551_615 signers of a;") ==
          "narrower | P0:a P1:a");
    CHECK(bodies("stage s: a; stage t: 1_000_000 signers of a;", "stage s: b; stage t: 1_000_000 signers of a;") ==
          "too large");
    // Many groups, each of which has to be looked at, end at the budget.
    std::string const eight = "r0, r1, r2, r3, r4, r5, r6, r7";
    auto const stages = [&](std::string const& more) {
        return with("stage s: 4 of " + eight + "; stage t: 4 of " + eight + "; stage u: 4 of " + eight + "; " + more);
    };
    contract const a = loaded(stages(""));
    contract const b = loaded(stages("stage v: 2 of r0, r1, r2;"));
    CHECK(redline::compare_signers(a.rules, 0, b.rules, 0, 1000).verdict == signers_verdict::too_large);
}

TEST_CASE("realistic chains are compared within the budget", "[proof][signers]")
{
    std::string const others = "signoff y { stage s: 2 of c, d, e; asker may sign; }\nsignoff z { stage s: e; }\n";
    auto const with = [&](std::string const& more) {
        return head +
               "signoff x { stage s: 2 of a, b, c within 1 day; stage t: 2 of b, c, d; stage u: 2 of a, d, e within 9 "
               "days; "
               "late: escalate to y; refusal: escalate to z; deputy e for a; deputy d for c; " +
               more + " }\n" + others;
    };
    contract const a = loaded(with(""));
    std::vector<std::string> const more = {"signers distinct;", "not by c;", "asker may sign;", "deputy a for b;",
                                           "stage v: d;"};
    // Two who sign the first stage could refuse it as well, and then e signs z: another stage bars nobody.
    signers_verdict const verdicts[] = {signers_verdict::narrower, signers_verdict::narrower, signers_verdict::wider,
                                        signers_verdict::wider, signers_verdict::same};
    for (std::size_t i = 0; i < more.size(); ++i) {
        contract const b = loaded(with(more[i]));
        INFO(more[i]);
        auto const start = std::chrono::steady_clock::now();
        CHECK(redline::compare_signers(a.rules, 0, b.rules, 0).verdict == verdicts[i]);
        std::chrono::duration<double> const took = std::chrono::steady_clock::now() - start;
        CHECK(took.count() < 5);
    }
}

TEST_CASE("whether anybody can complete a chain", "[proof][signers]")
{
    // No contract without errors bars all who could sign, so these are made from one: for d and e, others are barred.
    auto const possible = [](std::string const& x, std::vector<std::uint32_t> const& barred,
                             std::string const& y = "c") {
        contract const c = loaded(head + "signoff x { " + x + " }\nsignoff y { stage s: " + y + "; }\n");
        std::vector<redline::principal> instead;
        return redline::can_be_completed(barring(c, instead, barred), 0);
    };
    std::uint32_t const a = 0;
    std::uint32_t const b = 1;
    std::uint32_t const c = 2;
    CHECK(possible("stage s: a; not by d;", {b}));
    CHECK_FALSE(possible("stage s: a; not by d;", {a}));
    CHECK(possible("stage s: a; not by d; deputy b for a;", {a}));
    CHECK_FALSE(possible("stage s: a; not by d, e; deputy b for a;", {a, b}));
    CHECK_FALSE(possible("stage s: c; stage t: 9 signers of a; not by d;", {a}));
    CHECK(possible("stage s: c; stage t: 1_000_000_000 signers of a; not by d; deputy b for a;", {a}));
    // By an escalation, where somebody may sign under the bars of both.
    CHECK(possible("stage s: a within 1 day; not by d; late: escalate to y;", {a}));
    CHECK_FALSE(possible("stage s: a; not by d; late: escalate to y;", {a}));
    CHECK_FALSE(possible("stage s: a within 1 day; not by d; late: escalate to y;", {a}, "a"));
    CHECK_FALSE(possible("stage s: a; stage t: b within 1 day; not by d; late: escalate to y;", {a}));
    CHECK(possible("stage s: a; stage t: b within 1 day; not by d; late: escalate to y;", {b}));
    CHECK_FALSE(possible("stage s: a; not by d; refusal: escalate to y;", {a}));
    CHECK(possible("stage s: all of a, b; not by d; refusal: escalate to y;", {a}));
    CHECK_FALSE(possible("stage s: all of a, b; not by d, e; refusal: escalate to y;", {a, b}));
    // A role may act as a deputy for several, but then not for itself; nor does it refuse both for itself and as a deputy.
    CHECK_FALSE(possible("stage s: any of a, b; stage t: c; not by d, e; deputy a for b; refusal: escalate to y;",
                         {b, c}, "d"));
    CHECK_FALSE(possible("stage s: all of a, b; not by d; deputy a for b;", {b}));
    CHECK(possible("stage s: 2 of a, b, c; not by d, e; deputy a for b; deputy a for c;", {b, c}));
    CHECK_FALSE(possible("stage s: all of a, b, c; not by d, e; deputy a for b; deputy a for c;", {b, c}));
}

TEST_CASE("a barred party of many roles takes one place", "[proof][signers]")
{
    std::string roles;
    for (int i = 0; i < 100; ++i) roles += "role r" + std::to_string(i) + " of q;\n";
    std::string const changed = "role extra of q;\n";
    CHECK(compared(head + roles + "signoff x { stage s: a; not by q; }\n",
                   head + roles + "signoff x { stage s: a; }\n") == "wider | P0:a acts=P0:c");
    CHECK(compared(head + roles + "signoff x { stage s: a; not by q; }\n",
                   head + roles + changed + "signoff x { stage s: a; not by q; }\n") ==
          "narrower | P0:a acts=P0:extra");
}

TEST_CASE("chains are compared in constant expressions", "[proof][signers][constexpr]")
{
    constexpr auto before = redline::compile([] {
        return R"(contract "T" version 1; party p; role a of p; role b of p; role c independent; use desk;
        1 permit all lawful uses;
        signoff x { stage s: 2 of a, b, c within 2 days; stage t: a; late: escalate to y; signers distinct; }
        signoff y { stage s: c; not by p; })";
    });
    constexpr auto after = redline::compile([] {
        return R"(contract "T" version 2; role c independent; party p; role b of p; role a of p; use desk;
        1 permit all lawful uses;
        signoff y { stage s: c; not by a, b; }
        signoff x { stage s: 2 of a, b, c within 9 days; stage t: a; late: escalate to y; })";
    });
    REDLINE_BOTH(redline::compare_signers(before.rules(), 0, before.rules(), 0).verdict == signers_verdict::same);
    REDLINE_BOTH(redline::compare_signers(before.rules(), 1, after.rules(), 0).verdict == signers_verdict::same);
    REDLINE_BOTH(redline::compare_signers(before.rules(), 0, after.rules(), 1).verdict == signers_verdict::wider);
    REDLINE_BOTH(redline::compare_signers(before.rules(), 0, after.rules(), 1, 3).verdict ==
                 signers_verdict::too_large);
    REDLINE_BOTH(redline::can_be_completed(before.rules(), 0) == true);
    constexpr redline::signers_comparison back = redline::compare_signers(after.rules(), 1, before.rules(), 0);
    STATIC_REQUIRE(back.verdict == signers_verdict::narrower);
    CHECK(told(back.narrower, after.rules(), before.rules()) == "P0:a P1:b P0:a");
    CHECK(back.wider.empty());
}
