// What each changed term changes: alone, only with others, not at all, or nothing that others don't make up for.
#include "redline/core/proof/attribution.hpp"
#include "redline/core/proof/words_missions.hpp"
#include "support/catch.hpp"
#include "support/load.hpp"

#include <optional>

namespace {

using namespace redline_test;

/// A draft of terms over a small vocabulary, compared with another; each term in a line.
class drafts {
public:
    drafts(std::string const& before, std::string const& after, std::string const& header_after = {})
        : was_{load(head("") + before)}, is_{load(head(header_after) + after)}
    {
        REQUIRE(was_.ok);
        REQUIRE(is_.ok);
        compared_.emplace(was_.rules, is_.rules, redline::proof::budget{});
        changed_.emplace(*compared_);
        REQUIRE(changed_->complete());
    }
    /// `2 struck: weapons permitted -> prohibited alone; …`, a line for each changed term.
    std::string said() const
    {
        std::string text;
        for (redline::changed_term const& t : changed_->terms()) {
            text += name(t) + ":";
            for (redline::term_effect const& e : t.effects) {
                redline::outcome_change const& c = compared_->outcomes().changes()[e.change];
                text += " " + use(c.proof->requests(), c.use) + " " + went(c.from, c.to);
                text += e.with.empty() ? " alone" : e.alone == 0 ? " with" : " alone or with";
                for (std::uint32_t const w : e.with) text += " " + name(changed_->terms()[w]);
                text += ";";
            }
            for (redline::outcome_without const& o : t.alone)
                text += " made alone " + use(o.proof->requests(), o.use) + " " + went(o.is, o.would) + ";";
            for (redline::outcome_without const& o : t.left_out)
                text += " left out " + use(o.proof->requests(), o.use) + " " + went(o.is, o.would) + ";";
            text += "\n";
        }
        return text;
    }

private:
    static std::string head(std::string const& days)
    {
        return "redline 1; contract \"Draft\" version 1 " + days +
               ";\nparty agency; use weapons; fact urgent is flag; fact calm is flag; evidence paper from agency;\n";
    }
    std::string name(redline::changed_term const& t) const
    {
        std::string const label{changed_->label(t)};
        return (label.empty() ? label : label + " ") + std::string{redline::name_of(t.kind)};
    }
    static std::string use(redline::proof::space const& in, std::uint32_t u)
    {
        return redline::proof::name_of_kind(in, redline::name_space::uses, in.uses[u]);
    }
    static std::string went(redline::outcome from, redline::outcome to)
    {
        return std::string{redline::name_of(from)} + " -> " + std::string{redline::name_of(to)};
    }

    contract was_, is_;
    std::optional<redline::contract_comparison> compared_;
    std::optional<redline::changed_terms> changed_;
};

std::string said(std::string const& before, std::string const& after, std::string const& days = {})
{
    return drafts{before, after, days}.said();
}

}  // namespace

TEST_CASE("a term that changes outcomes by itself")
{
    CHECK(said("1 permit all lawful uses; 2 prohibit weapons when urgent;", "1 permit all lawful uses;") ==
          "2 struck: weapons prohibited -> permitted alone;\n");
    CHECK(said("1 permit all lawful uses;", "1 permit all lawful uses; 2 require paper for weapons;") ==
          "2 added: weapons permitted -> paused alone;\n");
    CHECK(said("1 permit nothing else; 2 permit weapons when lawful;",
               "1 permit nothing else; 2 permit weapons when lawful and urgent;") ==
          "2 changed: weapons permitted -> prohibited alone;\n");
}

TEST_CASE("terms that change outcomes only together")
{
    // Each prohibition suffices, so that both had to go.
    CHECK(said("1 permit all lawful uses; 2 prohibit weapons; 3 prohibit weapons when urgent;",
               "1 permit all lawful uses;") == "2 struck: weapons prohibited -> permitted alone or with 3 struck;\n"
                                               "3 struck: weapons prohibited -> permitted with 2 struck;\n");
    // Each permit suffices, so that either will do, beside the prohibition that had to go.
    CHECK(said("1 permit nothing else; 2 prohibit weapons;",
               "1 permit nothing else; 3 permit weapons; 4 permit weapons;") ==
          "2 struck: weapons prohibited -> permitted with 3 added 4 added;\n"
          "3 added: weapons prohibited -> permitted with 2 struck;\n"
          "4 added: weapons prohibited -> permitted with 2 struck;\n");
    // Each permit covered, so that both had to go.
    CHECK(said("1 permit nothing else; 2 permit weapons; 3 permit weapons when urgent;", "1 permit nothing else;") ==
          "2 struck: weapons permitted -> prohibited alone or with 3 struck;\n"
          "3 struck: weapons permitted -> prohibited with 2 struck;\n");
}

TEST_CASE("what prohibits twice over needs neither of the two")
{
    CHECK(said("1 permit all lawful uses;", "1 permit all lawful uses; 2 prohibit weapons; 3 prohibit weapons;") ==
          "2 added: weapons permitted -> prohibited alone;\n3 added: weapons permitted -> prohibited alone;\n");
    // A permit that became a prohibition does alone what losing both permits would take; losing the other does nothing.
    CHECK(said("1 permit nothing else; 2 permit weapons; 3 permit weapons;",
               "1 permit nothing else; 2 prohibit weapons;") ==
          "2 changed: weapons permitted -> prohibited alone;\n3 struck:\n");
}

TEST_CASE("changes that change nothing, and those that others make up for")
{
    CHECK(said("1 permit all lawful uses; 2 prohibit weapons when urgent;",
               "1 permit all lawful uses; 2 prohibit weapons when not not urgent;") == "2 changed:\n");
    CHECK(said("1 permit all lawful uses; 2 prohibit weapons;",
               "1 permit all lawful uses; 2 prohibit weapons because \"A person decides.\";") == "2 changed:\n");
    CHECK(said("1 permit all lawful uses; 2 prohibit weapons;", "1 permit all lawful uses; 3.1 prohibit weapons;") ==
          "3.1 renumbered:\n");
    CHECK(said("1 permit all lawful uses; 2 prohibit weapons;",
               "1 permit all lawful uses; 3 prohibit weapons when urgent; 4 prohibit weapons when not urgent;") ==
          "2 struck: made alone weapons prohibited -> permitted;\n"
          "3 added: left out weapons prohibited -> permitted;\n"
          "4 added: left out weapons prohibited -> permitted;\n");
    CHECK(
        said("1 permit all lawful uses; 2 prohibit weapons;", "1 permit all lawful uses; 2 prohibit weapons;").empty());
}

TEST_CASE("a term whose words mean something else, and the header's days")
{
    std::string const terms = "1 permit all lawful uses; 2 prohibit weapons unless at_ease;";
    CHECK(said("define at_ease as calm; " + terms, "define at_ease as calm and urgent; " + terms) ==
          "2 redeclared: weapons permitted -> prohibited alone;\n");
    std::string const plain = "1 permit weapons; 2 permit nothing else;";
    CHECK(said(plain, plain, "effective from 2026-03-01") == "days: weapons permitted -> prohibited alone;\n");
    CHECK(said("1 permit nothing else; 2 permit weapons;", "1 permit nothing else;", "effective from 2026-03-01") ==
          "2 struck: weapons permitted -> prohibited alone;\ndays: weapons permitted -> prohibited alone;\n");
}

TEST_CASE("terms are matched by label and text, then by text, then by label")
{
    contract const was = load("contract \"A\" version 1; use a; use b; use c;\n"
                              "1 permit all lawful uses; 2 prohibit a; 3 prohibit b; 4 prohibit c;");
    contract const is = load("contract \"A\" version 2; use a; use b; use c;\n"
                             "1 permit all lawful uses; 2 prohibit b; 4 prohibit c; 5 prohibit a, b;");
    REQUIRE((was.ok && is.ok));
    auto const all = redline::match_terms(was.rules, is.rules, [](redline::term_kind) { return true; });
    using match = redline::term_match;
    CHECK(all == std::vector<match>{{0, 0}, {1, redline::none}, {2, 1}, {3, 2}, {redline::none, 3}});
}

TEST_CASE("what takes more than the budget is said, and is no answer")
{
    std::string const head = "contract \"A\" version 1; use a; fact p is flag; fact q is flag; fact r is flag;\n";
    contract const was = load(head + "1 permit all lawful uses; 2 prohibit a when p and q or q and r;");
    contract const is = load(head + "1 permit all lawful uses; 2 prohibit a when p and r or q and not r;");
    REQUIRE((was.ok && is.ok));
    redline::contract_comparison const whole = redline::compare(was.rules, is.rules);
    REQUIRE(whole.complete());
    redline::contract_comparison const same = redline::compare(was.rules, was.rules);
    CHECK(redline::changed_terms{same, {1024, 10}}.complete());  // nothing to look for
    contract const more = load(head + "1 permit all lawful uses; 2 prohibit a when p and q or q and r; "
                                      "3 prohibit a when p and q and r;");
    REQUIRE(more.ok);
    redline::contract_comparison const idle = redline::compare(was.rules, more.rules);
    CHECK(idle.verdict() == redline::comparison_verdict::equivalent);
    CHECK(redline::changed_terms{idle}.complete());
    CHECK_FALSE(redline::changed_terms{idle, {1024, 5}}.complete());
}
