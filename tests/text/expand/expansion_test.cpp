// What imports and templates come to: the expanded text, the digest, places in their own texts, and the limits.
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"

#include "redline/core/rule_set.hpp"

#include <map>
#include <string>

namespace {

using namespace redline_test;
using redline::text::code;

/// Loads a text whose imports are those of a map, by either engine: both must say the same.
contract load_of(std::string const& text, std::map<std::string, std::string> const& imports = {})
{
    redline::load_options options;
    options.name = "main";
    options.imports = [&](std::string_view written, std::string_view) {
        redline::imported_source got;
        auto const found = imports.find(std::string{written});
        got.found = found != imports.end();
        got.name = written;
        if (got.found) got.text = found->second;
        else got.why = "none";
        if (written.size() > 3 && written.substr(written.size() - 3) == ".md")
            got.format = redline::text_format::literate;
        return got;
    };
    contract const one = load(text, options);
    contract const other = load(text, options, engine::walker);
    CHECK(dump(one.diagnostics) == dump(other.diagnostics));
    CHECK(one.expanded == other.expanded);
    return one;
}
contract load_good(std::string const& text, std::map<std::string, std::string> const& imports = {})
{
    contract const c = load_of(text, imports);
    INFO(dump(c.diagnostics) << c.expanded);
    REQUIRE(c.ok);
    return c;
}

std::string const header = "contract \"T\" version 1;\n";
std::string const doctrine = header + "use weapons;\n9 prohibit weapons;\n";

}  // namespace

TEST_CASE("a text without imports and templates is not expanded", "[text]")
{
    std::string const text = header + "1 permit nothing else;\n";
    contract const c = load_good(text);
    CHECK(c.map.empty());
    CHECK(c.expanded == text);
    CHECK(c.sources.size == 1);
}

TEST_CASE("the digest is over the tokens as written, each import's in place of its statement", "[text]")
{
    contract const importing = load_good(header + "import \"d\";\n1 permit nothing else;", {{"d", doctrine}});
    // The same tokens in one text make no contract, so the digest is compared with that of other layouts.
    contract const spaced = load_good(header + "# a comment\nimport   \"d\" ;\n\n1 permit nothing\nelse;",
                                      {{"d", "# a comment\n" + doctrine + "# at the end"}});
    CHECK(*importing.rules.digest == *spaced.rules.digest);
    contract const elsewhere = load_good(header + "import \"other\";\n1 permit nothing else;", {{"other", doctrine}});
    CHECK(*importing.rules.digest == *elsewhere.rules.digest);
    contract const changed = load_good(header + "import \"d\";\n1 permit nothing else;",
                                       {{"d", doctrine + "scenario \"s\" { given use weapons; expect paused; }"}});
    CHECK(*importing.rules.digest != *changed.rules.digest);
    contract const literate = load_good(header + "import \"d.md\";\n1 permit nothing else;",
                                        {{"d.md", "# Doctrine\n```redline\n" + doctrine + "```\n"}});
    CHECK(*importing.rules.digest == *literate.rules.digest);
    contract const twice = load_good(header + "import \"d\"; import \"d\";\n1 permit nothing else;", {{"d", doctrine}});
    CHECK(*importing.rules.digest == *twice.rules.digest);

    redline::sha256 by_hand;
    for (char const ch :
         std::string_view{"contract \"T\" version 1 ; contract \"T\" version 1 ; use weapons ; 9 prohibit "
                          "weapons ; 1 permit nothing else ;"})
        by_hand.add(ch);
    CHECK(by_hand.finish() == *importing.rules.digest);
}

TEST_CASE("templates count in the digest as they are written, not as they are applied", "[text]")
{
    std::string const text = header + "use a; 1 permit nothing else; template t(x) { 1 prohibit x; } 2 apply t(a);";
    redline::sha256 by_hand;
    for (char const ch :
         std::string_view{"contract \"T\" version 1 ; use a ; 1 permit nothing else ; template t ( x ) { 1 "
                          "prohibit x ; } 2 apply t ( a ) ;"})
        by_hand.add(ch);
    CHECK(by_hand.finish() == *load_good(text).rules.digest);
}

TEST_CASE("sources are listed in the order in which they are reached", "[text]")
{
    contract const c =
        load_good(header + "import \"a\"; import \"b\"; 1 permit nothing else;",
                  {{"a", header + "import \"c\"; use first;"}, {"b", doctrine}, {"c", header + "use second;"}});
    REQUIRE(c.sources.size == 4);
    CHECK(c.sources[0].name == "main");
    CHECK(c.sources[1].name == "a");
    CHECK(c.sources[2].name == "b");
    CHECK(c.sources[3].name == "c");
    CHECK(c.sources[3].text == header + "use second;");
    // In the text, what `a` imports stands before what `a` declares.
    REQUIRE(c.rules.uses.size == 3);
    CHECK(c.rules(c.rules.uses[0].path) == "second");
    CHECK(c.rules(c.rules.uses[1].path) == "first");
    CHECK(c.rules(c.rules.uses[2].path) == "weapons");
}

TEST_CASE("every character of an expanded text leads back to where it was written", "[text]")
{
    std::string const imported =
        header + "use weapons;\ntemplate t(kinds, why) {\n  fact seen is flag;\n  1 prohibit kinds when seen because "
                 "why;\n}\n";
    contract const c =
        load_good(header + "1 permit nothing else;\nimport \"d\";\n5 apply t(weapons, \"Why.\");\n", {{"d", imported}});
    auto const where = [&](std::string_view word, std::size_t from = 0) {
        auto const at = static_cast<std::uint32_t>(c.expanded.find(word, from));
        return dump(c.map.located(at, static_cast<std::uint32_t>(word.size())));
    };
    CHECK(where("permit nothing") == "2:3+14");
    CHECK(where("use weapons") == "import 1, 2:1+11");
    CHECK(where("5/seen") == "import 1, 4:8+4");
    CHECK(where("prohibit") == "import 1, 5:5+8");
    CHECK(where("5.1") == "import 1, 5:3+1");
    CHECK(where("\"Why.\"") == "4:20+6");
    CHECK(where("weapons when") == "4:11+7");
}

TEST_CASE("without a reader, and for one that finds nothing, an import is refused", "[text]")
{
    contract const c = load(header + "import \"d\"; 1 permit nothing else;", redline::load_options{});
    REQUIRE(c.diagnostics.size == 1);
    CHECK(c.diagnostics[0].is == code::import_not_read);
    CHECK(!c.ok);
    CHECK(load_of(header + "import \"d\"; 1 permit nothing else;").diagnostics[0].is == code::import_not_read);
}

TEST_CASE("so many texts may be imported, and no more", "[text]")
{
    for (unsigned const count : {redline::imports_limit, redline::imports_limit + 1}) {
        std::map<std::string, std::string> imports;
        std::string text = header;
        for (unsigned i = 0; i < count; ++i) {
            std::string const name = "n" + std::to_string(i);
            text += "import \"" + name + "\";\n";
            imports[name] = header + "use " + name + ";";
        }
        contract const c = load_of(text + "1 permit nothing else;", imports);
        CHECK(c.ok == (count == redline::imports_limit));
        if (!c.ok) CHECK(c.diagnostics[0].is == code::too_many_imports);
    }
    // A chain of imports is as long as there are texts.
    std::map<std::string, std::string> chain;
    for (unsigned i = 0; i < redline::imports_limit; ++i)
        chain["n" + std::to_string(i)] = header + "import \"n" + std::to_string(i + 1) + "\";";
    chain["n" + std::to_string(redline::imports_limit - 1)] = header + "use last;";
    CHECK(load_of(header + "import \"n0\"; 1 permit nothing else;", chain).ok);
}

TEST_CASE("imports of more than 16 MiB together are refused", "[text]")
{
    std::string const large = header + std::string(std::size_t{9} << 20, ' ');
    contract const c =
        load_of(header + "import \"a\"; import \"b\"; 1 permit nothing else;", {{"a", large}, {"b", large}});
    REQUIRE(c.diagnostics.size == 1);
    CHECK(c.diagnostics[0].is == code::too_many_imports);
}

TEST_CASE("expansions stop before they are too much", "[text]")
{
    auto const is_too_large = [](std::string const& text) {
        contract const c = load_of(header + "use a; 1 permit nothing else;\n" + text);
        return c.diagnostics.size == 1 && c.diagnostics[0].is == code::expansion_too_large;
    };
    auto const nested = [](unsigned depth, unsigned times, std::string const& first) {
        std::string text = "template t0() { " + first + " }\n";
        for (unsigned i = 1; i <= depth; ++i) {
            text += "template t" + std::to_string(i) + "() {";
            for (unsigned n = 1; n <= times; ++n)
                text += " " + std::to_string(n) + " apply t" + std::to_string(i - 1) + "();";
            text += " }\n";
        }
        return text + "5 apply t" + std::to_string(depth) + "();";
    };
    CHECK(is_too_large(nested(25, 2, "")));               // too many
    CHECK(is_too_large(nested(31, 2, "1 prohibit a;")));  // of anything
    CHECK(is_too_large(nested(40, 1, "1 prohibit a;")));  // too deep
    CHECK(load_good(header + "use a; 1 permit nothing else;\n" + nested(31, 1, "1 prohibit a;")).ok);
    // Characters: a reason of 2 KiB, 20,000 times.
    CHECK(is_too_large(nested(9, 3, "1 prohibit a because \"" + std::string(2048, 'x') + "\";")));
    // One argument, in many places; one long label, before many terms; many authorities, of many terms.
    std::string places, labels, cites;
    for (unsigned i = 0; i < 20'000; ++i) places += std::to_string(i) + " prohibit a because x; ";
    std::string const reason(std::size_t{1} << 16, 'x');
    CHECK(is_too_large("template t(x) { " + places + "} 5 apply t(\"" + reason + "\");"));
    labels = "5";
    for (unsigned i = 0; i < 20'000; ++i) labels += ".5";
    CHECK(is_too_large("template t(x) { " + places + "} " + labels + " apply t(\"\");"));
    for (unsigned i = 0; i < 20'000; ++i) cites += i == 0 ? "law" : ", law";
    CHECK(is_too_large("template t(x) { " + places + "} 5 apply t(\"\") citing " + cites + ";"));
    std::string parameters = "p";
    for (unsigned i = 0; i < 64; ++i) parameters += ", p" + std::to_string(i);
    CHECK(is_too_large("template t(" + parameters + ") { 1 prohibit p; }"));
    // A template of many words, each compared with many declarations, in vain.
    std::string wide;
    for (unsigned i = 0; i < 40'000; ++i) wide += "fact f" + std::to_string(i) + " is flag; ";
    CHECK(is_too_large("template t() { " + wide + "} 5 apply t();"));
}

TEST_CASE("more than a thousand templates are refused", "[text]")
{
    std::string text = header + "1 permit nothing else;\n";
    for (unsigned i = 0; i < 1024; ++i) text += "template t" + std::to_string(i) + "() {}\n";
    CHECK(load_of(text).ok);
    contract const c = load_of(text + "template last() {}");
    REQUIRE(c.diagnostics.size == 1);
    CHECK(c.diagnostics[0].is == code::expansion_too_large);
}

TEST_CASE("what is wrong in a template is told once, however often it is applied", "[text]")
{
    std::string text = header + "use a; 1 permit nothing else; template t(x) { 1 prohibit x when nope; }\n";
    for (unsigned i = 2; i < 500; ++i) text += std::to_string(i) + " apply t(a);\n";
    contract const c = load_of(text);
    REQUIRE(c.diagnostics.size == 1);
    CHECK(dump(c.diagnostics[0].where) == "2:65+4");
    CHECK(dump(c.diagnostics[0].applied) == "3:1+9");
}

TEST_CASE("a vocabulary that is imported need not be used whole", "[text]")
{
    redline::load_options options;
    options.warnings = redline::warnings_wanted::yes;
    options.imports = [](std::string_view, std::string_view) {
        redline::imported_source got;
        got.found = true;
        got.name = "d";
        got.text = header + "party p; party q; event outage;\n";
        return got;
    };
    std::string const text =
        header + "import \"d\"; event other_outage; 1 permit nothing else; 2 log all decisions to p;";
    contract const c = load(text, options);
    REQUIRE(c.ok);
    REQUIRE(c.diagnostics.size == 1);
    CHECK(c.diagnostics[0].is == code::unused_name);
    CHECK(c.diagnostics[0].subject == "other_outage");
}
