// A whole contract printed from its rule set, for tests: scenarios, assertions, comments and layout are lost.
#pragma once

#include "redline/core/proof/differences_text.hpp"

#include <string>

namespace redline_test {

/// Prints each kind of declaration in its order, chains, definitions, and terms in their sections.
class contract_printer : redline::proof::declaration_writer {
public:
    contract_printer(redline::rule_set const& rules, std::string& to) : declaration_writer{rules, to}, r{rules} {}

    void all()
    {
        header();
        declared("party", r.parties);
        declared("role", r.roles);
        declared("authority", r.authorities);
        declared("use", r.uses);
        declared("mission", r.missions);
        declared("fact", r.facts);
        declared("safeguard", r.safeguards);
        declared("evidence", r.evidence);
        declared("event", r.events);
        for (auto const& d : r.definitions) whole(d);
        for (auto const& c : r.chains) whole(c);
        std::uint32_t sections = 0;
        for (auto const& t : r.terms) {
            for (; t.section != redline::none && sections <= t.section; ++sections) section(sections);
            whole(t);
        }
        for (; sections < r.sections.size; ++sections) section(sections);
    }

private:
    void header()
    {
        *this << "contract ";
        string(name(r.title));
        *this << " version ";
        number(r.version);
        if (r.has_from) *this << " effective ";
        effective();
        *this << ";\n";
    }
    void section(std::uint32_t i)
    {
        *this << "section " << name(r.sections[i].label) << " ";
        string(name(r.sections[i].title));
        *this << ";\n";
    }
    template <class T>
    void whole(T const& entry)
    {
        statement(entry);
        *this << "\n";
    }
    template <class T>
    void declared(std::string_view word, redline::array_view<T> all)
    {
        for (T const& entry : all) {
            redline::text_ref const named = name_in(entry);
            if (named.source == 2) continue;  // `lawful`, which the text doesn't declare
            *this << word << " " << name(named);
            if (says_something(entry)) *this << " ";
            if (says_something(entry)) says(entry);
            describe(entry);
            *this << ";\n";
        }
    }
    template <class T>
    static redline::text_ref name_in(T const& entry)
    {
        return entry.name;
    }
    static redline::text_ref name_in(redline::kind_entry const& entry) { return entry.path; }
    template <class T>
    static bool says_something(T const&)
    {
        return true;
    }
    static bool says_something(redline::party_entry const&) { return false; }
    static bool says_something(redline::event_entry const&) { return false; }
    static bool says_something(redline::kind_entry const& k) { return k.sensitive; }
    static bool says_something(redline::safeguard_entry const& s) { return redline::owner_of_levels(s, 0) == 0; }
    template <class T>
    void describe(T const& entry)
    {
        if (entry.description.empty()) return;
        *this << " ";
        string(name(entry.description));
    }
    void describe(redline::authority_entry const&) {}

    redline::rule_set const& r;
};

inline std::string reprint(redline::rule_set const& rules)
{
    std::string text;
    contract_printer{rules, text}.all();
    return text;
}

}  // namespace redline_test
