// The worked comparisons and assertions of tests/vectors come out as they were worked out, and every witness is one.
#include "oracle/assertion.hpp"
#include "oracle/parse.hpp"
#include "proof/witness_words.hpp"
#include "redline/core/proof/compare.hpp"
#include "support/catch.hpp"
#include "support/files.hpp"

#include <nlohmann/json.hpp>

namespace {

using namespace redline_test;
using json = nlohmann::json;

json cases() { return json::parse(read_file(source_dir() / "tests/vectors/compare.json")); }
std::string text_of_draft(std::string const& pair, char const* draft)
{
    return read_file(source_dir() / "tests/vectors" / (pair + draft)) + "\n";
}

/// The outcome of one side for the witness of a change.
redline::outcome decided(redline::rule_set const& rules, redline::outcome_change const& change, unsigned side)
{
    redline::request_memory request{rules, 1};
    redline::workspace work{rules};
    redline::proof::space const& in = change.proof->requests();
    give_cells(in, change.cells.data(), in.uses[change.use], side, request.view());
    return decide(rules, request.view(), work.view()).outcome;
}

}  // namespace

TEST_CASE("the verdicts of the worked comparisons are theirs, and their witnesses bear them out", "[proof][vectors]")
{
    json const all = cases();
    REQUIRE(all.size() == 40);
    std::size_t witnesses = 0;
    for (json const& one : all) {
        std::string const pair = one.at("pair");
        contract const before = load(text_of_draft(pair, "-before.redline"));
        contract const after = load(text_of_draft(pair, "-after.redline"));
        INFO(pair);
        REQUIRE(before.ok);
        REQUIRE(after.ok);
        redline::contract_comparison const is = redline::compare(before.rules, after.rules);
        REQUIRE(is.complete());
        CHECK(name_of(is.verdict()) == one.at("verdict").get<std::string>());
        for (redline::outcome_change const& change : is.outcomes().changes()) {
            CHECK(decided(before.rules, change, 0) == change.from);
            CHECK(decided(after.rules, change, 1) == change.to);
            ++witnesses;
        }
    }
    CHECK(witnesses > 40);
}

TEST_CASE("the assertions of the worked cases hold or are broken as worked out, with a witness", "[proof][vectors]")
{
    std::size_t assertions = 0, broken = 0;
    for (json const& one : cases()) {
        if (!one.contains("assertions_on_before")) continue;
        std::string const pair = one.at("pair");
        std::string const text = text_of_draft(pair, "-before.redline");
        std::string claims;
        std::vector<std::pair<std::string, bool>> due;
        for (auto const& [claim, holds] : one.at("assertions_on_before").items()) {
            claims += "assert " + claim + ";\n";
            due.emplace_back(claim, holds.get<bool>());
        }
        std::map<std::size_t, std::string> const found = broken_assertions(text, claims);
        for (std::size_t i = 0; i < due.size(); ++i) {
            auto const& [claim, holds] = due[i];
            auto const words = found.find(i);
            INFO(pair << ": " << claim << ", broken by " << (words == found.end() ? "nothing" : words->second));
            CHECK((words == found.end()) == holds);
            ++assertions;
            if (words == found.end()) continue;
            ++broken;
            std::optional<decided_words> const witness = decide_words(text, words->second);
            REQUIRE(witness);
            oracle::parsed const model = oracle::parse(text + "assert " + claim + ";\n");
            CHECK(breaks(model.terms, model.assertions.at(0), witness->model));
            std::string const outcome{name_of(witness->outcome)};
            bool const is_claimed = claim.find(" " + outcome + " ") != std::string::npos;
            CHECK(is_claimed == (claim.rfind("never", 0) == 0));
        }
    }
    CHECK(assertions == 942);
    CHECK(broken > 300);
}
