// A contract in plain English: its sentences, and that nothing of a contract is left out.
// REDLINE_CONTRACTS makes the run shorter or longer.
#include "redline/explain.hpp"
#include "conformance/texts.hpp"
#include "oracle/generate.hpp"
#include "oracle/print.hpp"
#include "support/catch.hpp"

#include <set>

namespace {

using namespace redline_test;
using redline::explanation;
using strings = std::vector<std::string>;

/// An explanation with the contract that it is of.
struct explained {
    contract of;
    explanation said;

    explicit explained(std::string_view text, redline::markup as = redline::markup::plain)
        : of{load(text)}, said{redline::explain(of.rules, of.scenarios, as)}
    {
        INFO(dump(of.diagnostics));
        REQUIRE(of.ok);
    }
    std::string term(std::string_view label) const
    {
        for (auto const& s : said.sections)
            for (auto const& t : s.terms)
                if (t.label == label) return t.meaning;
        return "no term " + std::string{label};
    }
    std::string name(std::string_view name) const
    {
        for (auto const& g : said.vocabulary)
            for (auto const& n : g.names)
                if (n.name == name) return n.meaning;
        return "no name " + std::string{name};
    }
};

/// Everything of an explanation that is a sentence, or several.
strings sentences(explanation const& e)
{
    strings all{e.in_effect};
    auto const add = [&](strings const& some) { all.insert(all.end(), some.begin(), some.end()); };
    add(e.reading);
    for (auto const& g : e.vocabulary)
        for (auto const& n : g.names) all.push_back(n.meaning);
    for (auto const& s : e.sections)
        for (auto const& t : s.terms) {
            all.push_back(t.meaning);
            if (!t.citing.empty()) all.push_back(t.citing);
        }
    for (auto const& c : e.chains) {
        add(c.steps);
        add(c.rules);
    }
    add(e.assertions);
    return all;
}

void check_sentence(std::string const& s)
{
    INFO(s);
    REQUIRE(!s.empty());
    CHECK(s.back() == '.');
    CHECK(s.find("  ") == std::string::npos);
    CHECK(s.find(" .") == std::string::npos);
    CHECK(s.find(" ,") == std::string::npos);
    CHECK(s.find(",,") == std::string::npos);
    CHECK(s.find("..") == std::string::npos);
    CHECK(s.find("``") == std::string::npos);
    CHECK(std::count(s.begin(), s.end(), '`') % 2 == 0);
    CHECK(std::count(s.begin(), s.end(), '(') == std::count(s.begin(), s.end(), ')'));
    bool const lower = s.front() >= 'a' && s.front() <= 'z';
    CHECK(!lower);
}

constexpr char const* head = R"(contract "T" version 1;
    party agency; party vendor "Model provider"; role counsel of agency; role ombuds independent "Nobody's."; role clerk of agency;
    use weapons "Weapons"; use weapons.autonomous; use surveillance; use analysis;
    mission combat sensitive; mission combat.air "From above"; mission routine;
    fact oversight is level none < low < high from vendor; fact network is one of open, secret, closed;
    fact persons is count "How many"; fact keeping is duration; fact data is any of faces, voices; fact urgent is flag from counsel;
    safeguard filter; safeguard switch is level down < up; evidence paper from vendor valid 180 days; evidence note from counsel;
    event incident; authority act "An *act*" as amended; authority directive "Directive 7" as of 2023-01-25;
    define guarded as oversight at least low or network is open;
    signoff review { stage s: counsel; } signoff board { stage s: ombuds; }
    1 permit all lawful uses;
)";
std::string with(std::string const& terms) { return head + terms; }

}  // namespace

TEST_CASE("explain: terms", "[explain]")
{
    explained const e{with(R"(
        2.1 prohibit weapons.autonomous unless guarded citing directive, act because "A person\ndecides.";
        2.2 prohibit surveillance, weapons except weapons.autonomous when data has any of faces, voices and urgent unless waived by board;
        2.3 restrict all uses except analysis when mission is combat to signed by review or (urgent and asked of review);
        2.4 require paper within 90 days, note, filter at least tested for all uses when mission is sensitive;
        2.5 trigger scale for surveillance, analysis when persons over 10_000 pause for review with paper;
        2.6 permit analysis when lawful and not urgent;
        3.1 log all decisions to ombuds; 3.2 log permitted, exceptions to ombuds, agency within 3 days keep 7 years for weapons when urgent;
        3.3 audit by ombuds for weapons on 1 day notice; 3.4 audit by agency when urgent on 30 days notice;
        3.5 duty vendor paper every 365 days; 3.6 duty counsel filter within 10 days of incident;
        3.7 continuity weapons, analysis notice 90 days;)")};
    CHECK(e.term("1") == "Every use is permitted when it is `lawful`, so far as no other term of this contract stands "
                         "against it. This is the contract's baseline.");
    CHECK(e.term("2.1") == "The use `weapons.autonomous` is prohibited unless `guarded` is met.");
    CHECK(e.term("2.2") ==
          "The uses `surveillance` and `weapons`, other than `weapons.autonomous`, are prohibited when "
          "(`data` includes `faces` or `voices`) and `urgent` is true, unless the sign-off `board` has "
          "granted a waiver.");
    CHECK(e.term("2.3") ==
          "Every use other than `analysis` is restricted when the mission is `combat`: prohibited unless "
          "the sign-off `review` is complete or (`urgent` is true and the sign-off `review` has been "
          "asked for).");
    CHECK(e.term("2.4") ==
          "Every use requires, when the mission is sensitive, that `paper` is held and no older than 90 "
          "days, that `note` is held, and that `filter` is at least `tested`.");
    CHECK(e.term("2.5") ==
          "The trigger `scale`: when `persons` is above 10,000, the uses `surveillance` and `analysis` "
          "wait until the sign-off `review` is complete, and until `paper` is held and no older than 180 "
          "days.");
    CHECK(e.term("2.6") ==
          "The use `analysis` is permitted when the use is `lawful` and `urgent` is not true, so far as no "
          "other term stands against it.");
    CHECK(e.term("3.1") == "Every decision is reported to `ombuds`.");
    CHECK(e.term("3.2") ==
          "Of the decisions about the use `weapons`, every one that permits or rests on an exception, when "
          "`urgent` is true, is reported to `ombuds` and `agency` within 3 days, and the record is kept "
          "for 7 years.");
    CHECK(e.term("3.3") == "The role `ombuds` may audit the records of decisions about the use `weapons`, on 1 day's "
                           "notice.");
    CHECK(e.term("3.4") == "The party `agency` may audit the records of decisions when `urgent` is true, on 30 days' "
                           "notice.");
    CHECK(e.term("3.5") == "The party `vendor` provides the evidence `paper`, anew every year.");
    CHECK(e.term("3.6") == "The role `counsel` renews the safeguard `filter` within 10 days of the event `incident`.");
    CHECK(e.term("3.7") ==
          "A later version of this contract that narrows the uses `weapons` and `analysis` owes 90 days' "
          "notice.");
    auto const& cited = e.said.sections.front().terms[1];
    CHECK(cited.citing == "It cites Directive 7 (`directive`, as it stood on 25 January 2023) and An *act* (`act`, as "
                          "amended from time to time).");
    for (std::string const& s : sentences(e.said)) check_sentence(s);
}

TEST_CASE("explain: conditions", "[explain]")
{
    auto const condition = [](std::string const& c) {
        std::string const said = explained{with("2 prohibit analysis when " + c + ";")}.term("2");
        std::string const before = "The use `analysis` is prohibited when ";
        REQUIRE(said.substr(0, before.size()) == before);
        return said.substr(before.size(), said.size() - before.size() - 1);
    };
    CHECK(condition("not lawful") == "the use is not `lawful`");
    CHECK(condition("oversight is none") == "`oversight` is `none`");
    CHECK(condition("oversight is not none") == "`oversight` is not `none`");
    CHECK(condition("oversight at most low") == "`oversight` is at most `low`");
    CHECK(condition("not oversight at most low") == "it is not the case that (`oversight` is at most `low`)");
    CHECK(condition("network is any of open, secret") == "`network` is `open` or `secret`");
    CHECK(condition("network is not any of open, secret") == "`network` is none of `open` and `secret`");
    CHECK(condition("persons under 10^12") == "`persons` is below 10^12");
    CHECK(condition("keeping at least 1000 hours") == "`keeping` is at least 1000 hours");
    CHECK(condition("keeping over 1_000_000 days") == "`keeping` is above 1,000,000 days");
    CHECK(condition("not data has faces") == "`data` does not include `faces`");
    CHECK(condition("mission is not sensitive and use is not weapons") ==
          "the mission is not sensitive and the use is not `weapons`");
    CHECK(condition("date from 2027-01-01 and date before 2028-12-31") ==
          "the date is on or after 1 January 2027 and the date is before 31 December 2028");
    CHECK(condition("(urgent or lawful) and not (urgent and lawful)") ==
          "(`urgent` is true or the use is `lawful`) and it is not the case that (`urgent` is true and the use is "
          "`lawful`)");
    CHECK(condition("not not guarded") == "it is not the case that (it is not the case that (`guarded` is met))");
}

TEST_CASE("explain: the vocabulary", "[explain]")
{
    explained const e{with("")};
    CHECK(e.name("agency") == "Not described.");
    CHECK(e.name("vendor") == "Model provider.");
    CHECK(e.name("counsel") == "A role of `agency`.");
    CHECK(e.name("ombuds") == "Nobody's. An independent role.");
    CHECK(e.name("weapons.autonomous") == "A kind of `weapons`.");
    CHECK(e.name("combat") == "Sensitive.");
    CHECK(e.name("combat.air") == "From above. A kind of `combat`, and sensitive.");
    CHECK(e.name("oversight") ==
          "One of these levels, lowest first: `none`, `low`, `high`; counts only when attested by "
          "`vendor` or a role of it.");
    CHECK(e.name("urgent") == "True or false; counts only when attested by `counsel`.");
    CHECK(e.name("persons") == "How many. A number.");
    CHECK(e.name("data") == "Any of these, or none: `faces`, `voices`.");
    CHECK(e.name("filter") == "Its levels, lowest first: `absent`, `prototype`, `tested`, `validated`.");
    CHECK(e.name("paper") == "Given by `vendor`, of use for 180 days.");
    CHECK(e.name("act") == "An *act*, as amended from time to time.");
    CHECK(e.name("guarded") == "Met when `oversight` is at least `low` or `network` is `open`.");
    explained const marked{with(""), redline::markup::markdown};
    CHECK(marked.name("act") == "An \\*act\\*, as amended from time to time.");
}

TEST_CASE("explain: sign-off chains as steps", "[explain]")
{
    explained const e{R"(contract "T" version 1 effective from 2026-01-01 before 2028-01-01;
        party p; role a of p; role b of p; role c independent; role d of p; fact f is flag; fact g is flag; use u;
        1 permit all lawful uses; 2 restrict u to signed by chief;
        3 prohibit u when f unless waiver;
        define waiver as waived by chief;
        signoff chief { stage first: a within 2 days; stage second: 2 of a, b, c within 1 day; stage third: all of a, b;
          stage fourth: any of a, c; late: escalate to two; signers distinct; not by d; deputy d for a;
          rests on f, g; valid 30 days; revocable by p, c; }
        signoff two { stage only: 3 signers of b; refusal: refuse; asker may sign; valid once; signers distinct; })"};
    REQUIRE(e.said.chains.size() == 2);
    auto const& one = e.said.chains[0];
    CHECK(one.opening == "Terms 2 and 3 speak of it. Whoever asks opens it. It has 4 stages, which run in this order:");
    CHECK(one.steps == strings{"`first`: `a` signs within 2 days of the opening of this stage.",
                               "`second`: 2 of `a`, `b` and `c` sign within 1 day of the opening of this stage.",
                               "`third`: both `a` and `b` sign.", "`fourth`: one of `a` or `c` signs."});
    CHECK(one.rules ==
          strings{
              "If the time of a stage is up before it is complete, the matter goes on to the sign-off `two`, in a case "
              "of its own, whose end is the end of this one.",
              "If so many refuse that a stage can no longer be completed, the sign-off is refused.",
              "What was signed here does not count in the case that it goes on to. Whoever is barred here is barred "
              "there too, and so is whoever has signed here; the shorter of the two validities holds.",
              "Whoever asks may neither sign nor refuse.", "Nobody who acts as `d` in the case may sign or refuse.",
              "Nobody may sign in more than one stage.", "A person in the role `d` may act in the place of `a`.",
              "While it is open or complete, `p` or `c` may revoke it.",
              "It is void when the use or the mission changes, or when `f` or `g` changes or becomes known.",
              "Once complete, it is valid for 30 days, and must then be asked for again."});
    auto const& two = e.said.chains[1];
    CHECK(two.opening == "No term speaks of it. Whoever asks opens it. It has one stage:");
    CHECK(two.steps == strings{"`only`: 3 different persons in the role `b` sign."});
    CHECK(two.rules ==
          strings{"If anybody who may sign refuses, the sign-off is refused.", "Whoever asks may sign.",
                  "Nobody may sign who has signed in the sign-off that went on to this one.",
                  "It is void when the use or the mission changes, or when any fact of the request changes or becomes "
                  "known.",
                  "Once complete, it can be used for one permission, and must then be asked for again."});
    CHECK(e.said.in_effect ==
          "The contract is in effect from 1 January 2026, and only before 1 January 2028. On any other "
          "day nothing is permitted under it.");
}

TEST_CASE("explain: assertions", "[explain]")
{
    explained const e{with(R"(2 prohibit weapons.autonomous; 3 restrict analysis when urgent to signed by review;
        assert never permitted for weapons.autonomous; assert always prohibited for weapons.autonomous when urgent;
        assert never permitted for analysis when urgent without signed by review, waived by board;
        assert never permitted for all uses except analysis when not lawful;
        assert always attainable for analysis when lawful;)")};
    CHECK(
        e.said.assertions ==
        strings{
            "The use `weapons.autonomous` is never permitted.",
            "The use `weapons.autonomous` is always prohibited when `urgent` is true.",
            "The use `analysis` is never permitted when `urgent` is true, unless the sign-off `review` is complete or "
            "the sign-off `board` has granted a waiver.",
            "No use other than `analysis` is ever permitted when the use is not `lawful`.",
            "The use `analysis` can always come to be permitted when the use is `lawful`."});
}

TEST_CASE("explain: what terms come to stands beside those that can make a request wait", "[explain]")
{
    explained const e{with("2 restrict weapons to signed by review; 3 prohibit analysis when urgent;")};
    auto const& terms = e.said.sections.front().terms;
    REQUIRE(terms.size() == 3);
    CHECK(terms[0].effects.empty());
    REQUIRE(terms[1].effects.size() == 1);
    CHECK(terms[1].effects[0].uses.empty());
    CHECK(terms[1].effects[0].prohibits.any_of.at(0).text == "review refused");
    CHECK(terms[1].effects[0].pauses.any_of.at(0).text == "review not asked or opened");
    CHECK(terms[2].effects.empty());
}

namespace {

/// Whether every term, section, declared name and chain of a contract stands in its explanation.
void check_whole(redline::rule_set const& r, explanation const& e)
{
    std::set<std::string> names, labels, sections;
    std::string all;
    for (auto const& g : e.vocabulary)
        for (auto const& n : g.names) names.insert(n.name);
    for (auto const& s : e.sections) {
        if (!s.label.empty()) sections.insert(s.label);
        for (auto const& t : s.terms) {
            labels.insert(t.label);
            all += t.meaning + "\n";
        }
    }
    for (auto const& c : e.chains) names.insert(c.name);
    auto const check = [&](auto const& entries, auto const& name) {
        for (auto const& entry : entries) {
            INFO(name(entry));
            CHECK(names.count(std::string{name(entry)}) == 1);
        }
    };
    auto const by_name = [&](auto const& entry) { return r(entry.name); };
    auto const by_path = [&](auto const& entry) { return r(entry.path); };
    check(r.parties, by_name);
    check(r.roles, by_name);
    check(r.uses, by_path);
    check(r.missions, by_path);
    check(r.authorities, by_name);
    check(r.facts, by_name);
    check(r.safeguards, by_name);
    check(r.evidence, by_name);
    check(r.events, by_name);
    check(r.definitions, by_name);
    check(r.chains, by_name);
    CHECK(labels.size() == r.terms.size);
    CHECK(sections.size() == r.sections.size);
    for (auto const& t : r.triggers) CHECK(all.find("`" + std::string{r(t.name)} + "`") != std::string::npos);
    for (std::uint32_t c = 0; c < r.chains.size; ++c)
        CHECK(e.chains[c].steps.size() == r.chains[c].stages.last - r.chains[c].stages.first);
    for (std::string const& s : sentences(e)) check_sentence(s);
}

}  // namespace

TEST_CASE("explain: nothing of any conformance text is left out", "[explain]")
{
    unsigned contracts = 0;
    for (conformance_text const& t : conformance_texts()) {
        contract const c = t.load();
        if (!c.ok) continue;
        INFO(t.name());
        check_whole(c.rules, redline::explain(c.rules, c.scenarios));
        check_whole(c.rules, redline::explain(c.rules, c.scenarios, redline::markup::markdown));
        ++contracts;
    }
    CHECK(contracts > 80);
}

TEST_CASE("explain: nothing of random contracts is left out", "[explain]")
{
    std::size_t const contracts = number_from("REDLINE_CONTRACTS", 300);
    for (std::uint64_t seed = 1; seed <= contracts; ++seed) {
        std::mt19937_64 rng{seed};
        std::string const text = print(redline_oracle::generate_contract(rng));
        contract const c = load(text);
        INFO("seed " << seed << "\n" << text);
        REQUIRE(c.ok);
        check_whole(c.rules, redline::explain(c.rules, c.scenarios));
    }
}
