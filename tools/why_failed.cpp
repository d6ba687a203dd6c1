#include "why_failed.hpp"

#include "characters.hpp"
#include "format/use_list.hpp"
#include "format/ways.hpp"
#include "progress.hpp"

#include "redline/core/proof/closest.hpp"
#include "redline/explain/english_terms.hpp"

namespace redline::tool {

namespace {

constexpr std::size_t most_terms = 5, most_ways = 3;

void add_terms(std::vector<std::string>& to, rule_set const& rules, index_set_view by)
{
    explaining::english_terms const english{rules, markup::plain};
    std::size_t count = 0;
    for (std::uint32_t const t : by) {
        if (++count > most_terms) continue;
        to.push_back("by " + std::string{rules(rules.terms[t].label)} + ": " + english.meaning(rules.terms[t]));
    }
    if (count > most_terms) to.push_back("and by " + std::to_string(count - most_terms) + " more terms");
}

/// What would have to hold beside what the scenario gives; false where nothing would do.
bool add_ways(std::vector<std::string>& to, rule_set const& rules, request_view const& request)
{
    redline::how_options options;
    options.most_ways = most_ways;
    how_answer const found = how(rules, request, options);
    if (found.status != how_status::answered || found.ways.empty()) return false;
    std::string const lines = ways_as_text(rules, found);
    for (std::size_t at = 0; at < lines.size();) {
        std::size_t const end = std::min(lines.find('\n', at), lines.size());
        std::string line = lines.substr(at, end - at);
        if (std::size_t const number = line.find(". "); line.rfind("and ", 0) != 0 && number != std::string::npos)
            line = "it would be permitted with " + line.substr(number + 2);
        to.push_back(std::move(line));
        at = end + 1;
    }
    return true;
}

void add_closest(std::vector<std::string>& to, rule_set const& rules, request_view const& request, outcome expected)
{
    std::string const word{name_of(expected)};
    closest_change const change = closest(rules, request, expected);
    if (change.too_large) to.push_back("what it would take to be " + word + " is too much to find out");
    else if (!change.found) to.push_back("whatever else it gives, it is never " + word);
    else to.push_back("it would be " + word + " if it gave " + joined(change.changes, " and "));
}

}  // namespace

std::vector<std::string> why_failed(rule_set const& rules, scenario_entry const& scenario, request_view const& request,
                                    decision const& came_out)
{
    std::vector<std::string> why;
    if (came_out.ground == ground::uncovered) why.emplace_back("no term permits it");
    else add_terms(why, rules, came_out.by);
    if (came_out.outcome != scenario.outcome) {
        bool const ways = scenario.outcome == outcome::permitted && add_ways(why, rules, request);
        if (!ways) add_closest(why, rules, request, scenario.outcome);
    }
    for (std::string& line : why) line = printable(line);
    return why;
}

}  // namespace redline::tool
