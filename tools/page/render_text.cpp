// The text of a contract as HTML: blocks of lines, and what stands beside them.
#include "render.hpp"

#include "../format/explanation_format.hpp"

#include <algorithm>
#include <map>

namespace redline::tool::page {

namespace {

/// Terms in English by their labels.
using said_terms = std::map<std::string_view, explained_term const*>;

said_terms terms_of(contract_page const& page)
{
    said_terms all;
    if (page.said)
        for (explained_section const& s : page.said->sections)
            for (explained_term const& t : s.terms) all.emplace(t.label, &t);
    return all;
}

void fill_outcome(part to, said_conditions const& s, links const& where)
{
    to.set("OUTCOME_LEAD", s.lead);
    if (s.conditions.empty()) return;
    if (s.conditions.size() == 1 && s.complete)
        return to.add("OUTCOME_ONE").set("OUTCOME_WORDS", highlighted(s.conditions.front(), where));
    part several = to.add("OUTCOME_SEVERAL");
    for (std::string const& c : s.conditions)
        several.add("OUTCOME_CONDITION").set("OUTCOME_WORDS", highlighted(c, where));
    if (!s.complete) several.show("OUTCOME_FURTHER");
}

void fill_term(part to, explained_term const& t, bool alone, links const& where)
{
    if (alone) to.show("ALONE");
    else {
        part several = to.add("OF_SEVERAL");
        several.set("TERM_ID", id_of_term(t.label));
        several.set("TERM_LABEL", t.label);
    }
    to.set("MEANING", sentence(t.meaning, where));
    if (!t.citing.empty()) to.add("CITING").set("CITING_WORDS", sentence(t.citing, where));
    if (!t.reason.empty()) to.add("REASON").set("REASON_WORDS", sentence(t.reason, where));
    for (explained_effect const& e : t.effects) {
        part effect = to.add("EFFECT");
        words uses;
        for (std::string const& u : e.uses) {
            if (!uses.empty()) uses.push_back({", "});
            for (piece& p : highlighted(u, where)) uses.push_back(std::move(p));
        }
        if (!uses.empty()) effect.add("EFFECT_USES").set("EFFECT_USES_WORDS", uses);
        for (said_conditions const& s : outcomes_in_words(e)) fill_outcome(effect.add("OUTCOME"), s, where);
    }
}

void fill_heading(part to, unsigned level, std::string const& id, words const& text)
{
    part heading = to.add(level == 3 ? "H3" : level == 4 ? "H4" : level == 5 ? "H5" : "H6");
    if (!id.empty()) heading.add("WITH_ID").set("HEADING_ID", id);
    heading.set("WORDS", text);
}

void fill_prose(part block, std::vector<prose_block> const& all)
{
    for (std::size_t i = 0; i != all.size(); ++i) {
        part to = block.add("PROSE");
        switch (all[i].is) {
        case prose_kind::heading:
            fill_heading(to.add("PROSE_HEADING").include("PROSE_WORDS", "heading.html"), all[i].level, {}, all[i].text);
            break;
        case prose_kind::paragraph: to.add("PARAGRAPH").set("PROSE_WORDS", all[i].text); break;
        case prose_kind::quote: to.add("QUOTE").set("PROSE_WORDS", all[i].text); break;
        case prose_kind::code: to.add("OTHER_CODE").set("PROSE_WORDS", all[i].text); break;
        default: {
            prose_kind const is = all[i].is;
            part items = to.add(is == prose_kind::bullet ? "BULLETS" : "NUMBERED");
            for (; i != all.size() && all[i].is == is; ++i) items.add("ITEM").set("PROSE_WORDS", all[i].text);
            --i;
        }
        }
    }
}

void fill_results(part beside, std::vector<test_result const*> const& results)
{
    for (test_result const* r : results) {
        part line = beside.add("RESULT_LINE");
        line.set("RESULT", std::string{r->ok() ? "holds" : "fails"});
        line.set("RESULT_WORD", std::string{r->ok() ? "Holds" : "Does not hold"});
        if (!r->ok()) line.add("WHY").set("WHY_TEXT", why_not(*r));
    }
}

void fill_block(part to, listed_block const& b, said_terms const& said, links const& where)
{
    if (b.heading_level != 0)
        fill_heading(to.include("HEADING", "heading.html"), b.heading_level, b.heading_id, b.heading);
    fill_prose(to, b.prose);
    if (b.lines.empty()) return;
    part code = to.add("CODE");
    if (b.terms.size() == 1) {
        code.show("ONE_TERM");
        code.set("TERM_ID", id_of_term(b.terms.front()));
        code.set("TERM_LABEL", b.terms.front());
    }
    else code.show("NO_TERM");
    auto const holds = [](test_result const* r) { return r->ok(); };
    bool const results = !b.scenarios.empty() || !b.assertions.empty();
    if (results && b.terms.empty() && b.chains.empty() && std::all_of(b.scenarios.begin(), b.scenarios.end(), holds) &&
        std::all_of(b.assertions.begin(), b.assertions.end(), holds))
        code.show("NARROW");  // but a word stands beside it
    for (listed_line const& l : b.lines) {
        part line = code.add("LINE");
        line.set("LINE_ID", l.id);
        line.set("LINE_NUMBER", static_cast<long>(l.number));
        line.set("LINE_WORDS", l.text, l.marked);
        for (shown_finding const* f : l.findings) fill(line.add("LINE_FINDING"), *f);
    }
    if (b.terms.empty() && b.scenarios.empty() && b.assertions.empty() && b.chains.empty()) return;
    part beside = code.add("BESIDE");
    for (std::string const& label : b.terms) {
        auto const t = said.find(label);
        if (t != said.end()) fill_term(beside.include("TERM", "term.html"), *t->second, b.terms.size() == 1, where);
    }
    fill_results(beside, b.scenarios);
    fill_results(beside, b.assertions);
    for (std::string const& name : b.chains) {
        part line = beside.add("CHAIN_LINE");
        line.set("CHAIN_LINE_ID", id_of_chain(name));
        line.set("CHAIN_LINE_NAME", name);
    }
}

}  // namespace

std::string why_not(test_result const& r)
{
    std::string text;
    for (finding const& f : r.wrong) text += (text.empty() ? "" : "; ") + whole_message(f);
    return text;
}

void fill_blocks(part to, contract_page const& page, links const& where)
{
    said_terms const said = terms_of(page);
    for (listing const& file : page.text.files) {
        part one = to.add("FILE");
        if (page.text.files.size() > 1) {
            part named = one.add("WITH_FILE_NAME");
            named.set("FILE_ID", file.id == "text" ? std::string{"file-1"} : file.id);
            named.set("FILE_NAME", file.file);
        }
        for (listed_block const& b : file.blocks) fill_block(one.include("BLOCK", "block.html"), b, said, where);
    }
    if (page.text.elsewhere.empty() || !page.said) return;
    part elsewhere = to.add("ELSEWHERE");
    for (std::string const& label : page.text.elsewhere) {
        auto const t = said.find(label);
        if (t != said.end()) fill_term(elsewhere.include("TERM_ELSEWHERE", "term.html"), *t->second, false, where);
    }
}

}  // namespace redline::tool::page
