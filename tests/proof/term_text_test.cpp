// What a rule set says as contract text is loaded again to the very same rule set. REDLINE_CONTRACTS makes the random part
// shorter or longer.
#include "conformance/texts.hpp"
#include "oracle/generate.hpp"
#include "oracle/print.hpp"
#include "proof/reprint.hpp"
#include "support/catch.hpp"

#include <regex>

namespace {

using namespace redline_test;

/// A dump without what follows from where things stand in the text, and from its assertions.
std::string placeless(redline::rule_set const& rules)
{
    static std::regex const line{R"((term \S+) line \d+)"};
    static std::regex const others{"\n(digest|sizes:) .*"};
    return std::regex_replace(std::regex_replace(dump(rules), line, "$1"), others, "");
}

/// Whether a contract printed and loaded is the same, and printed again, the same text.
bool comes_back(redline::rule_set const& rules)
{
    std::string const text = reprint(rules);
    contract const again = load(text);
    bool const same = again.ok && placeless(again.rules) == placeless(rules) && reprint(again.rules) == text;
    INFO(text << "\n" << dump(again.diagnostics));
    INFO("due:\n" << placeless(rules) << "\ncame out:\n" << (again.ok ? placeless(again.rules) : ""));
    CHECK(same);
    return same;
}

std::size_t contracts() { return number_from("REDLINE_CONTRACTS", 1000); }

/// What a definition of something comes out as.
std::string condition(std::string const& text)
{
    contract const c = load("contract \"T\" version 1; use a; use a.b; mission m; mission m.n sensitive; party p;\n"
                            "role boss of p; fact x is flag; fact y is flag; fact z is flag; fact n is count;\n"
                            "fact t is duration; fact l is level low < high; fact o is one of red, green;\n"
                            "fact s is any of red, blue; safeguard g; evidence e from p valid 30 days;\n"
                            "evidence f from p; signoff c { stage only: boss; } define named as x;\n"
                            "1 permit nothing else; define d as " +
                            text + ";");
    INFO(text << "\n" << dump(c.diagnostics));
    REQUIRE(c.ok);
    std::string written;
    redline::condition_writer{c.rules, written}.condition(c.rules.definitions[1].condition);
    return written;
}

/// What a term comes out as.
std::string term(std::string const& text)
{
    contract const c = load("contract \"T\" version 1; use a; use b; party p; role boss of p; role aide of p;\n"
                            "fact x is flag; fact y is flag; safeguard g; evidence e from p; event fire;\n"
                            "authority act \"Act\" as amended; signoff c { stage only: boss; }\n"
                            "1 permit nothing else; 2 " +
                            text + ";");
    INFO(text << "\n" << dump(c.diagnostics));
    REQUIRE(c.ok);
    std::string written;
    redline::term_writer{c.rules, written}.statement(c.rules.terms[1]);
    return written;
}

}  // namespace

TEST_CASE("conditions have the fewest parentheses", "[proof]")
{
    for (std::string const same : {"x",
                                   "not x",
                                   "not not x",
                                   "x and y and z",
                                   "x and (y and z)",
                                   "x or (y or z)",
                                   "x or y and z",
                                   "(x or y) and z",
                                   "not (x or y) and z",
                                   "not (x and y)",
                                   "x and not (y or z and not x)",
                                   "named or x",
                                   "n over 10_000",
                                   "n at least 9999",
                                   "n is not 1_234_567",
                                   "t at most 90 days",
                                   "t is 0 days",
                                   "t under 36 hours",
                                   "l at least high",
                                   "l is not low",
                                   "not l at least high",
                                   "o is any of red, green",
                                   "o is not any of red, green",
                                   "not o is not red",
                                   "s has red",
                                   "not s has red",
                                   "s has any of red, blue",
                                   "mission is m.n",
                                   "mission is not sensitive",
                                   "use is not a.b",
                                   "date from 2026-03-01",
                                   "date before 2028-02-29",
                                   "e",
                                   "e within 1 day",
                                   "f within 2 years",
                                   "g at least tested",
                                   "signed by c or waived by c or asked of c"})
        CHECK(condition(same) == same);
}

TEST_CASE("a condition says what was resolved", "[proof]")
{
    CHECK(condition("(((x)))") == "x");
    CHECK(condition("(x and y) and z") == "x and y and z");
    CHECK(condition("(x and y) or (not (z))") == "x and y or not z");
    CHECK(condition("not mission is m") == "mission is not m");
    CHECK(condition("not (o is red)") == "o is not red");
    CHECK(condition("not not o is red") == "not o is not red");
    CHECK(condition("e within 30 days") == "e");
    CHECK(condition("e within 1000 days") == "e");
    CHECK(condition("f within 14 days") == "f within 14 days");
    CHECK(condition("f within 2 weeks") == "f within 14 days");
    CHECK(condition("t over 1440 minutes") == "t over 1 day");
    CHECK(condition("n over 100000") == "n over 100_000");
}

TEST_CASE("terms come out as they are written", "[proof]")
{
    for (std::string const same :
         {"permit a", "permit all uses except b when x", "prohibit a, b", "prohibit a when x unless waived by c",
          "restrict all uses except a, b when x to y or signed by c",
          "require e within 90 days, g at least tested for a when x", "require signed by c for all uses",
          "trigger big for a when x pause for c",
          "trigger big for a, b when x or y pause for c with e, g at least tested", "log all decisions to boss",
          "log paused, exceptions to boss, p within 3 days keep 7 years for a when x", "audit by p on 30 days notice",
          "audit by boss for all uses except a when x on 12 hours notice", "duty p e every 180 days",
          "duty boss g within 10 days of fire", "continuity a, b notice 90 days",
          R"(prohibit a citing act because "A \"quoted\" word, a \\ and\na line, \u{7F} and é.")"})
        CHECK(term(same) == "2 " + same + ";");
    CHECK(term("log permitted, prohibited, exceptions, paused to p") == "2 log all decisions to p;");
    CHECK(term("log exceptions, paused to p") == "2 log paused, exceptions to p;");
    CHECK(term("audit by p for all uses on 2 weeks notice") == "2 audit by p on 14 days notice;");
}

TEST_CASE("chains come out as they are written", "[proof]")
{
    std::string const chains =
        "signoff review { stage first: any of a, b within 2 days; stage second: 2 of a, b, c; stage "
        "third: 3 signers of a; stage last: all of b, c within 5 days; late: escalate to board; "
        "refusal: escalate to board; signers distinct; not by p, d; deputy e for a; deputy e for c; "
        "revocable by d, p; rests on x, lawful; asker may sign; valid 30 days; valid once; }\n"
        "signoff board { stage only: d; }\n";
    contract const c =
        load("contract \"T\" version 1; party p; role a independent; role b independent; role c independent;\n"
             "role d independent; role e independent; fact x is flag; use u; 1 permit nothing else;\n" +
             chains);
    INFO(dump(c.diagnostics));
    REQUIRE(c.ok);
    std::string written;
    redline::chain_writer writer{c.rules, written};
    for (auto const& chain : c.rules.chains) {
        writer.statement(chain);
        writer << "\n";
    }
    CHECK(written == chains);
}

TEST_CASE("every good text comes back from its rule set", "[proof]")
{
    std::size_t texts = 0;
    auto const check = [&](contract const& c, path const& from) {
        INFO(from.string());
        REQUIRE(c.ok);
        // What templates came to has names that no text can declare.
        for (redline::symbol const& s : c.rules.symbols)
            if (s.kind == redline::symbol_kind::template_) return;
        texts += comes_back(c.rules) ? 1u : 0u;
    };
    for (conformance_text const& t : conformance_texts())
        if (t.good) check(t.load(), t.file);
    for (auto const& folder : std::filesystem::recursive_directory_iterator{source_dir() / "examples/contracts"}) {
        if (!folder.is_directory()) continue;
        for (path const& file : files_in(folder.path(), {".redline"})) check(load(read_file(file)), file);
        for (path const& file : files_in(folder.path(), {".md"}))
            if (contract const c = load(read_file(file), engine::spirit, format::literate); c.ok) check(c, file);
    }
    for (path const& file : files_in(source_dir() / "tests/vectors", {".redline"})) check(load(read_file(file)), file);
    CHECK(texts > 100);
}

TEST_CASE("random contracts come back from their rule sets", "[proof]")
{
    for (std::uint64_t seed = 0; seed < contracts(); ++seed) {
        std::mt19937_64 rng{seed};
        std::string const text = print(redline_oracle::generate_contract(rng));
        contract const c = load(text);
        INFO("seed " << seed << "\n" << text);
        REQUIRE(c.ok);
        if (!comes_back(c.rules)) break;
    }
}
