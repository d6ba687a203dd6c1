// What the flight desk is bound by: the terms of the model's vendor, and a doctrine of its own house.
#pragma once

#include <redline/text/compile.hpp>

inline constexpr auto vendor = redline::compile([] {
    return R"(
contract "Model services" version 2;
party service;
party house;
role counsel of house;
use planning         "Routes, fuel and weather";
use surveillance;
use surveillance.mass "Bulk collection about persons";
fact lawful  is flag from counsel;
fact persons is count "About how many persons data are gathered";
evidence red_team from service valid 180 days;

1    permit all lawful uses;
2.1  prohibit surveillance.mass because "There is no exception to this line.";
2.2  require red_team within 90 days for surveillance;
assert never permitted for surveillance.mass;
)";
});

inline constexpr auto doctrine = redline::compile([] {
    return R"(
contract "House doctrine" version 7;
party house;
role commander of house;
role counsel of house;
use surveillance;
use surveillance.coast;
mission training;
mission patrol sensitive;
fact persons is count;
fact oversight is level none < on_the_loop < in_the_loop;

1    permit all lawful uses;
2    restrict surveillance when mission is sensitive to oversight at least on_the_loop;
3    restrict surveillance when persons over 100 to signed by release;
signoff release { stage command: commander within 1 day; stage law: counsel; }
)";
});
