// Contracts for the tests of typed requests, and a program's struct for them: one of everything that a request can say.
#pragma once

#include "redline/text/compile.hpp"
#include "redline/typed.hpp"

namespace typed_test {

inline constexpr auto frontier_text = [] {
    return R"(contract "Frontier" version 3 effective from 2026-03-01 before 2028-03-01;
party agency; party vendor;
role owner of agency; role counsel of agency; role safety_lead of vendor; role ombuds independent;
use weapons; use weapons.autonomous; use surveillance; use surveillance.mass; use analysis; use logistics;
mission routine; mission combat; mission combat.air sensitive; mission domestic sensitive;
fact lawful is flag from counsel;
fact urgent is flag;
fact public is flag;
fact oversight is level none < on_the_loop < in_the_loop;
fact network is one of unclassified, secret, top_secret;
fact persons is count;
fact retention is duration;
fact data is any of biometric, location, communications from agency;
safeguard output_filter;
safeguard monitor is level idle < live;
evidence red_team from vendor valid 180 days;
evidence legal_review from agency;
evidence tested_abroad from agency;
define guarded as oversight at least on_the_loop or network is unclassified;
1    permit all lawful uses;
1.1  permit logistics when public;
2.1  prohibit weapons.autonomous unless guarded;
2.2  prohibit surveillance.mass;
2.3  prohibit surveillance when data has any of biometric, location and date before 2027-01-01;
2.4  prohibit analysis when mission is domestic unless waived by exception;
3.1  require red_team within 90 days, legal_review for weapons, surveillance;
3.2  require output_filter at least tested for all uses except logistics when mission is sensitive;
3.3  trigger large for all uses when persons over 10_000 pause for review with tested_abroad;
3.4  restrict weapons when mission is combat to signed by review or (urgent and asked of review);
3.5  prohibit analysis when retention over 30 days unless monitor at least live;
4.1  log paused, prohibited, exceptions to ombuds within 3 days keep 7 years;
signoff review { stage safety: safety_lead; stage legal: 2 of counsel, owner, ombuds; }
signoff exception { stage board: all of counsel, ombuds; }
)";
};
inline constexpr auto frontier = redline::compile(frontier_text);

/// Another vocabulary: it lacks some of that one's names, and has some of its own.
inline constexpr auto statute_text = [] {
    return R"(contract "Statute" version 1;
party state; party agency;
role judge of state; role counsel of state;
use weapons; use weapons.chemical; use surveillance; use logistics; use logistics.fuel_depots;
mission combat; mission relief;
fact oversight is level none < on_the_loop < in_the_loop;
fact network is one of top_secret, secret, unclassified;
fact persons is count;
fact treaty is flag from judge;
fact data is any of location, communications, biometric;
safeguard monitor is level idle < live;
evidence legal_review from state valid 10 days;
1    permit all lawful uses;
2    prohibit weapons.chemical;
3    prohibit weapons unless oversight at least in_the_loop or signed by warrant;
4    restrict surveillance to signed by warrant and not network is top_secret;
5    prohibit all uses when mission is combat and data has communications unless monitor at least live;
6    require legal_review for all uses when persons over 500;
7    restrict all uses except weapons, surveillance when mission is relief to treaty;
signoff warrant { stage court: judge; }
)";
};

// Enumerators in other orders than the contracts declare them, and with other numbers.
enum class activity : unsigned char {
    unlisted,
    logistics,
    analysis = 7,
    surveillance,
    surveillance_mass,
    surveillance_other,
    weapons = 40,
    weapons_autonomous,
    weapons_other
};
enum class theatre { domestic, combat, combat_air, routine };
enum class overseen { in_the_loop, on_the_loop, none };
enum class secrecy { secret = 3, top_secret = 2, unclassified = 1 };
enum class kind_of_data { location, communications, biometric };
enum class attester { counsel, owner, agency };
enum class switched : bool { idle, live };
enum class review_state { refused, complete, opened };

/// A mission as a program keeps it.
// clang-format off
struct plan {
    BOOST_HANA_DEFINE_STRUCT(plan,
        (activity, use),
        (std::optional<theatre>, mission),
        (std::optional<std::chrono::year_month_day>, date),
        (redline::attested<std::optional<bool>, std::optional<attester>>, lawful),
        (std::optional<bool>, urgent),
        (std::optional<bool>, public_),
        (std::optional<overseen>, oversight),
        (std::optional<secrecy>, network),
        (std::optional<int>, persons),
        (std::optional<std::chrono::hours>, retention),
        (redline::attested<std::optional<redline::set_of<kind_of_data>>, attester>, data),
        (std::optional<redline::maturity>, output_filter),
        (switched, monitor),
        (std::optional<std::chrono::days>, red_team),
        (std::optional<std::chrono::minutes>, legal_review),
        (bool, tested_abroad),
        (std::optional<review_state>, review),
        (redline::chain_state, exception)
    );
};
// clang-format on

}  // namespace typed_test
