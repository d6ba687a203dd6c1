#include "explanation_format.hpp"

namespace redline::tool {

namespace {

std::vector<std::string> texts(table_conditions const& of)
{
    std::vector<std::string> all;
    for (table_condition const& c : of.any_of) all.push_back(c.text);
    return all;
}

/// `never` and `always` are sentences; else `when`, and a list.
said_conditions said(std::string const& outcome, table_conditions const& when, char const* never)
{
    if (when.never()) return {never, {}, true};
    if (when.always()) return {outcome + " always.", {}, true};
    return {outcome + " when", texts(when), when.complete};
}

}  // namespace

std::vector<said_conditions> outcomes_in_words(table_row const& r)
{
    if (r.prohibited.always()) return {{"Always prohibited.", {}, true}};
    if (r.permitted.always()) return {{"Always permitted.", {}, true}};
    std::vector<said_conditions> all;
    if (!r.prohibited.never()) all.push_back(said("Prohibited", r.prohibited, ""));
    bool const first = all.empty();
    if (!r.paused.never()) all.push_back(said(first ? "Paused" : "Otherwise paused", r.paused_unless_prohibited, ""));
    if (r.paused_unless_prohibited.always()) return all;
    all.push_back({r.permitted.never() ? "Never permitted." : "Otherwise permitted.", {}, true});
    return all;
}

std::vector<said_conditions> outcomes_in_words(explained_effect const& e)
{
    return {said("It prohibits", e.prohibits, "By itself it never prohibits."),
            said("It pauses", e.pauses, "By itself it never pauses.")};
}

}  // namespace redline::tool
