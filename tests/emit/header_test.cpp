// What generated headers say, and how they say it.
#include "redline/emit.hpp"
#include "support/catch.hpp"
#include "support/load.hpp"

#include <string>

using namespace redline_test;

namespace {

constexpr std::string_view text = R"(contract "Desk \"A\" \u{E9}" version 18446744073709551615;
use drafting "Letters\nand notes\u{9}\\";
fact persons is count;
1 permit all lawful uses;
2 prohibit drafting when persons over 18446744073709551614 because "Nobody?";
scenario "Not in a header" { given use drafting, lawful, persons is 1; expect permitted; }
)";

std::string header(contract const& c, bool outcomes = true)
{
    redline::header_options options;
    options.name = {{"acme"}, "desk"};
    options.made_by = "redline 0";
    options.made_from = "desk.redline";
    options.outcomes = outcomes;
    return redline::header_of(c.rules, options);
}

bool says(std::string const& all, std::string_view part) { return all.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a generated header says what it is, and is the same every time", "[emit]")
{
    contract const c = load(text);
    REQUIRE(c.ok);
    std::string const made = header(c);
    INFO(made);
    CHECK(made.find("// Made by redline 0 from desk.redline.") == 0);
    CHECK(says(made, "// \"Desk \"A\" \xC3\xA9\" version 18446744073709551615, sha256:"));
    CHECK(says(made, "#pragma once\n"));
    CHECK(says(made, "static_assert(::redline::generated_format == 1,"));
    CHECK(says(made,
               "inline constexpr ::redline::generated_contract<desk_contract::data> desk{};\n}  // namespace acme"));
    CHECK(!says(made, "Not in a header"));
    CHECK(says(made, R"(Desk \"A\" \303\251)"));
    CHECK(says(made, R"(Letters\nand notes\011\\)"));
    for (char const byte : made.substr(made.find("#pragma"))) CHECK((byte == '\n' || (byte >= ' ' && byte <= '~')));
    contract const again = load(text);
    CHECK(header(again) == made);
}

TEST_CASE("a header without a table of outcomes", "[emit]")
{
    contract const c = load(text);
    REQUIRE(c.ok);
    CHECK(says(header(c), "outcomes() noexcept"));
    std::string const made = header(c, false);
    CHECK(!says(made, "outcomes() noexcept"));
    CHECK(!says(made, "too large"));
}

TEST_CASE("a table of outcomes that is too large is left out, and the header says so", "[emit]")
{
    // Every subset of the numbers that differ leaves another function of what is not asked yet.
    std::string large = "contract \"Large\" version 1;\nuse u;\n";
    std::string terms = "1 permit all lawful uses;\n2 prohibit u when ";
    for (int i = 0; i < 16; ++i) {
        std::string const number = std::to_string(i);
        large += "fact a" + number + " is count;\n";
        terms += (i == 0 ? "" : " and ");
        terms += "(a" + number + " over 5 or b" + number + " over 5)";
    }
    for (int i = 0; i < 16; ++i) large += "fact b" + std::to_string(i) + " is count;\n";
    contract const c = load(large + terms + ";\n");
    REQUIRE(c.ok);
    redline::outcome_table_on_heap const table = redline::make_outcome_table(c.rules);
    std::string const made = header(c);
    bool const fits = !table.too_large() && table.bytes() <= redline::emit::outcomes_limit;
    CHECK(says(made, "outcomes() noexcept") == fits);
    CHECK(says(made, "// No table of outcomes: it is too large.") == !fits);
}

TEST_CASE("a text that is longer than compilers like", "[emit]")
{
    std::string const reason(70'000, 'x');
    contract const c = load("contract \"Long\" version 1;\nuse u;\n1 permit all lawful uses;\n2 prohibit u because \"" +
                            reason + "\";\n");
    REQUIRE(c.ok);
    CHECK(says(header(c), "#pragma clang diagnostic ignored \"-Woverlength-strings\"\n"));
    CHECK(!says(header(load(text)), "#pragma clang"));
}

TEST_CASE("text as string literals and in comments", "[emit]")
{
    using redline::emit::in_comment;
    using redline::emit::string_literal;
    CHECK(string_literal("") == "\"\"");
    CHECK(string_literal("a\"\\\n") == R"("a\"\\\n")");
    CHECK(string_literal(std::string_view{"\0001", 2}) == R"("\0001")");
    CHECK(string_literal("\x7F\xFF") == R"("\177\377")");
    std::string const long_one = string_literal(std::string(250, 'x'));
    CHECK(std::count(long_one.begin(), long_one.end(), '\n') == 2);
    CHECK(in_comment("a\nb\x7F\t\xC3\xA9\xE2\x80\x8E\xE2\x81\xA6\xE2\x82\xAC") == "a b  \xC3\xA9??\xE2\x82\xAC");
    CHECK(in_comment("\xE2") == "\xE2");
}
