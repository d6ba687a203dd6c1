// Who can complete a sign-off chain, rule by rule: what each change of a chain does to it, and who the witness is.
#include "proof/signers_told.hpp"

namespace {

using namespace redline_test;

}  // namespace

TEST_CASE("quorums", "[proof][signers]")
{
    CHECK(bodies("stage s: all of a, b;", "stage s: 2 of b, a;") == "same");
    CHECK(bodies("stage s: a;", "stage s: 1 signers of a;") == "same");
    CHECK(bodies("stage s: all of a, b;", "stage s: any of a, b;") == "wider | P0:a");
    CHECK(bodies("stage s: a;", "stage s: all of a, b;") == "narrower | P0:a");
    CHECK(bodies("stage s: a;", "stage s: b;") == "incomparable | P0:b | P0:a");
    CHECK(bodies("stage s: 2 of a, b, c;", "stage s: 2 of a, b, c, d;") == "wider | P0:a P1:d");
    CHECK(bodies("stage s: 3 signers of a;", "stage s: 2 signers of a;") == "wider | P0:a P1:a");
    CHECK(bodies("stage s: 2 signers of a;", "stage s: 2 of a, b;") == "incomparable | P0:a P1:b | P0:a P1:a");
    CHECK(bodies("stage s: a; stage t: b;", "stage s: b; stage t: a;") == "same");
    // One person counts once in a stage, and in two stages twice.
    CHECK(bodies("stage s: all of a, b;", "stage s: a; stage t: b;") == "wider | P0:a P0:b");
    CHECK(bodies("stage s: 2 signers of a;", "stage s: a; stage t: a;") == "wider | P0:a P0:a");
    CHECK(bodies("stage s: a; stage t: a;", "stage s: a;") == "same");
    CHECK(bodies("stage s: all of a, b; stage t: any of a, b;", "stage s: all of a, b;") == "same");
}

TEST_CASE("signers distinct", "[proof][signers]")
{
    CHECK(bodies("stage s: a; stage t: b; signers distinct;", "stage s: a; stage t: b;") == "wider | P0:a P0:b");
    CHECK(bodies("stage s: all of a, b;", "stage s: a; stage t: b; signers distinct;") == "same");
    CHECK(bodies("stage s: 2 signers of a;", "stage s: a; stage t: a; signers distinct;") == "same");
    CHECK(bodies("stage s: a; signers distinct;", "stage s: a;") == "same");
}

TEST_CASE("who is barred", "[proof][signers]")
{
    CHECK(bodies("stage s: a;", "stage s: a; asker may sign;") == "wider | P0:a asked=P0");
    CHECK(bodies("stage s: a; not by c;", "stage s: a;") == "wider | P0:a acts=P0:c");
    CHECK(bodies("stage s: a; not by c;", "stage s: a; not by q;") == "same");
    CHECK(bodies("stage s: c; not by a, b;", "stage s: c; not by p;") == "same");
    CHECK(bodies("stage s: c; not by a;", "stage s: c; not by p;") == "narrower | P0:c acts=P0:b");
    CHECK(bodies("stage s: c; not by d;", "stage s: c; not by e;") == "incomparable | P0:c acts=P0:d | P0:c acts=P0:e");
    CHECK(bodies("stage s: any of a, b;", "stage s: any of a, b; not by b;") == "narrower | P0:a acts=P0:b");
    // With a second person, one can ask and sign, but in a stage with one role somebody else has to.
    CHECK(bodies("stage s: any of a, b; stage t: c;", "stage s: any of a, b; stage t: c; asker may sign;") ==
          "wider | P0:a P1:c asked=P0");
}

TEST_CASE("deputies", "[proof][signers]")
{
    CHECK(bodies("stage s: a;", "stage s: a; deputy b for a;") == "wider | P0:b/a");
    CHECK(bodies("stage s: any of a, b;", "stage s: a; deputy b for a;") == "same");
    CHECK(bodies("stage s: a;", "stage s: a; deputy c for b;") == "same");
    // Deputies of deputies may not.
    CHECK(bodies("stage s: a; deputy b for a;", "stage s: a; deputy b for a; deputy c for b;") == "same");
    // In one stage a role does not count both for itself and as a deputy; in two it does.
    CHECK(bodies("stage s: all of a, b;", "stage s: all of a, b; deputy a for b;") == "same");
    CHECK(bodies("stage s: a; stage t: b;", "stage s: a; stage t: b; deputy a for b;") == "wider | P0:a P1:a/b");
    CHECK(bodies("stage s: all of a, b;", "stage s: all of a, b; deputy c for a; deputy c for b;") ==
          "wider | P0:a P1:c/b");
    // Who is barred as a deputy does not act; a barred role can be acted for.
    CHECK(bodies("stage s: a; not by b;", "stage s: a; deputy b for a; not by b;") == "same");
    CHECK(bodies("stage s: b; not by a;", "stage s: a; deputy b for a; not by a;") == "same");
    CHECK(bodies("stage s: 2 signers of a;", "stage s: 2 signers of a; deputy b for a;") == "wider | P0:a P1:b/a");
}

TEST_CASE("late", "[proof][signers]")
{
    std::string const other = "signoff y { stage s: c; }\n";
    CHECK(chains("signoff x { stage s: a within 1 day; }\n" + other,
                 "signoff x { stage s: a within 1 day; late: escalate to y; }\n" + other) == "wider | late P0:c");
    // How long it may take doesn't matter; whether it is timed does.
    CHECK(chains("signoff x { stage s: a within 1 day; late: escalate to y; }\n" + other,
                 "signoff x { stage s: a within 9 days; late: escalate to y; }\n" + other) == "same");
    CHECK(chains("signoff x { stage s: a within 1 day; late: escalate to y; }\n" + other,
                 "signoff x { stage s: a; late: escalate to y; }\n" + other) == "narrower | late P0:c");
    CHECK(chains("signoff x { stage s: a within 1 day; late: escalate to y; }\n" + other,
                 "signoff x { stage s: any of a, c; }\n" + other) == "same");
    // The second stage is timed: the first has to be met, and its signer may be the same person.
    CHECK(chains("signoff x { stage s: a; stage t: b within 1 day; late: escalate to y; }\n" + other,
                 "signoff x { stage s: a; stage t: b within 1 day; }\n" + other) == "narrower | P0:a late P1:c");
    CHECK(chains("signoff x { stage s: a; stage t: b within 1 day; late: escalate to y; signers distinct; }\n" + other,
                 "signoff x { stage s: a; stage t: b within 1 day; late: escalate to y; }\n" + other) ==
          "wider | P0:a P0:b");
    CHECK(chains("signoff x { stage s: a; stage t: c within 1 day; late: escalate to y; signers distinct; }\n" + other,
                 "signoff x { stage s: a; stage t: c; signers distinct; }\n" + other) == "same");
}

TEST_CASE("refusal", "[proof][signers]")
{
    std::string const other = "signoff y { stage s: c; }\n";
    auto const added = [&](std::string const& body) {
        return chains("signoff x { " + body + " }\n" + other,
                      "signoff x { " + body + " refusal: escalate to y; }\n" + other);
    };
    // Who refuses alone could sign as well. Of three out of four, two have to refuse; of all, one; of so many persons, the
    // first does.
    CHECK(added("stage s: a;") == "same");
    CHECK(added("stage s: 3 of a, b, d, e;") == "wider | P0:!a P1:!b P2:c");
    CHECK(added("stage s: all of a, b, d;") == "wider | P0:!a P1:c");
    CHECK(added("stage s: 3 signers of a;") == "wider | P0:!a P1:c");
    CHECK(added("stage s: all of a, b; deputy e for b; not by a, b; deputy d for a;") == "wider | P0:!d/a P1:c");
    // A role for which nobody may sign does not have to refuse.
    CHECK(added("stage s: 3 of a, b, e, d; not by d;") == "wider | P0:!a P1:c");
    // What makes a stage easier to sign makes it harder to refuse.
    auto const refusable = [&](std::string const& body) {
        return "signoff x { " + body + " refusal: escalate to y; }\n" + other;
    };
    std::string const barring_d = refusable("stage s: 3 of a, b, e, d; not by d;");
    CHECK(chains(barring_d, refusable("stage s: 3 of a, b, e, d;")) ==
          "incomparable | P0:a P1:b P2:e acts=P2:d | P0:!a P1:c");
    CHECK(chains(barring_d, refusable("stage s: 3 of a, b, e, d; not by d; deputy c for d;")) ==
          "narrower | P0:!a P0:c");
    CHECK(chains(refusable("stage s: all of a, b, e;"), refusable("stage s: 3 of a, b, e, d;")) ==
          "incomparable | P0:a P1:b P2:d | P0:!a P1:c");
    // Who refuses has not signed, and may sign the other chain.
    CHECK(chains("signoff x { stage s: all of a, b; signers distinct; refusal: escalate to y; }\n" + other,
                 "signoff x { stage s: all of a, b; refusal: escalate to y; }\n" + other) == "same");
    // Whoever asked can't refuse either.
    CHECK(
        chains(
            "signoff x { stage s: all of a, b; refusal: escalate to y; }\nsignoff y { stage s: c; asker may sign; }\n",
            "signoff x { stage s: all of a, b; refusal: escalate to y; asker may sign; }\nsignoff y { stage s: c; "
            "asker "
            "may sign; }\n") == "wider | P0:a P1:b asked=P0");
}

TEST_CASE("an escalated chain is a case of its own, under the bars of both", "[proof][signers]")
{
    auto const pair = [](std::string const& x, std::string const& y) {
        return "signoff x { stage s: a; stage t: b within 1 day; late: escalate to y; " + x +
               " }\nsignoff y { stage s: c; " + y + " }\n";
    };
    CHECK(chains(pair("", ""), pair("", "signers distinct;")) == "narrower | P0:a late P0:c");
    CHECK(chains(pair("", "signers distinct;"), pair("signers distinct;", "signers distinct;")) ==
          "narrower | P0:a P0:b");
    CHECK(chains(pair("", "asker may sign;"), pair("", "")) == "same");
    CHECK(chains(pair("", ""), pair("", "not by d;")) == "narrower | P0:a late P1:c acts=P1:d");
    CHECK(chains(pair("not by d;", ""), pair("not by d;", "not by d;")) == "same");
    // Who acted in a role that the other chain bars is barred there.
    CHECK(chains(pair("", ""), pair("", "not by a;")) == "narrower | P0:a late P1:c acts=P1:a");
    CHECK(chains(pair("", "not by a;"), pair("", "not by a; signers distinct;")) == "same");
    // Earlier signatures don't count.
    CHECK(chains("signoff x { stage s: a; stage t: b within 1 day; late: escalate to y; }\nsignoff y { stage s: c; }\n",
                 "signoff x { stage s: a; stage t: b within 1 day; late: escalate to y; }\nsignoff y { stage s: all of "
                 "a, c; "
                 "}\n") == "narrower | P0:a late P0:c");
}

TEST_CASE("roles are aligned by spelling", "[proof][signers]")
{
    std::string const rest = "use desk;\n1 permit all lawful uses;\n";
    auto const with = [&](std::string const& roles, std::string const& chain) {
        return "contract \"T\" version 1;\nparty p; party q;\n" + roles + rest + "signoff x { " + chain + " }\n";
    };
    CHECK(compared(with("role a of p; role b of p;", "stage s: a;"),
                   with("role b of p; role a of p;", "stage s: a;")) == "same");
    CHECK(compared(with("role a of p; role b of p;", "stage s: any of a, b;"), with("role b of p;", "stage s: b;")) ==
          "narrower | P0:a");
    // The same words, and a party that has got another role.
    CHECK(compared(with("role a of p; role b of q;", "stage s: a; not by q;"),
                   with("role a of p; role b of q; role c of q;", "stage s: a; not by q;")) ==
          "narrower | P0:a acts=P0:c");
}
