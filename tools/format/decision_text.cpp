#include "decision_text.hpp"

#include "paragraph.hpp"
#include "use_list.hpp"

#include "../characters.hpp"
#include "../json/request_json.hpp"
#include "../terminal.hpp"

#include "redline/explain/english_terms.hpp"

namespace redline::tool {

namespace {

std::string head_of(decision const& d, bool colours)
{
    std::string const word{name_of(d.outcome)};
    std::string out = d.outcome == outcome::paused ? word : coloured(word, d.outcome == outcome::permitted, colours);
    if (d.ground == ground::forbidden) out += ": a term forbids it";
    if (d.ground == ground::uncovered) out += ": no term permits it";
    if (d.ground == ground::not_valid) out += ": it can't be decided";
    return out + "\n";
}

std::string pending_of(rule_set const& rules, pending_items const& p)
{
    std::vector<std::string> items;
    auto const add = [&](index_set_view set, std::string_view what, auto const& entries) {
        for (std::uint32_t const i : set) items.push_back(std::string{what} + std::string{rules(entries[i].name)});
    };
    if (p.use) items.emplace_back("the kind of use");
    if (p.mission) items.emplace_back("the mission");
    if (p.date) items.emplace_back("the date");
    add(p.facts, "", rules.facts);
    add(p.evidence, "evidence ", rules.evidence);
    add(p.safeguards, "safeguard ", rules.safeguards);
    add(p.signoffs, "sign-off ", rules.chains);
    return joined(items, "; ");
}

std::string labels_of(rule_set const& rules, index_set_view terms)
{
    std::vector<std::string> labels;
    for (std::uint32_t const t : terms) labels.emplace_back(rules(rules.terms[t].label));
    return joined(labels);
}

std::string told_by(rule_set const& rules, term_entry const& t)
{
    log_entry const& log = rules.logs[t.detail];
    std::vector<std::string> who;
    for (std::uint32_t i = log.told.first; i != log.told.last; ++i) who.push_back(name_of(rules, rules.principals[i]));
    std::string out = "logged by " + std::string{rules(t.label)} + ", to " + joined(who);
    if (log.within != unlimited) out += " within " + proof::duration_in_words(log.within);
    if (log.keep != unlimited) out += ", kept " + proof::duration_in_words(log.keep);
    return out;
}

}  // namespace

void append_term(std::string& to, rule_set const& rules, term_entry const& t, std::size_t indent)
{
    explaining::english_terms const english{rules, markup::plain};
    std::string lead(indent, ' ');
    lead.append(printable(rules(t.label))).append("  ");
    std::size_t const hang = columns_of(lead);
    append_paragraph(to, lead, printable(english.meaning(t)), hang);
    std::string const margin(hang, ' ');
    if (!t.because.empty()) append_paragraph(to, margin, printable("Reason: " + english.free_text(t.because)), hang);
    if (!t.cites.empty()) append_paragraph(to, margin, printable(english.citing(t)), hang);
}

std::string decision_as_text(rule_set const& rules, decision const& d, bool colours)
{
    std::string out = head_of(d, colours);
    for (std::uint32_t const t : d.by) append_term(out, rules, rules.terms[t], 2);
    if (d.outcome == outcome::paused)
        append_paragraph(out, "  waits for: ", printable(pending_of(rules, d.pending)), 4);
    if (!d.exceptions.empty()) append_paragraph(out, "  excepted from: ", printable(labels_of(rules, d.exceptions)), 4);
    for (std::uint32_t const t : d.log) append_paragraph(out, "  ", printable(told_by(rules, rules.terms[t])), 4);
    return out;
}

}  // namespace redline::tool
