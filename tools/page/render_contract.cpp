// The page of a contract: its head, its contents, its findings, and the parts that follow.
#include "render.hpp"

namespace redline::tool::page {

namespace {

void fact(part to, char const* name, words const& what)
{
    part one = to.add("FACT");
    one.set("FACT_NAME", std::string{name});
    one.set("FACT_WORDS", what);
}

explained_term const* term_of(explanation const& e, std::string_view label)
{
    for (explained_section const& s : e.sections)
        for (explained_term const& t : s.terms)
            if (t.label == label) return &t;
    return nullptr;
}

words parties(contract_page const& page)
{
    words all;
    for (explained_names const& g : page.said->vocabulary) {
        if (g.heading != "Parties") continue;
        for (explained_name const& n : g.names) {
            if (!all.empty()) all.push_back({"; "});
            all.push_back({n.name, style::name, true, id_of_name(n.name)});
            std::string meaning = plain_text(n.meaning);
            if (!meaning.empty() && meaning.back() == '.') meaning.pop_back();
            all.push_back({": " + meaning});
        }
    }
    return all;
}

void fill_head(part to, contract_page const& page, links const& where)
{
    to.set("TITLE", page.title);
    fact(to, "File", {{page.file, style::plain, true}});
    if (!page.said) return;
    fact(to, "Version", {{std::to_string(page.said->version)}});
    fact(to, "In effect", sentence(page.said->in_effect, where));
    words const of = parties(page);
    if (!of.empty()) fact(to, "Parties", of);
    if (page.rules->baseline != none) {
        std::string const label{(*page.rules)(page.rules->terms[page.rules->baseline].label)};
        words ground{{"Term " + label, style::label, false, id_of_term(label)}, {": "}};
        if (explained_term const* const t = term_of(*page.said, label))
            for (piece& p : sentence(t->meaning, where)) ground.push_back(std::move(p));
        fact(to, "Ground rule", ground);
    }
    if (!page.said->digest.empty()) fact(to, "Digest", {{page.said->digest, style::plain, true}});
}

void content(part to, char const* id, char const* title)
{
    part one = to.add("CONTENT");
    one.set("CONTENT_ID", std::string{id});
    one.set("CONTENT_TITLE", std::string{title});
}

std::string text_of(words const& all)
{
    std::string text;
    for (piece const& p : all) text += p.text;
    return text;
}

/// The text, its sections, and the terms of each.
void fill_text_contents(part to, contract_page const& page)
{
    part entry = to.add("CONTENT");
    entry.set("CONTENT_ID", std::string{"text"});
    entry.set("CONTENT_TITLE", std::string{"The text"});
    bool terms = false;
    for (listing const& file : page.text.files)
        for (listed_block const& b : file.blocks) {
            if (!b.heading_id.empty()) {
                entry = to.add("CONTENT");
                terms = false;
                entry.set("CONTENT_ID", b.heading_id);
                entry.set("CONTENT_TITLE", text_of(b.heading));
            }
            for (std::string const& label : b.terms) {
                if (!terms) entry.show("WITH_TERMS");
                terms = true;
                part term = entry.add("CONTENT_TERM");
                term.set("CONTENT_TERM", label);
                term.set("CONTENT_TERM_ID", id_of_term(label));
            }
        }
}

void fill_contents(part to, contract_page const& page)
{
    content(to, "findings", "Findings");
    if (page.said) content(to, "table", "What it all comes to, use by use");
    fill_text_contents(to, page);
    if (!page.said) return;
    if (!page.said->chains.empty()) content(to, "signoffs", "Sign-offs");
    if (!page.said->vocabulary.empty()) content(to, "vocabulary", "Vocabulary");
    if (!page.tests->scenarios.empty() || !page.tests->assertions.empty())
        content(to, "scenarios", "Scenarios and assertions");
    content(to, "reading", "How to read this");
}

}  // namespace

void fill(part to, shown_finding const& f)
{
    to.set("SEVERITY", std::string{f.error ? "error" : "warning"});
    to.set("SEVERITY_WORD", std::string{f.error ? "Error" : "Warning"});
    to.set("CODE", f.code);
    to.set("MESSAGE", f.message);
    to.set("FINDING_ID", f.id);
    to.set("AT_ID", f.at.id);
    to.set("AT", f.at.text);
    if (f.note.empty()) return;
    to.add("WITH_NOTE").set("NOTE", f.note);
}

std::string html_of(contract_page const& page)
{
    links const where{*page.rules};
    return rendered("contract.html", page.title, [&](part to) {
        fill_head(to, page, where);
        if (!page.of->ok) {
            part const banner = to.add("NOT_VALID");
            if (!page.said) part{banner}.show("UNSAID");
        }
        fill_contents(to, page);
        to.set("COUNTS", page.counts);
        if (!page.findings.empty()) {
            part list = to.add("WITH_FINDINGS");
            for (shown_finding const& f : page.findings) fill(list.add("LISTED_FINDING"), f);
        }
        if (page.said) fill_table(to.add("TABLE"), page.said->table, *page.rules, where);
        fill_blocks(to, page, where);
        if (!page.said) return;
        fill_chains(to, page, where);
        fill_vocabulary(to, page);
        fill_tests(to, page, where);
        part reading = to.add("READING");
        for (std::string const& r : page.said->reading)
            reading.add("READING_RULE").set("READING_WORDS", sentence(r, where));
    });
}

}  // namespace redline::tool::page
