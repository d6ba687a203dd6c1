// Questions about compiled contracts and comparisons of them are answered while compiling, and load answers alike.
#include "redline/text/compare_compiled.hpp"
#include "redline/core/proof/compare.hpp"
#include "redline/redline.hpp"
#include "redline/text/questions.hpp"
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"

namespace {

// Most of the contract that the language reference begins with, in three parts: between them stands what drafts have
// otherwise, how many persons are many and who signs.
constexpr std::string_view parts[] = {
    R"(contract "Frontier model services" version 3 effective from 2026-03-01 before 2028-03-01;
party agency; party vendor;
role mission_owner of agency; role policy_officer of agency; role general_counsel of agency; role ombuds independent;
use weapons; use weapons.autonomous; use surveillance; use surveillance.mass; use analysis; use logistics;
mission routine; mission combat sensitive; mission domestic sensitive;
fact lawful is flag from general_counsel;
fact oversight is level none < on_the_loop < in_the_loop;
fact network is one of unclassified, secret, top_secret;
fact persons is count;
fact data is any of biometric, location, communications;
fact urgent is flag;
safeguard output_filter;
evidence red_team from vendor valid 180 days;
evidence legal_review from agency;
define guarded as oversight at least on_the_loop or network is unclassified;
1 permit all lawful uses;
2.1 prohibit weapons.autonomous unless guarded;
2.2 prohibit surveillance.mass;
2.3 prohibit surveillance when data has any of biometric, location and date before 2027-01-01;
2.4 prohibit analysis when mission is domestic unless waived by exception;
3.1 require red_team within 90 days, legal_review for weapons, surveillance;
3.2 require output_filter at least tested for all uses except logistics when mission is sensitive;
3.3 trigger large_scale for all uses when persons over )",
    R"( pause for review with legal_review;
3.4 restrict weapons when mission is combat to signed by review or (urgent and asked of review);
signoff review { stage legal: )",
    R"( within 5 days; }
signoff exception { stage board: all of general_counsel, ombuds within 10 days; }
)"};

struct draft {
    char text[3000] = {};
    std::size_t size = 0;

    constexpr draft(std::string_view persons, std::string_view quorum)
    {
        for (std::string_view const part : {parts[0], persons, parts[1], quorum, parts[2]})
            for (char const c : part) text[size++] = c;
    }
    constexpr std::string_view view() const { return {text, size}; }
};
constexpr draft prime_draft{"10_000", "2 of general_counsel, policy_officer, ombuds"};
constexpr draft strict_draft{"5_000", "2 of general_counsel, policy_officer, ombuds"};
constexpr draft one_signs_draft{"10_000", "any of general_counsel, policy_officer, ombuds"};
constexpr draft mixed_draft{"5_000", "any of general_counsel, policy_officer, ombuds"};
constexpr auto prime = redline::compile([] { return prime_draft.text; });
constexpr auto strict = redline::compile([] { return strict_draft.text; });
constexpr auto mixed = redline::compile([] { return mixed_draft.text; });
constexpr auto one_signs = redline::compile([] { return one_signs_draft.text; });

/// Whether load accepts an assertion about the contract; anything else wrong with it fails the test.
bool load_proves(std::string_view assertion)
{
    std::string text{prime_draft.view()};
    text.append("assert ").append(assertion).append(";\n");
    redline_test::contract const loaded = redline_test::load(text);
    INFO(assertion << "\n" << redline_test::dump(loaded.diagnostics));
    for (auto const& d : loaded.diagnostics) CHECK(d.is == redline::text::code::assertion_broken);
    return loaded.ok;
}

redline::comparison_verdict verdict(draft const& before, draft const& after)
{
    redline_test::contract const was = redline_test::load(before.view()), is = redline_test::load(after.view());
    REQUIRE(was.ok);
    REQUIRE(is.ok);
    return redline::compare(was.rules, is.rules).verdict();
}

}  // namespace

// Asks while compiling, and load at run time: `form` is the question in code, which is the assertion or its opposite.
#define ASKED(form, assertion, about, answer, proved)                                                                  \
    static_assert(redline::form<about>(prime) == (answer));                                                            \
    CHECK(load_proves(assertion " for " about) == (proved))
#define HOLDS(form, assertion, about) ASKED(form, assertion, about, true, true)
#define BROKEN(form, assertion, about) ASKED(form, assertion, about, false, false)
#define CAN(form, assertion, about) ASKED(form, assertion, about, true, false)
#define CANNOT(form, assertion, about) ASKED(form, assertion, about, false, true)

TEST_CASE("what always holds is asked while compiling as load proves it", "[proof][constexpr]")
{
    HOLDS(never_permits, "never permitted", "surveillance.mass");
    HOLDS(never_permits, "never permitted", "weapons when mission is combat and not urgent without signed by review");
    BROKEN(never_permits, "never permitted", "weapons when mission is combat without signed by review");
    BROKEN(never_permits, "never permitted", "weapons when mission is combat and not urgent");
    HOLDS(never_permits, "never permitted", "all uses when not lawful");

    HOLDS(always_permits, "always permitted", "logistics when lawful and persons at most 10_000");
    BROKEN(always_permits, "always permitted", "logistics when lawful and persons at most 10_001");

    HOLDS(always_prohibits, "always prohibited",
          "surveillance when data has any of biometric and date before 2027-01-01");
    BROKEN(always_prohibits, "always prohibited",
           "surveillance when data has any of biometric and date before 2027-01-02");
    HOLDS(always_prohibits, "always prohibited",
          "weapons.autonomous when oversight is none and network is not unclassified");

    HOLDS(never_prohibits, "never prohibited", "logistics when lawful and persons under 10_001");
    BROKEN(never_prohibits, "never prohibited", "logistics when lawful");  // the review may be refused
}

TEST_CASE("what can happen is asked while compiling as load proves its opposite", "[proof][constexpr]")
{
    CAN(can_be_permitted, "never permitted", "analysis when mission is domestic");
    CANNOT(can_be_permitted, "never permitted", "analysis when mission is domestic without waived by exception");
    CAN(can_be_paused, "never paused", "logistics");
    CANNOT(can_be_paused, "never paused", "logistics when persons under 10_001");
    CANNOT(can_be_paused, "never paused", "surveillance.mass");
    CAN(can_be_prohibited, "never prohibited", "analysis when lawful");
    CANNOT(can_be_prohibited, "never prohibited",
           "all uses except weapons, surveillance, analysis "
           "when lawful and persons under 10_001");
}

TEST_CASE("what is attainable is asked while compiling as load proves it", "[proof][constexpr]")
{
    HOLDS(always_attainable, "always attainable", "logistics when lawful");
    HOLDS(always_attainable, "always attainable", "analysis when lawful");
    BROKEN(always_attainable, "always attainable", "analysis when lawful without waived by exception");
    BROKEN(always_attainable, "always attainable", "surveillance when lawful");
    HOLDS(always_attainable, "always attainable",
          "surveillance except surveillance.mass when lawful and date from 2027-01-01");
}

TEST_CASE("compiled contracts are compared as loaded ones are", "[proof][constexpr]")
{
    using redline::comparison_verdict;
    static_assert(redline::equivalent(prime, prime));
    static_assert(redline::no_wider(prime, prime));
    CHECK(verdict(prime_draft, prime_draft) == comparison_verdict::equivalent);

    static_assert(redline::no_wider(strict, prime));
    static_assert(!redline::no_wider(prime, strict));
    static_assert(!redline::equivalent(prime, strict));
    CHECK(verdict(prime_draft, strict_draft) == comparison_verdict::narrower);
    CHECK(verdict(strict_draft, prime_draft) == comparison_verdict::wider);

    static_assert(!redline::no_wider(one_signs, prime));
    static_assert(redline::no_wider(prime, one_signs));
    static_assert(!redline::equivalent(prime, one_signs));
    CHECK(verdict(prime_draft, one_signs_draft) == comparison_verdict::wider);

    // Stricter about requests, but one may sign alone.
    static_assert(!redline::no_wider(mixed, prime));
    static_assert(!redline::no_wider(prime, mixed));
    CHECK(verdict(prime_draft, mixed_draft) == comparison_verdict::incomparable);
}
