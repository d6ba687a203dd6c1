// An independent oracle: prints a model of a contract as contract text.
#pragma once

#include "contract.hpp"

namespace redline_oracle {

inline std::string quoted(const std::string& text)
{
    std::string result = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (c == '\n') result += "\\n";
        else result += c;
    }
    return result + "\"";
}

inline std::string listed(const names& list, const std::string& between = ", ")
{
    std::string text;
    for (std::size_t i = 0; i < list.size(); ++i) text += (i == 0 ? "" : between) + list[i];
    return text;
}

/// An integer in one of the ways to write it: `17`, `10_001`, `10^4`.
inline std::string print_integer(std::uint64_t number)
{
    const std::string digits = std::to_string(number);
    const bool power_of_ten = digits.front() == '1' && digits.find_first_not_of('0', 1) == std::string::npos;
    if (power_of_ten && digits.size() > 4) return "10^" + std::to_string(digits.size() - 1);
    if (digits.size() < 5) return digits;
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) text += '_';
        text += digits[i];
    }
    return text;
}

inline std::string optional_text(const std::string& text) { return text.empty() ? "" : " " + quoted(text); }

inline std::string print_atom(const condition& c)
{
    const std::string is = c.is_not ? " is not " : " is ";
    const auto value = [&] {
        return !c.values.empty() ? c.values.front() : c.time ? c.time->text() : print_integer(c.count);
    };
    switch (c.kind) {
    case condition_kind::fact_is: return c.name + is + (c.any_of ? "any of " + listed(c.values) : value());
    case condition_kind::fact_has: return c.name + " has " + (c.any_of ? "any of " + listed(c.values) : value());
    case condition_kind::safeguard_at_least:
    case condition_kind::at_least: return c.name + " at least " + value();
    case condition_kind::at_most: return c.name + " at most " + value();
    case condition_kind::over: return c.name + " over " + value();
    case condition_kind::under: return c.name + " under " + value();
    case condition_kind::mission_sensitive: return "mission" + is + "sensitive";
    case condition_kind::mission_is: return "mission" + is + c.name;
    case condition_kind::use_is: return "use" + is + c.name;
    case condition_kind::date_from: return "date from " + c.day;
    case condition_kind::date_before: return "date before " + c.day;
    case condition_kind::held: return c.name + (c.time ? " within " + c.time->text() : "");
    case condition_kind::signed_by: return "signed by " + c.name;
    case condition_kind::asked_of: return "asked of " + c.name;
    case condition_kind::waived_by: return "waived by " + c.name;
    default: return c.name;  // a flag, a definition
    }
}

/// How tightly a condition binds where it stands: `or` 0, `and` 1, `not` and atoms 2.
inline int binding(const condition& c)
{
    return c.kind == condition_kind::any ? 0 : c.kind == condition_kind::all ? 1 : 2;
}

/// A condition for a place that takes what binds at least as tightly as `place`.
inline std::string print(const condition& c, int place = 0)
{
    std::string text;
    if (c.kind == condition_kind::negation) text = "not " + print(c.children.front(), 2);
    else if (c.kind == condition_kind::all || c.kind == condition_kind::any) {
        for (std::size_t i = 0; i < c.children.size(); ++i) {
            if (i != 0) text += c.kind == condition_kind::all ? " and " : " or ";
            text += print(c.children[i], binding(c) + 1);
        }
    }
    else text = print_atom(c);
    return c.parentheses || binding(c) < place ? "(" + text + ")" : text;
}

inline std::string print(const scope& s)
{
    return (s.all_uses ? "all uses" : listed(s.paths)) +
           (s.exceptions.empty() ? "" : " except " + listed(s.exceptions));
}

inline std::string print_items(const std::vector<condition>& items)
{
    names texts;
    for (const condition& item : items) texts.push_back(print_atom(item));
    return listed(texts);
}

inline std::string print_body(const term& t)
{
    const std::string over = t.over ? print(*t.over) : "";
    const std::string when = t.when ? " when " + print(*t.when) : "";
    switch (t.kind) {
    case term_kind::permit_all_lawful: return "permit all lawful uses";
    case term_kind::permit_nothing_else: return "permit nothing else";
    case term_kind::permit: return "permit " + over + when;
    case term_kind::prohibit:
        return "prohibit " + over + when + (t.condition_of ? " unless " + print(*t.condition_of) : "");
    case term_kind::restrict: return "restrict " + over + when + " to " + print(*t.condition_of);
    case term_kind::require: return "require " + print_items(t.items) + " for " + over + when;
    case term_kind::trigger:
        return "trigger " + t.trigger + " for " + over + when + " pause for " + t.pause_for +
               (t.items.empty() ? "" : " with " + print_items(t.items));
    case term_kind::log: break;
    }
    return "log " + (t.all_decisions ? "all decisions" : listed(t.kinds)) + " to " + listed(t.to) +
           (t.within ? " within " + t.within->text() : "") + (t.keep ? " keep " + t.keep->text() : "") +
           (t.over ? " for " + over : "") + when;
}

inline std::string print(const term& t)
{
    return t.label + " " + print_body(t) + (t.citing.empty() ? "" : " citing " + listed(t.citing)) +
           (t.because.empty() ? "" : " because " + quoted(t.because)) + ";\n";
}

inline std::string print(const fact& f)
{
    std::string text = "fact " + f.name + " is ";
    switch (f.type) {
    case fact_type::flag: text += "flag"; break;
    case fact_type::count: text += "count"; break;
    case fact_type::duration: text += "duration"; break;
    case fact_type::level: text += "level " + listed(f.values, " < "); break;
    case fact_type::one_of: text += "one of " + listed(f.values); break;
    case fact_type::any_of: text += "any of " + listed(f.values); break;
    }
    return text + (f.from ? " from " + *f.from : "") + optional_text(f.text) + ";\n";
}

inline std::string print(const duty& d)
{
    return d.label + " duty " + d.by + " " + d.evidence +
           (d.every ? " every " + d.every->text() : " within " + d.within->text() + " of " + d.of_event) + ";\n";
}

inline std::string print(const signoff& s)
{
    std::string text = "signoff " + s.name + " {\n";
    for (const stage& one : s.stages)
        text += "  stage " + one.name + ": " + one.quorum + (one.within ? " within " + one.within->text() : "") + ";\n";
    for (const deputy& one : s.deputies) text += "  deputy " + one.name + " for " + one.of + ";\n";
    return text + (s.valid ? "  valid " + s.valid->text() + ";\n" : "") + "}\n";
}

inline std::string print_declarations(const contract& c)
{
    std::string text;
    for (const party& p : c.parties) text += "party " + p.name + optional_text(p.text) + ";\n";
    for (const role& r : c.roles)
        text += "role " + r.name + (r.of ? " of " + *r.of : " independent") + optional_text(r.text) + ";\n";
    for (const authority& a : c.authorities)
        text += "authority " + a.name + " " + quoted(a.text) + (a.as_of ? " as of " + *a.as_of : " as amended") + ";\n";
    for (const use& u : c.uses) text += "use " + u.path + optional_text(u.text) + ";\n";
    for (const mission& m : c.missions)
        text += "mission " + m.path + (m.sensitive ? " sensitive" : "") + optional_text(m.text) + ";\n";
    for (const fact& f : c.facts) text += print(f);
    for (const safeguard& s : c.safeguards)
        text += "safeguard " + s.name + (s.own_ladder.empty() ? "" : " is level " + listed(s.own_ladder, " < ")) +
                optional_text(s.text) + ";\n";
    for (const evidence& e : c.evidences)
        text += "evidence " + e.name + " from " + e.from + (e.valid ? " valid " + e.valid->text() : "") +
                optional_text(e.text) + ";\n";
    for (const std::string& name : c.events) text += "event " + name + ";\n";
    for (const definition& d : c.definitions) text += "define " + d.name + " as " + print(d.stands_for) + ";\n";
    for (const signoff& s : c.signoffs) text += print(s);
    return text;
}

/// The whole contract as text.
inline std::string print(const contract& c)
{
    std::string head = "contract " + quoted(c.title) + " version " + std::to_string(c.version);
    if (c.effective_from) head += " effective from " + *c.effective_from;
    if (c.effective_before) head += " before " + *c.effective_before;
    std::string terms;
    for (const term& t : c.terms) terms += print(t);
    for (const duty& d : c.duties) terms += print(d);
    return head + ";\n" + (c.terms_first ? terms + print_declarations(c) : print_declarations(c) + terms);
}

}  // namespace redline_oracle
