// A contract for the tests of core: one of everything that a request can name.
#pragma once

#include "redline/core/condition.hpp"
#include "redline/core/decide.hpp"
#include "redline/core/request_writer.hpp"
#include "redline/text/memory.hpp"
#include "support/catch.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/load.hpp"

#include <string>

namespace redline_test {

inline constexpr char const* one_of_everything = R"(contract "T" version 1;
party agency; party vendor;
role officer of agency; role counsel of vendor; role ombuds independent;
use weapons; use weapons.autonomous; use weapons.autonomous.swarm; use analysis;
mission routine; mission combat; mission combat.air sensitive; mission combat.air.night; mission relief sensitive;
fact urgent is flag;
fact persons is count;
fact delay is duration;
fact risk is level low < mid < high;
fact network is one of open, secret;
fact data is any of voice, image;
fact vetted is flag from agency;
fact sealed is any of voice, image from officer;
evidence red_team from vendor valid 10 days;
evidence study from agency;
safeguard filter;
safeguard mark is level missing < whole;
signoff review { stage only: officer; }
signoff exception { stage only: ombuds; }
)";

/// A loaded contract with memory for one request and one decision at a time.
class bench {
public:
    explicit bench(std::string const& more = "1 permit all lawful uses;\n", std::uint32_t uses = 4)
        : loaded{load(one_of_everything + more)}, request{checked(), uses}, work{loaded.rules}
    {}

    redline::request_writer fresh()
    {
        redline::clear(loaded.rules, request.view());
        return {loaded.rules, request.view()};
    }
    redline::decision decide() { return redline::decide(loaded.rules, request.view(), work.view()); }

    contract loaded;
    redline::request_memory request;
    redline::workspace work;

private:
    redline::rule_set const& checked() const
    {
        INFO(dump(loaded.diagnostics));
        REQUIRE(loaded.ok);
        return loaded.rules;
    }
};

}  // namespace redline_test
