// Two drafts of a base compared three ways, for people.
#include "term_changes.hpp"
#include "three_way.hpp"
#include "use_list.hpp"

#include "../characters.hpp"

#include <algorithm>
#include <tuple>

namespace redline::tool {

namespace {

/// The same outcomes under the same conditions, of several uses.
struct three_way_group {
    three_way_change_in_words const* first = nullptr;
    std::vector<std::string> uses;
};

std::vector<three_way_group> grouped(std::vector<three_way_change_in_words> const& changes, change_of whose)
{
    auto const what = [](three_way_change_in_words const& c) {
        return std::tie(c.base, c.theirs, c.ours, c.when.any_of, c.when.complete);
    };
    std::vector<three_way_group> groups;
    for (three_way_change_in_words const& c : changes) {
        if (c.whose != whose) continue;
        auto const same = [&](three_way_group const& g) { return what(*g.first) == what(c); };
        auto found = std::find_if(groups.begin(), groups.end(), same);
        if (found == groups.end()) found = groups.insert(groups.end(), {&c, {}});
        found->uses.push_back(c.use);
    }
    return groups;
}

std::string word(outcome o) { return std::string{redline::name_of(o)}; }

void show(std::string& out, three_way_group const& g, std::vector<std::string> const& all_uses)
{
    three_way_change_in_words const& c = *g.first;
    out += "  " + uses_in_words(g.uses, all_uses) + ": ";
    if (c.whose == change_of::conflict)
        out += "base " + word(c.base) + ", theirs " + word(c.theirs) + ", ours " + word(c.ours);
    else out += word(c.base) + " -> " + word(c.whose == change_of::ours ? c.ours : c.theirs);
    show_when(out, c.when, "    ");
    out += "\n    for example: " + c.example + "\n";
}

void show(std::string& out, three_way_term_in_words const& t)
{
    auto const text = [](std::string const& s) { return s.empty() ? std::string{"nothing"} : printable(s); };
    auto const line = [&](char const* who, std::string const& s) { out += std::string{"    "} + who + text(s) + "\n"; };
    if (t.by == "each otherwise") {
        out += "  " + t.label + " each otherwise\n";
        line("base   ", t.base);
        line("theirs ", t.theirs);
        line("ours   ", t.ours);
        return;
    }
    std::string const& now = t.by == "ours" ? t.ours : t.theirs;
    char const* const change = t.base.empty() ? "added" : now.empty() ? "struck" : "changed";
    out += "  " + t.label + " " + change + " by " + t.by + ": ";
    out += t.base.empty() || now.empty() ? printable(t.base + now) : printable(t.base) + " -> " + printable(now);
    out += "\n";
}

}  // namespace

std::string three_way_as_text(three_way_in_words const& of)
{
    constexpr std::pair<change_of, char const*> parts[] = {
        {change_of::conflict, "in conflict:\n"},
        {change_of::both, "both change alike:\n"},
        {change_of::theirs, "theirs alone changes:\n"},
        {change_of::ours, "ours alone changes:\n"},
    };
    std::string out;
    for (auto const& [whose, title] : parts) {
        std::vector<three_way_group> const groups = grouped(of.changes, whose);
        bool const names = whose == change_of::conflict && !of.names.empty();
        if (!groups.empty() || names) out += title;
        for (three_way_group const& g : groups) show(out, g, of.all_uses);
        for (name_conflict const& n : of.names)
            if (names)
                out.append("  ").append(n.kind_name()).append(" " + n.name) +=
                    n.kind == symbol_kind::chain ? ": other persons can complete it in each\n"
                                                 : ": others attest it in each\n";
    }
    if (!of.terms.empty()) out += "terms:\n";
    for (three_way_term_in_words const& t : of.terms) show(out, t);
    if (!of.terms.empty())
        out +=
            "  " + std::to_string(of.kept) + (of.kept == 1 ? " other is" : " others are") + " as in the base in both\n";
    return out + (of.conflict ? "conflict\n" : "no conflict\n");
}

}  // namespace redline::tool
