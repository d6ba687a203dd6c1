// A desk that plans flights: its own struct is the request, under two contracts of different vocabularies at once.
#include "contracts.hpp"

#include <redline/typed.hpp>

#include <iostream>

namespace desk {

// Enumerators are the contracts' own words; a path's dots are underscores.
enum class activity { planning, surveillance_other, surveillance_mass, surveillance_coast };
enum class theatre { training, patrol };
enum class watch { none, on_the_loop, in_the_loop };

/// A flight as the desk keeps it; the title is nobody's business.
struct flight {
    std::string_view title;
    activity use;
    theatre mission;
    redline::attested_by<"counsel", bool> lawful;
    unsigned persons;
    std::optional<watch> oversight;
    std::optional<std::chrono::days> red_team;
    redline::chain_state release;
};

}  // namespace desk

BOOST_HANA_ADAPT_STRUCT(desk::flight, use, mission, lawful, persons, oversight, red_team, release);

namespace desk {

constexpr auto terms = redline::bind<flight>(redline::under(vendor, doctrine));

// What the desk relies on, or it does not compile.
constexpr flight mapping{
    "Everybody on the coast", activity::surveillance_mass,   theatre::patrol, true, 4'000, watch::in_the_loop,
    std::chrono::days{3},     redline::chain_state::complete};
static_assert(terms.decide(mapping).by(vendor, "2.1"));

constexpr flight flights[] = {
    {"Fuel for Tuesday", activity::planning, theatre::training, true, 0, {}, {}, {}},
    {"Two boats", activity::surveillance_coast, theatre::patrol, true, 9, {}, std::chrono::days{12}, {}},
    {"A harbour",
     activity::surveillance_coast,
     theatre::patrol,
     true,
     600,
     watch::on_the_loop,
     std::chrono::days{120},
     {}},
    mapping,
};

/// The outcome, and each term that it comes from.
void print(flight const& f)
{
    auto const decision = terms.decide(f);
    std::cout << f.title << ": " << name_of(decision.outcome());
    decision.each_by([](redline::rule_set const& rules, std::uint32_t term) {
        std::cout << "\n  " << rules(rules.title) << ", term " << rules(rules.terms[term].label);
        if (!rules.terms[term].because.empty()) std::cout << ": " << rules(rules.terms[term].because);
    });
    for (std::string_view const name : {"oversight", "red_team", "release"})
        if (decision.pends_on(name)) std::cout << "\n  waits for " << name;
    std::cout << '\n';
}

}  // namespace desk

int main()
{
    int of[3] = {};
    for (desk::flight const& f : desk::flights) {
        desk::print(f);
        ++of[static_cast<int>(desk::terms.outcome(f))];
    }
    return of[0] == 1 && of[1] == 2 && of[2] == 1 ? 0 : 1;
}
