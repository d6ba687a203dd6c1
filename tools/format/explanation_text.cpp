// An explanation for people, in lines that a terminal holds.
#include "explanation_format.hpp"

#include "paragraph.hpp"
#include "use_list.hpp"

namespace redline::tool {

namespace {

class text_page {
public:
    std::string const& text() const noexcept { return out_; }

    void blank() { out_ += "\n"; }
    void heading(std::string const& text)
    {
        if (!out_.empty()) blank();
        out_ += text + "\n" + std::string(columns_of(text), '-') + "\n";
    }
    void paragraph(std::string const& lead, std::string const& text, std::size_t hang)
    {
        append_paragraph(out_, lead, text, hang);
    }
    void conditions(std::vector<said_conditions> const& all, std::size_t indent)
    {
        std::string const margin(indent, ' ');
        for (said_conditions const& s : all) {
            if (s.conditions.size() == 1 && s.complete) {
                paragraph(margin, s.lead + " " + s.conditions.front() + ".", indent + 2);
                continue;
            }
            paragraph(margin, s.lead + (s.conditions.empty() ? "" : " one of these holds:"), indent + 2);
            for (std::string const& c : s.conditions) paragraph(margin + "- ", c, indent + 4);
            if (!s.complete)
                paragraph(margin + "- ", "further conditions, which are too many to be listed", indent + 4);
        }
    }

private:
    std::string out_;
};

void show_term(text_page& page, explained_term const& t, std::size_t indent)
{
    std::string const margin(indent, ' ');
    std::string label = t.label;
    label.resize(std::max(label.size() + 2, indent), ' ');
    page.paragraph(label, t.meaning, indent);
    if (!t.citing.empty()) page.paragraph(margin, t.citing, indent);
    if (!t.reason.empty()) page.paragraph(margin, "Reason: " + t.reason, indent);
    for (explained_effect const& e : t.effects) {
        if (!e.uses.empty()) page.paragraph(margin, "For " + joined(e.uses) + ":", indent);
        page.conditions(outcomes_in_words(e), indent + (e.uses.empty() ? 0 : 2));
    }
}

void show_terms(text_page& page, explanation const& of)
{
    page.heading(heading_of_terms);
    std::size_t indent = 4;
    for (explained_section const& s : of.sections)
        for (explained_term const& t : s.terms)
            indent = std::max(indent, std::min<std::size_t>(t.label.size() + 2, 10));
    bool first = true;
    for (explained_section const& s : of.sections) {
        if (!first) page.blank();
        if (!s.label.empty()) page.paragraph("", "Section " + s.label + ": " + s.title, 2);
        for (explained_term const& t : s.terms) {
            if (!first || !s.label.empty()) page.blank();
            show_term(page, t, indent);
            first = false;
        }
        first = false;
    }
}

void show_chain(text_page& page, explained_chain const& c)
{
    page.paragraph("", "The sign-off " + c.name + ". " + c.opening, 2);
    for (std::size_t i = 0; i != c.steps.size(); ++i) {
        std::string const lead = "  " + std::to_string(i + 1) + ". ";
        page.paragraph(lead, c.steps[i], lead.size());
    }
    for (std::string const& r : c.rules) page.paragraph("  - ", r, 4);
}

}  // namespace

std::string explanation_as_text(explanation const& of)
{
    text_page page;
    page.heading(of.title + ", version " + std::to_string(of.version));
    page.paragraph("", of.in_effect, 0);
    if (!of.digest.empty()) page.paragraph("", "Digest: " + of.digest, 0);
    page.heading(heading_of_reading);
    for (std::string const& r : of.reading) page.paragraph("- ", r, 2);
    for (explained_names const& g : of.vocabulary) {
        page.heading(g.heading);
        for (explained_name const& n : g.names) page.paragraph(n.name + ": ", n.meaning, 4);
    }
    show_terms(page, of);
    if (!of.chains.empty()) page.heading(heading_of_chains);
    for (std::size_t i = 0; i != of.chains.size(); ++i) {
        if (i != 0) page.blank();
        show_chain(page, of.chains[i]);
    }
    if (!of.assertions.empty()) page.heading(heading_of_assertions);
    for (std::string const& a : of.assertions) page.paragraph("- ", a, 2);
    page.heading(heading_of_table);
    for (std::size_t i = 0; i != of.table.rows.size(); ++i) {
        if (i != 0) page.blank();
        page.paragraph("", joined(of.table.rows[i].in_words) + ":", 2);
        page.conditions(outcomes_in_words(of.table.rows[i]), 2);
    }
    return page.text();
}

}  // namespace redline::tool
