// Large contracts of realistic shape: they load, in every length, and drafts of them differ.
#include "generate_large.hpp"

#include "encode.hpp"
#include "find.hpp"
#include "support/catch.hpp"
#include "support/load.hpp"

namespace {

using namespace redline_solver;

TEST_CASE("Generated contracts and their next drafts load without errors")
{
    for (std::uint32_t const terms : {10u, 20u, 100u, 200u, 1000u, 2000u})
        for (std::uint64_t const seed : {1u, 2u, 3u}) {
            large_contract const before = generate_large(terms, seed);
            large_contract const after = revise(before, seed);
            for (large_contract const* model : {&before, &after}) {
                std::string const text = as_text(*model);
                auto const loaded = redline_test::load(text);
                INFO(terms << " terms, seed " << seed);
                for (auto const& d : loaded.diagnostics) UNSCOPED_INFO("line " << d.where.line << ", " << d.subject);
                REQUIRE(loaded.ok);
                if (model == &before) {
                    CHECK(loaded.rules.terms.size == terms);
                    CHECK(loaded.rules.uses.size == std::max(6u, terms / 10));
                }
                CHECK(loaded.rules.facts.size <= 40);
            }
            CHECK(as_text(before) != as_text(after));
            CHECK(as_text(before) == as_text(generate_large(terms, seed)));
        }
}

TEST_CASE("Some uses of a generated contract can come out each way")
{
    for (std::uint32_t const terms : {10u, 100u, 1000u}) {
        std::string const text = as_text(generate_large(terms));
        auto const loaded = redline_test::load(text);
        z3::context context;
        space over{context, style::booleans, {&loaded.rules}};
        encoder of{over, 0, *over.use};
        for (outcome const o : {outcome::permitted, outcome::paused, outcome::prohibited})
            CHECK(find(over, of.is(o)).has_value());
    }
}

}  // namespace
