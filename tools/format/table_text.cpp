// The table of a contract for people.
#include "table_format.hpp"

#include "use_list.hpp"

namespace redline::tool {

namespace {

std::string in_words(table_condition const& c)
{
    bool marked = false;
    std::string text;
    for (proof::condition_piece const& p : c.pieces) {
        text += (text.empty() ? "" : " and ") + p.text + (p.met ? " (which it is)" : "");
        marked = marked || p.met;
    }
    return marked ? text : c.text;
}

void show(std::string& out, char const* what, table_conditions const& when)
{
    out.append("  ").append(what);
    if (when.never()) out += "  never";
    else if (when.always()) out += "  always";
    for (std::size_t i = 0; i < when.any_of.size() && !when.always(); ++i) {
        if (i != 0) out += "\n          or";
        out += "  when " + in_words(when.any_of[i]);
    }
    if (!when.complete) out += "\n          or  in further cases, which are too many to be listed";
    out += "\n";
}

void show_list(std::string& out, char const* what, std::vector<std::string> const& items)
{
    if (!items.empty()) out += what + joined(items) + "\n";
}

}  // namespace

std::string table_as_text(contract_table const& of)
{
    std::string out;
    show_list(out, "known: ", of.known);
    show_list(out, "held:  ", of.held);
    for (table_row const& r : of.rows) {
        out += joined(r.in_words) + "\n";
        show(out, "prohibited", r.prohibited);
        show(out, "else paused", r.paused_unless_prohibited);
        show(out, "permitted ", r.permitted);
        if (r.gaps.never()) continue;
        show(out, "only the baseline speaks", r.gaps);
        if (!r.gap_example.empty()) out += "    for example: " + r.gap_example + "\n";
    }
    return out;
}

}  // namespace redline::tool
