// Terms and definitions of a rule set as contract text.
#pragma once

#include "term_text_condition.hpp"

namespace redline::inline v0_1 {

/// Appends scopes, the bodies of terms, and whole statements to a string in the exact syntax of the language; loaded
/// again, the text gives the very same entries. See `atom_writer` and `condition_writer` on what is written in one way only; likewise `for
/// all uses` of a log or an audit is left out.
///
/// Language reference, "Grammar". Linear in the text; allocates.
class term_writer : public condition_writer {
public:
    using condition_writer::condition_writer;

    /// `all uses except logistics`, `weapons, surveillance`.
    void scope(scope_entry const& s)
    {
        auto const path = [&](std::uint32_t i) { *this << name(rules_.uses[rules_.scope_paths[i]].path); };
        if (s.all) *this << "all uses";
        list(s.paths, path);
        if (!s.exceptions.empty()) *this << " except ";
        list(s.exceptions, path);
    }
    /// What stands between a term's label and its `citing`.
    void body(term_entry const& t)
    {
        switch (t.kind) {
        case term_kind::permit_all_lawful: *this << "permit all lawful uses"; return;
        case term_kind::permit_nothing_else: *this << "permit nothing else"; return;
        case term_kind::permit: return scope_and_when("permit ", t);
        case term_kind::prohibit: scope_and_when("prohibit ", t); return condition_behind(" unless ", t.unless);
        case term_kind::restrict: scope_and_when("restrict ", t); return condition_behind(" to ", t.unless);
        case term_kind::require:
            *this << "require ";
            items(t.unless);
            return scope_and_when(" for ", t);
        case term_kind::trigger: return trigger(t);
        case term_kind::log: return log(t);
        case term_kind::audit: return audit(t);
        case term_kind::duty: return duty(rules_.duties[t.detail]);
        case term_kind::continuity:
            scope_and_when("continuity ", t);
            return time(" notice ", rules_.continuities[t.detail].notice);
        }
    }
    /// A term from its label to the `;`, `citing` and `because` included.
    void statement(term_entry const& t)
    {
        *this << name(t.label) << " ";
        body(t);
        if (!t.cites.empty()) *this << " citing ";
        list(t.cites, [&](std::uint32_t i) { *this << name(rules_.authorities[rules_.cites[i]].name); });
        if (!t.because.empty()) {
            *this << " because ";
            string(name(t.because));
        }
        *this << ";";
    }
    /// `define guarded as …;`
    void statement(definition_entry const& d)
    {
        *this << "define " << name(d.name);
        condition_behind(" as ", d.condition);
        *this << ";";
    }
    /// A string in quotes, with the escapes that it needs.
    void string(std::string_view text)
    {
        *this << "\"";
        for (char const& c : text) {
            if (c == '"') *this << "\\\"";
            else if (c == '\\') *this << "\\\\";
            else if (c == '\n') *this << "\\n";
            else if (c == '\x7F') *this << "\\u{7F}";
            else *this << std::string_view{&c, 1};
        }
        *this << "\"";
    }
    /// The name of a party or role.
    void principal(redline::principal const& p)
    {
        if (p.kind == principal_kind::party) *this << name(rules_.parties[p.index].name);
        if (p.kind == principal_kind::role) *this << name(rules_.roles[p.index].name);
    }

protected:
    /// A range of `principals`.
    void principals(index_range of)
    {
        list(of, [&](std::uint32_t i) { principal(rules_.principals[i]); });
    }

private:
    void condition_behind(std::string_view keyword, index_range of)
    {
        if (of.empty()) return;
        *this << keyword;
        condition(of);
    }
    void scope_and_when(std::string_view keyword, term_entry const& t)
    {
        *this << keyword;
        scope(t.scope);
        condition_behind(" when ", t.when);
    }
    /// Where a scope may be left out, and is then `all uses`.
    void scope_if_any(term_entry const& t)
    {
        if (!t.scope.all || !t.scope.exceptions.empty()) return scope_and_when(" for ", t);
        condition_behind(" when ", t.when);
    }

    void trigger(term_entry const& t)
    {
        *this << "trigger " << name(rules_.triggers[t.detail].name);
        scope_and_when(" for ", t);
        // The first of its items is the chain that it pauses for.
        *this << " pause for " << name(rules_.chains[rules_.triggers[t.detail].chain].name);
        index_range const with{t.unless.first + 1, t.unless.last};
        if (!with.empty()) *this << " with ";
        items(with);
    }
    void log(term_entry const& t)
    {
        log_entry const& l = rules_.logs[t.detail];
        *this << "log ";
        if (l.kinds == log_all) *this << "all decisions";
        else {
            constexpr std::string_view kinds[] = {"permitted", "paused", "prohibited", "exceptions"};
            bool first = true;
            for (unsigned i = 0; i < std::size(kinds); ++i) {
                if ((unsigned{l.kinds} >> i & 1u) == 0) continue;
                *this << (first ? "" : ", ") << kinds[i];
                first = false;
            }
        }
        *this << " to ";
        principals(l.told);
        time(" within ", l.within);
        time(" keep ", l.keep);
        scope_if_any(t);
    }
    void audit(term_entry const& t)
    {
        *this << "audit by ";
        principal(rules_.audits[t.detail].by);
        scope_if_any(t);
        time(" on ", rules_.audits[t.detail].notice);
        *this << " notice";
    }
    void duty(duty_entry const& d)
    {
        *this << "duty ";
        principal(d.of);
        *this << " "
              << name(d.kind == duty_object::evidence ? rules_.evidence[d.object].name
                                                      : rules_.safeguards[d.object].name);
        time(" every ", d.every);
        time(" within ", d.within);
        if (d.event != none) *this << " of " << name(rules_.events[d.event].name);
    }
};

}  // namespace redline::inline v0_1
