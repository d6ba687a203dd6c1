// The limits that a new contract can begin with: each applies a template of the library.
#pragma once

#include <string_view>

namespace redline::tool {

/// A file of examples/library, as it is.
struct library_file {
    std::string_view name;  // without `.redline`
    std::string_view text;
};
/// All of them, by name; written by tools/new/embed_library.cmake.
extern library_file const library_files[];
extern unsigned const library_file_count;

/// A limit as a starting point. In its texts, `@n@` is the number of its section, `@user@` and `@provider@` are the names of
/// parties, and `@given@` is what each scenario gives first.
struct limit {
    std::string_view name;   // of the template's file
    std::string_view title;  // of the section
    std::string_view about;  // one line, for those who choose
    std::string_view uses;   // that a contract permits where nothing else does, with commas
    std::string_view declarations;
    std::string_view term;
    std::string_view scenarios;
};

inline constexpr limit limits[] = {
    {"autonomous_weapons", "Autonomous weapons", "a person controls every engagement; tested as used; seniors agreed",
     "weapons",
     R"(role policy_chief independent "Signs for policy, and is of neither party";
use weapons            "Employment of weapons, or support of it";
use weapons.autonomous "Selects and engages targets without a further decision by a person";
fact oversight is level none < on_the_loop < in_the_loop "How a person stands to each engagement";
)",
     "apply autonomous_weapons(weapons.autonomous, oversight, on_the_loop, policy_chief, counsel, @provider@, 1 "
     "years);",
     R"(scenario "Nobody watches" {
given use weapons.autonomous, @given@, oversight is none, @n@/verification, @n@/senior_review complete;
expect prohibited by @n@.1;
}
scenario "Watched, but neither tested nor agreed to" {
given use weapons.autonomous, @given@, oversight is on_the_loop;
expect paused by @n@.2 pending @n@/verification, @n@/senior_review;
}
scenario "Watched, tested and agreed to" {
given use weapons.autonomous, @given@, oversight is in_the_loop, @n@/verification, @n@/senior_review complete;
expect permitted;
}
assert never permitted for weapons.autonomous when oversight is none;
)"},
    {"mass_surveillance", "Surveillance", "none in bulk; of named persons by order of a court, and of few",
     "surveillance",
     R"(role court independent "Orders that persons are observed";
use surveillance          "Observation of persons";
use surveillance.mass     "In bulk, of persons who are suspected of nothing";
use surveillance.targeted "Of named persons";
fact persons is count "How many persons it is about";
)",
     "apply mass_surveillance(surveillance.mass, surveillance.targeted, persons, 10, court, overseer);",
     R"(scenario "Everybody" {
given use surveillance.mass, @given@, persons is 10_000;
expect prohibited by @n@.1;
}
scenario "One person, without an order" {
given use surveillance.targeted, @given@, persons is 1;
expect paused by @n@.2 pending @n@/court_order;
}
scenario "One person, by order" {
given use surveillance.targeted, @given@, persons is 1, @n@/court_order;
expect permitted;
}
scenario "Many persons, by order" {
given use surveillance.targeted, @given@, persons is 11, @n@/court_order;
expect prohibited by @n@.3;
}
assert never permitted for surveillance.mass;
)"},
    {"high_stakes", "Decisions about persons", "assessed, tested, made by a person, told, audited", "casework",
     R"(role case_worker of @user@ "Decides about persons";
use casework "Decisions about persons: employment, credit, benefits, care";
)",
     "apply high_stakes(casework, @provider@, case_worker, overseer);",
     R"(scenario "Advice to a case worker, of which the person is told" {
given use casework, @given@, @n@/advisory, @n@/told, @n@/impact_assessment, @n@/bias_test;
expect permitted;
}
scenario "The system decides, and nobody has agreed" {
given use casework, @given@, not @n@/advisory, @n@/told, @n@/impact_assessment, @n@/bias_test;
expect paused by @n@.2 pending @n@/human_decision;
}
scenario "The person is not told" {
given use casework, @given@, @n@/advisory, not @n@/told, @n@/impact_assessment, @n@/bias_test;
expect prohibited by @n@.3;
}
assert never permitted for casework when not @n@/told;
)"},
    {"red_team", "Before deployment", "attacked before deployment, on a schedule, and after changes", "deployment",
     R"(use deployment "Putting a system before its users";
)",
     "apply red_team(deployment, @provider@, 180 days, 90 days, 30 days);",
     R"(scenario "Deployed without a test" {
given use deployment, @given@;
expect paused by @n@.1 pending @n@/results;
}
scenario "Deployed after a test" {
given use deployment, @given@, @n@/results aged 30 days;
expect permitted;
}
assert never permitted for deployment without @n@/results within 180 days;
)"},
    {"safeguard_maturity", "Safeguards", "a safeguard has proved itself, and more where it is sensitive", "assistance",
     R"(use assistance "Help with the work of the day";
mission routine;
mission critical sensitive "Where mistakes cost most";
safeguard output_filter "Stops what should not leave the system";
)",
     "apply safeguard_maturity(assistance, output_filter, tested, validated, overseer);",
     R"(scenario "Tested, for ordinary work" {
given use assistance, mission routine, @given@, output_filter is tested;
expect permitted;
}
scenario "Tested, where more is at stake" {
given use assistance, mission critical, @given@, output_filter is tested;
expect paused by @n@.2 pending output_filter;
}
assert never permitted for assistance when mission is sensitive without output_filter at least validated;
)"},
    {"audit_rights", "Audit", "records of everything, an auditor, and an answer", "", "",
     "apply audit_rights(overseer, 30 days, 1 days, 5 years, @provider@);",
     R"(scenario "What is permitted is recorded, too" {
given use analysis, @given@;
expect permitted logged by @n@.1;
}
)"},
    {"continuity", "Continuity", "notice before it ends, and a way out that was rehearsed", "supply",
     R"(use supply "What others depend on every day";
)",
     "apply continuity_on_withdrawal(supply, 90 days, @provider@, 180 days);",
     R"(scenario "Nobody has tried to leave" {
given use supply, @given@;
expect paused by @n@.2 pending @n@/way_out;
}
scenario "Leaving was rehearsed" {
given use supply, @given@, @n@/way_out;
expect permitted;
}
)"},
    {"independent_signoff", "Independent sign-off", "a body that is nobody's signs before anybody's own does",
     "release",
     R"(role review_board independent "Of neither party";
role product_owner of @provider@ "Owns what is released, and does not sign for it";
use release "Handing a system over for use";
)",
     "apply independent_signoff(release, review_board, counsel, product_owner, 10 days, 30 days);",
     R"(scenario "Nobody has signed" {
given use release, @given@;
expect paused by @n@.1 pending @n@/approval;
}
scenario "Signed" {
given use release, @given@, @n@/approval complete;
expect permitted;
}
scenario "Refused" {
given use release, @given@, @n@/approval refused;
expect prohibited by @n@.1;
}
)"},
};

}  // namespace redline::tool
