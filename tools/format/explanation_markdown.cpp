// An explanation as a Markdown page.
#include "explanation_format.hpp"

#include "use_list.hpp"

namespace redline::tool {

namespace {

std::string code(std::string const& text) { return "`" + text + "`"; }

std::string codes(std::vector<std::string> const& all)
{
    std::string text;
    for (std::string const& one : all) text += (text.empty() ? "" : ", ") + code(one);
    return text;
}

void show(std::string& out, std::vector<said_conditions> const& all)
{
    for (said_conditions const& s : all) {
        if (s.conditions.size() == 1 && s.complete) {
            out += "- " + s.lead + " " + code(s.conditions.front()) + ".\n";
            continue;
        }
        out += "- " + s.lead + (s.conditions.empty() ? "" : " one of these holds:") + "\n";
        for (std::string const& c : s.conditions) out += "  - " + code(c) + "\n";
        if (!s.complete) out += "  - further conditions, which are too many to be listed\n";
    }
}

void show_term(std::string& out, explained_term const& t)
{
    out += "**" + t.label + "** " + t.meaning;
    if (!t.citing.empty()) out += " " + t.citing;
    out += "\n\n";
    if (!t.reason.empty()) out += "> " + t.reason + "\n\n";
    for (explained_effect const& e : t.effects) {
        if (!e.uses.empty()) out += "For " + codes(e.uses) + ":\n\n";
        show(out, outcomes_in_words(e));
        out += "\n";
    }
}

void list(std::string& out, std::vector<std::string> const& items)
{
    for (std::string const& i : items) out += "- " + i + "\n";
    if (!items.empty()) out += "\n";
}

}  // namespace

std::string explanation_as_markdown(explanation const& of)
{
    std::string out = "# " + of.title + ", version " + std::to_string(of.version) + "\n\n" + of.in_effect + "\n\n";
    if (!of.digest.empty()) out += "Digest: " + code(of.digest) + "\n\n";
    out += std::string{"## "} + heading_of_reading + "\n\n";
    list(out, of.reading);
    if (!of.vocabulary.empty()) out += "## Vocabulary\n\n";
    for (explained_names const& g : of.vocabulary) {
        out += "### " + g.heading + "\n\n";
        for (explained_name const& n : g.names) out += "- " + code(n.name) + ": " + n.meaning + "\n";
        out += "\n";
    }
    out += std::string{"## "} + heading_of_terms + "\n\n";
    for (explained_section const& s : of.sections) {
        if (!s.label.empty()) out += "### Section " + s.label + ": " + s.title + "\n\n";
        for (explained_term const& t : s.terms) show_term(out, t);
    }
    if (!of.chains.empty()) out += std::string{"## "} + heading_of_chains + "\n\n";
    for (explained_chain const& c : of.chains) {
        out += "### The sign-off " + code(c.name) + "\n\n" + c.opening + "\n\n";
        for (std::size_t i = 0; i != c.steps.size(); ++i) out += std::to_string(i + 1) + ". " + c.steps[i] + "\n";
        out += "\n";
        list(out, c.rules);
    }
    if (!of.assertions.empty()) out += std::string{"## "} + heading_of_assertions + "\n\n";
    list(out, of.assertions);
    out += std::string{"## "} + heading_of_table + "\n\n";
    for (table_row const& r : of.table.rows) {
        out += "### " + codes(r.in_words) + "\n\n";
        show(out, outcomes_in_words(r));
        out += "\n";
    }
    out.pop_back();
    return out;
}

}  // namespace redline::tool
