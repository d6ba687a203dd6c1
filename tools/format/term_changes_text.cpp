// What each changed term of a draft does, for people.
#include "term_changes.hpp"
#include "use_list.hpp"

#include "../characters.hpp"

#include <algorithm>
#include <tuple>

namespace redline::tool {

namespace {

std::string outcome_word(outcome o) { return std::string{redline::name_of(o)}; }

void show_together(std::string& out, term_effect_in_words const& e)
{
    if (e.with.empty()) return;
    std::vector<std::string> names;
    for (json const& t : e.with) names.push_back(named_in_words(t));
    out += (e.by_itself == "never" ? "\n      together with " : "\n      in part together with ") + joined(names);
}

/// Of the requests that went so, which stand above, those that did because of a term.
void show_of_these(std::string& out, conditions_in_words const& when)
{
    if (when.any_of == std::vector<std::string>{"always"} && when.complete) out += ", all of these";
    else if (when.any_of.empty()) out += ", some of these, under conditions that are too many to be listed";
    else {
        out += ", of these";
        show_when(out, when, "      ");
    }
}

void show_effects(std::string& out, std::vector<term_effect_in_words> const& effects,
                  std::vector<std::string> const& all_uses)
{
    for (effect_group const& g : grouped(effects)) {
        out += "    " + uses_in_words(g.uses, all_uses) + ": " + outcome_word(g.first->from) + " -> " +
               outcome_word(g.first->to);
        show_of_these(out, g.first->when);
        show_together(out, *g.first);
        out += "\n      for example: " + g.first->example.text + "\n";
    }
}

void show_without(std::string& out, char const* what, std::vector<term_effect_in_words> const& effects,
                  std::vector<std::string> const& all_uses)
{
    for (effect_group const& g : grouped(effects)) {
        out.append("      ").append(what);
        out += uses_in_words(g.uses, all_uses) + " would be " + outcome_word(g.first->to) + " and not " +
               outcome_word(g.first->from);
        show_when(out, g.first->when, "        ");
        out += "\n";
    }
}

void show(std::string& out, changed_term_in_words const& t, std::vector<std::string> const& all_uses)
{
    out += "  " + (t.label.empty() ? std::string{"the days of the header"} : t.label) + " ";
    std::string const before = printable(t.before), after = printable(t.after);
    if (t.kind == "days") out += "changed: " + before + " -> " + after;
    else if (t.kind == "redeclared") out += "reads the same, but what it speaks of is declared otherwise: " + after;
    else if (before.empty() || after.empty()) out += t.kind + ": " + before + after;
    else {
        out += t.kind + ": " + (t.label_before.empty() ? "" : t.label_before + " ") + before + " -> ";
        out += (t.label_before.empty() ? "" : t.label + " ") + after;
    }
    out += "\n";
    show_effects(out, t.effects, all_uses);
    if (!t.effects.empty()) return;
    bool const same = t.alone.empty() && t.left_out.empty();
    out += same ? "    changes no outcome\n" : "    changes no outcome, as other changes make up for it:\n";
    show_without(out, "made alone, ", t.alone, all_uses);
    show_without(out, "without it, ", t.left_out, all_uses);
}

}  // namespace

std::vector<effect_group> grouped(std::vector<term_effect_in_words> const& effects)
{
    auto const what = [](term_effect_in_words const& e) {
        return std::tie(e.from, e.to, e.when.any_of, e.when.complete, e.by_itself, e.with);
    };
    std::vector<effect_group> groups;
    for (term_effect_in_words const& e : effects) {
        auto const same = [&](effect_group const& g) { return what(*g.first) == what(e); };
        auto found = std::find_if(groups.begin(), groups.end(), same);
        if (found == groups.end()) found = groups.insert(groups.end(), {&e, {}});
        found->uses.push_back(e.use);
    }
    return groups;
}

std::string named_in_words(json const& term)
{
    std::string const change = term["change"];
    if (!term.contains("label")) return "the days of the header";
    return term["label"].get<std::string>() + " (" + change + ")";
}

void show_when(std::string& out, conditions_in_words const& when, std::string const& indent)
{
    for (std::size_t i = 0; i < when.any_of.size(); ++i) {
        bool const always = when.any_of[i] == "always";
        out += (i == 0 ? (always ? ", " : " when ") : "\n" + indent + "or when ") + when.any_of[i];
    }
    if (!when.complete) out += "\n" + indent + "and in further cases, which are too many to be listed";
}

void show(std::string& out, std::vector<changed_term_in_words> const& terms, std::vector<std::string> const& all_uses)
{
    if (!terms.empty()) out += "what each changed term does:\n";
    std::vector<std::string> renumbered;
    for (changed_term_in_words const& t : terms) {
        bool const label_only = t.kind == "renumbered" && t.effects.empty() && t.alone.empty() && t.left_out.empty();
        if (label_only) renumbered.push_back(t.label_before + " -> " + t.label);
        else show(out, t, all_uses);
    }
    if (!renumbered.empty()) out += "  renumbered, with nothing else changed: " + joined(renumbered) + "\n";
}

}  // namespace redline::tool
