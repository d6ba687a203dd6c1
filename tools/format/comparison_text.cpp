// A comparison for people.
#include "comparison.hpp"
#include "use_list.hpp"

#include "../characters.hpp"

#include <algorithm>
#include <tuple>

namespace redline::tool {

std::vector<change_group> grouped(std::vector<change_in_words> const& changes)
{
    auto const what = [](change_in_words const& c) { return std::tie(c.from, c.to, c.when, c.complete, c.due_to); };
    std::vector<change_group> groups;
    for (change_in_words const& c : changes) {
        auto const same = [&](change_group const& g) { return what(*g.first) == what(c); };
        auto found = std::find_if(groups.begin(), groups.end(), same);
        if (found == groups.end()) found = groups.insert(groups.end(), {&c, {}});
        found->uses.push_back(c.use);
    }
    std::stable_sort(groups.begin(), groups.end(), [](change_group const& a, change_group const& b) {
        return std::tie(a.first->from, a.first->to) < std::tie(b.first->from, b.first->to);
    });
    return groups;
}

void show(std::string& out, notice_in_words const& n, std::vector<std::string> const& all_uses)
{
    out += "continuity " + n.term + ": narrowing " + uses_in_words(n.uses, all_uses) + " owes " + n.notice + " notice";
    if (!n.last_day.empty()) out += ", by " + n.last_day + ", counted back from " + n.effective_from;
    else if (n.effective_from.empty()) out += "; the draft does not say from when it is in effect";
    else out += ", which is longer than the calendar reaches back from " + n.effective_from;
    out += "\n";
}

namespace {

void show(std::string& out, change_group const& g, std::vector<std::string> const& all_uses)
{
    change_in_words const& c = *g.first;
    out += uses_in_words(g.uses, all_uses) + ": ";
    out.append(redline::name_of(c.from)).append(" -> ").append(redline::name_of(c.to));
    show_when(out, {c.when, c.complete}, "  ");
    out += "\n  for example: " + c.example + "\n";
    if (!c.only_before.empty()) out += "    where before it is: " + joined(c.only_before) + "\n";
    std::vector<std::string> terms;
    for (json const& t : c.due_to) terms.push_back(named_in_words(t));
    if (!terms.empty()) out += "  due to: " + joined(terms) + "\n";
}

void show(std::string& out, char const* what, group_in_words const& g)
{
    if (g.empty()) return;
    out.append("  ").append(what).append(":\n");
    for (std::vector<std::string> const* lines : {&g.persons, &g.steps})
        for (std::string const& line : *lines) out += "    " + line + "\n";
}

/// Words of a contract on one line.
std::string on_one_line(std::string_view text)
{
    std::string line;
    for (char const c : text) {
        bool const blank = c == '\n' || c == ' ';
        if (!blank || (!line.empty() && line.back() != ' ')) line += blank ? ' ' : c;
    }
    return printable(line);
}

}  // namespace

void show(std::string& out, difference const& d)
{
    out.append("  ").append(redline::name_of(d.kind));
    if (!d.name.empty()) out.append(" ").append(printable(d.name));
    out.append(" ").append(redline::name_of(d.change));
    if (d.effect == difference_effect::both) out += " (narrower and wider)";
    else if (d.effect != difference_effect::neither) out.append(" (").append(redline::name_of(d.effect)).append(")");
    std::string const before = on_one_line(d.before), after = on_one_line(d.after);
    if (d.change == change_kind::changed)
        out += ": " + (before.empty() ? "nothing" : before) + " -> " + (after.empty() ? "nothing" : after);
    else if (!before.empty() || !after.empty()) out += ": " + before + after;
    out += "\n";
}

void show(std::string& out, chain_in_words const& c)
{
    out += "sign-off " + c.name + ": " + c.verdict + "\n";
    show(out, "can complete it now, and could not before", c.wider);
    show(out, "could complete it before, and cannot now", c.narrower);
}

void show_changes(std::string& out, std::vector<change_in_words> const& changes,
                  std::vector<std::string> const& all_uses)
{
    for (change_group const& g : grouped(changes)) show(out, g, all_uses);
}

std::string comparison_as_text(comparison_in_words const& of)
{
    std::string out;
    show_changes(out, of.changes, of.all_uses);
    for (chain_in_words const& c : of.chains) show(out, c);
    show(out, of.terms, of.all_uses);
    if (!of.terms_complete)
        out += "what each changed term does is not known in full, as it takes too much to find out\n";
    for (notice_in_words const& n : of.notices) show(out, n, of.all_uses);
    if (!of.differences.empty()) out += "what else differs:\n";
    for (difference const& d : of.differences) show(out, d);
    return out.append(redline::name_of(of.verdict)) + "\n";
}

}  // namespace redline::tool
