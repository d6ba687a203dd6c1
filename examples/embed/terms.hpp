// The compromise of examples/contracts/dispute as C++: the blocks of compromise.md, scenarios and all, word for word.
#pragma once

#include <redline/redline.hpp>

// clang-format off
inline constexpr auto terms = redline::compile([] { return R"(
redline 1;

contract "Frontier AI services for the Department" version 3 effective from 2026-06-01 before 2028-06-01;

party agency "The Department";
party vendor "The model provider";

role mission_owner   of agency   "Whoever answers for the mission";
role policy_officer  of agency   "Deputy for policy";
role general_counsel of agency   "General Counsel of the Department";
role test_director   of agency   "Director of operational test and evaluation";
role safety_lead     of vendor   "Head of safety of the provider";
role inspector       independent "Inspector General";

use weapons                  "Employment of weapons, or support of it";
use weapons.autonomous       "Selects and engages targets without a further decision by a person";
use weapons.decision_support "Advises a person who decides on an engagement";
use surveillance             "Observation of persons";
use surveillance.mass        "Collection and correlation in bulk about persons who are not suspected of anything";
use surveillance.targeted    "Observation of a named person under a specific authority";
use analysis                 "Analysis of intelligence lawfully held";
use logistics                "Supply, maintenance, movement and medical planning";

mission routine            "Administration, training and support";
mission combat   sensitive "Operations in which force may be used";
mission domestic sensitive "Operations within the United States";

authority human_judgment   "DoD Directive 3000.09" as of 2023-01-25;
authority fourth_amendment "Constitution of the United States, Fourth Amendment" as of 2026-02-28;
authority fisa             "Foreign Intelligence Surveillance Act of 1978" as of 2026-02-28;

fact lawful      is flag from general_counsel "The use is lawful as planned";
fact court_order is flag from general_counsel "An order or a statute covers this observation";
fact oversight   is level none < on_the_loop < in_the_loop from agency "How a person stands to each act of the system";
fact outputs     is any of advice, target_nominations, commands "What comes out of the system";
fact persons     is count "How many persons' data one task touches";
fact urgent      is flag "Waiting would cost lives";

safeguard output_filter "Stops outputs of kinds that were not agreed";

evidence red_team        from vendor          valid 180 days "Report of adversarial testing of the model, passed";
evidence legal_review    from general_counsel valid 365 days "Written legal review of the use";
evidence scenario_test   from test_director   valid 365 days "Tests in realistic scenarios, passed before deployment";
evidence incident_report from mission_owner                  "What happened, and what was done about it";

event incident "The system acted outside these terms, or came close to it";

define supervised as oversight at least on_the_loop;

section 1 "Scope of use";
1.1  permit all lawful uses
     because "The Department may use what it pays for wherever the law lets it, but for the terms that follow.";

section 2 "Lines";
2.1  prohibit weapons.autonomous when date before 2027-06-01
     citing human_judgment
     because "For the first year both sides learn how the system fails before it may act alone.";
2.2  restrict weapons.autonomous to (supervised and signed by review) or waived by exception
     citing human_judgment
     because "Appropriate human judgment over the use of force is kept, or its absence is decided by name.";
2.3  prohibit surveillance.mass when mission is domestic
     citing fourth_amendment, fisa
     because "Nobody can give the consent of everybody; at home there is no exception to this line.";
2.4  prohibit surveillance.mass unless waived by exception;
2.5  restrict weapons when outputs has commands
     to oversight is in_the_loop or (urgent and supervised and asked of review)
     because "What counts is what comes out: a command to a weapon passes through a person's hands.";
2.6  restrict surveillance when mission is domestic to court_order
     citing fourth_amendment, fisa
     because "Within the United States persons are observed only under an order or a statute.";

section 3 "Before deployment";
3.1  require red_team within 90 days for all uses except analysis, logistics when mission is sensitive;
3.2  require legal_review, scenario_test for weapons, surveillance
     because "Counsel reviews in writing, and testers try realistic scenarios, before anybody relies on the system.";
3.3  require output_filter at least tested for all uses except logistics when mission is sensitive
     because "Access does not run ahead of the safeguards that were promised with it.";
3.4  require output_filter at least validated for weapons.autonomous;
3.5  trigger large_scale for all uses when persons over 10_000
     pause for review with legal_review
     because "Scale can make a harmless use another one; beyond this number both sides look first.";
3.6  restrict weapons when mission is combat to signed by review or (urgent and asked of review)
     because "In combat both sides sign each use; when lives depend on minutes, asking is enough to begin.";

section 4 "Records, audit, duties and continuity";
4.1  log paused, prohibited, exceptions to inspector within 3 days keep 7 years;
4.2  log permitted to safety_lead, general_counsel within 30 days keep 7 years for weapons, surveillance;
4.3  log permitted to inspector keep 3 years when mission is not routine;
4.4  audit by inspector on 30 days notice;
4.5  audit by safety_lead for weapons.autonomous, surveillance.mass on 60 days notice;
4.6  duty vendor red_team every 90 days;
4.7  duty agency incident_report within 10 days of incident;
4.8  continuity weapons.decision_support, surveillance.targeted, analysis, logistics notice 180 days;

signoff review {
  stage safety: safety_lead within 3 days;
  stage legal:  2 of general_counsel, policy_officer, inspector within 5 days;
  late:    escalate to exception;
  refusal: refuse;
  signers distinct;
  not by mission_owner;
  deputy policy_officer for general_counsel;
  rests on oversight, outputs, persons;
  valid 30 days;
}
signoff exception {
  stage board: all of general_counsel, safety_lead, inspector within 10 days;
  late:    refuse;
  refusal: refuse;
  not by mission_owner;
  revocable by general_counsel, safety_lead, inspector;
  valid once;
}

scenario "In the first year, however well prepared" {
  given use weapons.autonomous, mission combat, date 2027-05-31, lawful, oversight is in_the_loop, outputs has advice,
        persons is 10, red_team, legal_review, scenario_test, output_filter is validated, review complete,
        exception complete;
  expect prohibited by 2.1 logged by 4.1;
}
scenario "From the second year, supervised and signed" {
  given use weapons.autonomous, mission combat, date 2027-06-01, lawful, oversight is on_the_loop,
        outputs has target_nominations, persons is 10, red_team, legal_review, scenario_test,
        output_filter is validated, review complete;
  expect permitted by 1.1 logged by 4.2, 4.3;
}
scenario "Supervised, but not signed yet: it waits" {
  given use weapons.autonomous, mission routine, date 2027-06-01, lawful, oversight is on_the_loop,
        outputs has target_nominations, persons is 10, legal_review, scenario_test, output_filter is validated;
  expect paused by 2.2 pending review, exception logged by 4.1;
}
scenario "Not supervised, and the board was not asked: prohibited, not waiting" {
  given use weapons.autonomous, mission combat, date 2027-06-01, lawful, oversight is none,
        outputs has target_nominations, persons is 10, red_team, legal_review, scenario_test,
        output_filter is validated, review complete;
  expect prohibited by 2.2 logged by 4.1;
}
scenario "Not supervised, and the board deliberates" {
  given use weapons.autonomous, mission combat, date 2027-06-01, lawful, oversight is none,
        outputs has target_nominations, persons is 10, red_team, legal_review, scenario_test,
        output_filter is validated, review complete, exception opened;
  expect paused by 2.2 pending exception logged by 4.1;
}
scenario "Not supervised, by exception" {
  given use weapons.autonomous, mission combat, date 2027-06-01, lawful, oversight is none,
        outputs has target_nominations, persons is 10, red_team, legal_review, scenario_test,
        output_filter is validated, review complete, exception complete;
  expect permitted by 1.1 excepting 2.2 logged by 4.1, 4.2, 4.3;
}
scenario "A filter that was only tested is not enough to act alone" {
  given use weapons.autonomous, mission routine, date 2027-06-01, lawful, oversight is on_the_loop, outputs has advice,
        persons is 10, legal_review, scenario_test, output_filter is tested, review complete;
  expect paused by 3.4 pending output_filter;
}
scenario "Weapons of a kind not said" {
  given use weapons, mission routine, date 2027-05-31, lawful, oversight is on_the_loop, outputs has advice,
        persons is 10, legal_review, scenario_test, output_filter is validated, review complete;
  expect paused by 2.1 pending use logged by 4.1;
}

scenario "A command that a person only watches" {
  given use weapons.decision_support, mission routine, date 2026-09-01, lawful, oversight is on_the_loop,
        outputs has commands, persons is 1, not urgent, legal_review, scenario_test;
  expect prohibited by 2.5 logged by 4.1;
}
scenario "A command that a person passes on" {
  given use weapons.decision_support, mission routine, date 2026-09-01, lawful, oversight is in_the_loop,
        outputs has advice and commands, persons is 1, not urgent, legal_review, scenario_test;
  expect permitted by 1.1 logged by 4.2;
}
scenario "In an emergency it is enough that somebody watches and the review was asked for" {
  given use weapons.decision_support, mission combat, date 2026-09-01, lawful, oversight is on_the_loop,
        outputs has commands, persons is 1, urgent, red_team, legal_review, scenario_test, output_filter is tested,
        review opened;
  expect permitted by 1.1 logged by 4.2, 4.3;
}
scenario "In an emergency that nobody watches it is not" {
  given use weapons.decision_support, mission combat, date 2026-09-01, lawful, oversight is none, outputs has commands,
        persons is 1, urgent, red_team, legal_review, scenario_test, output_filter is tested, review opened;
  expect prohibited by 2.5;
}
scenario "Nor when the review was not asked for" {
  given use weapons.decision_support, mission combat, date 2026-09-01, lawful, oversight is on_the_loop,
        outputs has commands, persons is 1, urgent, red_team, legal_review, scenario_test, output_filter is tested;
  expect paused by 2.5, 3.6 pending review logged by 4.1;
}
scenario "Without an emergency, combat waits for the signatures" {
  given use weapons.decision_support, mission combat, date 2026-09-01, lawful, outputs has advice, persons is 1,
        not urgent, red_team, legal_review, scenario_test, output_filter is tested, review opened;
  expect paused by 3.6 pending review logged by 4.1;
}
scenario "Advice in training that was neither reviewed nor tested" {
  given use weapons.decision_support, mission routine, date 2026-09-01, lawful, outputs has advice, persons is 1;
  expect paused by 3.2 pending legal_review, scenario_test logged by 4.1;
}
scenario "Advice in training is nobody's to sign" {
  given use weapons.decision_support, mission routine, date 2026-09-01, lawful, outputs has advice, persons is 1,
        legal_review, scenario_test;
  expect permitted by 1.1 logged by 4.2;
}

scenario "Mass surveillance at home, with the exception signed" {
  given use surveillance.mass, mission domestic, date 2026-09-01, lawful, court_order, persons is 10_000, red_team,
        legal_review, scenario_test, output_filter is tested, exception complete;
  expect prohibited by 2.3 excepting 2.4 logged by 4.1;
}
scenario "Mass surveillance abroad, when no exception was asked for" {
  given use surveillance.mass, mission combat, date 2026-09-01, lawful, persons is 10_000, red_team, legal_review,
        scenario_test, output_filter is tested;
  expect prohibited by 2.4;
}
scenario "Mass surveillance abroad, by exception" {
  given use surveillance.mass, mission combat, date 2026-09-01, lawful, persons is 10_000, red_team, legal_review,
        scenario_test, output_filter is tested, exception complete;
  expect permitted by 1.1 excepting 2.4 logged by 4.1, 4.2, 4.3;
}
scenario "One person more, and both sides look first" {
  given use surveillance.mass, mission combat, date 2026-09-01, lawful, persons is 10_001, red_team, legal_review,
        scenario_test, output_filter is tested, exception complete;
  expect paused by 3.5 pending review excepting 2.4 logged by 4.1;
}
scenario "Observing a named person, before the papers are there" {
  given use surveillance.targeted, mission domestic, date 2026-09-01, lawful, court_order, persons is 1,
        red_team aged 91 days;
  expect paused by 3.1, 3.2, 3.3 pending red_team, legal_review, scenario_test, output_filter logged by 4.1;
}
scenario "Observing a named person at home without an order" {
  given use surveillance.targeted, mission domestic, date 2026-09-01, lawful, not court_order, persons is 1, red_team,
        legal_review, scenario_test, output_filter is tested;
  expect prohibited by 2.6 logged by 4.1;
}
scenario "Observing a named person at home under an order" {
  given use surveillance.targeted, mission domestic, date 2026-09-01, lawful, court_order, persons is 1, red_team,
        legal_review, scenario_test, output_filter is tested;
  expect permitted by 1.1 logged by 4.2, 4.3;
}
scenario "Observing a named person abroad needs no order" {
  given use surveillance.targeted, mission combat, date 2026-09-01, lawful, persons is 1, red_team, legal_review,
        scenario_test, output_filter is tested;
  expect permitted by 1.1 logged by 4.2, 4.3;
}

scenario "Analysis at home waits for the filter and for nothing else" {
  given use analysis, mission domestic, date 2026-09-01, lawful, persons is 500;
  expect paused by 3.3 pending output_filter logged by 4.1;
}
scenario "Logistics in combat goes ahead" {
  given use logistics, mission combat, date 2026-09-01, lawful, persons is 500;
  expect permitted by 1.1 logged by 4.3;
}
scenario "A large task touches counsel's desk, whatever it is" {
  given use logistics, mission routine, date 2026-09-01, lawful, persons is 2_000_000;
  expect paused by 3.5 pending review, legal_review logged by 4.1;
}
scenario "Nobody has counted the persons" {
  given use analysis, mission routine, date 2026-09-01, lawful;
  expect paused by 3.5 pending review, legal_review, persons;
}
scenario "A review that was refused stops a large task" {
  given use analysis, mission routine, date 2026-09-01, lawful, persons is 20_000, legal_review, review refused;
  expect prohibited by 3.5;
}
scenario "A use that nobody thought of is covered when it is lawful" {
  given use unlisted, mission routine, date 2026-09-01, lawful, persons is 0;
  expect permitted by 1.1;
}
scenario "In a sensitive mission it waits for the red team and the filter" {
  given use unlisted, mission combat, date 2026-09-01, lawful, persons is 0, red_team aged 100 days,
        output_filter is prototype;
  expect paused by 3.1, 3.3 pending red_team, output_filter;
}
scenario "What is not lawful is not covered" {
  given use logistics, mission routine, date 2026-09-01, not lawful, persons is 1;
  expect prohibited by 1.1 logged by 4.1;
}
scenario "The day after the agreement ends" {
  given use logistics, mission routine, date 2028-06-01, lawful, persons is 1;
  expect prohibited by 1.1;
}

assert never permitted for weapons.autonomous when date before 2027-06-01;
assert never permitted for weapons.autonomous without signed by review, waived by exception;
assert never permitted for surveillance.mass when mission is domestic;
assert always attainable for analysis, logistics when lawful;
)"; });
// clang-format on
