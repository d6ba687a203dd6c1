// The canonical layout: what it looks like, and that it changes nothing but white space.
// REDLINE_SENTENCES makes the generated part shorter or longer.
#include "conformance/texts.hpp"
#include "sentences/mutate.hpp"
#include "support/catch.hpp"
#include "support/layout_items.hpp"

#include "redline/text/layout.hpp"

#include <regex>

namespace {

using namespace redline_test;
using redline::lay_out;
using redline::text_format;

text_format format_of(path const& file)
{
    return file.extension() == ".md" ? text_format::literate : text_format::plain;
}

/// The layout of any text whose characters can be read, be it a contract or not.
std::string assembled(taken_apart const& of) { return redline::text::layout::assembled(of.text, of.list); }

/// Lays a text out, be it a contract or not, and checks all that has to hold of any.
std::string checked_layout(std::string_view text, text_format as = text_format::plain)
{
    taken_apart const before{text, as};
    REQUIRE(before.clean);
    std::string const out = assembled(before);
    taken_apart const after{out, as};
    INFO("text:\n" << text << "\nlaid out:\n" << out);
    CHECK(after.clean);
    CHECK(before.kept() == after.kept());
    CHECK(before.prose() == after.prose());
    CHECK(assembled(after) == out);
    return out;
}

/// What a contract came to, without the lines that it stands on.
std::string dump_without_lines(contract const& c)
{
    return std::regex_replace(dump(c.rules, c.scenarios), std::regex{" line [0-9]+"}, "");
}

redline_sentences::grammar const& normative()
{
    static redline_sentences::grammar const g =
        redline_sentences::read_ebnf_file((source_dir() / "grammar/redline.ebnf").string());
    return g;
}
std::size_t sentences() { return number_from("REDLINE_SENTENCES", 3000); }

}  // namespace

TEST_CASE("layout: every kind of sentence", "[layout]")
{
    std::string const text = R"(
redline 1 ;

contract"All"version 1 effective from 2026-01-01 before 2028-01-01;


# parties
party agency"The Department" ; party v "Vendor"; # who sells
role counsel of agency "Counsel"; role inspector independent"Nobody's"; role lead of v;
authority act "An act"as amended; authority directive "A directive" as of 2023-01-25;
use weapons "Weapons"; use weapons.autonomous "By themselves";
use logistics;

mission combat sensitive "Force"; mission routine "Every day";
fact lawful is flag from counsel "It is lawful";
fact oversight is level none<low<high;
safeguard filter; safeguard switch is level none < manual < automatic "Stops it";
evidence red_team from v valid 180 days "A report";
evidence review_note from counsel "A note";
event incident;
define guarded as oversight at least low or(not lawful and persons over 10_000);
section 1 "Baseline";
1 permit all lawful uses;
2.1 prohibit weapons.autonomous unless guarded citing directive because "A person decides.";
2.2 trigger large for all uses when persons over 10^6 pause for review with red_team within 90 days, review_note;
2.3 restrict weapons when mission is combat and oversight at least low and persons over 10_000 or date before 2027-01-01 and persons over 100 to signed by review or (lawful and asked of review);
2.10 require red_team within 30 days, filter at least tested for weapons, logistics when mission is sensitive;
3 log paused, exceptions to inspector within 3 days keep 7 years for all uses except logistics;
4 audit by inspector on 30 days notice; 5 duty v red_team every 180 days;
6 continuity logistics notice 90 days;
signoff review { stage safety : lead within 2 days ; stage legal: 2 of counsel, inspector, lead; late: escalate to top; refusal: refuse; signers distinct;

  # nobody signs for themselves
  not by lead; valid 30 days; } # the review
signoff top{stage only:2 signers of inspector;valid once;}
scenario "One"{given use weapons,mission combat,data has a and b,not lawful,red_team aged 12 days;expect paused by 2.1,2.2 pending review logged by 3;}
assert never permitted for weapons when mission is combat without signed by review;)";
    std::string const expected = R"(redline 1;

contract "All" version 1 effective from 2026-01-01 before 2028-01-01;

# parties
party agency "The Department";
party v      "Vendor"; # who sells
role counsel   of agency   "Counsel";
role inspector independent "Nobody's";
role lead      of v;
authority act       "An act" as amended;
authority directive "A directive" as of 2023-01-25;
use weapons            "Weapons";
use weapons.autonomous "By themselves";
use logistics;

mission combat  sensitive "Force";
mission routine           "Every day";
fact lawful    is flag from counsel "It is lawful";
fact oversight is level none < low < high;
safeguard filter;
safeguard switch is level none < manual < automatic "Stops it";
evidence red_team    from v       valid 180 days "A report";
evidence review_note from counsel                "A note";
event incident;
define guarded as oversight at least low or (not lawful and persons over 10_000);
section 1 "Baseline";
1     permit all lawful uses;
2.1   prohibit weapons.autonomous unless guarded
      citing directive
      because "A person decides.";
2.2   trigger large for all uses when persons over 10^6
      pause for review with red_team within 90 days, review_note;
2.3   restrict weapons
      when mission is combat and oversight at least low and persons over 10_000
        or date before 2027-01-01 and persons over 100
      to signed by review or (lawful and asked of review);
2.10  require red_team within 30 days, filter at least tested for weapons, logistics when mission is sensitive;
3     log paused, exceptions to inspector within 3 days keep 7 years for all uses except logistics;
4     audit by inspector on 30 days notice;
5     duty v red_team every 180 days;
6     continuity logistics notice 90 days;
signoff review {
  stage safety: lead within 2 days;
  stage legal:  2 of counsel, inspector, lead;
  late:    escalate to top;
  refusal: refuse;
  signers distinct;

  # nobody signs for themselves
  not by lead;
  valid 30 days;
} # the review
signoff top {
  stage only: 2 signers of inspector;
  valid once;
}
scenario "One" {
  given use weapons, mission combat, data has a and b, not lawful, red_team aged 12 days;
  expect paused by 2.1, 2.2 pending review logged by 3;
}
assert never permitted for weapons when mission is combat without signed by review;
)";
    CHECK(checked_layout(text) == expected);
    redline::laid_out_text const out = lay_out(text);
    for (auto const& d : out.diagnostics) UNSCOPED_INFO(redline_test::dump(d));
    CHECK(out.ok);
    CHECK(out.text == expected);
}

TEST_CASE("layout: drafts", "[layout]")
{
    std::string const library =
        R"(import   "doctrine.redline";template rail(uses_,age){role x independent;evidence report from x;1.10 require report within age for uses_;
1.2 prohibit uses_ because"No.";}
7 apply rail(weapons.autonomous,90 days,"text")citing act;)";
    CHECK(checked_layout(library) == R"(import "doctrine.redline";
template rail(uses_, age) {
  role x independent;
  evidence report from x;
  1.10  require report within age for uses_;
  1.2   prohibit uses_
        because "No.";
}
7  apply rail(weapons.autonomous, 90 days, "text")
   citing act;
)");
    std::string const amendment = R"(amendment "Second" to "T" version 1 makes 2 effective from 2027-01-01;
strike 2.1;strike use weapons;replace 2.2 with prohibit weapons unless waived by board citing act because "Changed.";
insert 2.3 permit analysis when lawful because "New.";use training;)";
    CHECK(checked_layout(amendment) == R"(amendment "Second" to "T" version 1 makes 2 effective from 2027-01-01;
strike 2.1;
strike use weapons;
replace 2.2 with prohibit weapons unless waived by board
        citing act
        because "Changed.";
insert 2.3 permit analysis when lawful
       because "New.";
use training;
)");
}

TEST_CASE("layout: lines are filled to 120 columns, counted in characters", "[layout]")
{
    std::string const name(60, 'a'), other(43, 'b');
    CHECK(checked_layout("1 prohibit " + name + ", " + other + ";") == "1  prohibit " + name + ", " + other + ";\n");
    CHECK(checked_layout("1 prohibit " + name + ", " + other + "b, c;") ==
          "1  prohibit " + name + ", " + other + "b,\n   c;\n");
    // 104 characters, and 144 bytes
    std::string umlauts;
    for (unsigned i = 0; i != 40; ++i) umlauts += "\xC3\xBC";
    CHECK(checked_layout("fact a is flag from b \"" + umlauts + "\";") ==
          "fact a is flag from b \"" + umlauts + "\";\n");
}

TEST_CASE("layout: comments and blank lines within sentences", "[layout]")
{
    CHECK(checked_layout("2 prohibit # one\n\n  # two\n a,b\n; # three\n\n\n\nuse a # four\n;#\n") ==
          "2  prohibit # one\n   # two\n   a, b; # three\n\nuse a # four\n    ; #\n");
    CHECK(checked_layout("\n\n# only\n\n\n#   comments  \t\r\n") == "# only\n\n#   comments\n");
    CHECK(checked_layout("signoff r {\n\n\n # first\n\n stage a: b;\n\n\n # last\n\n }") ==
          "signoff r {\n  # first\n\n  stage a: b;\n\n  # last\n}\n");
    CHECK(checked_layout("") == "");
    CHECK(checked_layout(" \n\t\n") == "");
    CHECK(checked_layout("\xEF\xBB\xBFuse  a;") == "\xEF\xBB\xBFuse a;\n");
}

TEST_CASE("layout: a literate text keeps its prose, and the indentation of its fences", "[layout]")
{
    std::string const text =
        "# A\n\n*  prose  *  \n```redline\nuse a;use b\n```\nmore\n\n  ~~~ redline contract\n  \"what\""
        ";# c\n\n  1 permit\n  ~~~\n\n```text\nuse   c;\n```\n   ```redline\n\nall lawful uses;\n\n"
        "   ```\nend";
    CHECK(
        checked_layout(text, text_format::literate) ==
        "# A\n\n*  prose  *  \n```redline\nuse a;\nuse b\n```\nmore\n\n  ~~~ redline contract\n      \"what\"; # c\n\n"
        "  1  permit\n  ~~~\n\n```text\nuse   c;\n```\n   ```redline\n      all lawful uses;\n   ```\nend");
    CHECK(checked_layout("```redline\r\nuse  a;\r\n```\r\n", text_format::literate) ==
          "```redline\r\nuse a;\r\n```\r\n");
    CHECK(checked_layout("use a;\r\nuse b;\n") == "use a;\r\nuse b;\r\n");
    CHECK(checked_layout("no contract here", text_format::literate) == "no contract here");
}

TEST_CASE("layout: a text that cannot be read is refused, with every reason", "[layout]")
{
    redline::laid_out_text const out = lay_out("contract \"T\" version 1\nuse a;\n1 permit all;\nuse \xFF;");
    CHECK(!out.ok);
    CHECK(out.text.empty());
    CHECK(out.diagnostics.size() == 3);
    redline::laid_out_text const names = lay_out("contract \"T\" version 1; 1 permit everything when unknown;");
    CHECK(names.ok);
}

TEST_CASE("layout: every conformance text", "[layout]")
{
    unsigned laid = 0, refused = 0;
    for (conformance_text const& t : conformance_texts()) {
        INFO(t.name());
        std::string const text = t.text();
        text_format const as = format_of(t.file);
        redline::laid_out_text const out = lay_out(text, as);
        taken_apart const apart{text, as};
        if (apart.clean) checked_layout(text, as);
        CHECK(out.ok == out.diagnostics.empty());
        if (!out.ok) {
            ++refused;
            CHECK(!t.good);
            CHECK(out.text.empty());
            continue;
        }
        ++laid;
        CHECK(out.text == assembled(apart));
        contract const before = t.load(), after = load(out.text, engine::spirit, t.as());
        CHECK(before.ok == after.ok);
        if (t.good) CHECK(dump_without_lines(before) == dump_without_lines(after));
        else CHECK(before.diagnostics.size == after.diagnostics.size);
        if (before.ok) CHECK(*before.rules.digest == *after.rules.digest);
    }
    CHECK(laid > 300);
    CHECK(refused > 200);
}

TEST_CASE("layout: the example contracts are laid out", "[layout]")
{
    for (char const* const folder : {"agreement", "dispute", "usage_policy"})
        for (path const& file : files_in(source_dir() / "examples/contracts" / folder, {".redline", ".md"})) {
            INFO(file.string());
            CHECK(lay_out(read_file(file), format_of(file)).text == read_file(file));
        }
}

TEST_CASE("layout: sentences of the whole grammar, drafts included", "[layout]")
{
    std::size_t readable = 0;
    for (std::uint64_t seed = 1; seed <= sentences(); ++seed) {
        INFO("seed " << seed);
        redline_sentences::generate_options options;
        options.odd = 0;
        if (seed % 2 == 0) options.rare.clear();
        std::string const text = redline_sentences::generator{normative(), seed, options}.sentence();
        std::string const out = checked_layout(text);
        // Layout is a function of tokens, comments and blank lines, however they were laid out before.
        std::mt19937_64 random{seed};
        std::string const otherwise = taken_apart{text}.scrambled(random);
        INFO("scrambled:\n" << otherwise);
        CHECK(checked_layout(otherwise) == out);
        redline::laid_out_text const laid = lay_out(text);
        if (laid.ok) CHECK(laid.text == out);
        readable += laid.ok ? 1 : 0;
    }
    CHECK(readable > sentences() / 4);
}

TEST_CASE("layout: damaged texts, comments among them, lose nothing", "[layout]")
{
    auto const texts = conformance_texts();
    std::size_t clean = 0;
    for (std::uint64_t seed = 1; seed <= sentences(); ++seed) {
        conformance_text const& t = texts[seed % texts.size()];
        INFO("seed " << seed << ", " << t.name());
        redline_sentences::mutator damaged{seed, normative()};
        std::string const text = damaged(t.text(), 1 + seed % 3);
        redline::laid_out_text const laid = lay_out(text, format_of(t.file));
        taken_apart const apart{text, format_of(t.file)};
        if (!apart.clean) {
            CHECK(!laid.ok);
            continue;
        }
        ++clean;
        std::string const out = checked_layout(text, format_of(t.file));
        if (laid.ok) CHECK(laid.text == out);
        if (format_of(t.file) == text_format::literate || text.find('\r') != std::string::npos) continue;
        std::mt19937_64 random{seed};
        std::string const otherwise = apart.scrambled(random);
        INFO("scrambled:\n" << otherwise);
        CHECK(checked_layout(otherwise) == out);
    }
    CHECK(clean > sentences() / 3);
}
