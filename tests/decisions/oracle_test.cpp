// Random contracts, decided by the library and by an oracle that shares nothing with it, come out alike in every member.
// REDLINE_CONTRACTS makes the run shorter or longer: so many contracts, twenty requests each.
#include "decisions/with_oracle.hpp"
#include "oracle/change.hpp"
#include "oracle/generate.hpp"
#include "oracle/print.hpp"
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

namespace {

using namespace redline_test;

constexpr int requests_each = 20;

std::size_t contracts() { return number_from("REDLINE_CONTRACTS", 5000); }

/// One random contract, as a model and loaded.
struct made_contract {
    explicit made_contract(std::uint64_t seed)
        : rng{seed}, model{oracle::generate_contract(rng)}, text{print(model)}, loaded{load(text)}
    {
        INFO("seed " << seed << "\n" << text << "\n" << dump(loaded.diagnostics));
        REQUIRE(loaded.ok);
    }
    std::mt19937_64 rng;
    oracle::contract model;
    std::string text;
    contract loaded;
};

/// Two uses may turn out to be the same; a request names each once.
oracle::request each_use_once(oracle::request r)
{
    oracle::names uses;
    for (std::string const& use : r.uses)
        if (std::find(uses.begin(), uses.end(), use) == uses.end()) uses.push_back(use);
    r.uses = uses;
    return r;
}

/// How decisions came out, so that no run tests only one way.
struct tally {
    std::size_t outcomes[3] = {}, exceptions = 0, logged = 0, pending = 0, forbidden = 0;

    void add(oracle::decision const& d)
    {
        ++outcomes[static_cast<unsigned>(d.outcome)];
        exceptions += d.exceptions.empty() ? 0u : 1u;
        logged += d.log.empty() ? 0u : 1u;
        pending += d.pending ? 1u : 0u;
        forbidden += d.ground == oracle::ground::forbidden ? 1u : 0u;
    }
};

}  // namespace

TEST_CASE("decisions are the oracle's", "[decisions]")
{
    tally seen;
    for (std::uint64_t seed = 0; seed < contracts(); ++seed) {
        made_contract c{seed};
        model_decider decide{c.loaded.rules};
        for (int k = 0; k < requests_each; ++k) {
            oracle::request const r = oracle::generate_request(c.model, c.rng);
            oracle::decision const due = evaluate(c.model, r);
            oracle::decision const made = decide(r);
            seen.add(due);
            if (made == due) continue;
            INFO("seed " << seed << ", request " << k << "\n"
                         << c.text << print_json(r) << "\noracle:  " << dump(due) << "\nlibrary: " << dump(made));
            FAIL("the decisions differ");
        }
    }
    for (std::size_t const of_outcome : seen.outcomes) CHECK(of_outcome > contracts());
    CHECK(seen.exceptions > contracts() / 10);
    CHECK(seen.logged > contracts());
    CHECK(seen.forbidden > contracts());
}

TEST_CASE("the four promises hold of decisions", "[decisions]")
{
    std::size_t const many = contracts() / 2;
    for (std::uint64_t seed = 1'000'000; seed < 1'000'000 + many; ++seed) {
        made_contract c{seed};
        oracle::dice d{c.rng};
        model_decider decide{c.loaded.rules};
        for (int k = 0; k < requests_each / 2; ++k) {
            oracle::request const r = oracle::generate_request(c.model, c.rng);
            oracle::decision const first = decide(r);
            auto const held = [&](bool promise, char const* what, oracle::request const& changed) {
                if (promise) return;
                INFO("seed " << seed << ", request " << k << "\n"
                             << c.text << print_json(r) << "\n  " << dump(first) << "\n"
                             << print_json(changed) << "\n  " << dump(decide(changed)));
                FAIL(what);
            };
            oracle::request const obtained = with_more_obtained(c.model, r, d);
            held(decide(obtained).outcome <= first.outcome, "obtaining more never makes an outcome stricter", obtained);

            oracle::request const known = each_use_once(with_more_known(c.model, r, d));
            held(first.outcome == oracle::outcome::paused || decide(known).outcome == first.outcome,
                 "learning more never changes an outcome that was permitted or prohibited", known);

            held(first.outcome != oracle::outcome::paused || !first.pending->empty(),
                 "a paused decision always says what is pending", r);

            oracle::request const all =
                each_use_once(with_everything_obtained(c.model, with_everything_known(c.model, r, d)));
            held(is_complete(c.model, all) && decide(all).outcome != oracle::outcome::paused,
                 "a complete request for which everything has been obtained is never paused", all);
        }
    }
}
