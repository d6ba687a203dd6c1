// What two contracts say differently beside their outcomes; and what keeps them from being compared. REDLINE_CONTRACTS makes
// the random part shorter or longer.
#include "oracle/generate_small.hpp"
#include "oracle/mutate.hpp"
#include "oracle/print.hpp"
#include "redline/core/proof/differences.hpp"
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

#include <algorithm>

namespace {

using namespace redline_test;
using lines = std::vector<std::string>;

contract loaded(std::string const& text)
{
    contract c = load(text);
    INFO(text << "\n" << dump(c.diagnostics));
    REQUIRE(c.ok);
    return c;
}

std::string line_of(redline::difference const& d)
{
    std::string text =
        std::string{name_of(d.kind)} + (d.name.empty() ? "" : " " + d.name) + " " + std::string{name_of(d.change)};
    if (!d.before.empty() || !d.after.empty()) text += ": " + d.before + " -> " + d.after;
    return text + (d.effect == redline::difference_effect::neither ? "" : " (" + std::string{name_of(d.effect)} + ")");
}
lines lines_of(std::vector<redline::difference> const& all)
{
    lines result;
    for (redline::difference const& d : all) result.push_back(line_of(d));
    return result;
}

constexpr char const* header = "contract \"T\" version 1;\n";
constexpr char const* vocabulary = "party agency; party vendor; role boss of agency; role aide of agency; role judge "
                                   "independent;\nuse work; use play; mission calm; fact lawful is flag;\n";
constexpr char const* baseline = "1 permit all lawful uses;\n";

/// The differences of two contracts that share a header, a vocabulary and a baseline.
lines between(std::string const& before, std::string const& after)
{
    std::string const shared = std::string{header} + vocabulary + baseline;
    contract const was = loaded(shared + before);
    contract const is = loaded(shared + after);
    return lines_of(redline::differences_between(was.rules, is.rules));
}

/// The stages and rules of a chain `c`.
std::string chain(std::string const& rules)
{
    return "signoff c { " + rules +
           " } signoff d { stage s: boss; } signoff e { stage s: judge; }\n"
           "fact x is flag; fact y is flag;";
}

std::string incomparable(std::string const& before, std::string const& after)
{
    std::string const shared = std::string{header} + "use work; 1 permit all lawful uses; ";
    contract const was = loaded(shared + before);
    contract const is = loaded(shared + after);
    std::string text;
    write_incomparable(text, redline::incomparable_names(was.rules, is.rules), was.rules, is.rules);
    return text;
}

}  // namespace

TEST_CASE("a header differs in title, version and effective dates", "[proof]")
{
    std::string const rest = std::string{"use work;"} + baseline;
    auto const differ = [&](std::string const& before, std::string const& after) {
        contract const was = loaded("contract " + before + ";" + rest);
        contract const is = loaded("contract " + after + ";" + rest);
        return lines_of(redline::differences_between(was.rules, is.rules));
    };
    CHECK(differ("\"A\" version 1", "\"A\" version 1").empty());
    CHECK(differ("\"A\" version 1", "\"The \\\"B\\\"\" version 10") ==
          lines{"title changed: \"A\" -> \"The \\\"B\\\"\"", "version changed: 1 -> 10"});
    CHECK(differ("\"A\" version 1", "\"A\" version 1 effective from 2026-03-01") ==
          lines{"effective added:  -> from 2026-03-01"});
    CHECK(differ("\"A\" version 1 effective from 2026-03-01 before 2028-03-01", "\"A\" version 1") ==
          lines{"effective dropped: from 2026-03-01 before 2028-03-01 -> "});
    CHECK(differ("\"A\" version 1 effective from 2026-03-01 before 2028-03-01",
                 "\"A\" version 1 effective from 2026-03-01") ==
          lines{"effective changed: from 2026-03-01 before 2028-03-01 -> from 2026-03-01"});
}

TEST_CASE("declarations differ by name, whatever their order and description", "[proof]")
{
    CHECK(between("party a; role r of a; use u; use u.v; fact f is flag; event e;",
                  "event e; fact f is flag \"F\"; use u \"U\"; use u.v; party a \"A\"; role r of a \"R\";")
              .empty());
    CHECK(between("party a; role r of a; use u; use u.v; mission m; event e;", "") ==
          lines{"party a dropped", "role r dropped: of a -> ", "use u dropped", "use u.v dropped", "mission m dropped",
                "event e dropped"});
    CHECK(between("",
                  "role r independent; authority o \"Act\" as amended; mission m; mission m.n sensitive; fact f is one "
                  "of b, a from agency; evidence e from boss valid 2 weeks; safeguard s; define z as f is a;") ==
          lines{"role r added:  -> independent", "authority o added:  -> \"Act\" as amended", "mission m added",
                "mission m.n added:  -> sensitive", "fact f added:  -> is one of b, a from agency",
                "evidence e added:  -> from boss valid 14 days",
                "safeguard s added:  -> is level absent < prototype < tested < validated",
                "definition z added:  -> f is a"});
    CHECK(between("role r of agency;", "role r of vendor;") == lines{"role r changed: of agency -> of vendor"});
    CHECK(between("authority o \"Act\" as of 2023-01-25;", "authority o \"Act\" as of 2024-01-25;") ==
          lines{"authority o changed: \"Act\" as of 2023-01-25 -> \"Act\" as of 2024-01-25"});
    CHECK(between("authority o \"Act\" as of 2023-01-25;", "authority o \"Acts\" as amended;") ==
          lines{"authority o changed: \"Act\" as of 2023-01-25 -> \"Acts\" as amended"});
    // What lies below a mission changes with it.
    CHECK(between("mission m; mission m.n;", "mission m sensitive; mission m.n;") ==
          lines{"mission m changed:  -> sensitive", "mission m.n changed:  -> sensitive"});
    CHECK(between("define z as not work_is; define work_is as use is work;",
                  "define z as not work_is; define work_is as use is play;") ==
          lines{"definition work_is changed: use is work -> use is play"});
    CHECK(between("define z as (lawful);", "define z as lawful;").empty());
    // A name that now stands for something else.
    CHECK(between("fact f is flag;", "event f;") == lines{"fact f dropped: is flag -> ", "event f added"});
    // A trigger's name; that outcomes differ is not told here.
    CHECK(between("2 trigger t for work when lawful pause for c; signoff c { stage s: boss; }",
                  "2 trigger t2 for play when lawful pause for c; signoff c { stage s: boss; }") ==
          lines{"trigger t dropped", "trigger t2 added"});
}

TEST_CASE("who attests a fact or gives evidence has an effect", "[proof]")
{
    CHECK(between("fact f is flag;", "fact f is flag from boss;") ==
          lines{"fact f changed: is flag -> is flag from boss (narrower)"});
    CHECK(between("fact f is flag from boss;", "fact f is flag;") ==
          lines{"fact f changed: is flag from boss -> is flag (wider)"});
    CHECK(between("fact f is flag from boss;", "fact f is flag from agency;") ==
          lines{"fact f changed: is flag from boss -> is flag from agency (both)"});
    CHECK(between("evidence e from boss valid 1 day;", "evidence e from vendor valid 2 days;") ==
          lines{"evidence e changed: from boss valid 1 day -> from vendor valid 2 days (both)"});
    CHECK(between("evidence e from boss;", "evidence e from boss valid 2 days;") ==
          lines{"evidence e changed: from boss -> from boss valid 2 days"});
    CHECK(between("party a; party b; evidence e from b valid 1 day;",
                  "party b; party a; evidence e from b valid 2 days;") ==
          lines{"evidence e changed: from b valid 1 day -> from b valid 2 days"});
    // Values in another order: what keeps two contracts from being compared is listed, without an effect.
    CHECK(between("fact f is any of a, b;", "fact f is any of b, a;").empty());
    CHECK(between("fact f is level a < b;", "fact f is level b < a;") ==
          lines{"fact f changed: is level a < b -> is level b < a"});

    std::string const undeclared = "contract \"T\" version 1; party p; use u; 1 permit all lawful uses;";
    contract const was = loaded(undeclared);
    contract const same = loaded(undeclared + "fact lawful is flag;");
    contract const is = loaded(undeclared + "fact lawful is flag from p;");
    CHECK(redline::differences_between(was.rules, same.rules).empty());
    CHECK(lines_of(redline::differences_between(was.rules, is.rules)) ==
          lines{"fact lawful changed: is flag -> is flag from p (narrower)"});

    // Attested under one spelling, by a role that was a party.
    contract const party = loaded(undeclared + "party q; fact f is flag from q;");
    contract const role = loaded(undeclared + "role q of p; fact f is flag from q;");
    CHECK(lines_of(redline::differences_between(party.rules, role.rules)) ==
          lines{"party q dropped", "role q added:  -> of p"});
}

TEST_CASE("chains differ rule by rule", "[proof]")
{
    auto const differ = [](std::string const& before, std::string const& after) {
        return between(chain(before), chain(after));
    };
    std::string const stage = "stage s: boss; ";
    CHECK(differ(stage, stage).empty());
    CHECK(differ(stage, "stage s: boss within 2 days;") ==
          lines{"sign-off rule c changed: stage s: boss -> stage s: boss within 2 days"});
    CHECK(differ("stage s: any of boss, aide;", "stage s: all of boss, aide;") ==
          lines{"sign-off rule c changed: stage s: any of boss, aide -> stage s: all of boss, aide"});
    CHECK(differ(stage, "stage s: 2 signers of boss;") ==
          lines{"sign-off rule c changed: stage s: boss -> stage s: 2 signers of boss"});
    CHECK(differ(stage, "stage t: boss;") ==
          lines{"sign-off rule c dropped: stage s: boss -> ", "sign-off rule c added:  -> stage t: boss"});
    CHECK(differ("stage s: boss; stage t: judge;", "stage t: judge; stage s: boss; stage u: aide;") ==
          lines{"sign-off rule c changed: stages s, t -> stages t, s", "sign-off rule c added:  -> stage u: aide"});
    CHECK(differ(stage, stage + "late: escalate to d;") ==
          lines{"sign-off rule c changed: late: refuse -> late: escalate to d"});
    CHECK(differ(stage + "refusal: escalate to d;", stage + "refusal: escalate to e;") ==
          lines{"sign-off rule c changed: refusal: escalate to d -> refusal: escalate to e"});
    CHECK(differ(stage + "late: refuse; refusal: refuse;", stage).empty());
    CHECK(differ(stage, stage + "valid 30 days; valid once; signers distinct; asker may sign;") ==
          lines{"sign-off rule c added:  -> signers distinct", "sign-off rule c added:  -> asker may sign",
                "sign-off rule c added:  -> valid 30 days", "sign-off rule c added:  -> valid once"});
    CHECK(differ(stage + "valid 30 days;", stage + "valid 31 days;") ==
          lines{"sign-off rule c changed: valid 30 days -> valid 31 days"});
    CHECK(differ(stage + "not by aide, vendor; revocable by judge; rests on x;",
                 stage + "not by vendor; revocable by judge, boss; rests on x, y;") ==
          lines{"sign-off rule c changed: not by aide, vendor -> not by vendor",
                "sign-off rule c changed: revocable by judge -> revocable by judge, boss",
                "sign-off rule c changed: rests on x -> rests on x, y"});
    CHECK(differ(stage + "rests on x;", stage) == lines{"sign-off rule c dropped: rests on x -> "});
    CHECK(
        differ(stage + "deputy aide for boss;", stage + "deputy judge for boss;") ==
        lines{"sign-off rule c dropped: deputy aide for boss -> ", "sign-off rule c added:  -> deputy judge for boss"});
    // The order of names and rules means nothing.
    CHECK(differ("stage s: 2 of boss, aide, judge; not by vendor; not by aide, vendor; deputy aide for boss; rests on "
                 "x, y;",
                 "stage s: 2 of judge, boss, aide; rests on y; rests on x; deputy aide for boss; not by aide, vendor;")
              .empty());
    CHECK(between("", "signoff c { stage s: boss within 1 day; valid once; }") ==
          lines{"sign-off c added:  -> { stage s: boss within 1 day; valid once; }"});
    CHECK(between("signoff c { stage s: boss; }", "") == lines{"sign-off c dropped: { stage s: boss; } -> "});
}

TEST_CASE("terms that decide nothing differ by label", "[proof]")
{
    std::string const a = "log all decisions to boss;", b = "log paused to aide;", n = "log permitted to judge;";
    CHECK(between("2.1 " + a + "2.2 " + b, "2.2 " + b + "2.1 " + a).empty());
    CHECK(between("2.1 " + a, "2.1 " + b) ==
          lines{"log 2.1 changed: 2.1 log all decisions to boss -> 2.1 log paused to aide"});
    CHECK(between("2.1 " + a, "2.5 " + a) ==
          lines{"log 2.1 changed: 2.1 log all decisions to boss -> 2.5 log all decisions to boss"});
    // One inserted before others that move on.
    CHECK(between("2.1 " + a + "2.2 " + b, "2.1 " + n + "2.2 " + a + "2.3 " + b) ==
          lines{"log 2.1 changed: 2.1 log all decisions to boss -> 2.2 log all decisions to boss",
                "log 2.2 changed: 2.2 log paused to aide -> 2.3 log paused to aide",
                "log 2.1 added:  -> 2.1 log permitted to judge"});
    // Of two alike, one moved.
    CHECK(between("2.1 " + a + "2.2 " + a, "2.5 " + a) ==
          lines{"log 2.1 changed: 2.1 log all decisions to boss -> 2.5 log all decisions to boss",
                "log 2.2 dropped: 2.2 log all decisions to boss -> "});
    // Of two alike, the one that kept its label stays.
    CHECK(between("2.1 " + a + "2.2 " + a, "2.2 " + a) == lines{"log 2.1 dropped: 2.1 log all decisions to boss -> "});
    CHECK(
        between("2.1 log paused to boss;", "2.1 audit by boss on 1 day notice;") ==
        lines{"log 2.1 dropped: 2.1 log paused to boss -> ", "audit 2.1 added:  -> 2.1 audit by boss on 1 day notice"});
    CHECK(between("2.1 prohibit work;", "2.1 continuity work notice 90 days;") ==
          lines{"continuity 2.1 added:  -> 2.1 continuity work notice 90 days"});
    CHECK(between("3 log paused to boss within 3 days keep 7 years for work;",
                  "3 log paused to boss within 4 days keep 6 years for work, play;") ==
          lines{"log 3 changed: 3 log paused to boss within 3 days keep 7 years for work -> 3 log paused to boss "
                "within 4 days "
                "keep 6 years for work, play"});
    std::string const declared = "evidence e from vendor; event fire; event flood; ";
    CHECK(between(declared + "2 duty vendor e every 30 days; 3 duty vendor e within 1 day of fire;",
                  declared + "2 duty vendor e every 60 days; 3 duty vendor e within 1 day of flood;") ==
          lines{"duty 2 changed: 2 duty vendor e every 30 days -> 2 duty vendor e every 60 days",
                "duty 3 changed: 3 duty vendor e within 1 day of fire -> 3 duty vendor e within 1 day of flood"});
    CHECK(between("2 audit by boss for work when lawful on 30 days notice;", "2 audit by boss on 30 days notice;") ==
          lines{"audit 2 changed: 2 audit by boss for work when lawful on 30 days notice -> 2 audit by boss on 30 days "
                "notice"});
    // Sections, `citing` and `because` are no differences; nor are terms that permit or prohibit.
    CHECK(between("authority o \"Act\" as amended; 2 log paused to boss; 3 prohibit work;",
                  "authority o \"Act\" as amended; section 2 \"S\"; 2 log paused to boss citing o because \"So.\"; 4 "
                  "prohibit "
                  "play;")
              .empty());
}

TEST_CASE("facts and safeguards keep contracts from being compared", "[proof]")
{
    std::string const facts = "; facts whose type or values differ can't be compared";
    CHECK(incomparable("fact f is flag;", "fact f is flag;") == "");
    CHECK(incomparable("fact f is flag;", "fact g is count;") == "");
    CHECK(incomparable("fact f is flag;", "event f;") == "");
    CHECK(incomparable("fact f is flag;", "fact f is count;") ==
          "the fact `f` is declared as `flag` before and as `count` after" + facts);
    CHECK(incomparable("fact g is count; fact f is one of a, b;", "fact f is one of a, b, c; fact g is duration;") ==
          "the fact `g` is declared as `count` before and as `duration` after" + facts);
    CHECK(incomparable("fact f is one of a, b;", "fact f is one of a, b, c;") ==
          "the fact `f` is declared as `one of a, b` before and as `one of a, b, c` after" + facts);
    CHECK(incomparable("fact f is one of a, b;", "fact f is one of a, c;") ==
          "the fact `f` is declared as `one of a, b` before and as `one of a, c` after" + facts);
    CHECK(incomparable("fact f is one of a, b;", "fact f is any of a, b;") ==
          "the fact `f` is declared as `one of a, b` before and as `any of a, b` after" + facts);
    CHECK(incomparable("fact f is one of a, b;", "fact f is one of b, a;") == "");
    CHECK(incomparable("fact f is any of a, b, c;", "fact f is any of c, a, b;") == "");
    CHECK(incomparable("fact f is level a < b;", "fact f is level b < a;") ==
          "the fact `f` is declared as `level a < b` before and as `level b < a` after" + facts);
    CHECK(incomparable("safeguard s;", "safeguard s is level absent < prototype < tested < validated;") == "");
    CHECK(incomparable("safeguard s;", "safeguard s is level absent < tested;") ==
          "the safeguard `s` is declared as `level absent < prototype < tested < validated` before and as `level "
          "absent < "
          "tested` after; safeguards whose levels differ can't be compared");
    // Facts come first.
    CHECK(incomparable("safeguard s; fact f is flag;", "safeguard s is level a < b; fact f is count;") ==
          "the fact `f` is declared as `flag` before and as `count` after" + facts);
}

namespace {

namespace oracle = redline_oracle;

/// The names that two models declare differently, found without the library.
template <class T, class Name, class Same>
void expect(lines& to, std::string const& kind, std::vector<T> const& was, std::vector<T> const& is, Name const& name,
            Same const& same)
{
    auto const in = [&](std::vector<T> const& all, T const& one) {
        return std::find_if(all.begin(), all.end(), [&](T const& other) { return name(other) == name(one); });
    };
    for (T const& one : was) {
        auto const found = in(is, one);
        if (found == is.end()) to.push_back(kind + " " + name(one) + " dropped");
        else if (std::string const effect = same(one, *found); effect != "same")
            to.push_back(kind + " " + name(one) + " changed" + effect);
    }
    for (T const& one : is)
        if (in(was, one) == was.end()) to.push_back(kind + " " + name(one) + " added");
}
lines expected(oracle::contract const& was, oracle::contract const& is)
{
    lines to;
    auto const name = [](auto const& one) { return one.name; };
    auto const path = [](auto const& one) { return one.path; };
    auto const no_more = [](auto const&, auto const&) { return std::string{"same"}; };
    expect(to, "use", was.uses, is.uses, path, no_more);
    auto const sensitive = [](oracle::contract const& c, std::string const& of) {
        return std::any_of(c.missions.begin(), c.missions.end(), [&](oracle::mission const& m) {
            return m.sensitive && (of == m.path || of.starts_with(m.path + "."));
        });
    };
    expect(to, "mission", was.missions, is.missions, path, [&](oracle::mission const& a, oracle::mission const& b) {
        return std::string{sensitive(was, a.path) == sensitive(is, b.path) ? "same" : ""};
    });
    expect(to, "fact", all_facts(was), all_facts(is), name, [](oracle::fact const& a, oracle::fact const& b) {
        return std::string{a.from == b.from ? "same" : !a.from ? " narrower" : !b.from ? " wider" : " both"};
    });
    expect(to, "evidence", was.evidences, is.evidences, name, [](oracle::evidence const& a, oracle::evidence const& b) {
        return std::string{a.from != b.from ? " both" : a.valid == b.valid ? "same" : ""};
    });
    expect(to, "safeguard", was.safeguards, is.safeguards, name, no_more);
    expect(to, "sign-off", was.signoffs, is.signoffs, name, no_more);
    std::sort(to.begin(), to.end());
    return to;
}
/// The same of what the library lists.
lines listed(std::vector<redline::difference> const& all)
{
    using enum redline::difference_kind;
    lines to;
    for (redline::difference const& d : all) {
        if (d.kind != use && d.kind != mission && d.kind != fact && d.kind != evidence && d.kind != safeguard &&
            d.kind != redline::difference_kind::chain)
            continue;
        to.push_back(std::string{name_of(d.kind)} + " " + d.name + " " + std::string{name_of(d.change)} +
                     (d.effect == redline::difference_effect::neither ? "" : " " + std::string{name_of(d.effect)}));
    }
    std::sort(to.begin(), to.end());
    return to;
}

/// A difference seen from the other side.
redline::difference mirrored(redline::difference d)
{
    using redline::change_kind;
    using redline::difference_effect;
    std::swap(d.before, d.after);
    if (d.change != change_kind::changed)
        d.change = d.change == change_kind::added ? change_kind::dropped : change_kind::added;
    if (d.effect == difference_effect::narrower || d.effect == difference_effect::wider)
        d.effect = d.effect == difference_effect::narrower ? difference_effect::wider : difference_effect::narrower;
    return d;
}
/// The log terms of a contract as they are written.
lines logs_of(contract const& c)
{
    lines to;
    for (auto const& t : c.rules.terms) {
        if (t.kind != redline::term_kind::log) continue;
        to.push_back(std::string{c.rules(t.label)} + " ");
        redline::term_writer{c.rules, to.back()}.body(t);
    }
    return to;
}
std::string body_of(std::string const& term) { return term.substr(std::min(term.find(' '), term.size())); }

/// Where a difference stands in a list: rules of a chain stand among the chains.
redline::difference_kind place_of(redline::difference const& d)
{
    return d.kind == redline::difference_kind::chain_rule ? redline::difference_kind::chain : d.kind;
}
/// What a list holds in any order; a term that moved has its name from the side it is seen from.
lines unordered(std::vector<redline::difference> const& all)
{
    lines to;
    for (redline::difference d : all) {
        if (d.change == redline::change_kind::changed && d.kind >= redline::difference_kind::log) d.name.clear();
        to.push_back(line_of(d));
    }
    std::sort(to.begin(), to.end());
    return to;
}

}  // namespace

TEST_CASE("drafts differ in what the oracle says, and the same from either side", "[proof]")
{
    std::size_t const pairs = number_from("REDLINE_CONTRACTS", 2000);
    std::size_t differences = 0, effects = 0;
    for (std::uint64_t seed = 0; seed < pairs; ++seed) {
        std::mt19937_64 rng{seed};
        oracle::dice d{rng};
        oracle::contract const before = oracle::generate_small_contract(rng);
        oracle::contract const after = mutated(before, d);
        INFO("seed " << seed << "\n" << print(before) << "\n" << print(after));
        contract const was = loaded(print(before));
        contract const is = loaded(print(after));
        REQUIRE(redline::differences_between(was.rules, was.rules).empty());
        REQUIRE_FALSE(redline::incomparable_names(was.rules, is.rules));

        std::vector<redline::difference> const found = redline::differences_between(was.rules, is.rules);
        REQUIRE(listed(found) == expected(before, after));
        std::vector<redline::difference> back = redline::differences_between(is.rules, was.rules);
        for (redline::difference& one : back) one = mirrored(one);
        REQUIRE(unordered(back) == unordered(found));
        REQUIRE(std::is_sorted(found.begin(), found.end(),
                               [](auto const& x, auto const& y) { return place_of(x) < place_of(y); }));
        differences += listed(found).size();
        for (redline::difference const& one : found)
            effects += one.effect == redline::difference_effect::neither ? 0u : 1u;
    }
    CHECK(differences > pairs / 4);
    CHECK(effects > pairs / 40);
}

TEST_CASE("logs that move, come and go are each listed once", "[proof]")
{
    std::size_t const pairs = number_from("REDLINE_CONTRACTS", 2000) / 4;
    std::size_t moved = 0, changed = 0, gone = 0;
    for (std::uint64_t seed = 0; seed < pairs; ++seed) {
        std::mt19937_64 rng{seed};
        oracle::dice d{rng};
        oracle::contract before = oracle::generate_contract(rng);
        for (std::size_t i = d.below(4); i != 0; --i) insert_term(before, random_log(before, d), d);
        oracle::contract after = before;
        std::erase_if(after.terms, [&](oracle::term const& t) { return t.is_log() && d.percent(25); });
        for (oracle::term& t : after.terms)
            if (t.is_log() && d.percent(25)) t.keep = oracle::duration{d.between(8, 9), "years"};
        oracle::names const labels = oracle::random_labels(after.terms.size(), d);
        if (d.percent(50))
            for (std::size_t i = 0; i < labels.size(); ++i) after.terms[i].label = labels[i];
        for (std::size_t i = d.below(3); i != 0; --i) insert_term(after, random_log(after, d), d);
        INFO("seed " << seed << "\n" << print(before) << "\n" << print(after));
        contract const was = loaded(print(before));
        contract const is = loaded(print(after));

        std::vector<redline::difference> const found = redline::differences_between(was.rules, is.rules);
        std::vector<redline::difference> back = redline::differences_between(is.rules, was.rules);
        for (redline::difference& one : back) one = mirrored(one);
        REQUIRE(unordered(back) == unordered(found));
        // What is left when all that is listed is taken away, or put in its place, is the other contract.
        lines left = logs_of(was), due = logs_of(is);
        for (redline::difference const& one : found) {
            REQUIRE(one.kind == redline::difference_kind::log);
            if (one.change != redline::change_kind::added) REQUIRE(std::erase(left, one.before) == 1);
            if (one.change != redline::change_kind::dropped) left.push_back(one.after);
            bool const same_body = body_of(one.before) == body_of(one.after);
            moved += same_body ? 1u : 0u;
            changed += one.change == redline::change_kind::changed && !same_body ? 1u : 0u;
            gone += one.change == redline::change_kind::dropped ? 1u : 0u;
        }
        std::sort(left.begin(), left.end());
        std::sort(due.begin(), due.end());
        REQUIRE(left == due);
    }
    CHECK(moved > pairs / 4);
    CHECK(changed > pairs / 8);
    CHECK(gone > pairs / 8);
}
