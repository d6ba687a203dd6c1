// `redline explain-error`, and the page that it is made from: every code is on it, and every example gives its code.
#include "conformance/texts.hpp"
#include "amendment.hpp"
#include "explain_error/code_entry.hpp"
#include "support/catch.hpp"
#include "tools/command.hpp"

#include <set>

using namespace redline_test;
using redline::tool::all_codes;
using redline::tool::code_entry;

namespace {

std::multiset<std::string> codes_given(std::string const& text)
{
    std::multiset<std::string> codes;
    redline::tool::source const file{"example.redline", text, false};
    if (redline::tool::is_amendment(file)) {
        redline::tool::source const base{"examples.redline", redline::tool::contract_of_examples(), false};
        for (auto const& w : redline::tool::consolidate(base, {file}).wrong) codes.insert(w.found.code);
        return codes;
    }
    for (auto const& d : load(text, engine::spirit, format::plain, warnings::yes).diagnostics)
        codes.insert(std::string{redline::text::text_of(d.is).view()});
    return codes;
}

}  // namespace

TEST_CASE("explain-error: every example of docs/diagnostics.md gives its code, and mended does not", "[tools]")
{
    unsigned examples = 0;
    for (code_entry const& e : all_codes()) {
        INFO(e.code << ": " << e.example << " -> " << e.mended);
        CHECK(!e.meaning.empty());
        CHECK(!e.about.empty());
        if (!e.example_is_text) continue;
        ++examples;
        // The contract in front of the examples has warnings of its own.
        std::string const text = redline::tool::whole_example(e, e.example);
        std::size_t const in_front =
            text == e.example + "\n" ? 0 : codes_given(redline::tool::contract_of_examples()).count(e.code);
        CHECK(codes_given(text).count(e.code) > in_front);
        if (!e.mended_is_text) continue;
        std::multiset<std::string> const left = codes_given(redline::tool::whole_example(e, e.mended));
        CHECK(left.count(e.code) <= in_front);
        for (std::string const& code : left) CHECK(code.substr(0, 4) == "RL09");
    }
    CHECK(examples > 40);
}

TEST_CASE("explain-error: says what the page says, and what `check` says", "[tools]")
{
    ran const r = run({"explain-error", "RL0301"});
    CHECK(r.status == 0);
    CHECK(r.messages.empty());
    CHECK(r.out.find(
              "RL0301 unknown_name\n\nA name or path is not declared.\n\nFor example:\n\n"
              "    2 prohibit weapons when urgnt;\n\nexample.redline:25:25: error RL0301: `urgnt` is not declared") ==
          0);
    CHECK(r.out.find("\nMended:\n\n    2 prohibit weapons when urgent;\n") != std::string::npos);
    for (char const* const same : {"rl0301", "301", "RL301", "unknown_name"})
        CHECK(run({"explain-error", same}).out == r.out);
    CHECK(run({"explain-error", "RL0906"}).out.find("RL0906 mixed_and_or (a warning)\n") == 0);
    CHECK(run({"explain-error", "RL0801"}).out.find("    a file of 20 MiB\n") != std::string::npos);
}

TEST_CASE("explain-error: every code can be asked for, and is listed", "[tools]")
{
    std::string const list = run({"explain-error"}).out;
    std::set<std::string> given;
    for (conformance_text const& t : conformance_texts())
        for (auto const& d : t.load().diagnostics) given.insert(std::string{redline::text::text_of(d.is).view()});
    CHECK(given.size() > 50);
    for (std::string const& code : given) {
        INFO(code);
        CHECK(list.find("  " + code + "  ") != std::string::npos);
        ran const r = run({"explain-error", code});
        CHECK(r.status == 0);
        CHECK(r.out.find("For example:\n") != std::string::npos);
    }
}

TEST_CASE("explain-error: a code that there is not", "[tools]")
{
    ran const near = run({"explain-error", "unknwon_name"});
    CHECK(near.status == 2);
    CHECK(near.messages == "redline explain-error: there is no code `unknwon_name`; did you mean `unknown_name`?\n");
    CHECK(run({"explain-error", "nothing like it"}).messages ==
          "redline explain-error: there is no code `nothing like it`; without a code, all are listed\n");
}

TEST_CASE("check: SARIF names each rule, and says what it is about", "[tools]")
{
    json const log = json::parse(run({"check", "--format", "sarif", "-"}, "contract \"T\" version 1;\nuse a.b;\n").out);
    json const& rules = log["runs"][0]["tool"]["driver"]["rules"];
    REQUIRE(rules.size() == 2);
    CHECK(rules[0]["id"] == "RL0304");
    CHECK(rules[0]["shortDescription"]["text"].get<std::string>().find("A use or a mission stands below") == 0);
    CHECK(rules[1]["name"] == "no_baseline");
    for (json const& result : log["runs"][0]["results"]) {
        CHECK(result["level"] == "error");
        std::size_t const index = result["ruleIndex"];
        CHECK(rules.at(index)["id"] == result["ruleId"]);
    }
}
