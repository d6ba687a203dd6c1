// A comparison for people.
#include "comparison.hpp"
#include "use_list.hpp"

#include "../characters.hpp"

#include <algorithm>
#include <tuple>

namespace redline::tool {

namespace {

/// Changes from the same to the same under the same conditions, of several uses.
struct change_group {
    change_in_words const* first = nullptr;
    std::vector<std::string> uses;
};

std::vector<change_group> grouped(std::vector<change_in_words> const& changes)
{
    auto const what = [](change_in_words const& c) { return std::tie(c.from, c.to, c.when, c.complete); };
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

void show(std::string& out, change_group const& g, std::vector<std::string> const& all_uses)
{
    change_in_words const& c = *g.first;
    out += uses_in_words(g.uses, all_uses) + ": ";
    out.append(redline::name_of(c.from)).append(" -> ").append(redline::name_of(c.to));
    for (std::size_t i = 0; i < c.when.size(); ++i) {
        bool const always = c.when[i] == "always";
        out += (i == 0 ? (always ? ", " : " when ") : "\n  or when ") + c.when[i];
    }
    if (!c.complete) out += "\n  and in further cases, which are too many to be listed";
    out += "\n  for example: " + c.example + "\n";
    if (!c.only_before.empty()) out += "    where before it is: " + joined(c.only_before) + "\n";
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

}  // namespace

std::string comparison_as_text(comparison_in_words const& of)
{
    std::string out;
    for (change_group const& g : grouped(of.changes)) show(out, g, of.all_uses);
    for (chain_in_words const& c : of.chains) {
        out += "sign-off " + c.name + ": " + c.verdict + "\n";
        show(out, "can complete it now, and could not before", c.wider);
        show(out, "could complete it before, and cannot now", c.narrower);
    }
    if (!of.differences.empty()) out += "what else differs:\n";
    for (difference const& d : of.differences) show(out, d);
    return out.append(redline::name_of(of.verdict)) + "\n";
}

}  // namespace redline::tool
