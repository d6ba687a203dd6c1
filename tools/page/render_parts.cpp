// The table, the sign-offs, the vocabulary and the tests of a contract as HTML.
#include "render.hpp"

#include "chain_diagram.hpp"

#include <algorithm>

namespace redline::tool::page {

namespace {

void fill_conditions(part to, table_conditions const& when, links const& where)
{
    if (when.never() || when.always())
        return to.add("SIMPLY").set("SIMPLE_WORD", std::string{when.never() ? "never" : "always"});
    part list = to.add("WHEN");
    for (table_condition const& c : when.any_of) {
        words text{{"when "}};
        for (piece& p : highlighted(c.text, where)) text.push_back(std::move(p));
        list.add("CONDITION").set("CONDITION_WORDS", text);
    }
    if (!when.complete) list.show("FURTHER");
}

words uses_of(std::vector<std::string> const& uses, links const& where)
{
    words all;
    for (std::string const& u : uses) {
        if (!all.empty()) all.push_back({", "});
        if (u == "all uses") all.push_back({u});
        else
            for (piece& p : highlighted(u, where)) all.push_back(std::move(p));
    }
    return all;
}

void fill_row(part to, table_row const& r, links const& where)
{
    to.set("USES", uses_of(r.in_words, where));
    fill_conditions(to.include("PROHIBITED", "conditions.html"), r.prohibited, where);
    part const paused = to.include("PAUSED", "conditions.html");
    if (r.paused.never()) part{paused}.add("SIMPLY").set("SIMPLE_WORD", std::string{"never"});
    else fill_conditions(paused, r.paused_unless_prohibited, where);
    part permitted = to.include("PERMITTED", "conditions.html");
    char const* const word = r.permitted.never() ? "never" : r.permitted.always() ? "always" : "in all other cases";
    permitted.add("SIMPLY").set("SIMPLE_WORD", std::string{word});
}

/// Where no term but the baseline has a say.
void fill_gaps(part to, contract_table const& table, rule_set const& rules, links const& where)
{
    bool const any =
        std::any_of(table.rows.begin(), table.rows.end(), [](table_row const& r) { return !r.gaps.never(); });
    if (!any) return;
    part gaps = to.add("GAPS");
    gaps.set("GROUND_ID", id_of_term(rules(rules.terms[rules.baseline].label)));
    for (table_row const& r : table.rows) {
        if (r.gaps.never()) continue;
        part one = gaps.add("GAP");
        one.set("GAP_USES", uses_of(r.in_words, where));
        fill_conditions(one.include("GAP_CONDITIONS", "conditions.html"), r.gaps, where);
        one.set("GAP_EXAMPLE", highlighted(r.gap_example, where));
    }
}

void place(part to, char const* section, std::string const& prefix, place_on_page const* at)
{
    if (at == nullptr) return;
    part one = to.add(section);
    one.set((prefix + "_ID").c_str(), at->id);
    one.set((prefix + "_TEXT").c_str(), at->text);
}
place_on_page const* declared(contract_page const& page, std::string const& id)
{
    auto const at = page.text.declared.find(id);
    return at == page.text.declared.end() ? nullptr : &at->second;
}

std::string class_of(mark m)
{
    constexpr char const* names[] = {"flow", "stage", "role", "end", "late", "refused"};
    return names[static_cast<unsigned>(m)];
}

void fill_picture(part to, diagram_of_chain const& d)
{
    to.set("SVG_WIDTH", static_cast<long>(diagram_of_chain::width));
    to.set("SVG_HEIGHT", static_cast<long>(d.height));
    for (diagram_line const& l : d.lines) {
        part line = to.add("SVG_LINE");
        line.set("MARK", class_of(l.is));
        line.set("X1", long{l.from_x});
        line.set("Y1", long{l.from_y});
        line.set("X2", long{l.to_x});
        line.set("Y2", long{l.to_y});
        if (!l.arrow) continue;
        part head = line.add("ARROW");
        head.set("AX1", long{l.to_x} - 5);
        head.set("AX2", long{l.to_x} + 5);
        head.set("AY", long{l.to_y} - 7);
    }
    for (diagram_box const& b : d.boxes) {
        part box = to.add("SVG_BOX");
        box.set("MARK", class_of(b.is));
        box.set("X", long{b.x});
        box.set("Y", long{b.y});
        box.set("W", long{b.width});
        box.set("H", long{b.height});
        box.set("R", b.is == mark::end ? 14L : 4L);
    }
    for (diagram_text const& t : d.texts) {
        part text = to.add("SVG_TEXT");
        constexpr char const* looks[] = {"plain", "heading", "name"};
        text.set("LETTERING", std::string{looks[static_cast<unsigned>(t.is)]} + (t.to_the_left ? " left" : ""));
        text.set("X", long{t.x});
        text.set("Y", long{t.y});
        text.set("SVG_WORDS", t.text);
    }
}

void fill_result(part to, test_result const& r, std::vector<place_on_page> const& places, std::size_t number)
{
    to.set("RESULT", std::string{r.ok() ? "holds" : "fails"});
    to.set("RESULT_WORD", std::string{r.ok() ? "Holds" : "Does not hold"});
    if (!r.ok()) to.add("WHY").set("WHY_TEXT", why_not(r));
    place(to, "PLACE", "PLACE", number < places.size() ? &places[number] : nullptr);
}

/// `3 scenarios, all hold`.
std::string counts(std::vector<test_result> const& results, std::string const& one)
{
    std::size_t const failed = count_failed(results);
    std::string text = std::to_string(results.size()) + " " + one + (results.size() == 1 ? "" : "s") + ": ";
    if (failed != 0) return text + std::to_string(failed) + (failed == 1 ? " does not hold" : " do not hold");
    return text + (results.size() == 1 ? "holds" : "all hold");
}

}  // namespace

void fill_table(part to, contract_table const& table, rule_set const& rules, links const& where)
{
    if (table.too_large) return to.show("TABLE_TOO_LARGE");
    part rows = to.add("TABLE_ROWS");
    for (table_row const& r : table.rows) fill_row(rows.add("TABLE_ROW"), r, where);
    fill_gaps(to, table, rules, where);
}

void fill_chain(part to, rule_set const& rules, explained_chain const& c, std::string const& id, links const& where)
{
    to.set("CHAIN_ID", id);
    to.set("CHAIN_NAME", c.name);
    std::string description = plain_text(c.opening);
    for (std::vector<std::string> const* lines : {&c.steps, &c.rules})
        for (std::string const& l : *lines) description += " " + plain_text(l);
    to.set("CHAIN_DESCRIPTION", description);
    for (chain_entry const& entry : rules.chains)
        if (rules(entry.name) == c.name) fill_picture(to, lay_out(rules, entry));
    to.set("OPENING", sentence(c.opening, where));
    for (std::string const& s : c.steps) to.add("STEP").set("STEP_WORDS", sentence(s, where));
    for (std::string const& r : c.rules) to.add("RULE").set("RULE_WORDS", sentence(r, where));
}

void fill_chains(part to, contract_page const& page, links const& where)
{
    if (page.said->chains.empty()) return;
    part all = to.add("CHAINS");
    for (explained_chain const& c : page.said->chains) {
        part chain = all.include("CHAIN", "chain.html");
        std::string const id = id_of_chain(c.name);
        fill_chain(chain, *page.rules, c, id, where);
        place(chain, "CHAIN_PLACE", "CHAIN_PLACE", declared(page, id));
    }
}

std::string id_in_vocabulary(std::string const& heading, std::string const& name)
{
    return heading == "Uses" ? id_of_use(name) : heading == "Missions" ? id_of_mission(name) : id_of_name(name);
}

void fill_vocabulary(part to, contract_page const& page)
{
    if (page.said->vocabulary.empty()) return;
    links const where{*page.rules};
    part all = to.add("VOCABULARY");
    for (explained_names const& g : page.said->vocabulary) {
        part names = all.add("NAMES");
        names.set("NAMES_HEADING", g.heading);
        for (explained_name const& n : g.names) {
            part name = names.add("NAME");
            std::string const id = id_in_vocabulary(g.heading, n.name);
            name.set("NAME_ID", id);
            name.set("NAME", n.name);
            name.set("NAME_MEANING", sentence(n.meaning, where));
            place(name, "NAME_PLACE", "NAME_PLACE", declared(page, id));
        }
    }
}

void fill_tests(part to, contract_page const& page, links const& where)
{
    test_results const& t = *page.tests;
    if (t.scenarios.empty() && t.assertions.empty()) return;
    part all = to.add("TESTS");
    std::string text;
    if (!t.scenarios.empty()) text = counts(t.scenarios, "scenario");
    if (!t.assertions.empty()) text += (text.empty() ? "" : "; ") + counts(t.assertions, "assertion");
    all.set("TEST_COUNTS", text + ".");
    if (!t.scenarios.empty()) {
        part table = all.add("SCENARIOS");
        for (std::size_t i = 0; i != t.scenarios.size(); ++i) {
            part row = table.add("SCENARIO");
            row.set("SCENARIO_TITLE", t.scenarios[i].title);
            fill_result(row, t.scenarios[i], page.text.scenarios, i);
        }
    }
    if (!t.assertions.empty()) {
        part table = all.add("ASSERTIONS");
        for (std::size_t i = 0; i != t.assertions.size(); ++i) {
            part row = table.add("ASSERTION");
            row.set("ASSERTION_WORDS", highlighted(t.assertions[i].title, where));
            row.set("CLAIM", sentence(page.said->assertions[i], where));
            fill_result(row, t.assertions[i], page.text.assertions, i);
        }
    }
    if (t.scenarios.empty() || t.never.empty()) return;
    part never = all.add("NEVER_DECIDED");
    for (std::string const& label : t.never) {
        part one = never.add("NEVER");
        one.set("NEVER_ID", id_of_term(label));
        one.set("NEVER_LABEL", label);
    }
}

}  // namespace redline::tool::page
