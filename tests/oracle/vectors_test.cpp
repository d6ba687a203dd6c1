// The oracle compares and proves the worked cases of tests/vectors as they were worked out: it reads their texts itself.
#include "oracle/compare.hpp"
#include "oracle/parse.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

#include <nlohmann/json.hpp>

TEST_CASE("the oracle's comparisons and proofs are the worked ones", "[oracle]")
{
    namespace oracle = redline_oracle;
    auto const folder = redline_test::source_dir() / "tests/vectors";
    auto const cases = nlohmann::json::parse(redline_test::read_file(folder / "compare.json"));
    REQUIRE(cases.size() == 40);
    std::size_t assertions = 0;
    for (auto const& one : cases) {
        std::string const pair = one.at("pair");
        std::string const before = redline_test::read_file(folder / (pair + "-before.redline"));
        std::string const after = redline_test::read_file(folder / (pair + "-after.redline"));
        INFO(pair << "\n" << before << "\n" << after);
        oracle::comparison const is = oracle::compare(oracle::parse(before).terms, oracle::parse(after).terms);
        CHECK(is.errors.empty());
        CHECK(oracle::dump(is.overall) == one.at("verdict").get<std::string>());
        if (!one.contains("assertions_on_before")) continue;
        for (auto const& [claim, holds] : one.at("assertions_on_before").items()) {
            INFO(claim);
            oracle::parsed const p = oracle::parse(before + "\nassert " + claim + ";\n");
            CHECK(oracle::holds(p.terms, p.assertions.at(0)) == holds.get<bool>());
            ++assertions;
        }
    }
    CHECK(assertions > 900);
}
