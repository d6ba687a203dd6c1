// A contract whose decisions say all that a decision can say, and how they read.
#pragma once

#include "redline/text/compile.hpp"

namespace redline_test {

inline constexpr auto desk = redline::compile([] {
    return R"(contract "Desk" version 1;
party lab;
role counsel of lab;
use analysis;
use weapons;
mission combat sensitive;
fact persons is count;
safeguard filter;
evidence red_team from lab;
1   permit all lawful uses;
2.1 require red_team, filter at least tested for analysis;
2.2 restrict analysis to signed by review;
2.3 prohibit analysis when persons over 10 and mission is combat and date before 2027-01-01;
2.4 prohibit weapons unless waived by review;
3   log paused, exceptions to lab;
signoff review { stage only: counsel; }
)";
});

inline constexpr auto permitted =
    desk.decide(desk.request().use("weapons").flag("lawful").signoff("review", "complete"));
inline constexpr auto paused = desk.decide(desk.request().use("analysis").flag("lawful"));
inline constexpr auto prohibited = desk.decide(desk.request().use("weapons").flag("lawful", false));
inline constexpr auto undecided = desk.decide(desk.request());

inline constexpr char const* permitted_words = "permitted by 1 excepting 2.4 logged by 3";
inline constexpr char const* paused_words =
    "paused by 2.1, 2.2, 2.3 pending review, red_team, filter, persons, mission, date logged by 3";
inline constexpr char const* prohibited_words = "prohibited by 1, 2.4";
inline constexpr char const* undecided_words = "prohibited (not valid)";

}  // namespace redline_test
