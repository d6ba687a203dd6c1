// The solver's reading of two drafts against the library's, on random joint requests and on what z3 finds.
#include "against_decide.hpp"
#include "generate_large.hpp"
#include "pair_questions.hpp"

namespace {

using namespace redline_solver_test;

/// Compares random joint requests, and a witness of every change, with what decide says; gives the verdict.
verdict checked(contract const& first, contract const& second, int count, std::mt19937_64& random)
{
    z3::context context;
    space over{context, style::booleans, {&first.rules, &second.rules}};
    pair_questions ask{over, *over.use};
    for (outcome const o : all_outcomes) ask.goes(o, o);
    library before{over, 0}, after{over, 1};
    for (int i = 0; i != count; ++i) {
        complete_request const request = random_request(over, random);
        INFO("request " << i << ": " << show(over, request));
        z3::model const model = model_of(over, request);
        REQUIRE(outcome_in(model, ask.before) == as_ours(before(request).outcome));
        REQUIRE(outcome_in(model, ask.after) == as_ours(after(request).outcome));
    }
    for (outcome const from : all_outcomes)
        for (outcome const to : all_outcomes)
            if (auto const found = find(over, ask.goes(from, to))) {
                REQUIRE(as_ours(before(*found).outcome) == from);
                REQUIRE(as_ours(after(*found).outcome) == to);
            }
    return ask.of_outcomes();
}

TEST_CASE("Joint requests of two contracts are aligned, and z3's witnesses of change are confirmed by decide")
{
    std::size_t const seed_of_all = redline_test::number_from("REDLINE_SEED", 20260301);
    std::mt19937_64 random{seed_of_all};
    INFO("REDLINE_SEED=" << seed_of_all);
    auto const folder = redline_test::source_dir() / "examples/contracts";
    std::pair<char const*, char const*> const pairs[] = {
        {"dispute/agency.redline", "dispute/vendor.redline"},
        {"dispute/agency.redline", "dispute/compromise.md"},
        {"dispute/vendor.redline", "dispute/compromise.md"},
        {"agreement/2026-02-28.redline", "agreement/2026-03-02.redline"},
        {"usage_policy/llama3_1.redline", "usage_policy/llama4.redline"}};
    verdict const verdicts[] = {verdict::incomparable, verdict::narrower, verdict::incomparable, verdict::narrower,
                                verdict::incomparable};
    for (std::size_t p = 0; p != std::size(pairs); ++p) {
        INFO(pairs[p].first << " and " << pairs[p].second);
        contract const first = load_file(folder / pairs[p].first), second = load_file(folder / pairs[p].second);
        REQUIRE((first.ok && second.ok));
        CHECK(checked(first, second, 300, random) == verdicts[p]);
    }
}

TEST_CASE("Generated contracts and their next drafts, likewise")
{
    std::size_t const seed_of_all = redline_test::number_from("REDLINE_SEED", 20260301);
    std::mt19937_64 random{seed_of_all};
    INFO("REDLINE_SEED=" << seed_of_all);
    std::map<verdict, int> seen;
    for (std::uint32_t const terms : {10u, 20u, 100u, 1000u})
        for (std::uint64_t const seed : {1u, 2u, 3u, 4u}) {
            INFO(terms << " terms, seed " << seed);
            large_contract const before = generate_large(terms, seed);
            std::string const first = as_text(before), second = as_text(revise(before, seed));
            contract const one = redline_test::load(first), other = redline_test::load(second);
            REQUIRE((one.ok && other.ok));
            ++seen[checked(one, other, 100, random)];
            CHECK(checked(one, one, 1, random) == verdict::equivalent);
        }
    CHECK(seen[verdict::incomparable] > 0);
    CHECK(seen.size() > 2);
}

}  // namespace
