// Warnings: given where they are asked for, of texts without errors, and never taken for errors.
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

#include <string>

namespace {

using namespace redline_test;
using redline::text::code;
using redline::text::severity;
using redline::text::severity_of;

std::string const head =
    "contract \"T\" version 1;\nparty agency;\nuse analysis;\nfact urgent is flag;\n1 permit all lawful uses;\n";
// A term that records, so that no other one anticipates it.
std::string const mixed = " log all decisions to agency when urgent and lawful or urgent;\n";

contract warned(std::string const& text) { return load(text, engine::spirit, format::plain, warnings::yes); }

std::string with_mixed(unsigned terms)
{
    std::string text = head;
    for (unsigned i = 0; i < terms; ++i) text += std::to_string(i + 2) + mixed;
    return text;
}

}  // namespace

TEST_CASE("warnings are given where they are asked for", "[text]")
{
    contract const quiet = load(with_mixed(1));
    CHECK(quiet.ok);
    CHECK(quiet.diagnostics.empty());

    contract const c = warned(with_mixed(1));
    CHECK(c.ok);
    CHECK(c.rules.terms.size == 2);
    REQUIRE(c.diagnostics.size == 1);
    CHECK(dump(c.diagnostics[0]) ==
          "6:54+2 RL0906 `or` stands beside `and` without parentheses; put them around what `and` joins\n"
          "    note: 6:43+3\n");
    CHECK(severity_of(c.diagnostics[0].is) == severity::warning);
}

TEST_CASE("a text with errors has no warnings", "[text]")
{
    contract const c = warned(with_mixed(1) + "9 prohibit weapons;\n");
    CHECK_FALSE(c.ok);
    REQUIRE(c.diagnostics.size == 1);
    CHECK(c.diagnostics[0].is == code::unknown_name);
    CHECK(severity_of(c.diagnostics[0].is) == severity::error);

    contract const differs =
        warned(with_mixed(1) + "scenario \"s\" { given use analysis, lawful; expect prohibited; }\n");
    CHECK_FALSE(differs.ok);
    REQUIRE(differs.diagnostics.size == 1);
    CHECK(differs.diagnostics[0].is == code::scenario_differs);
}

TEST_CASE("and beside or at levels of their own is not warned of", "[text]")
{
    contract const c = warned(read_file(source_dir() / "grammar/conformance/good/and_and_or_in_parentheses.redline"));
    CHECK(c.ok);
    for (auto const& d : c.diagnostics) CHECK(d.is != code::mixed_and_or);
}

TEST_CASE("more warnings than are kept are no error", "[text]")
{
    contract const most = warned(with_mixed(1000));
    CHECK(most.ok);
    CHECK(most.diagnostics.size == 1000);
    contract const more = warned(with_mixed(1001));
    CHECK(more.ok);
    CHECK(more.rules.terms.size == 1002);
    REQUIRE(more.diagnostics.size == 1001);
    CHECK(more.diagnostics[999].is == code::mixed_and_or);
    CHECK(more.diagnostics[1000].is == code::too_many_warnings);
    CHECK(more.diagnostics[1000].limit == 1000);
    CHECK(severity_of(code::too_many_warnings) == severity::warning);
}
