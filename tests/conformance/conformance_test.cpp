// Every conformance text gives exactly what stands beside it. With REDLINE_UPDATE=1 in the environment, what it gives
// now is written there: for review, not for belief.
#include "conformance/texts.hpp"
#include "support/catch.hpp"

#include <cstdlib>
#include <set>

namespace {

using namespace redline_test;

bool updating()
{
    char const* const update = std::getenv("REDLINE_UPDATE");
    return update != nullptr && std::string_view{update} == "1";
}

}  // namespace

TEST_CASE("every conformance text gives what is expected of it", "[conformance]")
{
    auto const texts = conformance_texts();
    REQUIRE(texts.size() > 600);
    for (conformance_text const& t : texts) {
        INFO(t.name());
        contract const c = t.load();
        CHECK(c.ok == t.good);
        CHECK(c.diagnostics.empty() == (t.good && !t.warned));
        std::string const result = result_of(c);
        if (updating() && c.ok == t.good) write_file(t.expected_file(), result);
        CHECK(std::filesystem::exists(t.expected_file()));
        if (std::filesystem::exists(t.expected_file())) CHECK(result == read_file(t.expected_file()));
    }
}

TEST_CASE("nothing is expected of a text that is not there", "[conformance]")
{
    std::set<path> expected;
    for (conformance_text const& t : conformance_texts()) CHECK(expected.insert(t.expected_file()).second);
    for (char const* const folder : {"good", "bad", "warned"})
        for (path const& file : files_in(source_dir() / "grammar/conformance" / folder, {".expected"})) {
            INFO(file.string());
            CHECK(expected.contains(file));
        }
}

TEST_CASE("a literate contract has the digest of the same contract in a file of its own", "[conformance]")
{
    constexpr std::string_view plain = "contract \"T\" version 1;\n1 permit all lawful uses;\n";
    std::string const literate =
        "# Terms\n\n```redline\ncontract \"T\" version 1;\n```\n\nAnd:\n\n~~~~ redline\n1 permit "
        "all lawful uses;\n~~~~\n";
    contract const one = load(plain);
    contract const other = load(literate, engine::spirit, format::literate);
    REQUIRE(one.ok);
    REQUIRE(other.ok);
    CHECK(*one.rules.digest == *other.rules.digest);
}
