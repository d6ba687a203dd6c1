// What falls due, for people.
#include "duties_format.hpp"

#include "paragraph.hpp"

#include "../characters.hpp"
#include "../json/request_json.hpp"
#include "../terminal.hpp"

namespace redline::tool {

std::string duties_as_text(due_list const& of, bool colours)
{
    rule_set const& rules = of.rules;
    std::string out = printable(rules(rules.title)) + ", version " + std::to_string(rules.version) + ", as of " +
                      day_as_text(of.on) + "\n";
    if (of.items.empty()) return out + "nothing falls due\n";
    std::size_t widest = 0;
    for (due_item const& i : of.items)
        if (i.term != none)
            widest = std::max(widest, std::min<std::size_t>(rules(rules.terms[i.term].label).size(), 10));
    bool waits = false;
    for (due_item const& i : of.items) {
        if (!i.has_day && !waits) {
            waits = true;
            out += "without a day yet:\n";
        }
        // The record of a decision that was not made says no more than its report.
        std::string lead{"  "};
        if (i.has_day) lead += day_as_text(i.day) + "  ";
        std::string label = i.term == none ? std::string{} : printable(rules(rules.terms[i.term].label));
        label.resize(std::max(label.size(), widest), ' ');
        lead += label + (widest == 0 ? "" : "  ");
        std::string text = due_in_words(of, i);
        std::size_t const hang = columns_of(lead);
        if (i.overdue) {
            lead += "OVERDUE: ";
            if (i.kind == due_kind::lapse || i.kind == due_kind::end || i.kind == due_kind::notice)
                lead.replace(lead.size() - 9, 9, "past: ");
        }
        if (colours && i.gap) text = "\x1b[1;33m" + text + "\x1b[0m";
        // A paragraph puts a blank between its lead and its text by itself only where the lead ends in one.
        append_paragraph(out, lead, text, hang);
    }
    return out;
}

}  // namespace redline::tool
