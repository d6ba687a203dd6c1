// An independent oracle checks itself: cases whose answers are worked out by hand from the language's page.
#pragma once

#include "compare.hpp"
#include "how.hpp"
#include "parse.hpp"
#include "warnings.hpp"

#include <iostream>

namespace redline_oracle {

/// Counts what comes out otherwise.
class hand_made {
public:
    void expect(bool right, const std::string& what)
    {
        if (right) return;
        std::cout << "WRONG: " << what << "\n";
        ++wrong_;
    }
    void asserts(const std::string& text, const std::string& claim, bool right)
    {
        const parsed p = parse(text + "assert " + claim + ";");
        expect(holds(p.terms, p.assertions.front()) == right,
               claim + (right ? " holds of\n" : " is broken by\n") + text);
    }
    void compares(const std::string& before, const std::string& after, verdict right)
    {
        const comparison is = compare(parse(before).terms, parse(after).terms);
        expect(is.errors.empty() && is.overall == right,
               dump(right) + ", not " + dump(is.overall) + "\n" + before + "\n" + after);
    }
    void mends(const std::string& text, const request& r, const names& right)
    {
        const contract c = parse(text).terms;
        names found;
        for (const support& one : minimal_supports(smallest_ways(c, r))) found.push_back(dump(c, one));
        std::sort(found.begin(), found.end());
        expect(found == right, "ways " + dump(right) + ", not " + dump(found) + "\n" + text);
    }
    std::size_t wrong() const { return wrong_; }

private:
    std::size_t wrong_ = 0;
};

inline const std::string hand_made_head = "contract \"H\" version 1; party a; party v; role o of a; role p of a; "
                                          "role q of v; role i independent; use x; use x.y; use z; ";

inline void check_spaces(hand_made& h)
{
    const std::string some = hand_made_head + "mission m; mission m.n; fact k is count; fact idle is duration; "
                                              "evidence e from v valid 10 days; signoff s { stage d: o; } ";
    // x.y, x.other, z, unlisted; over 5: no, yes; e within 3 days: no, yes; s not complete, complete, refused; lawful:
    // no, yes. Nothing tells missions apart.
    h.expect(space_size(parse(some + "1 permit all lawful uses; 2 restrict x when k over 5 to e within 3 days or "
                                     "signed by s;")
                            .terms) == 4 * 2 * 2 * 3 * 2,
             "a space with everything");
    // A waiver not asked for and one refused are alike; so is what is older than `valid` and not held.
    h.expect(space_size(parse(some + "1 permit nothing else; 2 prohibit x unless waived by s or e;").terms) ==
                 4 * 3 * 2,
             "a space with a waiver");
}

inline void check_assertions(hand_made& h)
{
    const std::string c = hand_made_head + "evidence e from v valid 10 days; safeguard g; signoff s { stage d: o; } "
                                           "fact k is count; 1 permit all lawful uses; "
                                           "2 restrict x when k over 5 to e within 3 days or g at least tested; "
                                           "3 prohibit x.y unless waived by s; 4 require signed by s for z; ";
    h.asserts(c, "never permitted for x.y without waived by s", true);
    h.asserts(c, "never paused for x.y without waived by s", false);  // opened
    h.asserts(c, "always prohibited for all uses when not lawful", true);
    h.asserts(c, "always permitted for x except x.y when lawful and k at most 5", true);
    h.asserts(c, "always permitted for x except x.y when lawful and k at most 6", false);
    h.asserts(c, "never permitted for x when k over 5 without e within 4 days, g at least tested", true);
    h.asserts(c, "never permitted for x when k over 5 without e within 2 days, g at least tested", false);
    h.asserts(c, "always attainable for x, z when lawful", true);
    h.asserts(c, "always attainable for all uses", false);
    h.asserts(c, "always attainable for x except x.y when lawful without e", true);
    h.asserts(c, "always attainable for x except x.y when lawful without e within 2 days", true);  // 3 days, or g
    h.asserts(c, "always attainable for x except x.y when lawful without g at least tested", true);
    h.asserts(c, "always attainable for x except x.y when lawful without e within 3 days, g at least tested", false);
    h.asserts(c, "always attainable for x except x.y when lawful without e within 2 days, g at least tested", true);
    h.asserts(c, "always attainable for x.y when lawful without asked of s", false);
    h.asserts(c, "never prohibited for z when lawful", false);  // refused
    h.asserts(c, "never permitted for z when lawful without signed by s", true);
    h.asserts(c, "always paused for z without g at least absent", true);  // nothing is spoken of
}

inline void check_findings(hand_made& h)
{
    const findings f = find_warnings(
        parse(hand_made_head +
              "fact k is count; evidence e from v valid 10 days; evidence late from v valid 30 days; "
              "signoff s { stage d: o; } signoff t { stage d: any of o, p; deputy q for o; } signoff u { stage d: i; } "
              "1 permit all lawful uses; 2 prohibit x when k over 5; 3 prohibit x.y when k over 6; "
              "4 prohibit x when k over 5; 5 restrict z when k over 6 and k under 7 to signed by s; "
              "6 permit x.y when k over 9; 7 permit z when lawful and k is 3; 8 prohibit x unless lawful; "
              "9 restrict z to signed by s; 10 prohibit z when k is 1 unless waived by s; "
              "11 prohibit all uses except x, z unless k at least 0; 90.1 duty v e every 11 days; "
              "90.2 duty v late every 30 days;")
            .terms);
    const auto anticipated = [&](const std::string& label) { return f.terms.at(label).anticipated_by; };
    h.expect(anticipated("2").empty(), "of two equals the later");
    h.expect(anticipated("3") == std::set<std::string>{"2", "4"}, "3 is within 2 and 4");
    h.expect(anticipated("4") == std::set<std::string>{"2"}, "4 is 2 again");
    h.expect(anticipated("8").empty() && anticipated("9").empty(), "8: a permit covers x.y; 9 stands");
    h.expect(anticipated("10").empty(), "a waiver prohibits where a signature pauses");
    h.expect(f.terms.at("5").never_has_a_say && f.terms.at("5").when_never_true, "nothing is over 6 and under 7");
    h.expect(f.terms.at("11").never_has_a_say && !f.terms.at("11").when_never_true, "`unless` is always true");
    h.expect(f.terms.at("6").covered_whole && f.terms.at("6").permits_unlawful, "2 covers 6, which is of what is not");
    h.expect(!f.terms.at("7").covered_whole && !f.terms.at("7").permits_unlawful, "7 is lawful");
    h.expect(f.short_evidence == std::set<std::string>{"e"}, "e lapses a day before it is due");
    h.expect(f.one_party_chains == std::set<std::string>{"s"}, "q is of v, i of nobody");
    const std::map<std::string, bool> gaps =
        find_warnings(parse(hand_made_head +
                            "signoff s { stage d: o; } 1 permit all lawful uses; "
                            "2 restrict x to signed by s; 3 permit x.y; 4 prohibit z when lawful "
                            "unless signed by s; 5 permit z when not lawful; 6 restrict z to asked of s;")
                          .terms)
            .gaps;
    h.expect(gaps == std::map<std::string, bool>{{"unlisted", true}, {"x.other", true}, {"x.y", false}, {"z", true}},
             "once s is complete, nothing but the baseline speaks of x.other, and of z when lawful");
}

inline void check_comparisons(hand_made& h)
{
    const std::string c = hand_made_head + "mission m; fact k is count; evidence e from v; ";
    const std::string base = c + "1 permit all lawful uses; ";
    h.compares(base, base + "2 prohibit x when k over 5;", verdict::narrower);
    h.compares(base + "2 prohibit x when k over 5;", base + "2 prohibit x when k over 4;", verdict::narrower);
    h.compares(base + "2 prohibit x when k over 5;", base + "2 prohibit x when k at least 6;", verdict::equivalent);
    h.compares(base + "2 prohibit x;", base + "2 require e for x;", verdict::wider);
    h.compares(base + "2 prohibit x;", base + "2 prohibit z;", verdict::incomparable);
    // A use that one lacks is its ancestor's `.other`; a fact is not given, and then it pauses.
    h.compares(base + "2 prohibit x;", "use x.w; " + base + "2 prohibit x;", verdict::equivalent);
    h.compares(base + "2 prohibit x;", "use x.w; " + base + "2 prohibit x.y, x.w; ", verdict::wider);
    h.compares(base + "2 prohibit x.y;", "use x.w; " + base + "2 prohibit x.y;", verdict::equivalent);
    h.compares(base, "use new; " + base + "2 prohibit new;", verdict::narrower);  // `unlisted` to the first
    h.compares(base, "fact n is flag; " + base + "2 prohibit x when n; ", verdict::narrower);
    h.compares(base + "2 prohibit x when mission is m;", "mission w; " + base + "2 prohibit x when mission is m;",
               verdict::wider);  // w is not given to the first: paused, then permitted
    // Days on which either is in effect.
    const std::string rest = base.substr(base.find(';'));
    h.compares("contract \"H\" version 1 effective from 2026-01-01" + rest,
               "contract \"H\" version 1 effective from 2026-01-01 before 2027-01-01" + rest, verdict::narrower);
    h.compares("contract \"H\" version 1 effective from 2026-01-01 before 2026-06-01" + rest,
               "contract \"H\" version 1 effective from 2026-06-01" + rest, verdict::incomparable);
    // Who attests.
    h.compares(base, "fact lawful is flag from o; " + base, verdict::narrower);
    h.compares("fact lawful is flag from o; " + base, "fact lawful is flag from a; " + base, verdict::incomparable);
    h.compares("fact n is flag from a; " + base, base, verdict::equivalent);
    h.expect(!compare(parse("fact n is flag; " + base).terms, parse("fact n is count; " + base).terms).errors.empty(),
             "facts of two types can't be compared");
}

inline void check_ways(hand_made& h)
{
    const std::string c = hand_made_head + "evidence e from v valid 10 days; safeguard g; signoff s { stage d: o; } "
                                           "fact k is count; 1 permit all lawful uses; "
                                           "2 restrict x when k over 5 to e within 3 days or g at least tested; "
                                           "3 prohibit x.y unless waived by s; ";
    request r;
    r.uses = {"x.other"};
    r.facts["lawful"] = true;
    r.facts["k"] = std::uint64_t{6};
    h.mends(c, r, {"{evidence:e}", "{safeguard:g=tested}"});
    r.evidence["e"] = duration{4, "days"};
    r.safeguards["g"] = "prototype";
    h.mends(c, r, {"{evidence:e}", "{safeguard:g=tested}"});
    r.facts.erase("k");
    h.mends(c, r, {"{evidence:e}", "{fact:k}", "{safeguard:g=tested}"});
    r.uses = {"x.other", "x.y"};
    r.signoffs["s"] = chain_state::refused;
    h.mends(c, r, {"{evidence:e, signoff:s}", "{fact:k, signoff:s}", "{safeguard:g=tested, signoff:s}"});
    r.facts["lawful"] = false;
    h.mends(c, r, {});
    r.uses = {"z"};
    r.facts.erase("lawful");
    h.mends(c, r, {"{fact:lawful}"});
    r.facts["lawful"] = true;
    h.mends(c, r, {"{}"});
}

/// How many come out otherwise; they are printed.
inline std::size_t check_hand_made()
{
    hand_made h;
    check_spaces(h);
    check_assertions(h);
    check_findings(h);
    check_comparisons(h);
    check_ways(h);
    return h.wrong();
}

}  // namespace redline_oracle
