#include "contract_page.hpp"

#include "../characters.hpp"

#include "redline/explain.hpp"

#include <set>

namespace redline::tool::page {

namespace {

std::string without_folders(std::string const& path) { return path.substr(path.find_last_of('/') + 1); }

std::string note_of(finding const& f)
{
    auto const at = [&](std::string const& file, position const& p) {
        return (file == f.file ? "" : shown(without_folders(file)) + ", ") + "line " + std::to_string(p.line);
    };
    std::string text;
    if (!f.related_message.empty()) text = f.related_message + ": " + at(f.related_file, f.related_from);
    if (!f.applied.message.empty())
        text += (text.empty() ? "" : "; ") + f.applied.message + ": " + at(f.applied.file, f.applied.from);
    return text;
}

/// What is no part of a listed line, as a fence that is never closed, is looked up in the text as a whole.
void place(std::vector<shown_finding>& findings, listings const& text)
{
    std::set<shown_finding const*> placed;
    for (listing const& file : text.files)
        for (listed_block const& b : file.blocks)
            for (listed_line const& l : b.lines) placed.insert(l.findings.begin(), l.findings.end());
    for (shown_finding& f : findings)
        if (placed.count(&f) == 0) f.at.id = "text";
}

}  // namespace

std::vector<shown_finding> shown_findings(source const& file, contract const& c)
{
    std::vector<shown_finding> all;
    for (text::diagnostic const& d : c.diagnostics) {
        finding const f = finding_of(file.name, c, d);
        std::uint32_t const number = static_cast<std::uint32_t>(all.size() + 1);
        std::string const where = "line " + std::to_string(f.from.line) + ", column " + std::to_string(f.from.column);
        bool const here = d.where.source == 0;
        all.push_back(
            {f.error,
             f.code,
             whole_message(f),
             note_of(f),
             "finding-" + std::to_string(number),
             {"finding-" + std::to_string(number), (here ? "" : shown(without_folders(f.file)) + ", ") + where},
             d.where.source,
             f.offset,
             f.length});
    }
    return all;
}

contract_page page_of(source const& file, contract const& c, test_results const& tests)
{
    contract_page page;
    page.of = &c;
    page.rules = c.testable ? &c.rules_to_test : &c.rules;
    page.tests = &tests;
    page.file = shown(without_folders(file.name));
    page.findings = shown_findings(file, c);
    page.counts = counts_in_words(findings_of(file, c));
    page.text = list(file, c, page.findings, tests);
    place(page.findings, page.text);
    if (c.testable) page.said = explain(*page.rules, c.scenarios, markup::markdown);
    page.title = c.testable ? printable((*page.rules)(page.rules->title)) : page.file;
    return page;
}

}  // namespace redline::tool::page
